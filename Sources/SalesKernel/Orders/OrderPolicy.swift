import Values

/// How orders are numbered, what their statuses are called, and how a part of a line is rounded.
/// - Source: PR11, FU9; the words are the policy's.
public struct OrderPolicy: Sendable {
  public let source: String
  public let number: DocumentNumber
  /// How the share of some pieces of a line is rounded to the fen.
  public let rounding: Rounding
  public let moves: StatusMoves
  private let words: [OrderStage: String]
  private let labels: [String: Label]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + DocumentNumber.keys + ["rounding", "statuses", "moves"])
    source = try PolicyHeader(root).source
    number = try DocumentNumber(root)
    rounding = try root["rounding"].oneOf(Rounding.self)
    let table = try root["statuses"].table(keys: OrderStage.allCases.map(\.rawValue))
    var words: [OrderStage: String] = [:]
    var labels: [String: Label] = [:]
    for stage in OrderStage.allCases {
      let status = try table[stage.rawValue].table(keys: ["word", "title"])
      let word = try status["word"].key()
      words[stage] = word
      labels[word] = try status["title"].label()
    }
    (self.words, self.labels) = (words, labels)
    let all = OrderStage.allCases.compactMap { words[$0] }
    try root["statuses"].refuseDuplicates(all)
    moves = try StatusMoves(root["moves"], among: all)
  }

  /// The status of an order at a stage.
  public func word(_ stage: OrderStage) -> String { words[stage] ?? stage.rawValue }

  /// A status in both languages; the word itself where the policy does not know it.
  public func label(of status: String) -> Label { labels[status] ?? Label(status, status) }

  /// The status that follows, nil where it stays.
  /// - Throws: `order.status` with what is possible.
  public func next(of order: Order, at stage: OrderStage) throws(ValidationError) -> String? {
    let (from, to) = (order.status ?? word(.placed), word(stage))
    if order.status == to { return nil }
    if from != to { try moves.require("order", order.name, from: from, to: to) }
    return to
  }
}

/// How far an order is; what each is called is the policy's.
public enum OrderStage: String, CaseIterable, Sendable {
  /// Nothing is delivered yet.
  case placed
  /// A part is delivered.
  case partly
  /// All that is wanted is delivered.
  case done
  /// Nothing of it is wanted any more.
  case cancelled
}

extension Order {
  /// The order in messages: its number, or its id where it has none.
  public var name: String { code ?? "\(id)" }
}
