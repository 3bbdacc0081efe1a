import Lua
import SalesKernel
import SalesStore
import Values

/// Tickets that could not be told, each with what is wrong with it.
typealias TicketProblems = [(ticket: Int64, what: String)]

/// Many tickets at native speed: their columns, their pauses, and the plans of their clocks by what they are.
///
/// Tickets alike in the fields by which clocks are chosen share their plans, so that a policy's conditions
/// are asked once a sort and not once a ticket.
final class TicketScan {
  let clocks: TicketClocks
  let table: RecordColumns
  private let columnOf: [Int]
  private let pauses: TicketPauseBook
  private let pausePlaces: RecordIndex
  /// What is wrong with the pauses of tickets.
  private let broken: [Int64: String]
  private var sorts: [Int: Sort] = [:]
  private let merged: Int

  /// What tickets of one sort have in common.
  struct Sort {
    let plans: [ServiceDesk.Plan]
    /// Place in the desk's calendars.
    let calendar: Int
  }

  /// - Parameter slots: Further fields to read.
  init(
    _ host: ScriptHost, _ clocks: TicketClocks, of query: QueryObject, slots: [Int] = []
  ) throws {
    self.clocks = clocks
    let entity = Ticket.schema.entity
    let fixed = try Self.fixed.map { try entity.requireSlot(of: $0) }
    var all: [Int] = []
    for slot in fixed + clocks.desk.words + slots where !all.contains(slot) { all.append(slot) }
    var columnOf = [Int](repeating: -1, count: entity.fields.count)
    for (column, slot) in all.enumerated() { columnOf[slot] = column }
    self.columnOf = columnOf
    table = try host.requireSession().columns(
      of: query.resolved(), slots: all, poll: host.state.checkStop)
    merged =
      (table.columns[5].distinctTexts.firstIndex(of: Ticket.State.merged.rawValue) ?? -2) + 1
    let read = try Self.entries(host, reopened: clocks.desk.policy.reopened)
    pauses = TicketPauseBook(read.entries, knownAt: clocks.now)
    broken = read.broken
    pausePlaces = RecordIndex(pauses.tickets)
  }

  private static let fixed = [
    "opened_at", "responded_at", "resolved_at", "closed_at", "reopened", "state",
  ]

  private static func entries(
    _ host: ScriptHost, reopened: String
  ) throws -> (entries: [TicketPauseBook.Entry], broken: [Int64: String]) {
    let entity = TicketHold.schema.entity
    let table = try host.requireSession().columns(
      of: Selection(entity),
      slots: try ["ticket", "from_at", "to_at", "reason"].map { try entity.requireSlot(of: $0) },
      poll: host.state.checkStop)
    let word = table.columns[3].distinctTexts.firstIndex(of: reopened).map { $0 + 1 } ?? -1
    var entries: [TicketPauseBook.Entry] = []
    entries.reserveCapacity(table.count)
    var broken: [Int64: String] = [:]
    for row in 0..<table.count {
      let ticket = table.columns[0].bits(row) ?? 0
      let (from, to) = (
        try table.columns[1].instant(row) ?? .first, try table.columns[2].instant(row)
      )
      do {
        entries.append(
          TicketPauseBook.Entry(
            ticket: ticket, hold: try Hold(from: from, to: to),
            isReopening: table.columns[3].code(row) == word))
      } catch {
        broken[ticket] = "ticket \(ticket), hold \(table.ids[row]): \(error.message)"
      }
    }
    return (entries, broken)
  }

  func column(of slot: Int) -> CellColumn { table.columns[columnOf[slot]] }

  /// One ticket of the scan.
  struct Row {
    let row: Int
    let id: Int64
    let facts: TicketFacts
    let pauses: TicketPauses
    let sort: Sort
  }

  /// Runs through the tickets that were opened by the moment asked about and are no doubles of others, with
  /// what was known of them then. Those with moments or holds out of order, or outside the calendar, are listed
  /// instead.
  /// - Throws: what the body throws, but `calendar.coverage`.
  func forEach(_ body: (Row) throws -> Void) throws -> TicketProblems {
    var problems: TicketProblems = []
    for row in 0..<table.count where table.columns[5].code(row) != merged {
      guard let opened = try table.columns[0].instant(row), opened <= clocks.now else { continue }
      let facts = TicketFacts(
        opened: opened, responded: try table.columns[1].instant(row),
        resolved: try table.columns[2].instant(row), closed: try table.columns[3].instant(row),
        reopened: table.columns[4].bits(row) ?? 0)
      let id = table.ids[row]
      if !broken.isEmpty, let what = broken[id] {
        problems.append((id, what))
        continue
      }
      do {
        try facts.requireOrder(id)
        let own = pausePlaces.place(of: id).map { pauses.pauses(at: $0) } ?? .none
        try body(
          Row(
            row: row, id: id, facts: facts.known(at: clocks.now, own), pauses: own,
            sort: try sort(of: row)))
      } catch let error as ValidationError where error.isOfOneTicket {
        problems.append((id, Self.named(error.message, id)))
      }
    }
    return problems
  }

  private static func named(_ message: String, _ id: Int64) -> String {
    message.hasPrefix("ticket \(id)") ? message : "ticket \(id): \(message)"
  }

  // MARK: Sorts

  private func sort(of row: Int) throws -> Sort {
    guard let key = key(of: row, clocks.desk.words) else { return try makeSort(row) }
    if let sort = sorts[key] { return sort }
    let sort = try makeSort(row)
    sorts[key] = sort
    return sort
  }

  /// Words of a ticket as one number; nil where they are no words, or too many.
  func key(of row: Int, _ slots: [Int]) -> Int? {
    var key = 0
    for slot in slots {
      let column = table.columns[columnOf[slot]]
      guard column.isText else { return nil }
      let (scaled, overflow) = key.multipliedReportingOverflow(by: column.distinctCount + 1)
      if overflow { return nil }
      key = scaled + column.code(row)
    }
    return key
  }

  private func makeSort(_ row: Int) throws -> Sort {
    let reader = reader(row)
    return Sort(
      plans: try clocks.desk.plans(of: reader),
      calendar: try clocks.desk.calendar(of: reader).calendar)
  }

  /// The columns of a row behind the face that conditions read.
  func reader(_ row: Int) -> any RecordReader { ColumnReader(scan: self, row: row) }

  private struct ColumnReader: RecordReader {
    let scan: TicketScan
    let row: Int
    var entity: Entity { Ticket.schema.entity }
    var id: Int64 { scan.table.ids[row] }
    func value(at slot: Int) -> FieldValue {
      let column = scan.columnOf[slot]
      return column < 0 ? .null : scan.table.columns[column].value(row)
    }
  }
}

extension CellColumn {
  func instant(_ row: Int) throws(ValueError) -> Instant? {
    guard let bits = bits(row) else { return nil }
    return try Instant(milliseconds: bits)
  }
}

extension ValidationError {
  /// Whether it is about the moments or holds of a single ticket, so that the others can still be told.
  var isOfOneTicket: Bool {
    ["ticket.order", "calendar.order", "calendar.coverage"].contains(code)
  }
}
