import Lua
import SalesKernel
import SalesStore
import Values

/// What is asked of loyalty: which customers, from which day to which, split by what.
struct LoyaltyQuestion {
  let book: LoyaltyBook
  let policy: LoyaltyPolicy
  let from: Day
  let to: Day
  let poll: () throws -> Void

  static let options = ["from", "to", "of", "by", "policy"]

  /// - Throws: `loyalty.period`, `loyalty.split`, ``PolicyError``.
  init(_ options: NamedArguments, _ host: ScriptHost, _ policies: EnginePolicies) throws {
    policy = try policies.loyalty(options["policy"])
    (from, to) = try Self.period(options, host)
    book = try LoyaltyReader(host: host).book(
      of: try Self.customers(options, host), by: try options.string("by"))
    poll = host.state.checkStop
  }

  static func customers(_ options: NamedArguments, _ host: ScriptHost) throws -> QueryObject? {
    try options["of"].map { _ in try host.customers(options, "of") }
  }

  /// The last twelve months unless something else is asked.
  static func period(_ options: NamedArguments, _ host: ScriptHost) throws -> (Day, Day) {
    let today = host.options.clock.day()
    let to = try options.day("to") ?? today
    let from = try options.day("from") ?? to.adding(months: -12).adding(days: 1)
    guard from <= to else {
      throw ArgumentError(
        "the period is from \(from) to \(to): it ends before it begins", code: "loyalty.period",
        remedy: "give from and to the other way round")
    }
    guard to <= today else {
      throw ArgumentError(
        "the period ends on \(to), after \(today), the day of this run", code: "loyalty.period",
        remedy: "give to = \(today) at the latest")
    }
    return (from, to)
  }

  var opening: [ReportObject.Part] {
    [.init("from", .scalar(from.scalar)), .init("to", .scalar(to.scalar))]
  }

  /// The periods that the figures are split by, cut at the ends of what is asked.
  func periods(_ grain: Grain) throws -> [(title: String, from: Day, to: Day)] {
    var periods: [(title: String, from: Day, to: Day)] = []
    var start = try grain.start(of: from)
    while start <= to {
      guard periods.count < policy.mostPeriods else {
        throw ArgumentError(
          "from \(from) to \(to) there are more than \(policy.mostPeriods) periods",
          code: "loyalty.period", remedy: "give a later from, or a longer period")
      }
      let next = try grain.start(start, adding: 1)
      periods.append(
        (grain.text(of: start), max(start, from), min(try next.adding(days: -1), to)))
      start = next
    }
    return periods
  }

  /// The table of the groups, where figures are split: by words, or by periods.
  func groups<Tally>(
    _ columns: [ResultTable.Column], _ total: FigureGroups<Tally>,
    each: (Day, Day) throws -> FigureGroups<Tally>, _ cells: (Tally) throws -> [Value]
  ) throws -> (parts: [ReportObject.Part], series: [(title: String, tally: Tally)]) {
    if let grain = book.period {
      let rows = try periods(grain).map { ($0.title, try each($0.from, $0.to).total) }
      let table = ResultTable(
        columns: [.init(grain.rawValue)] + columns,
        rows: try rows.map { [.string($0.0)] + (try cells($0.1)) })
      return ([.init("groups", .object(table))], rows.map { ($0.0, $0.1) })
    }
    guard let split = book.split else { return ([], []) }
    let rows = try split.sorted(total.groups).map { $0.cells + (try cells($0.tally)) }
    let table = ResultTable(columns: split.columns + columns, rows: rows)
    return ([.init("groups", .object(table))], [])
  }
}

extension Value {
  init(_ money: Money?) { self = money.map { .scalar($0.scalar) } ?? .nil }
}
