import Lua
import SalesKernel
import SalesStore
import Values

/// The deadlines that move where one calendar takes the place of another: of tickets and leads that wait.
struct DeadlineMoves {
  /// A deadline under both calendars. Nil where the calendar does not reach so far.
  struct Move {
    let entity: String
    let id: Int64
    let code: String
    let owner: Int64?
    let clock: String
    let old: Instant?
    let new: Instant?
    let causes: [Day]
  }

  private let host: ScriptHost
  private let policies: EnginePolicies
  private let diff: CalendarDiff
  private let now: Instant

  init(
    _ host: ScriptHost, _ policies: EnginePolicies, _ diff: CalendarDiff, now: Instant
  ) {
    (self.host, self.policies, self.diff, self.now) = (host, policies, diff, now)
  }

  private var name: String { diff.before.policy.header.name }

  /// By the earlier of both deadlines; and the tickets whose clocks cannot be told.
  func moves(desk policy: Value?) throws -> (moves: [Move], problems: TicketProblems) {
    let (found, problems) = try tickets(policies.desk(policy))
    let moves = try (found + leads()).sorted {
      (min($0.old ?? .last, $0.new ?? .last), $0.entity, $0.id, $0.clock)
        < (min($1.old ?? .last, $1.new ?? .last), $1.entity, $1.id, $1.clock)
    }
    return (moves, problems)
  }

  // MARK: Tickets

  private struct Deadline {
    let start: Instant
    let due: Instant?
  }

  private func tickets(_ desk: ServiceDesk) throws -> ([Move], TicketProblems) {
    guard desk.calendars.contains(where: { $0.policy.header.name == name }) else { return ([], []) }
    func replaced(by calendar: WorkingCalendar) throws -> ServiceDesk {
      try desk.replacing(name) { entry in
        entry.exceptions.isEmpty
          ? calendar : try policies.calendar(of: calendar.policy.adding(entry.exceptions))
      }
    }
    let query = try host.query(Ticket.self, where: [("state", .text(Ticket.State.open.rawValue))])
    let slots = try ["code", "owner"].map { try query.slot($0) }
    let before = try TicketScan(
      host, TicketClocks(replaced(by: diff.before), now: now), of: query, slots: slots)
    let after = try TicketScan(
      host, TicketClocks(replaced(by: diff.after), now: now), of: query, slots: slots)
    let (earlier, problems) = try deadlines(before)
    let new = try deadlines(after).found
    var moves: [Move] = []
    var diffs: [Int: CalendarDiff] = [:]
    for (place, old) in earlier {
      guard let other = new[place], old.deadline.due != other.deadline.due else { continue }
      let row = old.row.row
      moves.append(
        Move(
          entity: Ticket.schema.entity.name, id: old.row.id,
          code: String(fieldValue: before.column(of: slots[0]).value(row)) ?? "\(old.row.id)",
          owner: Int64(fieldValue: before.column(of: slots[1]).value(row)),
          clock: desk.policy.clocks[place.clock].key, old: old.deadline.due,
          new: other.deadline.due,
          causes: try causes(
            place, (old.row, old.deadline), other.deadline.due, before.clocks.desk,
            after.clocks.desk, &diffs)))
    }
    return (moves, problems)
  }

  private struct Place: Hashable {
    let ticket: Int64
    let clock: Int
  }

  /// The deadlines of clocks that still run.
  private func deadlines(
    _ scan: TicketScan
  ) throws -> (found: [Place: (row: TicketScan.Row, deadline: Deadline)], problems: TicketProblems)
  {
    var found: [Place: (row: TicketScan.Row, deadline: Deadline)] = [:]
    let problems = try scan.forEach { row in
      for plan in row.sort.plans {
        guard let deadline = try scan.clocks.deadline(plan, of: row.facts, row.pauses) else {
          continue
        }
        found[Place(ticket: row.id, clock: plan.clock)] = (
          row, Deadline(start: deadline.start, due: deadline.due)
        )
      }
    }
    return (found, problems)
  }

  /// By the ticket's own calendars, which have the days of its team where the desk gives it some.
  private func causes(
    _ place: Place, _ old: (row: TicketScan.Row, deadline: Deadline), _ new: Instant?,
    _ before: ServiceDesk, _ after: ServiceDesk, _ diffs: inout [Int: CalendarDiff]
  ) throws -> [Day] {
    let calendar = old.row.sort.calendar
    let own =
      try diffs[calendar]
      ?? CalendarDiff(from: before.calendars[calendar], to: after.calendars[calendar])
    diffs[calendar] = own
    guard let last = [old.deadline.due, new].compactMap(\.self).max() else { return [] }
    return try own.causes(from: old.deadline.start, to: last, holds: old.row.pauses.list)
  }

  private func causes(
    _ start: Instant, _ old: Instant?, _ new: Instant?, _ pauses: TicketPauses
  ) throws -> [Day] {
    guard let last = [old, new].compactMap(\.self).max() else { return [] }
    return try diff.causes(from: start, to: last, holds: pauses.list)
  }

  // MARK: Leads

  /// Leads count on the standing calendar, where a clock of theirs counts working time.
  private func leads() throws -> [Move] {
    let policy = try policies.leads()
    guard policy.clocks.contains(where: { $0.kind == .working }),
      try policies.calendar().policy.header.name == name
    else { return [] }
    let before = try LeadClocks(policy.clocks, now: now) { diff.before }
    let after = try LeadClocks(policy.clocks, now: now) { diff.after }
    var moves: [Move] = []
    let query = try host.query(Lead.self)
    let slots = try ["code", "owner"].map { try query.slot($0) }
    try query.forEachBlock(reading: before.slots + slots) { block, rows in
      for row in rows {
        let new = try after.readings(of: block.reader(row))
        for reading in try before.readings(of: block.reader(row)) where reading.state.isWaiting {
          guard let other = new.first(where: { $0.clock == reading.clock }),
            other.state.due != reading.state.due
          else { continue }
          let id = block.ids[row]
          moves.append(
            Move(
              entity: Lead.schema.entity.name, id: id,
              code: String(fieldValue: try block.value(row, slots[0])) ?? "\(id)",
              owner: Int64(fieldValue: try block.value(row, slots[1])),
              clock: policy.clocks[reading.clock].key, old: reading.state.due,
              new: other.state.due,
              causes: try causes(
                reading.state.start, reading.state.due, other.state.due, .none)))
        }
      }
      return true
    }
    return moves
  }
}
