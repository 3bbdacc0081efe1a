import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// Sums of records by period, as calls like `forecast.series{of =, value =, day =, by =}` ask for
/// them.
struct SeriesReader {
  let query: QueryObject
  let measure: QueryMeasure
  let daySlot: Int
  let grain: Grain
  let unit: ForecastUnit
  /// What is summed, as `orders.amount`.
  let name: String
  let scope: ForecastScope
  private let narrowed: ScopedQuery

  static let options = ["of", "value", "day", "by", "region", "rep", "product"]

  /// - Throws: `entity.field`, `rule.syntax`, `rule.unknown_name`, `script.argument`.
  init(_ options: NamedArguments, _ actuals: ForecastActuals, host: ScriptHost) throws {
    try self.init(
      options, actuals, scope: host.forecastScope(options), grain: options.grain("by"), host: host)
  }

  /// The same of another scope or grain.
  init(
    _ options: NamedArguments, _ actuals: ForecastActuals, scope: ForecastScope, grain: Grain?,
    host: ScriptHost
  ) throws {
    let whole = try options.query("of", of: nil) ?? Self.standing(actuals, host)
    narrowed = try ScopedQuery(whole, scope, host: host)
    (query, self.scope) = (narrowed.query, scope)
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
    self.grain = grain ?? actuals.grain
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
    try forEach { _, value, day in
      guard day <= asOf, day >= since ?? day else { return }
      try totals.add(value, on: day)
    }
    return totals
  }

  /// Each record's id, value and day, where it has both; of a product, its part of each order.
  func forEach(_ body: (Int64, FieldValue, Day) throws -> Void) throws {
    let parts = try narrowed.parts()
    try query.forEachBlock(reading: measure.reading + [daySlot]) { block, rows in
      try measure.forEach(block, rows) { row, value in
        guard narrowed.holds(try narrowed.customer(block, row)), let day = try day(block, row)
        else { return }
        if let parts {
          guard let part = parts[block.ids[row]] else { return }
          try body(block.ids[row], .money(part), day)
        } else if !value.isNull {
          try body(block.ids[row], value, day)
        }
      }
      return true
    }
  }

  private func day(_ block: RowBlock, _ row: Int) throws -> Day? {
    switch try block.value(row, daySlot) {
    case .day(let day): day
    case .instant(let instant): instant.day()
    default: nil
    }
  }
}
