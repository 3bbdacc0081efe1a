/// When a decision maker is to be seen: below which relationship, and after how long without a meeting.
/// - Source: CU3, CU11; `stdlib-lua/policy/decisions.lua`.
public struct DecisionSight: Hashable, Sendable {
  /// Relationship, 0–100, that is to be reached with each role of weight.
  public let target: Int64
  /// Months after which somebody whom we know well is to be met again.
  public let months: Int
  /// Kinds of activities that are meetings.
  public let kinds: Set<String>
  public let source: String

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["target", "months", "kinds", "source"])
    target = try table["target"].integer(in: 1...100)
    months = try table["months"].integer(in: 1...120).asInt
    var kinds: Set<String> = []
    for at in try table["kinds"].oneOrMore() { kinds.insert(try at.text()) }
    self.kinds = kinds
    source = try table.source()
  }
}
