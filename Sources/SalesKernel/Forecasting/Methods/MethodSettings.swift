/// What methods go by beside the series: given by the caller, or by the policy.
public struct MethodSettings: Hashable, Sendable {
  /// Points of a cycle; nil or 1 where there is none.
  public var season: Int?
  /// Points of a moving average.
  public var window: Int
  /// Weights of a weighted moving average, the newest first; they are scaled to sum to 1.
  public var weights: [Double]
  /// Smoothing parameters by name (alpha, beta, gamma, phi) that are given, not fitted.
  public var given: [String: Double]
  /// Where phi is looked for.
  public var damping: ClosedRange<Double>

  public init(
    season: Int? = nil, window: Int, weights: [Double], given: [String: Double] = [:],
    damping: ClosedRange<Double>
  ) {
    self.season = season
    self.window = window
    self.weights = weights
    self.given = given
    self.damping = damping
  }

  /// The cycle of a method that needs one.
  /// - Throws: `forecast.season`.
  func cycle(for method: ForecastMethod) throws(ValidationError) -> Int {
    guard let season, season >= 2 else {
      throw ValidationError(
        "forecast.season",
        "\(method.rawValue) needs a season of at least 2 points"
          + (season.map { ", got \($0)" } ?? ""),
        remedy: "give season = 12 for months of a year, or take a method without seasons")
    }
    return season
  }
}
