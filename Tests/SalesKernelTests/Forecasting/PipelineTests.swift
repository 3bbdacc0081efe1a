// Open deals weighed and played through, goals sought, parts joined: by hand, and laws with seeds.
import Testing
import Values

@testable import SalesKernel

@Suite struct PipelineTests {
  private func deals(_ seed: UInt64, _ count: Int) throws -> [PipelineDeal] {
    var random = SeededGenerator(seed: seed)
    return try (0..<count).map {
      try PipelineDeal(
        id: Int64($0), amount: Money(units: Int64.random(in: 0...90_000_000, using: &random)),
        probability: [0, 1, Double.random(in: 0...1, using: &random)][$0 % 3],
        group: Int.random(in: 0..<4, using: &random))
    }
  }

  @Test func weightedValueOfTheStandard() throws {
    var pipeline = WeightedPipeline()
    for (amount, p) in [(Int64(100), 0.1), (200, 0.5), (50, 0.9)] {
      try pipeline.add(PipelineDeal(id: 1, amount: yuan(amount), probability: p, group: 0))
    }
    #expect(try pipeline.value(.halfUp) == yuan(155))
    #expect(close(pipeline.deviation, 11_125.0.squareRoot(), 1e-12))
    #expect(try pipeline.amount() == yuan(350))
  }

  @Test("the same seed, the same result; groups add up to the total", arguments: 1...20)
  func simulationIsRepeatable(seed: UInt64) throws {
    let deals = try deals(seed, 60)
    let simulation = try PipelineSimulation(deals, groups: 4, slip: 0)
    let first = simulation.run(200, seed: seed) { _ in }
    let second = simulation.run(200, seed: seed) { _ in }
    #expect(first.total == second.total && first.groups == second.groups, "seed \(seed)")
    let sums = first.groups.map { $0.reduce(0, +) }.reduce(0, +)
    #expect(sums == first.total.reduce(0, +), "seed \(seed)")
    let certain = deals.filter { $0.probability == 1 }.reduce(Int64(0)) { $0 + $1.amount.units }
    let possible = deals.filter { $0.probability > 0 }.reduce(Int64(0)) { $0 + $1.amount.units }
    #expect(first.total.allSatisfy { certain <= $0 && $0 <= possible }, "seed \(seed)")
    let histogram = OutcomeSummary(sorted: first.total).histogram(7)
    #expect(histogram.reduce(0) { $0 + $1.runs } == 200, "seed \(seed)")
  }

  @Test("the mean is near the weighted value", arguments: 1...10)
  func simulationMeetsTheFormula(seed: UInt64) throws {
    let deals = try deals(seed, 90)
    let played = try PipelineSimulation(deals, groups: 4, slip: 0.5).run(4000, seed: seed) { _ in }
    var weighted = WeightedPipeline()
    for deal in deals { try weighted.add(deal) }
    let summary = OutcomeSummary(sorted: played.total)
    let off = abs(try summary.mean(.halfUp).yuan - weighted.value(.halfUp).yuan)
    // Five standard errors of a mean of 4,000.
    #expect(off < 5 * weighted.deviation / 4000.0.squareRoot(), "seed \(seed)")
    #expect(close(summary.deviation, weighted.deviation, 0.06), "seed \(seed)")
  }

  @Test func percentilesByRank() {
    let summary = OutcomeSummary(sorted: (1...10).map { Int64($0) * 10_000 })
    // One of ten runs is at most 1, five at most 5, nine at most 9.
    #expect([0.1, 0.5, 0.9, 0.91].map(summary.percentile) == [1, 5, 9, 10].map(yuan))
    #expect(summary.share(reaching: yuan(9)) == 0.2)
    #expect(OutcomeSummary(sorted: [5, 5, 5]).histogram(20).map(\.runs) == [3])
  }

