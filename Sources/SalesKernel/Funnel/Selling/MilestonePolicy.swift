import Values

/// How what was sold is delivered: milestones in their order, and who signs for each.
/// - Source: FU11; words and figures are the policy's.
public struct MilestonePolicy: Sendable {
  public enum Side: String, CaseIterable, Sendable {
    /// One of our reps signs.
    case ours
    /// A contact of the customer signs.
    case customer
  }

  public struct Signature: Hashable, Sendable {
    public let role: String
    public let side: Side
    public let title: Label
  }

  public struct Step: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let criteria: Label
    /// From the day that the milestones are laid out.
    public let days: Int64
    public let source: String
  }

  public let name: String
  public let source: String
  public let signatures: [Signature]
  public let steps: [Step]

  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["signatures", "milestones"])
    let header = try PolicyHeader(root)
    (name, source) = (header.name, header.source)
    signatures = try root["signatures"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["role", "side", "title"])
      return Signature(
        role: try table["role"].key(), side: try table["side"].oneOf(Side.self),
        title: try table["title"].label())
    }
    try root["signatures"].refuseDuplicates(signatures.map(\.role))
    steps = try root["milestones"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "criteria", "days", "source"])
      return Step(
        key: try table["key"].key(), title: try table["title"].label(),
        criteria: try table["criteria"].label(), days: try table["days"].integer(in: 0...36_500),
        source: try table.source())
    }
    try root["milestones"].refuseDuplicates(steps.map(\.key))
  }

  /// The title of a milestone's word; the word itself where the policy does not know it.
  public func title(of word: String) -> Label {
    steps.first { $0.key == word }?.title ?? Label(word, word)
  }

  /// - Throws: `milestone.role` with the nearest word.
  public func signature(of role: String) throws(ValidationError) -> Signature {
    if let known = signatures.first(where: { $0.role == role }) { return known }
    throw ValidationError(
      "milestone.role", "\"\(role.excerpt)\" is no role that signs milestones",
      remedy: Suggestion.sentence(for: role, among: signatures.map(\.role)), field: "role")
  }
}
