// Measures by hand, rolling origins, and that nobody looks ahead.
import Testing

@testable import SalesKernel

@Suite struct TournamentTests {
  @Test func measuresOfTheStandardsVector() {
    var tally = AccuracyTally()
    for (a, f) in [(100.0, 110.0), (200, 180), (0, 20), (400, 360)] {
      tally.add(forecast: f, actual: a)
    }
    // |e| 10, 20, 20, 40 of 700; Σe −30; MAPE (0.1 + 0.1 + 0.1) / 3; squares 100 + 400 + 400 + 1600.
    #expect(close(tally.wape ?? 0, 90.0 / 700, 1e-12))
    #expect(close(tally.bias ?? 0, -30.0 / 700, 1e-12))
    #expect(close(tally.accuracy ?? 0, 1 - 90.0 / 700, 1e-12))
    #expect(close(tally.mape ?? 0, 0.1, 1e-12))
    #expect(tally.skipped == 1)
    #expect(close(tally.rmse ?? 0, 25, 1e-12))
    #expect(close(tally.trackingSignal ?? 0, -30 / 22.5, 1e-12))
    #expect(close(tally.mase(scale: 45) ?? 0, 0.5, 1e-12))
    #expect(AccuracyTally().wape == nil && AccuracyTally().trackingSignal == nil)
  }

  private static let rules = Tournament.Rules(origins: 4, leastOrigins: 2, leastTrain: 3)

  private func tournament(
    _ series: [Double], _ methods: [ForecastMethod], horizon: Int = 1
  ) throws -> Tournament {
    try Tournament(
      series, methods: methods, .plain(season: 2), Self.rules, horizon: horizon, floor: nil,
      poll: {})
  }

  @Test func originsRollByHand() throws {
    // 8 points, 4 origins after point 4. Naive: |5−4|, |6−5| … = 1 each, actuals 5 + 6 + 7 + 8 = 26.
    // The line has no error at all.
    let made = try tournament([1, 2, 3, 4, 5, 6, 7, 8], [.naive, .trend])
    #expect(made.trained == 4 && made.origins == 4)
    #expect(made.entries[0].tally?.wape == 4.0 / 26)
    #expect(made.ranking.map(\.method) == [.trend, .naive])
    #expect(made.scale == 1)
    // Two steps ahead: 4 origins one step, 3 of them also two; naive is 2 off there.
    let two = try tournament([1, 2, 3, 4, 5, 6, 7, 8], [.naive], horizon: 2)
    #expect(two.entries[0].steps.map(\.count) == [4, 3])
    #expect(two.entries[0].tally?.absoluteError == 10.0)
  }

  @Test func whoCannotRunSaysWhy() throws {
    let made = try tournament([1, 0, 3, 4, 5, 0, 7, 8], [.naive, .holtWintersMultiplicative])
    let entry = made.entries[1]
    #expect(entry.tally == nil)
    #expect(entry.reason?.contains("point 2 is 0") == true)
    #expect(made.ranking.count == 1)
    let short = try tournament([1, 2, 3], [.naive])
    #expect(short.origins == 0 && short.ranking.isEmpty)
  }

  @Test func equalsGoByTheirOrder() throws {
    let made = try tournament([5, 5, 5, 5, 5, 5, 5], [.ses, .naive, .trend])
    #expect(made.ranking.first?.method == .ses)
    #expect(made.ranking.first?.tally?.wape == 0)
    let zero = try tournament([0, 0, 0, 0, 0, 0, 0], [.naive, .trend])
    #expect(zero.ranking.first?.method == .naive && zero.ranking.first?.tally?.wape == nil)
  }

  @Test("an origin sees nothing of what is after it", arguments: 1...20)
  func noLookAhead(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let series = (0..<16).map { _ in Double.random(in: 1...9, using: &random) }
    for method in ForecastMethod.allCases {
      guard let before = try? method.fit(Array(series[..<12]), .plain(season: 2), horizon: 1) else {
        continue
      }
      var other = series
      for place in 12..<16 { other[place] = Double.random(in: 100...900, using: &random) }
      let again = try method.fit(Array(other[..<12]), .plain(season: 2), horizon: 1)
      #expect(before.points == again.points, "seed \(seed) \(method)")
      // The tournament's own first step from point 12 is that forecast.
      let made = try Tournament(
        series, methods: [method], .plain(season: 2),
        .init(origins: 4, leastOrigins: 1, leastTrain: 12), horizon: 1, floor: nil, poll: {})
      var errors = 0.0
      for origin in 12..<16 {
        let fit = try method.fit(Array(series[..<origin]), .plain(season: 2), horizon: 1)
        errors += abs(fit.points[0] - series[origin])
      }
      #expect(
        close(made.entries[0].tally?.absoluteError ?? -1, errors, 1e-12), "seed \(seed) \(method)")
    }
  }
}
