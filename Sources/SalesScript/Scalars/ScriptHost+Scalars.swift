import Lua
import SalesKernel
import Values

/// Money, dates, instants and spans: their constructors and their methods.
extension ScriptHost {
  func defineScalars() throws {
    try defineConstructors()
    try defineMoneyMethods()
    try defineDayMethods()
  }

  private func defineConstructors() throws {
    try define(
      HelpEntry(
        "money", "money\"12.50\"", "An exact amount of money from its text.", returns: "money",
        units: "yuan, to 4 decimals",
        errors: ["money.syntax", "money.inexact", "money.overflow"],
        example: "return money\"0.1\" + money\"0.2\"", result: "money\"0.30\"",
        seeAlso: ["yuan", "wan"]),
      State.typed { (text: String) in try Money(parsing: text) })
    try define(
      HelpEntry(
        "yuan", "yuan(n)", "So many yuan; a number counts as its shortest decimal.",
        returns: "money", units: "yuan",
        errors: ["rate.syntax", "money.inexact", "money.overflow"], example: "return yuan(12.5)",
        result: "money\"12.50\"", seeAlso: ["wan", "money"]),
      State.typed { (n: Rate) in try Money.yuan(1).times(n) })
    try define(
      HelpEntry(
        "wan", "wan(n)", "So many 万: n × 10,000 yuan.", returns: "money", units: "万 (10,000 yuan)",
        errors: ["rate.syntax", "money.inexact", "money.overflow"],
        example: "return wan(50) == yuan(500000)",
        result: "true", seeAlso: ["yuan", "money"]),
      State.typed { (n: Rate) in try Money.yuan(10_000).times(n) })
    try define(
      HelpEntry(
        "date", "date\"2026-06-30\"", "A day of the calendar.", returns: "date",
        errors: ["day.syntax", "day.range"],
        example: "return date\"2026-06-30\" + days(1)", result: "date\"2026-07-01\"",
        seeAlso: ["days", "today"]),
      State.typed { (text: String) in try Day(parsing: text) })
    try define(
      HelpEntry(
        "instant", "instant\"2026-06-30T09:00:00\"",
        "A moment; Shanghai time unless an offset is given.", returns: "instant",
        errors: ["instant.syntax"], example: "return instant\"2026-06-30T09:00:00\" + hours(4)",
        result: "instant\"2026-06-30T13:00:00+08:00\""),
      State.typed { (text: String) in try Instant(parsing: text) })
    try define(
      HelpEntry(
        "days", "days(n)", "A span of whole days.", returns: "span", units: "days",
        example: "return days(90)",
        result: "span\"90d\"", seeAlso: ["hours"]),
      State.typed { (n: Int64) in try Span.days(n) })
    try define(
      HelpEntry(
        "hours", "hours(n)", "A span of whole hours.", returns: "span", units: "hours",
        example: "return hours(36)",
        result: "span\"1d12h\"", seeAlso: ["days"]),
      State.typed { (n: Int64) in try Span.hours(n) })
    try define(
      HelpEntry(
        "span", "span\"1d12h\"", "A span of time from its text.", returns: "span",
        errors: ["span.syntax"],
        example: "return span\"48h\" == days(2)", result: "true", seeAlso: ["days", "hours"]),
      State.typed { (text: String) in try Span(parsing: text) })
    try define(
      HelpEntry(
        "today", "today()", "The day of the run's clock, in Shanghai.", returns: "date",
        example: "return today()", result: "date\"2026-06-30\"", seeAlso: ["now"]),
      { [options] _, results in try results.add(options.clock.day()) })
    try define(
      HelpEntry(
        "now", "now()", "The run's clock: the same moment during the whole run.",
        returns: "instant",
        example: "return now()", result: "instant\"2026-06-30T09:00:00+08:00\"", seeAlso: ["today"]),
      { [options] _, results in try results.add(options.clock) })
  }

  private func defineMethod(_ entry: HelpEntry, _ body: @escaping State.HostFunction) throws {
    help.add(entry)
    let name = entry.name.split(separator: ":").last.map(String.init) ?? entry.name
    try state.defineScalarMethod(name, watched(entry, body))
  }

