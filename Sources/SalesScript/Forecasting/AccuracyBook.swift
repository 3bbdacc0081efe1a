import Lua
import SalesKernel
import SalesStore
import Values

/// Kept forecasts against what then happened.
struct AccuracyBook {
  /// One period of one forecast, with what happened in it.
  struct Pair {
    let forecast: Forecast
    let point: ForecastPoint
    /// What is judged: the model's number, or the combined one.
    let value: Money
    let actual: Money
    /// The actual of the last whole period before the forecast was made; nil where there is none.
    let naive: Money?

    var isInside: Bool { point.low <= actual && actual <= point.high }
  }

  let pairs: [Pair]
  let asOf: Day

  /// - Parameters:
  ///   - forecasts: Of several of the same name, scope, grain and as-of day the last taken counts.
  ///   - value: What is judged of a point.
  init(
    _ forecasts: [Forecast], asOf: Day, _ actuals: (ForecastScope, Grain) throws -> PeriodTotals,
    points: (Forecast) throws -> [(point: ForecastPoint, value: Money)]
  ) throws {
    self.asOf = asOf
    var known: [Key: PeriodTotals] = [:]
    var pairs: [Pair] = []
    for forecast in Self.last(forecasts) {
      let key = Key(scope: forecast.scope, grain: forecast.grain)
      if known[key] == nil { known[key] = try actuals(key.scope, key.grain) }
      guard let totals = known[key] else { continue }
      let naive = try Self.naive(forecast, totals)
      for (point, value) in try points(forecast) where point.endsOn <= asOf {
        pairs.append(
          Pair(
            forecast: forecast, point: point, value: value,
            actual: try totals.money(of: point.startsOn),
            naive: naive))
      }
    }
    self.pairs = pairs
  }

  private struct Key: Hashable {
    let scope: ForecastScope
    let grain: Grain
  }

  private struct Identity: Hashable {
    let name: String
    let scope: ForecastScope
    let grain: Grain
    let asOf: Day
  }

  private static func last(_ forecasts: [Forecast]) -> [Forecast] {
    var last: [Identity: Forecast] = [:]
    for forecast in forecasts {
      let identity = Identity(
        name: forecast.name, scope: forecast.scope, grain: forecast.grain, asOf: forecast.asOf)
      if let other = last[identity], (other.takenAt, other.id) > (forecast.takenAt, forecast.id) {
        continue
      }
      last[identity] = forecast
    }
    return last.values.sorted { $0.id < $1.id }
  }

  private static func naive(_ forecast: Forecast, _ totals: PeriodTotals) throws -> Money? {
    var start = try forecast.grain.start(of: forecast.asOf)
    if try forecast.grain.last(of: start) > forecast.asOf {
      start = try forecast.grain.start(start, adding: -1)
    }
    guard let first = totals.first, start >= first else { return nil }
    return try totals.money(of: start)
  }

  /// Tallies of some pairs, and of the naive forecast for those of them that have one.
  static func tallies(
    _ pairs: [Pair]
  ) -> (own: AccuracyTally, comparable: AccuracyTally, naive: AccuracyTally, inside: Int) {
    var (own, comparable, naive) = (AccuracyTally(), AccuracyTally(), AccuracyTally())
    for pair in pairs {
      own.add(forecast: pair.value.yuan, actual: pair.actual.yuan)
      guard let other = pair.naive else { continue }
      comparable.add(forecast: pair.value.yuan, actual: pair.actual.yuan)
      naive.add(forecast: other.yuan, actual: pair.actual.yuan)
    }
    return (own, comparable, naive, pairs.count { $0.isInside })
  }
}
