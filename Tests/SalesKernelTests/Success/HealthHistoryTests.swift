// The line through scores against NumPy, who was lost by hand, and a back-test counted on paper.
import Testing
import Values

@testable import SalesKernel

@Suite struct HealthHistoryTests {
  @Test func theLineIsLeastSquares() throws {
    let line = HealthTrend([(0, 90), (30, 85), (61, 70), (92, 72.5)])
    #expect(abs(try #require(line.pointsPerMonth) - -6.592488462150541) < 1e-6)
    #expect(HealthTrend([(5, 90), (5, 80)]).pointsPerMonth == nil)
    #expect(HealthTrend([]).pointsPerMonth == nil)
    let rule = try HealthPolicy(decoding: LuaTable.policy("health")).trend
    #expect(rule.direction(of: line) == .falling)
    #expect(rule.direction(of: HealthTrend([(0, 90), (30, 85)])) == nil)
    #expect(rule.direction(of: HealthTrend([(0, 80), (30, 81), (60, 82)])) == .steady)
    #expect(rule.direction(of: HealthTrend([(0, 80), (30, 82), (60, 84)])) == .rising)
  }

  /// Customer 0 orders on Jan 10 and Mar 31, 1 on Jan 31 alone, 2 never.
  private static func days() throws -> OrderDays {
    OrderDays(
      customers: 3,
      orders: [
        (0, try day("2026-03-31").number), (1, try day("2026-01-31").number),
        (0, try day("2026-01-10").number),
      ])
  }

  @Test func whoWasLost() throws {
    let days = try Self.days()
    func fate(_ place: Int, _ after: String, _ upto: String) throws -> OrderDays.Fate {
      try days.fate(of: place, after: day(after), upto: day(upto), months: 3)
    }
    // After Jan 10 three months are complete on Apr 10: the order of Mar 31 comes before.
    #expect(try fate(0, "2026-01-10", "2026-06-29") == .stayed)
    #expect(try fate(0, "2026-02-01", "2026-06-30") == .lost(day("2026-06-30").number))
    #expect(try fate(0, "2026-01-09", "2026-06-30") == .outside)
    // Three months after Jan 31 is Apr 30.
    #expect(try fate(1, "2026-01-31", "2026-04-30") == .lost(day("2026-04-30").number))
    #expect(try fate(1, "2026-01-31", "2026-04-29") == .stayed)
    #expect(try fate(1, "2026-04-30", "2026-09-30") == .outside)
    #expect(try fate(2, "2026-01-31", "2026-04-29") == .outside)
  }

  @Test func countsOnPaper() throws {
    var test = HealthBacktest(customers: 4)
    let loss = try day("2026-03-31").number
    test.begin(try day("2026-01-31"))
    test.add(0, score: 50, below: 80, fate: .lost(loss))  // hit, 59 days ahead
    test.add(1, score: 80, below: 80, fate: .lost(loss))  // miss: 80 is not below 80
    test.add(2, score: 60, below: 80, fate: .stayed)  // false alarm
    test.add(3, score: nil, below: 80, fate: .stayed)  // no score
    test.begin(try day("2026-02-28"))
    test.add(0, score: 40, below: 80, fate: .lost(loss))  // hit of the same loss
    test.add(1, score: 70, below: 80, fate: .lost(loss))  // hit, 31 days ahead
    test.add(2, score: 90, below: 80, fate: .stayed)  // quiet
    test.add(3, score: 10, below: 80, fate: .outside)
    let counts = test.total
    #expect(counts.hits == 3 && counts.misses == 1 && counts.falseAlarms == 1 && counts.quiet == 1)
    #expect(counts.precision == 0.75 && counts.recall == 0.75 && counts.baseRate == 4.0 / 6)
    #expect(counts.lift == 1.125)
    #expect(test.leads.days.count == 2 && test.leads.median == 45 && test.unscored == 1)
    #expect(test.days.map(\.counts.all) == [3, 3])
    let empty = HealthBacktest(customers: 0)
    #expect(empty.total.precision == nil && empty.total.lift == nil && empty.leads.median == nil)
  }
}
