import Values

/// When forecasts are due: a list of rules, each with its days, its period, its content and use.
/// - Source: FC3.
public struct ForecastCalendar: Sendable {
  public struct Rule: Sendable {
    public let key: String
    public let title: Label
    public let source: String
    /// How often it is due.
    public let every: Grain
    /// The month of a year; nil for other rhythms.
    let month: Int?
    /// Day of the month, or of the week from Monday = 1; nil for the last.
    let day: Int?
    /// The period that is forecast, so many ahead of the one of the due day.
    public let period: Grain
    let ahead: Int
    public let content: Label
    public let method: Label
    public let use: Label
  }

  /// A forecast that is due.
  public struct Due: Sendable {
    public let rule: Rule
    public let dueOn: Day
    /// First and last day of the period to forecast.
    public let first: Day
    public let last: Day

    /// The same for the same forecast, so that it is opened once: `forecast_monthly/2026-07`.
    public var key: String { "\(kind)/\(periodText)" }
    public var kind: String { "forecast_\(rule.key)" }
    public var periodText: String { rule.period.text(of: first) }
  }

  public let rules: [Rule]

  init(_ at: PolicyDecoder) throws(PolicyError) {
    rules = try at.filledList { at throws(PolicyError) in try Rule(at) }
    try at.refuseDuplicates(rules.map(\.key))
  }

  /// What is due from one day to another, by day.
  /// - Throws: `day.range`.
  public func due(in days: ClosedRange<Day>) throws -> [Due] {
    var all: [Due] = []
    for rule in rules {
      var start = try rule.every.start(of: days.lowerBound)
      while start <= days.upperBound {
        let day = try rule.dueDay(in: start)
        if days.contains(day) { all.append(try rule.due(on: day)) }
        start = try rule.every.start(start, adding: 1)
      }
    }
    return all.sorted { ($0.dueOn, $0.rule.key) < ($1.dueOn, $1.rule.key) }
  }
}

extension ForecastCalendar.Rule {
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(
      keys: [
        "key", "title", "source", "every", "month", "day", "period", "ahead", "content", "method",
        "use", "note",
      ])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    every = try table["every"].oneOf(Grain.self)
    month = try table["month"].ifPresent.map { at throws(PolicyError) in
      Int(try at.integer(in: 1...12))
    }
    day = try table["day"].ifPresent.map { at throws(PolicyError) in
      Int(try at.integer(in: 1...31))
    }
    period = try table["period"].oneOf(Grain.self)
    ahead =
      try table["ahead"].ifPresent.map { at throws(PolicyError) in
        Int(try at.integer(in: 0...100))
      } ?? 1
    content = try table["content"].label()
    method = try table["method"].label()
    use = try table["use"].label()
    if every == .week, let day, day > 7 {
      throw PolicyError(
        "policy.value", at: table["day"].path, "\(day) is no day of a week",
        remedy: "1 is Monday, 7 is Sunday")
    }
  }

  /// The due day in the stretch that begins on a day; a month that is too short has it on its
  /// last day.
  func dueDay(in start: Day) throws -> Day {
    var first = start
    var last = try every.last(of: start)
    if let month, every == .year {
      first = try Day(year: start.year, month: month, day: 1)
      last = first.endOfMonth
    }
    guard let day else { return last }
    return min(try first.adding(days: day - 1), last)
  }

  func due(on day: Day) throws -> ForecastCalendar.Due {
    let first = try period.start(period.start(of: day), adding: ahead)
    return ForecastCalendar.Due(
      rule: self, dueOn: day, first: first, last: try period.last(of: first))
  }
}
