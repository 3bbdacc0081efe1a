/// Seasonal indices by ratio to the centred moving average, with a mean of 1.
public struct SeasonalIndex: Hashable, Sendable {
  /// One of each place of the cycle, from the first point on.
  public let indices: [Double]

  /// - Throws: `forecast.short` under two cycles, `forecast.positive` where a mean is not above
  ///   zero.
  public init(_ series: [Double], cycle: Int) throws(ValidationError) {
    try ForecastMethod.seasonal.require(2 * cycle, of: series, "two cycles of \(cycle)")
    var sums = Array(repeating: 0.0, count: cycle)
    var counts = Array(repeating: 0, count: cycle)
    let half = cycle / 2
    for place in half..<(series.count - half) {
      let mean = Self.centredMean(series, at: place, cycle)
      guard mean > 0 else {
        throw ValidationError(
          "forecast.positive",
          "the mean of the cycle around point \(place + 1) is not above zero, so nothing is a ratio "
            + "to it", remedy: "take \(ForecastMethod.holtWintersAdditive.rawValue)")
      }
      sums[place % cycle] += series[place] / mean
      counts[place % cycle] += 1
    }
    let means = zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : 1 }
    let mean = means.reduce(0, +) / Double(cycle)
    guard mean > 0 else {
      throw ValidationError(
        "forecast.positive", "the ratios to the moving average have no mean above zero",
        remedy: "take a method without seasons")
    }
    indices = means.map { $0 / mean }
  }

  /// The mean of a cycle around a point; of an even cycle, its two ends count half.
  private static func centredMean(_ series: [Double], at place: Int, _ cycle: Int) -> Double {
    let half = cycle / 2
    var sum = series[(place - half)...(place + half)].reduce(0, +)
    if cycle % 2 == 0 { sum -= (series[place - half] + series[place + half]) / 2 }
    return sum / Double(cycle)
  }

  func value(at place: Int) -> Double { indices[place % indices.count] }
}

extension SeasonalIndex {
  /// Indices on a straight line through the series without its seasons.
  /// - Throws: `forecast.short`, `forecast.positive`, `forecast.season`.
  static func fit(
    _ series: [Double], _ settings: MethodSettings, horizon: Int
  ) throws(ValidationError) -> MethodFit {
    let cycle = try settings.cycle(for: .seasonal)
    let index = try SeasonalIndex(series, cycle: cycle)
    if let place = index.indices.firstIndex(where: { $0 <= 0 }) {
      throw ValidationError(
        "forecast.positive",
        "the index of season \(place + 1) is zero, so the series has no trend without seasons",
        remedy: "take \(ForecastMethod.holtWintersAdditive.rawValue)")
    }
    let line = TrendLine(series.indices.map { series[$0] / index.value(at: $0) })
    let fitted = series.indices.map { line.value(at: $0 + 1) * index.value(at: $0) }
    let sse = AverageMethods.sumOfSquares(series, fitted)
    let degrees = max(1, series.count - cycle - 1)
    let variance = sse / Double(degrees)
    let ahead = (0..<horizon).map { series.count + $0 }
    var parameters = [
      MethodParameter(name: "intercept", value: line.intercept, origin: .computed),
      MethodParameter(name: "slope", value: line.slope, origin: .computed),
    ]
    parameters += index.indices.enumerated().map {
      MethodParameter(name: "index_\($0 + 1)", value: $1, origin: .computed)
    }
    return MethodFit(
      method: .seasonal, parameters: parameters, fitted: fitted, sse: sse,
      points: ahead.map { line.value(at: $0 + 1) * index.value(at: $0) },
      deviations: ahead.map { (variance * line.leverage(at: $0 + 1)).squareRoot() },
      spread: .leastSquares(degrees: degrees))
  }
}
