import Lua
import SalesKernel
import SalesStore
import Values

/// What a report of tickets is about: which ones, opened in which window, as of when, and split by what.
struct TicketQuestion {
  let scan: TicketScan
  let from: Day?
  let to: Day?
  let split: FigureSplit?
  private let opened: Range<Int64>

  private static let subject = FigureSubject(
    name: "a report of tickets", code: "service.split",
    examples:
      "kind, channel, class, grade, level, team, owner, customer, or a word of customers as region")

  static let options = ["where", "from", "to", "by", "as_of", "policy"]

  var clocks: TicketClocks { scan.clocks }
  var policy: DeskPolicy { scan.clocks.desk.policy }

  /// - Parameters:
  ///   - by: What it is split by where the call says nothing; nil for not at all.
  ///   - slots: Further fields to read.
  /// - Throws: `service.window`, `service.split`, and what conditions throw.
  init(
    _ host: ScriptHost, _ options: NamedArguments, _ policies: EnginePolicies,
    by standing: String? = nil, slots: [Int] = []
  ) throws {
    (from, to) = (try options.day("from"), try options.day("to"))
    if let from, let to, from > to {
      throw ArgumentError(
        "the window is from \(from) to \(to): it ends before it begins", code: "service.window",
        remedy: "give from and to the other way round")
    }
    let first = try from.map { try Instant(startOf: $0).milliseconds } ?? .min
    opened = first..<(try to.map { try Instant(endOf: $0).milliseconds + 1 } ?? .max)
    let word = try options.string("by") ?? standing
    let reader = try word.map {
      try FigureSplitReader(host, Ticket.schema.entity, $0, of: Self.subject)
    }
    scan = try TicketScan(
      host, host.ticketClocks(options, policies), of: host.tickets(options),
      slots: slots + (reader?.slot.map { [$0] } ?? []))
    split = try reader.map { [scan] reader in
      try reader.split {
        FigureCodes(scan.column(of: reader.slot ?? 0), rows: 0..<scan.table.count)
      }
    }
  }

  /// Runs through the tickets of the window, each with its group.
  /// - Returns: the tickets that count nowhere, and why.
  func forEach(
    _ body: (TicketScan.Row, Int32?) throws -> Void
  ) throws -> TicketProblems {
    var hasPeriods = false
    if case .period? = split?.grouping { hasPeriods = true }
    return try scan.forEach { row in
      guard opened.contains(row.facts.opened.milliseconds) else { return }
      let day = hasPeriods ? row.facts.opened.day().number : nil
      try body(row, split?.grouping.key(of: row.row, day: day))
    }
  }

  /// What every report of tickets opens with.
  var opening: [ReportObject.Part] {
    [
      .init("as_of", .scalar(clocks.now.scalar)), .init("from", from.scriptValue),
      .init("to", to.scriptValue),
    ]
  }

  /// The tickets that count nowhere.
  static func part(of problems: TicketProblems) -> ReportObject.Part {
    .init(
      "problems",
      .object(
        ResultTable(
          columns: [.init("ticket", .number), .init("what")],
          rows: problems.map { [.integer($0.ticket), .string($0.what)] })),
      text: problems.isEmpty ? "" : nil)
  }
}
