import Lua
import SalesKernel
import SalesStore
import Values

/// Everything that compliance reads, read once for all opportunities.
final class ProcessBook {
  private let policies: EnginePolicies
  let moves: [Int64: [StageMove]]
  let deliverables: [Int64: [Deliverable]]
  private let reviews: [Int64: [DeliverableReview]]
  private var playbooks: [String: Playbook] = [:]

  init(_ host: ScriptHost, _ policies: EnginePolicies) throws {
    self.policies = policies
    moves = try Dictionary(grouping: host.records(StageMove.self), by: \.opportunity)
    deliverables = try Dictionary(grouping: host.records(Deliverable.self), by: \.opportunity)
    reviews = try Dictionary(grouping: host.records(DeliverableReview.self), by: \.deliverable)
  }

  /// - Throws: `playbook.unknown`, ``PolicyError``.
  func playbook(of opportunity: Opportunity) throws -> Playbook {
    if let known = playbooks[opportunity.playbook] { return known }
    let playbook = try policies.playbook(nil, standing: opportunity.playbook)
    playbooks[opportunity.playbook] = playbook
    return playbook
  }

  func compliance(of item: Opportunity, on day: Day) throws -> ProcessCompliance {
    try compliance(of: item, on: day, playbook: playbook(of: item))
  }

  func compliance(
    of item: Opportunity, on day: Day, playbook: Playbook
  ) throws -> ProcessCompliance {
    let handed = deliverables[item.id] ?? []
    return try ProcessCompliance(
      StageWalk(moves[item.id] ?? [], through: playbook),
      playbook.progress(handed, handed.flatMap { reviews[$0.id] ?? [] }),
      end: Self.end(of: item), on: day, playbook: playbook)
  }

  private static func end(of item: Opportunity) -> ProcessCompliance.End {
    switch (item.status, item.closedOn) {
    case (.won, let day?): .won(day)
    case (.lost, let day?): .lost(day)
    default: .open
    }
  }
}
