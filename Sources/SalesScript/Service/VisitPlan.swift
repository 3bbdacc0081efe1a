import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// Which visits are looked for: by which policy, as of which day, due until when.
struct VisitPlan {
  let policy: ServicePolicy
  let today: Day
  let until: Day
}

/// Where activities hold what visits are told by.
struct VisitSlots {
  /// The kind of activity that is a visit; a word of the record, see ``Activity/kind``.
  static let visit = "visit"

  let customer: Int
  let kind: Int
  let at: Int

  init() {
    let activities = Activity.schema.entity
    customer = activities.slot(of: "customer") ?? 0
    kind = activities.slot(of: "kind") ?? 0
    at = activities.slot(of: "at") ?? 0
  }
}

/// A visit that is due, without what only its row of the table needs.
private struct DueVisit {
  let customer: Int64
  let last: Day?
  let due: Day
  let daysLate: Int
}

/// Visits due over all customers: one pass over the visits, one over the customers.
extension ScriptHost {
  /// - Complexity: memory 24 bytes a customer visited and 40 a visit due.
  func visitsDue(_ plan: VisitPlan, of query: QueryObject, limit: Int) throws -> ResultTable {
    let last = try lastVisits(upTo: plan.today)
    let entity = query.entity
    let (level, since) = (
      try entity.requireSlot(of: "level"), try entity.requireSlot(of: "created_on")
    )
    var due: [DueVisit] = []
    try query.forEachBlock(reading: [level, since]) { block, rows in
      for row in rows {
        guard case .text(let code) = try block.value(row, level),
          let standard = plan.policy.standard(for: code), standard.visitMonths != nil
        else { continue }
        let id = block.ids[row]
        let visited = try last[id].map { number in try Day(number: number) }
        var start: Day?
        if case .day(let day) = try block.value(row, since) { start = day }
        guard let visit = try standard.nextVisit(last: visited, since: start, asOf: plan.today),
          visit.due <= plan.until
        else { continue }
        due.append(
          DueVisit(customer: id, last: visited, due: visit.due, daysLate: visit.daysLate))
      }
      return true
    }
    due.sort { ($0.due, $0.customer) < ($1.due, $1.customer) }
    return try table(of: due.prefix(limit), entity, omitted: max(0, due.count - limit))
  }

  /// Day numbers of each customer's latest visit.
  private func lastVisits(upTo today: Day) throws -> [Int64: Int32] {
    let slots = VisitSlots()
    var last: [Int64: Int32] = [:]
    let visits = Selection(
      Activity.schema.entity, equals: [(slots.kind, .text(VisitSlots.visit))])
    try requireSession().forEachBlock(visits, slots: [slots.customer, slots.at]) { block in
      for row in 0..<block.count {
        guard case .integer(let customer) = try block.value(row, slots.customer),
          case .instant(let at) = try block.value(row, slots.at)
        else { continue }
        let day = at.day()
        if day <= today { last[customer] = max(last[customer] ?? day.number, day.number) }
      }
      return true
    }
    return last
  }

  private func table(
    of visits: ArraySlice<DueVisit>, _ entity: Entity, omitted: Int
  ) throws -> ResultTable {
    let fields = try ["code", "name", "level", "owner"].map { try entity.requireSlot(of: $0) }
    let block = try requireSession().block(of: entity, ids: visits.map(\.customer))
    let rows = try visits.enumerated().map { row, visit in
      [.integer(visit.customer)] + (try fields.map { try block.value(row, $0).scriptValue })
        + [
          visit.last.map { .scalar($0.scalar) } ?? .nil, .scalar(visit.due.scalar),
          .integer(Int64(visit.daysLate)),
        ]
    }
    return ResultTable(
      columns: [.init("id", .number)] + fields.map { .init(entity.fields[$0], of: entity) }
        + [.init("last_visit"), .init("due"), .init("days_late", .number)],
      rows: rows, omitted: omitted)
  }
}
