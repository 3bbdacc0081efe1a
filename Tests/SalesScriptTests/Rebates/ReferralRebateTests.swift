// Rewards for referrals, in the rebate ledger: 3 % of what the referred buy from the day of the referral on.
import SalesScript
import Testing

@Suite struct ReferralRebateTests {
  /// 1 brought 2 on 2026-03-01; 3 said so of 2 too, later. 2 bought 1,000 before, 2,000.50 on the day and 500 after;
  /// 400 were cancelled. 1 itself buys 9,000. 4 named itself.
  private static let book = """
    for n = 1, 4 do customers:create{name = "c" .. n} end
    referrals:create{customer = 3, referred = 2, referred_on = date"2026-03-02"}
    referrals:create{customer = 1, referred = 2, referred_on = date"2026-03-01"}
    referrals:create{customer = 4, referred = 4, referred_on = date"2026-03-01"}
    local function order(c, amount, on, status)
      orders:create{customer = c, amount = yuan(amount), ordered_on = date(on), status = status}
    end
    order(2, 1000, "2026-02-28") order(2, 2000.5, "2026-03-01") order(2, 500, "2026-06-01")
    order(2, 400, "2026-06-02", "cancelled") order(1, 9000, "2026-04-01") order(4, 100, "2026-04-01")

    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(Self.book + source)
  }

  @Test("the first who brought a customer gets it, once, and settles it")
  func accrued() throws {
    // 2,500.50 × 0.03 = 75.015, half up to the fen 75.02.
    #expect(
      try eval(
        """
        local all = {program = "referral", period = "2026"}
        local a = rebates.accrue(all)
        local again, s = #rebates.accrue(all), rebates.settle(all)
        return #a, a[1].customer, a[1].volume, a[1].amount, again, s[1].amount, rebates.balance{customer = 1}[1].balance
        """)
        == "1  1  money\"2500.50\"  money\"75.02\"  0  money\"75.02\"  money\"0.00\"")
  }

  @Test("why says the volume and the rate")
  func why() throws {
    #expect(
      try eval(
        """
        local r = rebates.entitlement{program = "referral", period = "2026", customer = 1}
        return r.volume, r.orders, r.entitlement, why(r).children[1].children[2].reason
        """)
        == "money\"2500.50\"  2  money\"75.02\"  \"2,500.50 × 0.03, from 0.00\"")
  }

  @Test("whose purchases count is one of two words")
  func badBasis() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.failure(
        """
        local p = rebates.policy()
        p.programs[3].of = "refered"
        rebates.accrue{program = "referral", policy = p}
        """) == Failure("policy.value", "referred"))
  }
}
