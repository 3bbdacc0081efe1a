import Values

/// A series of values, one a period, oldest first; without a grain a plain list.
public struct PeriodSeries: Hashable, Sendable {
  public let grain: Grain?
  /// First days of the periods; empty for a plain list.
  public let starts: [Day]
  public let values: [Double]
  public let unit: ForecastUnit
  /// Records of each period; empty for a plain list.
  public let counts: [Int]
  /// Periods without a record, which count as zero.
  public let filled: Int
  /// The last day that counts.
  public let asOf: Day

  /// A plain list, or one value a period from a day on.
  /// - Throws: `forecast.empty`, `forecast.number` for what is not finite, `day.range`.
  public init(
    list values: [Double], unit: ForecastUnit, grain: Grain? = nil, from: Day? = nil, asOf: Day
  ) throws {
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      throw ValidationError(
        "forecast.number", "point \(place + 1) is \(values[place]), no finite number",
        remedy: "leave it out, or say what it was")
    }
    guard !values.isEmpty else { throw Self.empty }
    self.values = values
    self.unit = unit
    self.asOf = asOf
    self.grain = grain
    (counts, filled) = ([], 0)
    if let grain, let from {
      let first = try grain.start(of: from)
      starts = try values.indices.map { try grain.start(first, adding: $0) }
    } else {
      starts = []
    }
  }

  init(
    grain: Grain, starts: [Day], values: [Double], unit: ForecastUnit, counts: [Int], asOf: Day
  ) {
    self.grain = grain
    self.unit = unit
    self.starts = starts
    self.values = values
    self.counts = counts
    self.asOf = asOf
    filled = counts.count { $0 == 0 }
  }

  static var empty: ValidationError {
    ValidationError(
      "forecast.empty", "there is nothing to forecast from: the series has no points",
      remedy: "give records with a day and a value, or a list of numbers")
  }

  /// The value of a point: exact up to 900,000 million yuan, where doubles count 1/10,000 no more.
  public func value(at place: Int) -> FieldValue {
    let units = (values[place] * Double(Money.unitsPerYuan)).rounded()
    guard unit == .money, let whole = Int64(exactly: units) else { return .number(values[place]) }
    return .money(Money(units: whole))
  }

  /// The same series without the periods that end after a day.
  /// - Throws: `forecast.empty`.
  public func upto(_ day: Day) throws -> PeriodSeries {
    guard let grain, !starts.isEmpty else { return self }
    let kept = try starts.prefix { try grain.last(of: $0) <= day }.count
    guard kept > 0 else { throw Self.empty }
    return PeriodSeries(
      grain: grain, starts: Array(starts.prefix(kept)), values: Array(values.prefix(kept)),
      unit: unit, counts: Array(counts.prefix(kept)), asOf: min(asOf, day))
  }

  /// The first day of the period so many steps after the last; nil for a plain list.
  public func start(ahead step: Int) throws -> Day? {
    guard let grain, let last = starts.last else { return nil }
    return try grain.start(last, adding: step)
  }
}
