// What can be taken of a balance on a day, against trying it out day by day.
import Testing
import Values

@testable import SalesKernel

@Suite struct RunningBalanceTests {
  private static func on(_ number: Int64) throws -> Day { try Day(number: number) }

  /// Day 1: 100, day 5: 40 stand, day 10: 0, day 20: 40 again.
  @Test(arguments: [(0, 0), (1, 0), (5, 0), (9, 0), (10, 0), (19, 0), (20, 40), (30, 40)])
  func nothingIsTakenThatALaterDayLacks(_ day: Int64, _ left: Int64) throws {
    var balance = RunningBalance()
    balance.add(yuan(40), on: try Self.on(20))
    balance.add(yuan(100), on: try Self.on(1))
    balance.add(yuan(-40), on: try Self.on(10))
    balance.add(yuan(-60), on: try Self.on(5))
    #expect(try balance.available(on: try Self.on(day)) == yuan(left))
  }

  @Test("what is available is the most that leaves no later day below zero", arguments: 1...200)
  func available(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var balance = RunningBalance()
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      balance.add(
        yuan(Int64.random(in: -50...60, using: &random)),
        on: try Self.on(Int64.random(in: 1...9, using: &random)))
    }
    for day in Int64(0)...10 {
      let least = try (day...10).map { try balance.amount(upto: Self.on($0)) }.min() ?? .zero
      #expect(
        try balance.available(on: Self.on(day)) == max(.zero, least), "seed \(seed), day \(day)")
    }
  }
}
