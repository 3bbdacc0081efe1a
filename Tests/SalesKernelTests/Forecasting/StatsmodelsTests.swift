// Our smoothings, lines and regressions against statsmodels, on 20 series.
import Foundation
import Testing

@testable import SalesKernel

@Suite struct StatsmodelsTests {
  @Test func recursionsWithFixedParametersAgree() throws {
    let fixture = try StatsmodelsFixture.checkedIn()
    #expect(fixture.cases.count == 20)
    for one in fixture.cases {
      for (name, expected) in one.smoothing {
        let method = try #require(ForecastMethod(rawValue: name))
        let given = fixture.fixed.filter { method.parameters.contains($0.key) }
        let fit = try method.fit(
          one.values, .plain(season: one.season, given: given), horizon: fixture.horizon)
        #expect(close(fit.sse, expected.sse), "series \(one.seed), \(name): \(fit.sse)")
        for (ours, theirs) in zip(fit.points, expected.forecast) {
          #expect(close(ours, theirs), "series \(one.seed), \(name): \(ours) and \(theirs)")
        }
      }
    }
  }

  @Test func fittedParametersAreNoWorse() throws {
    for one in try StatsmodelsFixture.checkedIn().cases {
      for (name, expected) in one.smoothing {
        let method = try #require(ForecastMethod(rawValue: name))
        let fit = try method.fit(one.values, .plain(season: one.season), horizon: 1)
        #expect(
          fit.sse <= expected.fittedSSE * 1.01,
          "series \(one.seed), \(name): \(fit.sse), theirs \(expected.fittedSSE)")
      }
    }
  }

  @Test func linesAndTheirIntervalsAgree() throws {
    for one in try StatsmodelsFixture.checkedIn().cases {
      let line = TrendLine(one.values)
      let fit = try ForecastMethod.trend.fit(one.values, .plain(), horizon: 6)
      #expect(close(line.intercept, one.trend.intercept), "series \(one.seed)")
      #expect(close(line.slope, one.trend.slope), "series \(one.seed)")
      #expect(close(line.rSquared ?? -1, one.trend.r2), "series \(one.seed)")
      let reach = fit.reach(level: 0.8)
      for step in 0..<6 {
        #expect(close(fit.points[step], one.trend.forecast[step]), "series \(one.seed)")
        let width = reach * fit.deviations[step]
        #expect(close(fit.points[step] - width, one.trend.low[step]), "series \(one.seed)")
        #expect(close(fit.points[step] + width, one.trend.high[step]), "series \(one.seed)")
      }
    }
  }

  @Test func regressionsAgree() throws {
    for one in try StatsmodelsFixture.checkedIn().cases {
      let data = one.regression
      let fit = try LinearRegression(
        y: one.values, factors: [("price", data.price), ("visits", data.visits)])
      let ours = [fit.intercept] + fit.factors.map(\.coefficient)
      for (a, b) in zip(ours, data.coefficients) { #expect(close(a, b), "series \(one.seed)") }
      let errors = [fit.interceptError] + fit.factors.map(\.error)
      for (a, b) in zip(errors, data.errors) { #expect(close(a ?? -1, b), "series \(one.seed)") }
      #expect(close(fit.rSquared ?? -1, data.r2), "series \(one.seed)")
    }
  }

  private static let madeAnew = Result { try StatsmodelsFixture.madeAnew() }

  @Test(
    .enabled("python3 has no statsmodels; TENON_PYTHON may name one that has") {
      try madeAnew.get() != nil
    })
  func theFixtureIsWhatTheScriptPrints() throws {
    let made = try #require(try Self.madeAnew.get())
    let kept = try StatsmodelsFixture.checkedIn()
    #expect(made.cases.map(\.values) == kept.cases.map(\.values))
    for (a, b) in zip(made.cases, kept.cases) {
      for (name, smoothed) in a.smoothing {
        let other = try #require(b.smoothing[name])
        for (x, y) in zip(smoothed.forecast, other.forecast) {
          #expect(close(x, y), "\(a.seed) \(name)")
        }
      }
      #expect(close(a.trend.slope, b.trend.slope))
    }
  }
}
