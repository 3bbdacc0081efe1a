// Whether fewer events are more than chance, and the Pareto of causes, against numbers made elsewhere.
import Testing
import Values

@testable import SalesKernel

@Suite struct RateChangeTests {
  /// Lower tails of the binomial distribution, by exact fractions in Python:
  /// `sum(comb(n, i) * p**i * (1 - p)**(n - i) for i in range(k + 1))`.
  @Test(arguments: [
    // n 10, p 1/2, k 2: 56 / 1024.
    (8, 100, 2, 100, 0.054_687_5),
    // n 3, p 1/4, k 0: 27 / 64.
    (3, 300, 0, 100, 0.421_875),
    // n 4, p 2/3, k 4: all of it.
    (0, 1, 4, 2, 1.0),
    // n 20, p 1/3, k 2: (2^20 + 20·2^19 + 190·2^18) / 3^20 = 61_341_696 / 3_486_784_401.
    (18, 200, 2, 100, 0.017_592_626_6),
  ])
  func chances(_ before: Int, _ over: Int, _ after: Int, _ days: Int, _ chance: Double) throws {
    let change = RateChange(before: before, over: over, after: after, over: days)
    let found = try #require(change.chance)
    #expect(abs(found - chance) < 1e-9, "\(found)")
  }

  @Test func manyEventsDoNotUnderflow() throws {
    // 0.5^4000 is no number any more. Half and half is just above one half, by symmetry.
    let even = try #require(
      RateChange(before: 2_000, over: 100, after: 2_000, over: 100).chance)
    #expect(even > 0.5 && even < 0.51)
    let none = try #require(RateChange(before: 4_000, over: 100, after: 0, over: 100).chance)
    #expect(none >= 0 && none < 1e-300)
    let all = try #require(RateChange(before: 0, over: 100, after: 4_000, over: 100).chance)
    #expect(abs(all - 1) < 1e-12)
  }

  @Test func ratesAndDrop() {
    let change = RateChange(before: 30, over: 300, after: 4, over: 100)
    #expect(change.rateBefore == 0.1 && change.rateAfter == 0.04)
    #expect(change.drop.map { abs($0 - 0.6) < 1e-12 } == true)
    #expect(RateChange(before: 0, over: 300, after: 0, over: 100).chance == nil)
    #expect(RateChange(before: 1, over: 300, after: 0, over: 0).chance == nil)
  }

  @Test func paretoOfCauses() {
    // 50, 30, 15, 5 of 100: above the third are 80 % already.
    let pareto = CausePareto(["b": 50, "a": 30, "d": 15, "c": 5, "e": 0], vital: 0.8)
    #expect(pareto.total == 100)
    #expect(pareto.rows.map(\.cause) == ["b", "a", "d", "c"])
    #expect(pareto.rows.map(\.isVital) == [true, true, false, false])
    #expect(pareto.rows.map(\.cumulative) == [0.5, 0.8, 0.95, 1])
    // Ties by the word.
    #expect(CausePareto(["y": 1, "x": 1], vital: 1).rows.map(\.cause) == ["x", "y"])
    #expect(CausePareto([:], vital: 0.8).rows.isEmpty)
  }
}
