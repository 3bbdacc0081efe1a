/// The classes of root causes, and which of them are the vital few.
/// - Source: SV6.
public struct CausePolicy: Sendable {
  public let words: [TitledWord]
  /// The share of all that the vital few make together.
  public let vital: Double
  public let source: String

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["words", "vital", "source"])
    words = try TitledWord.list(table["words"])
    vital = try table["vital"].number(in: 0...1)
    source = try table.source()
  }

  /// - Throws: `ticket.cause` with the nearest word.
  public func require(_ word: String) throws(ValidationError) {
    _ = try words.require(word, "ticket.cause", "root cause", field: "cause")
  }
}

/// Causes by how often they were found, the most frequent first, ties by the word.
public struct CausePareto: Sendable {
  public struct Row: Hashable, Sendable {
    public let cause: String
    public let count: Int
    public let share: Double
    /// With those above it.
    public let cumulative: Double
    /// One of the few that make most: those above it have not reached the limit yet.
    public let isVital: Bool
  }

  public let rows: [Row]
  public let total: Int

  public init(_ counts: [String: Int], vital: Double) {
    let found = counts.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let total = found.reduce(0) { $0 + $1.value }
    self.total = total
    var before = 0
    rows = found.map { cause, count in
      let above = Double(before) / Double(total)
      before += count
      return Row(
        cause: cause, count: count, share: Double(count) / Double(total),
        cumulative: Double(before) / Double(total), isVital: above < vital)
    }
  }
}
