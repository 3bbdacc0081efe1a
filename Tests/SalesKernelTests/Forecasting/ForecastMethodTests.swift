// Methods by hand: the standard's vectors, small series worked out in the comments, what cannot run.
import Testing

@testable import SalesKernel

@Suite struct ForecastMethodTests {
  private func points(
    _ method: ForecastMethod, _ series: [Double], season: Int? = nil,
    given: [String: Double] = [:], horizon: Int = 1
  ) throws -> [Double] {
    try method.fit(series, .plain(season: season, given: given), horizon: horizon).points
  }

  @Test func holtWintersGivesTheStandardsVector() throws {
    let found = try points(
      .holtWintersAdditive, [10, 20, 30, 40, 12, 22, 33, 43], season: 4,
      given: ["alpha": 0.5, "beta": 0.1, "gamma": 0.2], horizon: 4)
    for (a, b) in zip(found, [14.234210, 24.638725, 35.381427, 45.890127]) {
      #expect(abs(a - b) < 5e-7, "\(a)")
    }
  }

  @Test func averagesByHand() throws {
    let series = [4.0, 8, 6, 10]
    #expect(try points(.naive, series, horizon: 2) == [10, 10])
    // (8 + 6 + 10) / 3
    #expect(try points(.movingAverage, series, horizon: 2) == [8, 8])
    // 0.5 · 10 + 0.3 · 6 + 0.2 · 8 = 8.4
    #expect(close(try points(.weightedMovingAverage, series)[0], 8.4, 1e-12))
    #expect(try points(.seasonalNaive, series, season: 2, horizon: 3) == [6, 10, 6])
    // Level 4, then 0.5 · 8 + 0.5 · 4 = 6, 0.5 · 6 + 0.5 · 6 = 6, 0.5 · 10 + 0.5 · 6 = 8.
    let ses = try ForecastMethod.ses.fit(series, .plain(given: ["alpha": 0.5]), horizon: 1)
    #expect(ses.points == [8])
    // Errors 4, 0, 4.
    #expect(ses.sse == 32)
    #expect(ses.fitted == [nil, 4, 6, 6])
  }

  @Test func trendByHand() throws {
    // x 1, 2, 3, y 1, 3, 8: means 2 and 4; slope (−1·−3 + 1·4) / 2 = 3.5, intercept −3.
    // Residuals 0.5, −1, 0.5: SSE 1.5; SST 9 + 1 + 16 = 26; R² = 1 − 1.5 / 26.
    let fit = try ForecastMethod.trend.fit([1, 3, 8], .plain(), horizon: 1)
    #expect(fit.points == [11])
    #expect(close(fit.sse, 1.5, 1e-12))
    let r2 = try #require(fit.parameters.first { $0.name == "r2" })
    #expect(close(r2.value, 1 - 1.5 / 26, 1e-12))
    // Leverage at 4: 1 + 1/3 + 4/2 = 10/3; deviation √(1.5 · 10/3) = √5.
    #expect(close(fit.deviations[0], 5.0.squareRoot(), 1e-12))
    #expect(fit.spread == .leastSquares(degrees: 1))
  }

  @Test func seasonalIndexByHand() throws {
    // 2, 4, 2, 4: centred means of an even cycle are (1 + 4 + 1) / 2 = 3 and (2 + 2 + 2) / 2 = 3;
    // ratios 4/3 and 2/3; their mean is 1.
    let index = try SeasonalIndex([2, 4, 2, 4], cycle: 2)
    #expect(close(index.indices[0], 2.0 / 3, 1e-12))
    #expect(close(index.indices[1], 4.0 / 3, 1e-12))
    let found = try points(.seasonal, [2, 4, 2, 4, 2, 4], season: 2, horizon: 3)
    for (a, b) in zip(found, [2.0, 4, 2]) { #expect(close(a, b, 1e-12)) }
  }

  @Test func theIntervalOfSimpleSmoothingWidensAsItsVarianceSays() throws {
    // One given weight, so σ² = 32 / 3; √(σ² (1 + (h − 1) · 0.25)).
    let fit = try ForecastMethod.ses.fit([4, 8, 6, 10], .plain(given: ["alpha": 0.5]), horizon: 3)
    for (step, factor) in [1.0, 1.25, 1.5].enumerated() {
      #expect(close(fit.deviations[step], (32.0 / 3 * factor).squareRoot(), 1e-12))
    }
  }

  @Test func quantilesAreThoseOfTheTables() {
    for (p, z) in [
      (0.9, 1.2815515655446004), (0.975, 1.959963984540054), (0.5, 0), (0.01, -2.3263478740408408),
    ] {
      #expect(abs(NormalDistribution.quantile(p) - z) < 1e-9)
    }
    for (degrees, t) in [
      (1, 12.706204736432095), (2, 4.302652729911275), (5, 2.5705818366147395),
      (30, 2.0422724563012373),
    ] {
      #expect(close(StudentDistribution(degrees: degrees).quantile(0.975), t, 1e-9), "\(degrees)")
    }
  }

  @Test(
    arguments: [
      (ForecastMethod.holtWintersAdditive, [1.0, 2, 3], 4, "forecast.short"),
      (.holtWintersAdditive, [1, 2, 3], nil, "forecast.season"),
      (.holtWintersMultiplicative, [1, 0, 3, 4], 2, "forecast.positive"),
      (.seasonal, [1, 2, 3], 2, "forecast.short"),
      (.seasonal, [0, 0, 0, 0], 2, "forecast.positive"),
      (.holt, [1, 2], nil, "forecast.short"), (.ses, [1], nil, "forecast.short"),
      (.trend, [1, 2], nil, "forecast.short"), (.movingAverage, [1, 2], nil, "forecast.short"),
      (.seasonalNaive, [1], 1, "forecast.season"), (.naive, [], nil, "forecast.empty"),
    ] as [(ForecastMethod, [Double], Int?, String)])
  func refusals(_ method: ForecastMethod, _ series: [Double], _ season: Int?, _ code: String) {
    do {
      _ = try method.fit(series, .plain(season: season), horizon: 1)
      Issue.record("\(method) took \(series)")
    } catch { #expect(error.code == code) }
  }

  @Test("nothing is not a number, whatever the series", arguments: 1...60)
  func neverNotANumber(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...30, using: &random)
    let scale = [0, 1, 1e-300, 1e12, 1e300][Int.random(in: 0..<5, using: &random)]
    let series = (0..<count).map { _ in
      Bool.random(using: &random) ? 0 : Double.random(in: -1...1, using: &random) * scale
    }
    for method in ForecastMethod.allCases {
      guard let fit = try? method.fit(series, .plain(season: 3), horizon: 5) else { continue }
      #expect(
        fit.points.allSatisfy(\.isFinite) && fit.deviations.allSatisfy { $0 >= 0 }, "seed \(seed)")
    }
  }
}
