// Weights of parts, and parts that sum.
import Testing
import Values

@testable import SalesKernel

@Suite struct TargetSplitTests {
  @Test func percentsAreExact() throws {
    // 33.3 + 33.3 + 33.4 in tenths; 0.1 × 10 as doubles is not 1, as decimals it is.
    #expect(
      try TargetSplit.weights(ofPercents: [rate("33.3"), rate("33.3"), rate("33.4")]) == [
        333, 333, 334,
      ])
    #expect(
      try TargetSplit.weights(ofPercents: Array(repeating: rate("0.1"), count: 1000)).count == 1000)
    for bad in [["99.9"], ["100.1"], ["-1", "101"], ["0"], []] {
      #expect(throws: ValidationError.self) {
        try TargetSplit.weights(ofPercents: bad.map { try rate($0) })
      }
    }
  }

  private func rate(_ text: String) throws -> Rate { try Rate(parsing: text) }

  @Test func seasonsAreMeansOfShares() {
    // 1 : 3 in one year and 1 : 1 in another: 0.25 + 0.5 and 0.75 + 0.5; a year of nothing says nothing.
    #expect(
      TargetSplit.weights(ofYears: [[1, 3], [10, 10], [0, 0], [-5, 0]]) == [750_000, 1_250_000])
    #expect(TargetSplit.weights(ofYears: []) == [])
    #expect(TargetSplit.weights(ofSums: [-3, 0, 4]) == [0, 0, 4])
    // Sums beyond 64 bits keep their proportion.
    let huge = TargetSplit.weights(ofSums: [Int128(Int64.max) * 4, Int128(Int64.max) * 2])
    #expect(huge[0] / huge[1] == 2 && huge[0] > 0)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func partsSum(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<200 {
      let count = Int.random(in: 1...30, using: &random)
      var weights = (0..<count).map { _ in Int64.random(in: 0...1_000_000_000_000, using: &random) }
      weights[0] += 1
      let scopes = weights.map { _ in
        (scope: TargetScope(period: Period(.year, of: .first), level: 0), name: "")
      }
      let fen = Int64.random(in: 0...10_000_000_000_000, using: &random)
      let money = try TargetSplit(.money(Money(units: fen * 100)), among: scopes, weights: weights)
      #expect(
        money.parts.reduce(0) { $0 + $1.value.count } == fen * 100, "seed \(seed) round \(round)")
      #expect(money.parts.allSatisfy { $0.value.count % 100 == 0 && $0.value.count >= 0 })
      let pieces = try TargetSplit(.pieces(fen), among: scopes, weights: weights)
      #expect(pieces.parts.reduce(0) { $0 + $1.value.count } == fen)
    }
  }

  @Test func paceOfAPeriod() throws {
    let period = try Period(parsing: "2026-Q2")
    func rate(_ reached: Int64, _ day: String, gone: Int?) throws -> RunRate {
      try RunRate(
        .pieces(100), reached: .pieces(reached), in: period, on: Day(parsing: day),
        days: gone.map { (61, $0) })
    }
    // 20 in 21 days: 20 × 61 / 21 = 58.09…; (100 − 20) / 40 = 2; passed: nothing is needed.
    let april = try rate(20, "2026-04-30", gone: 21)
    #expect(try april.projection() == .pieces(58))
    #expect(try april.needed() == .pieces(2))
    #expect(try rate(120, "2026-04-30", gone: 21).needed() == .pieces(0))
    #expect(try rate(20, "2026-04-01", gone: 0).projection() == nil)
    #expect(try rate(0, "2026-03-31", gone: 0).state == .notBegun)
    #expect(try rate(7, "2026-06-30", gone: 61).projection() == .pieces(7))
    #expect(try rate(7, "2026-05-30", gone: nil).projection() == nil)
    #expect(try rate(-7, "2026-04-30", gone: 21).projection() == .pieces(-20))
  }
}
