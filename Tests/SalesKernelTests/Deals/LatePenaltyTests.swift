// The penalty for late delivery, against values by hand.
import Testing
import Values

@testable import SalesKernel

@Suite struct LatePenaltyTests {
  private func penalty(
    _ value: Money, to until: String, rate: String? = nil, cap: String? = nil
  ) throws -> LatePenalty {
    try LatePenalty(
      value: value, dueOn: day("2026-07-31"), until: day(until),
      rate: rate.map { try Rate(parsing: $0) }, cap: cap.map { try Rate(parsing: $0) },
      terms: ContractPolicy(decoding: LuaTable.policy("contracts")).penalty)
  }

  // 0.1 % of 800,000.00 is 800.00 a day. 66.50 × 0.001 × 5 = 0.3325. 1.00 × 0.001 × 5 = 0.005, half up.
  @Test(arguments: [
    (8_000_000_000 as Int64, "2026-07-30", 0 as Int64, 0 as Int64),
    (8_000_000_000, "2026-07-31", 0, 0), (8_000_000_000, "2026-08-01", 1, 8_000_000),
    (8_000_000_000, "2026-08-10", 10, 80_000_000), (665_000, "2026-08-05", 5, 3_300),
    (10_000, "2026-08-05", 5, 100), (0, "2027-07-31", 365, 0),
    // Across a leap day: 2026-07-31 to 2028-02-29 is 578 days.
    (10_000_000, "2028-02-29", 578, 5_780_000),
  ])
  func byHand(_ units: Int64, _ until: String, _ days: Int64, _ amount: Int64) throws {
    let penalty = try penalty(Money(units: units), to: until)
    #expect(penalty.days == days)
    #expect(try penalty.amount() == Money(units: amount))
    #expect(try penalty.explanation().value == .money(Money(units: amount)))
  }

  @Test func aBoundHoldsFromItsDayOn() throws {
    // 5 % of 800,000 is 40,000, which 50 days reach.
    #expect(
      try penalty(wan(80), to: "2026-09-18", rate: "0.001", cap: "0.05").amount() == yuan(39_200))
    let reached = try penalty(wan(80), to: "2026-09-19", rate: "0.001", cap: "0.05")
    #expect(try reached.amount() == yuan(40_000))
    #expect(try reached.explanation().children.last?.outcome == .notMatched)
    let over = try penalty(wan(80), to: "2026-12-31", rate: "0.001", cap: "0.05")
    #expect(try over.amount() == yuan(40_000))
    #expect(try over.explanation().children.last?.outcome == .matched)
    #expect(try penalty(wan(80), to: "2026-12-31", rate: "0.001").amount() == yuan(122_400))
  }

  @Test func valuesBelowZeroAndBeyondMoneyAreErrors() throws {
    let below = #expect(throws: ValidationError.self) {
      _ = try penalty(yuan(-1), to: "2026-08-01")
    }
    #expect(below?.code == "contract.amount")
    let most = try penalty(Money(units: .max), to: "9999-12-31", rate: "1")
    let beyond = #expect(throws: ValueError.self) { _ = try most.amount() }
    #expect(beyond?.code == "money.overflow")
  }
}
