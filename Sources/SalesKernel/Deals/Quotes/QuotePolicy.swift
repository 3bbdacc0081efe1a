/// How long quotes hold, how they are numbered, and which way they may go.
/// - Source: PR11; the words and figures are the policy's.
public struct QuotePolicy: Sendable {
  public let validDays: Int64
  public let source: String
  private let numbers: DocumentNumber
  private let moves: [Quote.Status: [Quote.Status]]
  private let revisable: [Quote.Status]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["valid_days", "prefix", "digits", "moves", "revisable"])
    source = try PolicyHeader(root).source
    validDays = try root["valid_days"].integer(in: 1...3650)
    numbers = try DocumentNumber(root)
    let table = try root["moves"].dictionary()
    var moves: [Quote.Status: [Quote.Status]] = [:]
    for word in table.keys {
      let from = try PolicyDecoder(.text(word), at: table.path).oneOf(Quote.Status.self)
      moves[from] = try table[word].list { at throws(PolicyError) in
        try at.oneOf(Quote.Status.self)
      }
    }
    self.moves = moves
    revisable = try root["revisable"].list { at throws(PolicyError) in
      try at.oneOf(Quote.Status.self)
    }
  }

  /// The number of a version, as `Q-00000012-2`.
  public func code(_ number: Int64, version: Int64) -> String {
    "\(numbers.text(number))-\(version)"
  }

  /// - Throws: `quote.status` with what is possible.
  public func require(
    _ code: String, from: Quote.Status, to: Quote.Status
  ) throws(ValidationError) {
    let possible = moves[from] ?? []
    if possible.contains(to) { return }
    throw ValidationError(
      "quote.status", "quote \(code) is \(from.rawValue) and cannot become \(to.rawValue)",
      remedy: possible.isEmpty
        ? "revise it to make a new version"
        : "it can become \(possible.map(\.rawValue).joined(separator: ", "))",
      field: "status")
  }

  /// - Throws: `quote.status`.
  public func requireRevisable(_ code: String, _ status: Quote.Status) throws(ValidationError) {
    if revisable.contains(status) { return }
    throw ValidationError(
      "quote.status", "quote \(code) is \(status.rawValue) and cannot be revised",
      remedy: "make a new quote", field: "status")
  }
}
