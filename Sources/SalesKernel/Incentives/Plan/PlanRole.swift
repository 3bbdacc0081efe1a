import Values

/// A role of an incentive plan: which words of reps stand for it, and what base pay the source gives.
/// - Source: PF1.
public struct PlanRole: Hashable, Sendable {
  public let key: String
  public let title: Label
  /// Words of the field `role` of reps.
  public let words: [String]
  /// Base pay of a month, lowest and highest; nil where the source gives none.
  public let base: ClosedRange<Money>?
  public let source: String

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "words", "base", "source", "note"])
    let key = try table["key"].key()
    self.key = key
    title = try table["title"].label()
    words = try table["words"].ifPresent?.words() ?? [key]
    source = try table.source()
    base = try table["base"].ifPresent.map { at throws(PolicyError) in
      let range = try at.table(keys: ["from", "upto"])
      let (low, high) = (try range["from"].money(), try range["upto"].money())
      guard low >= .zero, low <= high else {
        throw PolicyError(
          "policy.value", at: at.path, "\(low.grouped)–\(high.grouped) is no range of pay")
      }
      return low...high
    }
  }
}
