extension ForecastMethod {
  /// Fits the method to a series and carries it on.
  ///
  /// - Parameters:
  ///   - series: Finite numbers, oldest first.
  ///   - horizon: Steps ahead, from 1.
  /// - Throws: `forecast.empty`, `forecast.short`, `forecast.season`, `forecast.positive`,
  ///   `forecast.window`, `forecast.weights`, `forecast.overflow` where the numbers run away.
  public func fit(
    _ series: [Double], _ settings: MethodSettings, horizon: Int
  ) throws(ValidationError) -> MethodFit {
    guard !series.isEmpty else {
      throw ValidationError(
        "forecast.empty", "there is nothing to forecast from: the series has no points",
        remedy: "give a series with at least one point")
    }
    let fit = try fitted(series, settings, max(1, horizon))
    guard fit.points.allSatisfy(\.isFinite), fit.deviations.allSatisfy(\.isFinite),
      fit.sse.isFinite
    else {
      throw ValidationError(
        "forecast.overflow", "\(rawValue) gives no finite number for this series",
        remedy: "take another method, or smaller units")
    }
    return fit
  }

  private func fitted(
    _ series: [Double], _ settings: MethodSettings, _ horizon: Int
  ) throws(ValidationError) -> MethodFit {
    if let form = smoothing {
      return try Smoothing(self, form, series, settings).fit(self, settings, horizon: horizon)
    }
    switch self {
    case .trend: return try TrendLine.fit(series, horizon: horizon)
    case .seasonal: return try SeasonalIndex.fit(series, settings, horizon: horizon)
    default: return try AverageMethods.fit(self, series, settings, horizon: horizon)
    }
  }
}
