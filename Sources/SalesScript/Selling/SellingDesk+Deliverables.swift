import Lua
import SalesKernel
import SalesStore
import Values

/// What is handed in for an opportunity, and who reviews it.
extension SellingDesk {
  /// The next version of a node's deliverable.
  /// - Throws: `deliverable.day` for a day before the opportunity was opened, or to come.
  func deliverable(_ node: PlaybookNode, of stage: Int, on day: Day) throws -> Deliverable {
    let today = host.options.clock.day()
    guard day >= opportunity.openedOn, day <= today else {
      throw ValidationError(
        "deliverable.day",
        day > today
          ? "\(day) is still to come: it is \(today)"
          : "\(day) is before opportunity \(code) was opened on \(opportunity.openedOn)",
        remedy: "give the day it was handed in", field: "on")
    }
    let key = playbook.stages[stage].key
    let last = try deliverables.filter { $0.node == node.key }.map(\.version).max() ?? 0
    var made = Deliverable(
      opportunity: opportunity.id, stage: key, node: node.key, version: last + 1, doneOn: day)
    made.dueOn = try walk.start(of: key).flatMap { try node.dueOn(enteredAt: $0) }
    return made
  }

  /// - Throws: `review.role`, `review.version`, `review.done`, `review.day`.
  func requireReviewable(_ item: Deliverable, _ role: String, on day: Day) throws {
    let (_, node) = try playbook.node(item.node)
    guard node.reviews.contains(role) else {
      throw ValidationError(
        "review.role", "\(node.key) is not reviewed by \"\(role)\"",
        remedy: node.reviews.isEmpty
          ? "it needs no review" : Suggestion.sentence(for: role, among: node.reviews),
        field: "role")
    }
    let last = try deliverables.filter { $0.node == item.node }.map(\.version).max()
    guard last == item.version else {
      throw ValidationError(
        "review.version", "version \(item.version) of \(item.node) was followed by another",
        remedy: "review version \(last ?? 0)", field: "deliverable")
    }
    let old = try host.related(DeliverableReview.self, by: "deliverable", to: item.id)
    if let done = old.first(where: { $0.role == role }) {
      throw ValidationError(
        "review.done",
        "\(role) \(done.passed ? "passed" : "failed") version \(item.version) of \(item.node) on "
          + "\(done.reviewedOn)",
        remedy: "hand a new version in: selling.deliver", field: "role")
    }
    guard day >= item.doneOn, day <= host.options.clock.day() else {
      throw ValidationError(
        "review.day", "\(day) is not between \(item.doneOn), when it was handed in, and today",
        remedy: "give the day of the verdict", field: "on")
    }
  }
}
