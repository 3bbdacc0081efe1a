/// The ways to carry a series on.
/// - Source: FC1 (moving average, seasonality, trend, time-series model).
public enum ForecastMethod: String, CaseIterable, Sendable {
  /// The last value.
  case naive
  /// The value of the same season a cycle before.
  case seasonalNaive = "seasonal_naive"
  case movingAverage = "moving_average"
  case weightedMovingAverage = "weighted_moving_average"
  /// A straight line by least squares.
  case trend
  /// Seasonal indices by ratio to the centred moving average, on a straight line.
  case seasonal
  /// Simple exponential smoothing.
  case ses
  case holt
  case holtDamped = "holt_damped"
  case holtWintersAdditive = "holt_winters_additive"
  case holtWintersMultiplicative = "holt_winters_multiplicative"
  case holtWintersAdditiveDamped = "holt_winters_additive_damped"
  case holtWintersMultiplicativeDamped = "holt_winters_multiplicative_damped"

  /// The form of an exponential smoothing; nil for the others.
  var smoothing: Smoothing.Form? {
    switch self {
    case .ses: .init(trend: .none, season: .none)
    case .holt: .init(trend: .linear, season: .none)
    case .holtDamped: .init(trend: .damped, season: .none)
    case .holtWintersAdditive: .init(trend: .linear, season: .additive)
    case .holtWintersMultiplicative: .init(trend: .linear, season: .multiplicative)
    case .holtWintersAdditiveDamped: .init(trend: .damped, season: .additive)
    case .holtWintersMultiplicativeDamped: .init(trend: .damped, season: .multiplicative)
    default: nil
    }
  }

  /// Whether it needs to know how long a cycle is.
  public var isSeasonal: Bool {
    switch self {
    case .seasonalNaive, .seasonal: true
    default: smoothing.map { $0.season != .none } ?? false
    }
  }

  /// The parameters that may be given.
  public var parameters: [String] {
    switch self {
    case .movingAverage: ["window"]
    case .weightedMovingAverage: ["weights"]
    default: smoothing?.parameters ?? []
    }
  }
}
