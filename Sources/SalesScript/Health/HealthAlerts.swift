import Lua
import SalesKernel
import SalesStore
import Values

/// Tells of customers whose health is low, settles those who recovered, and opens the recovery plan.
///
/// Only customers of the levels that the policy watches are told of, the lowest scores first, and no more
/// anew than its limit: a sweep over a million customers leaves an inbox that people can work through.
struct HealthAlerts {
  let host: ScriptHost
  let policies: EnginePolicies
  let policy: HealthPolicy
  let asOf: Day

  struct Result {
    var raised = 0
    var known = 0
    var settled = 0
    var tasks = 0
    /// Low, of a watched level, and beyond the limit.
    var left = 0
  }

  private var rule: HealthAlertRule { policy.alert }

  func run(_ found: HealthSweep.Found) throws -> Result {
    let desk = try AlertDesk(host, policies)
    var result = Result()
    var known: Set<Int> = []
    for alert in try host.records(Alert.self, where: [("kind", .text(rule.kind))])
    where alert.state != .resolved {
      // One without a score neither recovered nor is known to be low: the alert stays.
      guard let id = alert.record, let place = found.roster.customers.index.place(of: id),
        let score = found.score(place)
      else { continue }
      if score < rule.below {
        known.insert(place)
      } else {
        try desk.resolve(
          alert, reason: "recovered: \(FieldValue.number(score).display) on \(asOf)")
        result.settled += 1
      }
    }
    let (chosen, left) = fresh(found, but: known)
    result.left = left
    for place in known.sorted() + chosen {
      let draft = try draft(found, place)
      guard try desk.raise(draft).isNew else {
        result.known += 1
        continue
      }
      result.raised += 1
      result.tasks += try plan(found, place)
    }
    return result
  }

  /// The lowest that nobody was told of yet.
  private func fresh(
    _ found: HealthSweep.Found, but known: Set<Int>
  ) -> (places: [Int], left: Int) {
    let watched = [rule.watches(nil)] + found.roster.levels.map { rule.watches($0) }
    let low = found.scores.indices.filter {
      found.scores[$0] < rule.below && watched[found.roster.level($0)] && !known.contains($0)
    }.sorted { (found.scores[$0], $0) < (found.scores[$1], $1) }
    return (Array(low.prefix(rule.limit)), max(0, low.count - rule.limit))
  }

  private func draft(_ found: HealthSweep.Found, _ place: Int) throws -> AlertDraft {
    let result = found.board.explained(place)
    let band = result.band.map { "\($0.title.en) · \($0.title.zh)" } ?? ""
    let customer = try host.record(Customer.self, id: found.roster.customers.ids[place])
    var message =
      "\(customer.name): health \(FieldValue.number(found.scores[place]).display) by "
      + "\(policy.header.name) on \(asOf): \(band)"
    if let change = found.change(place), change != 0 {
      message += ", \(change > 0 ? "+" : "")\(FieldValue.number(change).display)"
    }
    // What is lost against full points says where to begin.
    let worst = result.lines.filter { $0.points != nil }.map {
      (key: $0.factor.key, lost: $0.share - $0.contribution)
    }.sorted { $0.lost > $1.lost }.prefix(2).filter { $0.lost > 0 }
    if !worst.isEmpty {
      message += "; most is lost by " + worst.map(\.key).joined(separator: ", ")
    }
    return AlertDraft(
      kind: rule.kind, of: Customer.schema.entity, customer.id,
      owner: found.roster.csm(place) ?? found.roster.owner(place), message: message)
  }

  /// The tasks of the recovery plan, one a step.
  private func plan(_ found: HealthSweep.Found, _ place: Int) throws -> Int {
    let id = found.roster.customers.ids[place]
    let name = try host.record(Customer.self, id: id).name
    for step in rule.steps {
      var task = DueTask(
        kind: rule.task, key: "\(rule.task)/\(step.key)/customer/\(id)/\(asOf)",
        title: "\(name): \(step.title.en) · \(step.title.zh)",
        dueOn: try asOf.adding(days: Int(step.days)))
      let owner = found.roster.owner(place)
      task.owner = step.by == .csm ? found.roster.csm(place) ?? owner : owner
      (task.entity, task.record) = (Customer.schema.entity.name, id)
      _ = try host.openTask(task)
    }
    return rule.steps.count
  }
}
