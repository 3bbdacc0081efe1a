import Values

/// Sums by period, fed one record after the other; exact for money and whole numbers.
public struct PeriodTotals {
  private struct Sum {
    var whole = Int128(0)
    var number = 0.0
    var count = 0
  }

  public let grain: Grain
  public let unit: ForecastUnit
  private var sums: [Day: Sum] = [:]

  public init(_ grain: Grain, unit: ForecastUnit) {
    self.grain = grain
    self.unit = unit
  }

  /// The first period that has a record.
  public var first: Day? { sums.keys.min() }

  /// The sum of a period, exactly; zero where there is nothing.
  /// - Throws: `forecast.unit` for numbers, `sum.overflow`.
  public func money(of start: Day) throws -> Money {
    guard unit == .money else {
      throw ValidationError(
        "forecast.unit", "forecasts are kept in money, and this counts numbers",
        remedy: "name a value that is money")
    }
    guard let units = Int64(exactly: sums[start]?.whole ?? 0) else { throw Self.overflow }
    return Money(units: units)
  }

  /// How many records a period has.
  public func count(of start: Day) -> Int { sums[start]?.count ?? 0 }

  /// Sum and number of the records of some periods.
  /// - Throws: `sum.overflow`.
  public func total(before start: Day, periods: Int) throws -> (amount: Money, orders: Int64) {
    let first = try grain.start(start, adding: -periods)
    var (amount, count) = (Int128(0), 0)
    for (day, sum) in sums where day >= first && day < start {
      amount += sum.whole
      count += sum.count
    }
    guard let units = Int64(exactly: amount) else { throw Self.overflow }
    return (Money(units: units), Int64(count))
  }

  private static var overflow: ValueError {
    ValueError("sum.overflow", "the sum of a period is more than money can hold")
  }

  /// - Throws: `forecast.unit` for money among numbers and for what is neither, `forecast.number`.
  public mutating func add(_ value: FieldValue, on day: Day) throws {
    let start = try grain.start(of: day)
    switch (unit, value) {
    case (.money, .money(let money)): sums[start, default: Sum()].whole += Int128(money.units)
    case (.number, .integer(let integer)): sums[start, default: Sum()].whole += Int128(integer)
    case (.number, .number(let number)):
      guard number.isFinite else {
        throw ValidationError("forecast.number", "a value of \(day) is \(number)")
      }
      sums[start, default: Sum()].number += number
    default:
      throw ValidationError(
        "forecast.unit", "a series of \(unit.rawValue) cannot take \(value.display)",
        remedy: "give a value that is always money, or always a number")
    }
    sums[start, default: Sum()].count += 1
  }

  /// The series of the whole periods between two days, zero where there is nothing.
  ///
  /// - Parameters:
  ///   - since: Nil for the period of the first record.
  ///   - asOf: A period counts if its last day is not after it.
  /// - Throws: `forecast.empty`, `forecast.long`, `sum.overflow`, `day.range`.
  public func series(since: Day?, asOf: Day, most: Int) throws -> PeriodSeries {
    guard var start = try since.map(grain.start(of:)) ?? sums.keys.min() else {
      throw PeriodSeries.empty
    }
    var starts: [Day] = []
    while try grain.last(of: start) <= asOf {
      starts.append(start)
      guard starts.count <= most else {
        throw ValidationError(
          "forecast.long", "there are more than \(most) \(grain.rawValue)s from \(starts[0]) on",
          remedy: "give since = …, or by = \"month\"")
      }
      start = try grain.start(start, adding: 1)
    }
    guard !starts.isEmpty else { throw PeriodSeries.empty }
    let values = try starts.map { start in try sums[start].map(value) ?? 0 }
    return PeriodSeries(
      grain: grain, starts: starts, values: values, unit: unit,
      counts: starts.map { sums[$0]?.count ?? 0 }, asOf: asOf)
  }

  private func value(_ sum: Sum) throws -> Double {
    guard unit == .money else { return Double(sum.whole) + sum.number }
    guard let units = Int64(exactly: sum.whole) else { throw Self.overflow }
    return Money(units: units).yuan
  }
}
