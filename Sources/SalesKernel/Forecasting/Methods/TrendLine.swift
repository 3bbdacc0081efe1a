/// A straight line through a series by least squares; the first point stands at 1.
public struct TrendLine: Hashable, Sendable {
  public let count: Int
  public let intercept: Double
  public let slope: Double
  /// The share of the variance that the line explains; nil for a series without any.
  public let rSquared: Double?
  public let sse: Double
  private let meanPlace: Double
  private let spreadOfPlaces: Double

  /// - Parameter series: At least two points.
  init(_ series: [Double]) {
    count = series.count
    let n = Double(series.count)
    meanPlace = (n + 1) / 2
    let mean = series.reduce(0, +) / n
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (index, value) in series.enumerated() {
      let x = Double(index + 1) - meanPlace
      xx += x * x
      xy += x * (value - mean)
      yy += (value - mean) * (value - mean)
    }
    spreadOfPlaces = xx
    slope = xx > 0 ? xy / xx : 0
    intercept = mean - slope * meanPlace
    var sse = 0.0
    for (index, value) in series.enumerated() {
      let error = value - intercept - slope * Double(index + 1)
      sse += error * error
    }
    self.sse = sse
    rSquared = yy > 0 ? max(0, 1 - sse / yy) : nil
  }

  public func value(at place: Int) -> Double { intercept + slope * Double(place) }

  /// The factor of the residual variance for a new point.
  func leverage(at place: Int) -> Double {
    let x = Double(place) - meanPlace
    return 1 + 1 / Double(count) + (spreadOfPlaces > 0 ? x * x / spreadOfPlaces : 0)
  }
}

extension TrendLine {
  /// The line as a method.
  /// - Throws: `forecast.short`.
  static func fit(_ series: [Double], horizon: Int) throws(ValidationError) -> MethodFit {
    try ForecastMethod.trend.require(3, of: series, "two make the line, one its spread")
    let line = TrendLine(series)
    let degrees = series.count - 2
    let variance = line.sse / Double(degrees)
    let ahead = (1...horizon).map { series.count + $0 }
    var parameters = [
      MethodParameter(name: "intercept", value: line.intercept, origin: .computed),
      MethodParameter(name: "slope", value: line.slope, origin: .computed),
      MethodParameter(name: "n", value: Double(line.count), origin: .computed),
    ]
    if let rSquared = line.rSquared {
      parameters.append(MethodParameter(name: "r2", value: rSquared, origin: .computed))
    }
    return MethodFit(
      method: .trend, parameters: parameters,
      fitted: series.indices.map { line.value(at: $0 + 1) }, sse: line.sse,
      points: ahead.map(line.value),
      deviations: ahead.map { (variance * line.leverage(at: $0)).squareRoot() },
      spread: .leastSquares(degrees: degrees))
  }
}
