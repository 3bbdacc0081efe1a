/// One node of a why-tree: a step, its value, the source of its rule, and what lies beneath it.
public struct Explanation: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable {
    /// An input, as read from the record.
    case input
    /// A computed step.
    case step
    /// A rule that applied.
    case matched
    /// A rule that did not apply; `reason` says why.
    case notMatched = "not_matched"
  }

  /// What the node is: a field's name, a rule's name or text, a step.
  public var label: String
  public var outcome: Outcome
  public var value: FieldValue?
  /// Why it came out so, with the values: `annual_purchase 320,000.00 is not over 500,000.00`.
  public var reason: String?
  /// Source tag of the rule, as `S0 §6.2.1 (CU7)`.
  public var source: String?
  public var children: [Explanation]

  public init(
    _ label: String, _ outcome: Outcome, value: FieldValue? = nil, reason: String? = nil,
    source: String? = nil, children: [Explanation] = []
  ) {
    self.label = label
    self.outcome = outcome
    self.value = value
    self.reason = reason
    self.source = source
    self.children = children
  }
}
