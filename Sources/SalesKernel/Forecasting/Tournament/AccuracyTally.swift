/// How far forecasts were off: sums over pairs of forecast and actual, and the measures they give.
///
/// An error is forecast − actual, so that a positive bias means that the forecasts were too high.
/// A measure
/// whose denominator is zero is nil, never infinite.
/// - Source: FC4; standards, "Forecasting".
public struct AccuracyTally: Hashable, Sendable {
  public private(set) var count = 0
  public private(set) var forecast = 0.0
  public private(set) var actual = 0.0
  /// Σ|e|.
  public private(set) var absoluteError = 0.0
  private var absoluteActual = 0.0
  private var squares = 0.0
  private var shares = 0.0
  /// Pairs that the MAPE leaves out, as their actual is zero.
  public private(set) var skipped = 0

  public init() {}

  public mutating func add(forecast: Double, actual: Double) {
    let error = forecast - actual
    count += 1
    self.forecast += forecast
    self.actual += actual
    absoluteError += abs(error)
    absoluteActual += abs(actual)
    squares += error * error
    if actual == 0 { skipped += 1 } else { shares += abs(error / actual) }
  }

  public mutating func add(_ other: AccuracyTally) {
    count += other.count
    forecast += other.forecast
    actual += other.actual
    absoluteError += other.absoluteError
    absoluteActual += other.absoluteActual
    squares += other.squares
    shares += other.shares
    skipped += other.skipped
  }

  /// Σ|e| / Σ|A|.
  public var wape: Double? { Self.quotient(absoluteError, absoluteActual) }
  /// max(0, 1 − WAPE).
  public var accuracy: Double? { wape.map { max(0, 1 - $0) } }
  /// Σ(F − A) / ΣA.
  public var bias: Double? { Self.quotient(forecast - actual, actual) }
  /// Mean of |e| / |A| over the pairs whose actual is not zero.
  public var mape: Double? { Self.quotient(shares, Double(count - skipped)) }
  /// Mean of |e|.
  public var mae: Double? { Self.quotient(absoluteError, Double(count)) }
  public var rmse: Double? { Self.quotient(squares, Double(count)).map { $0.squareRoot() } }
  /// Σ(F − A) / mean |e|: how many mean errors the forecasts lean to one side.
  public var trackingSignal: Double? {
    mae.flatMap { Self.quotient(forecast - actual, $0) }
  }

  /// The mean error over that of the naive forecast within the series.
  /// - Parameter scale: Mean |y − y of the point before|.
  public func mase(scale: Double) -> Double? { mae.flatMap { Self.quotient($0, scale) } }

  /// By how much the WAPE is less than that of the naive forecast for the same points.
  public func valueAdded(over naive: AccuracyTally) -> Double? {
    guard let own = wape, let other = naive.wape else { return nil }
    return other - own
  }

  private static func quotient(_ a: Double, _ b: Double) -> Double? {
    guard b != 0 else { return nil }
    let quotient = a / b
    return quotient.isFinite ? quotient : nil
  }
}
