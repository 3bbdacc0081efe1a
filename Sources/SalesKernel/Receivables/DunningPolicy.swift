/// Who writes to a late customer, in which tone, after how many days.
/// - Source: AU6, AU2.
public struct DunningPolicy: Hashable, Sendable {
  public struct Level: Hashable, Sendable {
    public let level: Int64
    /// Days past due of the oldest open invoice.
    public let from: Int64
    public let tone: String
    /// Role of who writes.
    public let by: String
  }

  public let source: String
  /// Days for which a customer is not written to again.
  public let intervalDays: Int64
  /// From the fewest days to the most.
  public let levels: [Level]

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["source", "interval_days", "levels", "note"])
    source = try table.source()
    intervalDays = try table["interval_days"].integer(in: 0...ReceivablesPolicy.longestTerm)
    levels = try table["levels"].filledList { at throws(PolicyError) in
      let level = try at.table(keys: ["level", "from", "tone", "by"])
      return Level(
        level: try level["level"].integer(in: 1...99),
        from: try level["from"].integer(in: 1...ReceivablesPolicy.longestTerm),
        tone: try level["tone"].text(), by: try level["by"].text())
    }
    for (index, level) in levels.enumerated().dropFirst() {
      let before = levels[index - 1]
      guard level.from > before.from, level.level > before.level else {
        throw PolicyError(
          "policy.unreachable", at: "\(table["levels"].path)[\(index + 1)]",
          "does not come after level \(before.level) from \(before.from) days",
          remedy: "list the levels upward")
      }
    }
  }

  /// The highest level that so many days past due reach; nil for none.
  public func level(of days: Int) -> Level? { levels.last { days >= $0.from } }
}
