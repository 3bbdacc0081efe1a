// Mix of levels and concentration, against figures worked out by hand and in Python.
import Testing
import Values

@testable import SalesKernel

private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }

@Suite struct ConcentrationTests {
  // Python: shares .5 .3 .1 .06 .04; Gini by mean absolute difference.
  @Test func fiveParts() {
    let found = Concentration([500, 300, 100, 60, 40].map(yuan))
    #expect(near(found.hhi, 3552))
    #expect(near(found.gini, 0.464))
    #expect(found.top1 == 0.5 && found.top5 == 1 && found.top10 == 1)
  }

  // Python, the same two formulas over the shares.
  @Test func twelveParts() {
    let found = Concentration([7, 3, 9, 1, 12, 4, 4, 8, 20, 2, 6, 5].map(yuan))
    #expect(near(found.top1, 20.0 / 81))
    #expect(near(found.top5, 56.0 / 81))
    #expect(near(found.top10, 78.0 / 81))
    #expect(near(found.hhi, 1287.9134278311233))
    #expect(near(found.gini, 0.3816872427983539))
  }

  @Test func leavesOutWhatIsNotPositive() {
    let found = Concentration([yuan(10), .zero, yuan(-5)])
    #expect(found.count == 1 && found.excluded == 2)
    #expect(found.hhi == 10_000 && found.gini == 0 && found.top1 == 1)
    let none = Concentration([])
    #expect(none.hhi == 0 && none.gini == 0 && none.top1 == 0)
  }

  @Test func equalPartsAndHugeSums() {
    let equal = Concentration(Array(repeating: Money(units: .max), count: 4))
    #expect(near(equal.hhi, 2500))
    #expect(near(equal.gini, 0))
    #expect(equal.total == Int128(Int64.max) * 4)
  }
}

@Suite struct LevelMixTests {
  @Test func comparesWithTheExpectedMix() throws {
    let policy = try MixPolicy(decoding: LuaTable.policy("mix"))
    let fastener = try #require(policy.mix(named: "fastener"))
    #expect(policy.mix(named: "growth")?.levels.map(\.customers) == [0.2, 0.3, 0.5])
    var mix = LevelMix()
    mix.add(level: "A", revenue: yuan(700))
    for _ in 0..<2 { mix.add(level: "B", revenue: yuan(100)) }
    mix.add(level: "C", revenue: yuan(100))
    mix.add(level: "D", revenue: nil)
    mix.add(level: nil, revenue: yuan(9))
    let report = try mix.report(against: fastener)
    #expect(report.rows.map(\.level) == ["A", "B", "C", "D", nil])
    #expect(report.rows.map(\.customers) == [1, 2, 1, 1, 1])
    #expect(report.rows.map(\.customerShare) == [0.25, 0.5, 0.25, nil, nil])
    #expect(report.rows.map(\.revenueShare) == [0.7, 0.2, 0.1, nil, nil])
    #expect(report.rows[1].revenue == yuan(200))
    #expect(report.rows.map(\.expectedRevenue) == [0.6, 0.3, 0.1, nil, nil])
    #expect(
      report.explanation.children[0].reason
        == "customers 25 %, expected 10 %; revenue 700.00, 70 %, expected 60 %")
  }

  @Test func withoutExpectationSharesAreOfAll() throws {
    var mix = LevelMix()
    mix.add(level: "X", revenue: yuan(1))
    mix.add(level: "Y", revenue: yuan(3))
    let report = try mix.report(against: nil)
    #expect(report.rows.map(\.revenueShare) == [0.25, 0.75])
    #expect(try LevelMix().report(against: nil).rows.isEmpty)
  }

  @Test func sumsBeyondMoneyAreErrors() throws {
    var mix = LevelMix()
    for _ in 0..<3 { mix.add(level: "A", revenue: Money(units: .max)) }
    let error = #expect(throws: ValueError.self) { try mix.report(against: nil) }
    #expect(error?.code == "money.overflow")
  }

  @Test func sharesMustSumToOne() throws {
    let value = try LuaTable.parse(
      """
      return { name = "m", title = "m", source = "s", mixes = { { name = "x", title = "x",
        source = "s", levels = { { level = "A", customers = 0.5, revenue = 1 } } } } }
      """)
    let error = #expect(throws: PolicyError.self) { try MixPolicy(decoding: value) }
    #expect(error?.message == "policy.mixes[1].levels: shares of customers sum to 0.5, not 1")
  }
}
