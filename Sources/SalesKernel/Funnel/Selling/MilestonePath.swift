import Values

/// The milestones of one opportunity: accepted in their order, each by every signature.
/// - Source: FU11.
public struct MilestonePath {
  private let code: String
  /// In their order.
  public let milestones: [Milestone]
  private let signed: [Int64: [MilestoneSignature]]

  public init(_ code: String, _ milestones: [Milestone], _ signatures: [MilestoneSignature]) {
    self.code = code
    self.milestones = milestones.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    signed = Dictionary(grouping: signatures, by: \.milestone)
  }

  public func signatures(of milestone: Milestone) -> [MilestoneSignature] {
    signed[milestone.id] ?? []
  }

  /// The milestone with a word, where a role may sign it on a day.
  ///
  /// - Throws: `milestone.word` for one that there is not, `milestone.signed` where the role has signed,
  ///   `milestone.turn` with the milestones that come first, `milestone.day` for a day before theirs.
  public func require(
    _ word: String, role: String, on day: Day
  ) throws(ValidationError) -> Milestone {
    guard let index = milestones.firstIndex(where: { $0.milestone == word }) else {
      throw ValidationError(
        "milestone.word", "opportunity \(code) has no milestone \"\(word.excerpt)\"",
        remedy: milestones.isEmpty
          ? "lay them out: selling.lay_milestones(opportunity)"
          : Suggestion.sentence(for: word, among: milestones.map(\.milestone)), field: "milestone")
    }
    let milestone = milestones[index]
    if let old = signatures(of: milestone).first(where: { $0.role == role }) {
      throw ValidationError(
        "milestone.signed", "\(role) signed \(word) of opportunity \(code) on \(old.signedOn)",
        remedy: "each role signs a milestone once", field: "role")
    }
    let open = milestones[..<index].filter { $0.doneOn == nil }.map(\.milestone)
    guard open.isEmpty else {
      throw ValidationError(
        "milestone.turn",
        "it is not yet the turn of \(word) of opportunity \(code): \(open.joined(separator: ", ")) first",
        remedy: "have \(open[0]) signed first", field: "milestone")
    }
    if let last = milestones[..<index].compactMap(\.doneOn).max(), day < last {
      throw ValidationError(
        "milestone.day",
        "\(day) is before \(milestones[index - 1].milestone) was accepted on \(last)",
        remedy: "give a day from then on", field: "on")
    }
    return milestone
  }

  /// The day that a further signature completes a milestone on; nil while roles are missing.
  public func doneOn(
    _ milestone: Milestone, with role: String, on day: Day, _ policy: MilestonePolicy
  ) -> Day? {
    let old = signatures(of: milestone)
    let roles = Set(old.map(\.role) + [role])
    guard roles.isSuperset(of: policy.signatures.map(\.role)) else { return nil }
    return max(day, old.map(\.signedOn).max() ?? day)
  }

  /// Roles whose signature a milestone lacks.
  public func missing(_ milestone: Milestone, _ policy: MilestonePolicy) -> [String] {
    let old = signatures(of: milestone).map(\.role)
    return policy.signatures.map(\.role).filter { !old.contains($0) }
  }
}
