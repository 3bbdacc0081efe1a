import Values

/// A series carried on: the method, its forecasts with their intervals, and how it was chosen.
public struct SalesForecast: Sendable {
  /// What is asked for.
  public struct Request: Sendable {
    /// Nil for the winner of a tournament.
    public var method: ForecastMethod?
    /// Methods that compete; the policy's where the call names none.
    public var methods: [ForecastMethod]
    public var settings: MethodSettings
    public var horizon: Int
    public var level: Double

    public init(
      method: ForecastMethod?, methods: [ForecastMethod], settings: MethodSettings, horizon: Int,
      level: Double
    ) {
      self.method = method
      self.methods = methods
      self.settings = settings
      self.horizon = horizon
      self.level = level
    }
  }

  /// One step ahead.
  public struct Point: Hashable, Sendable {
    public let step: Int
    /// First day of the period; nil for a plain list.
    public let start: Day?
    public let value: FieldValue
    public let low: FieldValue
    public let high: FieldValue
  }

  public let series: PeriodSeries
  public let fit: MethodFit
  public let points: [Point]
  public let level: Double
  public let tournament: Tournament?
  /// What should be known of it: gaps that were filled, constant series, a floor that held.
  public let notes: [String]
  public let source: String
  let tournamentSource: String

  /// - Parameter poll: Called between fits, to stop by throwing.
  /// - Throws: what ``ForecastMethod/fit(_:_:horizon:)`` throws; `forecast.none` where no method
  ///   can run.
  public init(
    _ series: PeriodSeries, _ request: Request, _ policy: ForecastPolicy, poll: () throws -> Void
  ) throws {
    self.series = series
    level = request.level
    (source, tournamentSource) = (policy.source, policy.tournamentSource)
    let floor = policy.isNonNegative && series.values.allSatisfy { $0 >= 0 } ? 0.0 : nil
    let chosen = try Self.choose(series.values, request, policy, floor, poll)
    (fit, tournament) = (chosen.fit, chosen.tournament)
    let reach = fit.reach(level: request.level)
    var isHeld = false
    func value(_ number: Double) throws -> FieldValue {
      if let floor, number < floor { isHeld = true }
      return try series.unit.value(max(number, floor ?? number), policy.rounding)
    }
    var points: [Point] = []
    for step in 1...request.horizon {
      let (point, width) = (fit.points[step - 1], reach * fit.deviations[step - 1])
      points.append(
        Point(
          step: step, start: try series.start(ahead: step), value: try value(point),
          low: try value(point - width), high: try value(point + width)))
    }
    self.points = points
    var notes = chosen.notes + Self.notes(on: series)
    if isHeld { notes.append("held at 0, as the series never was below it") }
    self.notes = notes
  }

  private static func notes(on series: PeriodSeries) -> [String] {
    var notes: [String] = []
    if series.filled > 0, let grain = series.grain {
      notes.append("\(series.filled.text(grain.rawValue)) without records count as 0")
    }
    if series.values.allSatisfy({ $0 == 0 }) {
      notes.append("every point is 0, so 0 is forecast; there is no WAPE against nothing")
    } else if series.values.count > 1, series.values.allSatisfy({ $0 == series.values[0] }) {
      notes.append("every point is the same, so every method says the same and the first is taken")
    }
    return notes
  }

  private static func choose(
    _ values: [Double], _ request: Request, _ policy: ForecastPolicy, _ floor: Double?,
    _ poll: () throws -> Void
  ) throws -> (fit: MethodFit, tournament: Tournament?, notes: [String]) {
    let tournament = try Tournament(
      values, methods: request.method.map { [$0] } ?? request.methods, request.settings,
      policy.tournament, horizon: request.horizon, floor: floor, poll: poll)
    if let method = request.method {
      let fit = try method.fit(values, request.settings, horizon: request.horizon)
      return (fit, tournament, [])
    }
    for entry in tournament.ranking {
      guard let fit = try? entry.method.fit(values, request.settings, horizon: request.horizon)
      else { continue }
      return (fit, tournament, [])
    }
    for method in request.methods {
      guard let fit = try? method.fit(values, request.settings, horizon: request.horizon)
      else { continue }
      return (
        fit, tournament,
        ["too short for a tournament: \(method.rawValue) is the first method that can run"]
      )
    }
    let first = request.methods.first ?? .naive
    _ = try first.fit(values, request.settings, horizon: request.horizon)
    throw ValidationError(
      "forecast.none", "no method can run on \(values.count.text("point"))",
      remedy: "name a method to see what it lacks")
  }
}
