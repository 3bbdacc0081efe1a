import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// Sums of records by period, as calls like `forecast.series{of =, value =, day =, by =}` ask for them.
struct SeriesReader {
  let query: QueryObject
  let measure: QueryMeasure
  let daySlot: Int
  let grain: Grain
  let unit: ForecastUnit
  /// What is summed, as `orders.amount`.
  let name: String

  static let options = ["of", "value", "day", "by"]

  /// - Throws: `entity.field`, `rule.syntax`, `rule.unknown_name`, `script.argument`.
  init(_ options: NamedArguments, _ actuals: ForecastActuals, host: ScriptHost) throws {
    query = try options.query("of") ?? Self.standing(actuals, host)
    let isStanding = query.entity.name == actuals.entity
    guard let value = options["value"] ?? (isStanding ? .string(actuals.value) : nil),
      let day = try options.string("day") ?? (isStanding ? actuals.day : nil)
    else {
      throw ArgumentError(
        "what of \(query.entity.name) is to be summed, and on which day?",
        remedy: "give value = \"amount\" and day = \"…_on\"")
    }
    measure = try QueryMeasure(value, of: query, what: "value")
    daySlot = try query.slot(day)
    guard query.entity.fields[daySlot].type == .day || query.entity.fields[daySlot].type == .instant
    else {
      throw ArgumentError(
        "day: \(day) of \(query.entity.name) is no date", remedy: "name a field that holds dates")
    }
    grain = try options.grain("by") ?? actuals.grain
    unit = try Self.unit(measure, query)
    name = "\(query.entity.name).\(value.plain.isEmpty ? "value" : value.plain)"
  }

  /// The records that the policy counts as having happened.
  static func standing(_ actuals: ForecastActuals, _ host: ScriptHost) throws -> QueryObject {
    let query = QueryObject(
      try host.binding(host.catalog.require(actuals.entity)), host: host)
    if let condition = actuals.condition {
      query.filters.append(
        .rule(try LuaRuleCompiler(host: host).rule(condition, entity: query.entity)))
    }
    return query
  }

  /// Money or numbers: by the field, or by the first value of the rule.
  private static func unit(_ measure: QueryMeasure, _ query: QueryObject) throws -> ForecastUnit {
    if case .field(let slot) = measure {
      return query.entity.fields[slot].type == .money ? .money : .number
    }
    var unit: ForecastUnit?
    try query.forEachBlock(reading: measure.reading) { block, rows in
      try measure.forEach(block, rows) { _, value in
        if unit == nil, !value.isNull { unit = if case .money = value { .money } else { .number } }
      }
      return unit == nil
    }
    return unit ?? .number
  }

  /// - Parameters:
  ///   - since: Nil for the period of the first record.
  ///   - asOf: No record of a later day is looked at.
  func totals(since: Day?, asOf: Day) throws -> PeriodTotals {
    var totals = PeriodTotals(grain, unit: unit)
    try query.forEachBlock(reading: measure.reading + [daySlot]) { block, rows in
      try measure.forEach(block, rows) { row, value in
        guard !value.isNull, let day = try day(block, row), day <= asOf, day >= since ?? day
        else { return }
        try totals.add(value, on: day)
      }
      return true
    }
    return totals
  }

  private func day(_ block: RowBlock, _ row: Int) throws -> Day? {
    switch try block.value(row, daySlot) {
    case .day(let day): day
    case .instant(let instant): instant.day()
    default: nil
    }
  }
}

extension NamedArguments {
  /// A length of period.
  /// - Throws: `policy.unknown` with the nearest word.
  func grain(_ name: String) throws -> Grain? {
    guard let word = try string(name) else { return nil }
    if let grain = Grain(rawValue: word) { return grain }
    let words = Grain.allCases.map(\.rawValue)
    throw ArgumentError(
      "\(name): there is no period '\(word)'", code: "policy.unknown",
      remedy: Suggestion.sentence(for: word, among: words))
  }

  /// A series of a report, or a list of numbers or amounts.
  /// - Throws: `forecast.empty`, `forecast.unit`, `forecast.number`.
  func series(_ name: String, asOf: Day) throws -> NamedSeries {
    switch self[name] {
    case .object(let object)?:
      guard let series = (object as? ReportObject)?.content as? NamedSeries else { break }
      return series
    case .table(let table)? where table.fields.isEmpty && table.others.isEmpty:
      var unit: ForecastUnit?
      let values = try table.list.enumerated().map { index, value in
        let (number, kind) = try Self.number(value, index + 1)
        guard unit == nil || unit == kind else {
          throw ArgumentError(
            "\(name)[\(index + 1)] is \(kind.rawValue) among \((unit ?? kind).rawValue)",
            code: "forecast.unit", remedy: "give amounts only, or numbers only")
        }
        unit = kind
        return number
      }
      return NamedSeries(
        series: try PeriodSeries(
          list: values, unit: unit ?? .number, grain: try grain("by"), from: try day("from"),
          asOf: asOf), name: name)
    default: break
    }
    throw ArgumentError(
      "\(name): expected a series, got \(self[name]?.typeName ?? "nothing")",
      remedy: "give \(name) = forecast.series{…} or a list of numbers or amounts")
  }

  private static func number(_ value: Value, _ place: Int) throws -> (Double, ForecastUnit) {
    switch value {
    case .integer(let integer): return (Double(integer), .number)
    case .number(let number): return (number, .number)
    case .scalar(let scalar):
      if case .money(let money) = try TypedScalar(scalar) { return (money.yuan, .money) }
      fallthrough
    default:
      throw ArgumentError(
        "point \(place) is \(value.typeName), neither a number nor money", code: "forecast.number",
        remedy: "give numbers or amounts")
    }
  }
}

/// A series with what it counts, as `orders.amount`.
struct NamedSeries {
  let series: PeriodSeries
  let name: String
}
