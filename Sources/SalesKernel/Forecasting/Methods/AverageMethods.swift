/// Methods that carry on values or means of values: naive, seasonal naive, moving averages.
enum AverageMethods {
  /// - Throws: `forecast.short`, `forecast.season`, `forecast.window`, `forecast.weights`.
  static func fit(
    _ method: ForecastMethod, _ series: [Double], _ settings: MethodSettings, horizon: Int
  ) throws(ValidationError) -> MethodFit {
    switch method {
    case .seasonalNaive:
      let cycle = try settings.cycle(for: method)
      return try repeating(cycle, method, series, horizon)
    case .movingAverage:
      guard settings.window >= 1 else {
        throw ValidationError(
          "forecast.window", "a moving average of \(settings.window) points is none",
          remedy: "give window = 3")
      }
      let equal = Array(repeating: 1.0, count: settings.window)
      return try mean(
        equal, method, series, horizon,
        [
          MethodParameter(name: "window", value: Double(settings.window), origin: .given)
        ])
    case .weightedMovingAverage:
      let parameters = settings.weights.enumerated().map {
        MethodParameter(name: "weight_\($0 + 1)", value: $1, origin: .given)
      }
      return try mean(settings.weights, method, series, horizon, parameters)
    default: return try repeating(1, method, series, horizon)
    }
  }

  /// The values of the last cycle once more. The variance grows by a one-step variance each cycle.
  ///
  /// Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.5.
  private static func repeating(
    _ cycle: Int, _ method: ForecastMethod, _ series: [Double], _ horizon: Int
  ) throws(ValidationError) -> MethodFit {
    try method.require(cycle, of: series, cycle == 1 ? "the last value" : "a cycle of \(cycle)")
    var fitted: [Double?] = Array(repeating: nil, count: series.count)
    for place in series.indices.dropFirst(cycle) { fitted[place] = series[place - cycle] }
    let sse = sumOfSquares(series, fitted)
    let variance = sse / Double(max(1, series.count - cycle))
    let last = series.suffix(cycle)
    return MethodFit(
      method: method, parameters: [], fitted: fitted, sse: sse,
      points: (0..<horizon).map { last[last.startIndex + $0 % cycle] },
      deviations: (0..<horizon).map { (variance * Double($0 / cycle + 1)).squareRoot() },
      spread: .benchmark)
  }

  /// A weighted mean of the last values, the same for every step.
  private static func mean(
    _ weights: [Double], _ method: ForecastMethod, _ series: [Double], _ horizon: Int,
    _ parameters: [MethodParameter]
  ) throws(ValidationError) -> MethodFit {
    let total = weights.reduce(0, +)
    guard !weights.isEmpty, weights.allSatisfy({ $0 >= 0 && $0.isFinite }), total > 0,
      total.isFinite
    else {
      throw ValidationError(
        "forecast.weights", "weights are at least one number of 0 or more, not all 0",
        remedy: "give weights = {0.5, 0.3, 0.2}, the newest first")
    }
    try method.require(weights.count, of: series, "one a weight")
    func mean(before place: Int) -> Double {
      var sum = 0.0
      for (back, weight) in weights.enumerated() { sum += weight * series[place - 1 - back] }
      return sum / total
    }
    var fitted: [Double?] = Array(repeating: nil, count: series.count)
    var errors = StepErrors(horizon: horizon)
    for place in series.indices.dropFirst(weights.count) {
      let forecast = mean(before: place)
      fitted[place] = forecast
      for step in 1...horizon where place + step - 1 < series.count {
        errors.add(series[place + step - 1] - forecast, step: step)
      }
    }
    let point = mean(before: series.count)
    return MethodFit(
      method: method, parameters: parameters, fitted: fitted,
      sse: sumOfSquares(series, fitted), points: Array(repeating: point, count: horizon),
      deviations: errors.deviations, spread: .ownErrors)
  }

  static func sumOfSquares(_ series: [Double], _ fitted: [Double?]) -> Double {
    zip(series, fitted).reduce(0) { sum, pair in
      guard let forecast = pair.1 else { return sum }
      return sum + (pair.0 - forecast) * (pair.0 - forecast)
    }
  }
}
