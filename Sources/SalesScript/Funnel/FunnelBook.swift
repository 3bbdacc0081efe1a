import Lua
import SalesKernel
import SalesStore
import Values

/// The opportunities that a question is about, read once: their history, and what they can be split by.
struct FunnelBook {
  let history: FunnelHistory
  let asOf: Day
  /// Distinct reasons, by code from 1.
  let reasonWords: [String]
  let reasons: [Int32]
  /// Codes of the field to split by, if one is asked for.
  let split: FigureSplit?
  /// Opportunities of the query that follow other playbooks.
  let others: Int
  /// Moves and opportunities left out because the playbook does not know their stage.
  let unknownStages: Int
  /// Opportunities that were closed before they were opened: without moves they count as closed on
  /// the day they were opened.
  let misdated: Int
}

/// Reads a ``FunnelBook``.
struct FunnelReader {
  let host: ScriptHost
  let policies: EnginePolicies
  let asOf: Day
  private let entity = Opportunity.schema.entity
  private static let subject = FigureSubject(
    name: "a funnel", code: "funnel.split",
    examples: "rep, product, customer, region, source, competitor, or a word of customers as level")

  private enum Slot: String, CaseIterable {
    case playbook, stage, amount, expectedClose = "expected_close", openedOn = "opened_on"
    case closedOn = "closed_on", reason
  }

  init(_ host: ScriptHost, _ policies: EnginePolicies, asOf: Day) {
    (self.host, self.policies, self.asOf) = (host, policies, asOf)
  }

  /// - Parameters:
  ///   - playbook: Its name or table; that of most of the opportunities where none is given.
  ///   - by: What to split by: a field of opportunities or of their customers, or a period.
  /// - Throws: `playbook.unknown`, `playbook.won`, `entity.field`.
  func book(
    of query: QueryObject?, playbook: Value?, by: String?
  ) throws -> FunnelBook {
    let session = try host.requireSession()
    let selection = try (query ?? host.query(Opportunity.self)).resolved()
    let slots = try Slot.allCases.map { try entity.requireSlot(of: $0.rawValue) }
    let split = try by.flatMap { try FigureSplitReader(host, entity, $0, of: Self.subject) }
    let read = slots + (split?.slot.map { [$0] } ?? [])
    let past = try session.past(
      entity, slots: read, at: try Instant(endOf: asOf),
      clock: host.options.clock)
    let table = try session.columns(
      of: selection, slots: read, poll: host.state.checkStop)
    let chosen = try Self.playbook(table.columns[0], playbook, policies)
    let stages = try FunnelStages(chosen.playbook)
    var deals = DealColumns(stages, table, past, slots: slots, chosen: chosen.code)
    deals.read()
    let moves = try moves(of: deals)
    let history = FunnelHistory(stages, deals: deals.deals, moves: moves.count) { index in
      moves.move(index)
    }
    return FunnelBook(
      history: history, asOf: asOf, reasonWords: table.columns[6].distinctTexts,
      reasons: deals.rows.map { Int32(table.columns[6].code($0)) },
      split: try split.map { split in
        try split.split { deals.codes(slot: split.slot ?? 0, column: slots.count) }
      }, others: chosen.others,
      unknownStages: deals.unknown + moves.unknown, misdated: deals.misdated)
  }

  /// The playbook asked for, or that of most opportunities; its code among the column's texts.
  private static func playbook(
    _ column: CellColumn, _ value: Value?, _ policies: EnginePolicies
  ) throws -> (playbook: Playbook, code: Int, others: Int) {
    let words = column.distinctTexts
    var counts = [Int](repeating: 0, count: words.count + 1)
    for row in 0..<column.count { counts[column.code(row)] += 1 }
    let standing = try policies.selling().playbook
    let most = words.indices.max { (counts[$0 + 1], words[$1]) < (counts[$1 + 1], words[$0]) }
    let playbook = try policies.playbook(
      value ?? .string(most.map { words[$0] } ?? standing), standing: standing)
    let code = words.firstIndex(of: playbook.name).map { $0 + 1 } ?? -1
    let own = code > 0 ? counts[code] : 0
    return (playbook, code, column.count - own)
  }

  private func moves(of deals: DealColumns) throws -> MoveColumns {
    let entity = StageMove.schema.entity
    var names = ["opportunity", "stage", "moved_at"]
    if deals.needsAmounts { names += ["amount", "expected_close"] }
    let table = try host.requireSession().columns(
      of: Selection(entity), slots: try names.map { try entity.requireSlot(of: $0) },
      poll: host.state.checkStop)
    return MoveColumns(table, deals: deals)
  }
}

extension Instant {
  /// The last millisecond of a day.
  init(endOf day: Day) throws(ValueError) {
    let start = try Instant(startOf: day)
    try self.init(milliseconds: start.milliseconds + Span.millisecondsPerDay - 1)
  }
}