  @Test func dealsThatDoNotFitAreRefused() throws {
    let half = Money(units: .max / 2 + 1)
    let deals = try [1, 2].map {
      try PipelineDeal(id: $0, amount: half, probability: 0.5, group: 0)
    }
    #expect(throws: ValueError.self) { try PipelineSimulation(deals, groups: 1, slip: 0) }
    for (amount, p, code) in [
      (yuan(1), 1.01, "forecast.probability"), (yuan(1), .nan, "forecast.probability"),
      (yuan(-1), 0.5, "forecast.amount"),
    ] {
      do {
        _ = try PipelineDeal(id: 1, amount: amount, probability: p, group: 0)
        Issue.record("\(amount) \(p) was taken")
      } catch { #expect(error.code == code) }
    }
  }

  @Test("a root within the bracket is found", arguments: 1...60)
  func seeking(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (a, b) = (
      Double.random(in: -5...5, using: &random), Double.random(in: 0.1...4, using: &random)
    )
    let root = Double.random(in: -9...9, using: &random)
    // Rising, steep in places and flat in others.
    func formula(_ x: Double) -> Double {
      a + b * (x - root) + (x - root) * (x - root) * (x - root)
    }
    let solver = GoalSeek(target: a, tolerance: 1e-10, width: 1e-14, most: 200)
    let found = try solver.solve(from: -10, to: 10, formula)
    #expect(abs(found.place - root) < 1e-6 && found.iterations < 60, "seed \(seed): \(found)")
  }

  @Test func bracketsSayWhatIsAtTheirEnds() {
    let solver = GoalSeek(target: 9, tolerance: 1e-9, width: 1e-14, most: 100)
    do {
      _ = try solver.solve(from: 0, to: 2) { $0 * $0 }
      Issue.record("9 is no square of a number up to 2")
    } catch let error as ValidationError {
      #expect(error.code == "seek.bracket")
      #expect(error.message.contains("0.0 at 0.0") && error.message.contains("4.0 at 2.0"))
      #expect(error.remedy.contains("nearest is 4.0 at 2.0"))
    } catch { Issue.record("\(error)") }
    // A jump: the bracket closes on it.
    let found = try? solver.solve(from: 0, to: 2) { $0 < 1 ? 0 : 20 }
    #expect(abs((found?.place ?? 0) - 1) < 1e-9)
  }

  @Test func aShareOfModelAndCallByHand() throws {
    // 0.3 · 100.01 + 0.7 · 200.02 = 30.003 + 140.014 = 170.017, to the fen 170.02.
    let scope = ForecastScope()
    let call = ForecastCall(
      kind: .call, startsOn: .first, grain: .month, amount: Money(units: 2_000_200), madeAt: .first)
    let made = try CombinedForecast(
      model: Money(units: 1_000_100), scope: scope, share: Rate(exactly: 0.3), calls: [call],
      taking: .own, rounding: .halfUp)
    #expect(made.combined == Money(units: 1_700_200))
  }

  @Test("volume and price always add up to the difference", arguments: 1...60)
  func deviations(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func amount() -> Money { Money(units: Int64.random(in: 0...900_000_000, using: &random) * 100) }
    let made = try ForecastDeviation(
      forecast: amount(), actual: amount(), orders: Int64.random(in: 0...50, using: &random),
      base: (amount(), Int64.random(in: 1...50, using: &random)), slipped: nil)
    let (volume, value) = (try #require(made.volume), try #require(made.value))
    #expect(try volume.adding(value) == made.difference, "seed \(seed)")
  }

  @Test func weeksHaveTheirNumbers() throws {
    // ISO 8601: 2020 has 53 weeks; 1 January 2021 is in the last; 2026-06-29 is the Monday of week 27.
    for (day, week) in [
      ("2020-12-28", "2020-W53"), ("2024-12-30", "2025-W01"), ("2026-06-29", "2026-W27"),
      ("2018-01-01", "2018-W01"),
    ] { #expect(Grain.week.text(of: try Day(parsing: day)) == week) }
    #expect(try Grain.week.start(of: day("2021-01-01")) == day("2020-12-28"))
    #expect(try Grain.quarter.last(of: day("2026-04-01")) == day("2026-06-30"))
    #expect(throws: ValueError.self) { try Grain.week.start(.last, adding: 1) }
    #expect(throws: ValueError.self) { try Grain.year.start(.first, adding: .max) }
  }
}
