import Values

/// The decisions that a version of a quote needs, and those that still hold from the one before.
extension ApprovalPolicy {
  /// One approval for every stage that the case needs. What was approved of the version before and
  /// looks at the same facts stays approved, and says from where.
  ///
  /// - Throws: what ``chain(for:)`` throws.
  public func decisions(
    on quote: Int64, _ item: ApprovalCase, before: [Approval], at time: Instant
  ) throws -> [Approval] {
    try chain(for: item).filter(\.isNeeded).map { stage, _ in
      var approval = Approval(
        quote: quote, step: stage.step, role: stage.role, status: .waiting)
      approval.review = stage.key
      approval.facts = stage.facts(of: item)
      approval.requestedAt = time
      let kept = before.first {
        $0.status == .approved && $0.review == stage.key && $0.role == stage.role
          && $0.facts == approval.facts
      }
      guard let kept else { return approval }
      (approval.status, approval.keptFrom) = (.approved, kept.id)
      (approval.rep, approval.onBehalfOf) = (kept.rep, kept.onBehalfOf)
      approval.decidedAt = kept.decidedAt
      return approval
    }
  }
}

extension Approval {
  /// A decision that is open, whether it is its turn, and since when it has been.
  public struct Waiting: Sendable {
    public let approval: Approval
    public let isInTurn: Bool
    /// When it was asked for, or when the last decision before it fell; nil until its turn.
    public let since: Instant?
  }

  /// What is open among the approvals of one quote, step by step.
  public static func waiting(_ all: [Approval]) -> [Waiting] {
    let open = all.filter { $0.status == .waiting }.sorted { ($0.step, $0.id) < ($1.step, $1.id) }
    guard let turn = open.first?.step else { return [] }
    return open.map { approval in
      guard approval.step == turn else {
        return Waiting(approval: approval, isInTurn: false, since: nil)
      }
      let before = all.filter { $0.status == .approved && $0.step < turn }.compactMap(\.decidedAt)
      return Waiting(
        approval: approval, isInTurn: true,
        since: (before + [approval.requestedAt].compactMap { $0 }).max())
    }
  }
}