  private func defineMoneyMethods() throws {
    try defineMethod(
      HelpEntry(
        "money:times", "money:times(rate, rounding[, stage])",
        "The product with a rate, rounded as spelled at a named stage.", returns: "money",
        units: "stage: \"unit\" (4 decimals), \"line\" or \"document\" (2)",
        errors: ["money.overflow"],
        example:
          "return money\"2.345\":times(1, \"half_up\"), money\"2.345\":times(1, \"half_even\")",
        result: "money\"2.35\"  money\"2.34\"", seeAlso: ["money:divide", "money:allocate"]),
      State.typed { (money: Money, rate: Rate, rounding: Rounding, stage: Stage?) in
        try money.times(rate, rounding: rounding, to: stage ?? .document)
      })
    try defineMethod(
      HelpEntry(
        "money:divide", "money:divide(n, rounding[, stage])",
        "The quotient by a whole number, rounded as spelled.", returns: "money",
        errors: ["divide.zero"],
        example: "return money\"100\":divide(3, \"half_up\")", result: "money\"33.33\"",
        seeAlso: ["money:allocate"]),
      State.typed { (money: Money, count: Int64, rounding: Rounding, stage: Stage?) in
        try money.divided(by: count, rounding: rounding, to: stage ?? .document)
      })
    try defineMethod(
      HelpEntry(
        "money:allocate", "money:allocate(n | weights)",
        "Shares that add up to the amount: largest remainder, ties by position, to the fen.",
        returns: "money[]",
        errors: ["allocation.weights", "allocation.parts"],
        example: "return money\"100\":allocate(3)",
        result: "{money\"33.34\", money\"33.33\", money\"33.33\"}"),
      { arguments, results in
        let money = try arguments.decode(0, as: Money.self)
        let shares: [Money]
        if case .table(let weights) = try arguments[1] {
          shares = try Allocation.split(
            money, by: try weights.list.map { try $0.wholeNumber("a weight") }, to: .document)
        } else {
          shares = try Allocation.split(
            money, parts: try arguments.decode(1, as: Int.self), to: .document)
        }
        try results.add(Table(list: shares.map { .scalar($0.scalar) }))
      })
    try defineMethod(
      HelpEntry(
        "money:is_zero", "money:is_zero()", "Whether the amount is nothing.", returns: "boolean",
        example: "return money\"0\":is_zero()", result: "true"),
      State.typed { (money: Money) in money.isZero })
    try defineMethod(
      HelpEntry(
        "money:yuan", "money:yuan()",
        "The amount as a plain number of yuan, for arithmetic that needs no exactness.",
        returns: "number",
        units: "yuan", example: "return money\"12.50\":yuan()", result: "12.5"),
      State.typed { (money: Money) in Double(money.units) / Double(Money.unitsPerYuan) })
    try defineMethod(
      HelpEntry(
        "money:text", "money:text([unit])",
        "The amount as people read it: thousands grouped; in 万元 or 亿元 rounded half to even to 2 decimals.",
        returns: "string",
        units: "unit: \"yuan\" unless given, \"wan\" or \"yi\", whose word follows the amount",
        example: "return wan(50):text(), yuan(123456789):text(\"yi\")",
        result: "\"500,000.00\"  \"1.23 亿元\"", seeAlso: ["money", "wan"]),
      State.typed { (money: Money, unit: MoneyUnit?) in
        guard let unit, unit != .yuan else { return money.grouped }
        return "\(money.grouped(in: unit)) \(unit.word)"
      })
  }

  private func defineDayMethods() throws {
    try defineMethod(
      HelpEntry(
        "date:year", "date:year()", "The year.", returns: "integer",
        example: "return date\"2026-06-30\":year()",
        result: "2026", seeAlso: ["date:month", "date:quarter", "date:weekday"]),
      State.typed { (day: Day) in day.year })
    try defineMethod(
      HelpEntry(
        "date:month", "date:month()", "The month, 1–12.", returns: "integer",
        example: "return date\"2026-06-30\":month()",
        result: "6"), State.typed { (day: Day) in day.month })
    try defineMethod(
      HelpEntry(
        "date:quarter", "date:quarter()", "The quarter, 1–4.", returns: "integer",
        example: "return date\"2026-06-30\":quarter()", result: "2"),
      State.typed { (day: Day) in day.quarter })
    try defineMethod(
      HelpEntry(
        "date:weekday", "date:weekday()", "The day of the week, Monday = 1.", returns: "integer",
        example: "return date\"2026-06-30\":weekday()", result: "2"),
      State.typed { (day: Day) in day.weekday })
    try defineMethod(
      HelpEntry(
        "date:add_months", "date:add_months(n)",
        "So many months on; the day is clamped to the month's end.", returns: "date",
        example: "return date\"2026-01-31\":add_months(1)", result: "date\"2026-02-28\""),
      State.typed { (day: Day, months: Int) in try day.adding(months: months) })
    try defineMethod(
      HelpEntry(
        "span:days", "span:days()", "The span as a number of days.", returns: "number",
        units: "days",
        example: "return (date\"2026-06-30\" - date\"2026-06-01\"):days()", result: "29.0"),
      State.typed { (span: Span) in Double(span.milliseconds) / Double(Span.millisecondsPerDay) })
  }
}

/// A Lua number as an exact decimal: an integer as it is, any other as its shortest decimal.
extension Rate: LuaDecodable {
  public static var luaName: String { "number" }
  public static func decode(_ value: BareValue, _ state: State) throws -> Rate? {
    if let integer = Int64.decode(value, state) { return try Rate(mantissa: integer, scale: 0) }
    return try Double.decode(value, state).map { try Rate(exactly: $0) }
  }
}

extension Rounding: LuaDecodable {
  public static var luaName: String { "rounding (\"half_up\", \"half_even\", \"down\" or \"up\")" }
  public static func decode(_ value: BareValue, _ state: State) throws -> Rounding? {
    switch try String.decode(value, state) {
    case "half_up": .halfUp
    case "half_even": .halfEven
    case "down": .down
    case "up": .up
    default: nil
    }
  }
}

extension MoneyUnit: LuaDecodable {
  public static var luaName: String { "unit (\"yuan\", \"wan\" or \"yi\")" }
  public static func decode(_ value: BareValue, _ state: State) throws -> MoneyUnit? {
    try String.decode(value, state).flatMap(MoneyUnit.init(rawValue:))
  }
}

extension Stage: LuaDecodable {
  public static var luaName: String { "stage (\"unit\", \"line\" or \"document\")" }
  public static func decode(_ value: BareValue, _ state: State) throws -> Stage? {
    try String.decode(value, state).flatMap(Stage.init(rawValue:))
  }
}

extension Value {
  /// - Throws: `script.argument` when it is no whole number.
  func wholeNumber(_ what: String) throws -> Int64 {
    switch self {
    case .integer(let integer): return integer
    case .number(let number):
      if let integer = Int64(exactly: number) { return integer }
      fallthrough
    default: throw ArgumentError("\(what) must be a whole number, got \(typeName)")
    }
  }
}
