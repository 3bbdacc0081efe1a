import Lua
import SalesKernel
import Values

/// The days that a key figure is asked for.
struct KPISpan: Hashable {
  let first: Day
  let last: Day
  /// As `2026-Q2`, or `2026-06-01..2026-06-07`.
  let text: String
  let period: Period?

  init(_ period: Period) {
    (first, last, text) = (period.first, period.last, period.text)
    self.period = period
  }

  /// - Throws: `kpi.period` for days that end before they begin.
  init(_ first: Day, _ last: Day) throws {
    guard first <= last else {
      throw ArgumentError(
        "the days from \(first) to \(last) are none", code: "kpi.period",
        remedy: "give from = and upto = in their order")
    }
    (self.first, self.last, text) = (first, last, "\(first)..\(last)")
    period = nil
  }

  init(first: Day, last: Day, text: String) {
    (self.first, self.last, self.text) = (first, last, text)
    period = try? Period(parsing: text)
  }

  /// What a call names: a period, or days; the month of the run's day unless given.
  /// - Throws: `period.unknown`, `kpi.period`.
  init(_ options: NamedArguments, today: Day) throws {
    let (from, upto) = (try options.day("from"), try options.day("upto"))
    let named = try options.string("period")
    guard from != nil || upto != nil else {
      self.init(try named.map { try Period(parsing: $0) } ?? Period(.month, of: today))
      return
    }
    guard named == nil, let from else {
      throw ArgumentError(
        "give a period, or from = and upto =", code: "kpi.period",
        remedy:
          "as {period = \"2026-Q2\"} or {from = date\"2026-06-01\", upto = date\"2026-06-07\"}")
    }
    try self.init(from, upto ?? today)
  }

  static let options = ["period", "from", "upto"]

  var days: Int { last.days(since: first) + 1 }

  /// As many days just before; of a period the one before it.
  func previous() throws -> KPISpan {
    if let period { return KPISpan(try period.adding(-1)) }
    return try KPISpan(first.adding(days: -days), first.adding(days: -1))
  }

  func lastYear() throws -> KPISpan {
    if let period { return KPISpan(try period.adding(years: -1)) }
    // The end of a month stays one: 29 February, 31 of a month.
    return try KPISpan(
      first.adding(months: -12), last.adding(days: 1).adding(months: -12).adding(days: -1))
  }

  /// What formulas see of it.
  var value: Value {
    .table(
      Table(fields: [
        ("text", .string(text)), ("first", .scalar(first.scalar)), ("last", .scalar(last.scalar)),
        ("days", .integer(Int64(days))),
      ]))
  }
}
