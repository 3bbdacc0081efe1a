// Lift and return: intervals from Newcombe's paper and from Python, money by hand.
import Testing
import Values

@testable import SalesKernel

@Suite struct CampaignLiftTests {
  @Test(
    "differences of shares are those of Newcombe's table II, method 10",
    arguments: [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
      (10, 10, 0, 20, 0.6791, 1.0), (5, 56, 0, 29, -0.0381, 0.1926),
    ])
  func newcombe(_ a: Int, _ m: Int, _ b: Int, _ n: Int, _ low: Double, _ high: Double) throws {
    let lift = try #require(
      try CampaignLift(treated: tally(a, m), heldOut: tally(b, n), confidence: 0.95))
    #expect(abs(lift.share.low - low) < 0.000_06)
    #expect(abs(lift.share.high - high) < 0.000_06)
    #expect(lift.share.isSignificant == (low > 0))
  }

  @Test("another confidence is another interval")
  func confidence() throws {
    // Python: z = NormalDist().inv_cdf(0.995) = 2.5758293035489, 10 of 200 against 40 of 200.
    let lift = try #require(
      try CampaignLift(treated: tally(10, 200), heldOut: tally(40, 200), confidence: 0.99))
    #expect(abs(lift.share.value + 0.15) < 1e-12)
    #expect(abs(lift.share.low + 0.236_346_718_419) < 1e-9)
    #expect(abs(lift.share.high + 0.065_881_812_044) < 1e-9)
  }

  @Test("amount a head: means, variances and what is incremental")
  func amounts() throws {
    // Treated 10, 20, 30 yuan: mean 20, variance 100. Held out 5, 15: mean 10, variance 50.
    // Error = √(100/3 + 50/2) = 7.637626; ± 1.959964 × that = 14.969473.
    var (treated, out) = (ArmTally(), ArmTally())
    for amount in [10, 20, 30] { treated.add(responded: true, units: Int64(amount) * 10_000) }
    for amount in [5, 15] { out.add(responded: false, units: Int64(amount) * 10_000) }
    let lift = try #require(
      try CampaignLift(treated: treated, heldOut: out, confidence: 0.95))
    let amount = try #require(lift.amount)
    #expect(abs(amount.value - 10) < 1e-9)
    #expect(abs(amount.low - (10 - 14.969_472_5)) < 1e-5)
    #expect(abs(amount.high - (10 + 14.969_472_5)) < 1e-5)
    // 60 − 20 × 3/2 = 30.
    #expect(lift.incremental == yuan(30))
    #expect(try treated.perHead() == yuan(20))
  }

  @Test("a mean of money rounds half to even at 1/10,000")
  func means() throws {
    var tally = ArmTally()
    tally.add(responded: false, units: 1)
    tally.add(responded: false, units: 0)
    #expect(try tally.perHead() == Money(units: 0))
    tally = ArmTally()
    tally.add(responded: false, units: 3)
    tally.add(responded: false, units: 0)
    #expect(try tally.perHead() == Money(units: 2))
    #expect(try ArmTally().perHead() == nil)
    #expect(ArmTally().share == nil)
  }

  @Test("without a hold-out, or without treated, there is no lift")
  func nobody() throws {
    #expect(try CampaignLift(treated: tally(1, 2), heldOut: ArmTally(), confidence: 0.95) == nil)
    #expect(try CampaignLift(treated: ArmTally(), heldOut: tally(1, 2), confidence: 0.95) == nil)
  }

  @Test("the return is exact: 1,234.56 × 0.10 = 123.456, to the fen 123.46, less 100 is 23.46")
  func roi() throws {
    let earned = try CampaignReturn(
      incremental: Money(parsing: "1234.56"), margin: Rate(exactly: 0.1), spent: yuan(100))
    #expect(earned.gross == (try Money(parsing: "123.46")))
    #expect(earned.net == (try Money(parsing: "23.46")))
    #expect(abs((earned.roi ?? 0) - 0.2346) < 1e-12)
    let free = try CampaignReturn(incremental: yuan(1), margin: .one, spent: .zero)
    #expect(free.roi == nil)
  }

  private func tally(_ responded: Int, _ all: Int) -> ArmTally {
    var tally = ArmTally()
    for place in 0..<all { tally.add(responded: place < responded, units: 0) }
    return tally
  }
}
