// The pack's tables, cell by cell, with figures worked out by hand.
import Testing
import Values

@testable import SalesKernel

@Suite struct PricePackTests {
  @Test(
    "PR2: the ladder at both sides of every boundary",
    arguments: [
      ("10", 1, "10", "10", 28), ("10", 99, "10", "990", 28), ("10", 100, "9.5", "950", 21),
      ("10", 999, "9.5", "9490.5", 21), ("10", 1_000, "9", "9000", 14),
      ("10", 10_000, "9", "90000", 14), ("10", 10_001, "8.5", "85008.5", 7),
      ("0.3625", 99, "0.3625", "35.89", 28), ("0.3625", 100, "0.3444", "34.44", 21),
      ("0.3625", 999, "0.3444", "344.06", 21), ("0.3625", 1_000, "0.3263", "326.30", 14),
      ("0.3625", 10_001, "0.3081", "3081.31", 7),
    ] as [(String, Int64, String, String, Int64)])
  func ladder(list: String, pieces: Int64, unit: String, amount: String, days: Int64) throws {
    let price = try trial().price(try line(list, pieces))
    #expect(price.unit == (try money(unit)))
    #expect(price.amount == (try money(amount)))
    #expect(price.leadDays == days)
  }

  @Test("PR3: agreements, VMI and cash, alone and together, on 100 yuan")
  func agreements() throws {
    let cells: [(String?, Bool, Bool, String)] = [
      (nil, false, false, "100"), ("framework_1y", false, false, "95"),
      ("framework_3y", false, false, "90"), (nil, true, false, "97"), (nil, false, true, "98"),
      (nil, true, true, "95.06"), ("framework_1y", true, true, "90.307"),
      ("framework_3y", true, true, "85.554"), ("framework_2y", false, false, "100"),
    ]
    for (agreement, vmi, cash, unit) in cells {
      let price = try trial().price(
        try line {
          $0.agreement = agreement
          $0.vmi = vmi
          $0.cash = cash
        })
      #expect(price.unit == (try money(unit)), "\(agreement ?? "none") \(vmi) \(cash)")
    }
  }

  @Test("CU11: level prices on 100 yuan")
  func levels() throws {
    for (level, unit) in [("A", "90"), ("B", "95"), ("C", "100"), ("D", "100")] {
      let price = try trial().price(try line { $0.level = level })
      #expect(price.unit == (try money(unit)))
    }
  }

  @Test("PR4: first order, referral and the dated campaign, on 100 yuan")
  func promotions() throws {
    let cells: [(Bool, Bool, String?, String, String)] = [
      (true, false, nil, "2026-09-10", "95"), (false, true, nil, "2026-09-10", "97"),
      (true, true, nil, "2026-09-10", "92.15"), (false, false, "AUTUMN", "2026-08-31", "100"),
      (false, false, "AUTUMN", "2026-09-01", "98"), (false, false, "AUTUMN", "2026-09-30", "98"),
      (false, false, "AUTUMN", "2026-10-01", "100"), (false, false, "SPRING", "2026-09-10", "100"),
      (true, true, "AUTUMN", "2026-09-10", "90.307"),
    ]
    for (first, referral, promotion, on, unit) in cells {
      let price = try trial().price(
        try line {
          ($0.firstOrder, $0.referral, $0.promotion) = (first, referral, promotion)
          $0.on = (try? day(on)) ?? $0.on
        })
      #expect(price.unit == (try money(unit)), "\(first) \(referral) \(promotion ?? "") \(on)")
    }
  }

  @Test(
    "PR5: the payment ladder at its boundaries, on 100 yuan",
    arguments: [
      (0.0, 5, "100"), (0.3, 0, "100"), (0.3, 1, "95"), (0.299, 3, "100"), (0.3, 2, "95"),
      (0.3, 3, "90"), (0.999, 5, "90"), (1.0, 4, "90"), (1.0, 5, "85"), (1.0, 9, "85"),
    ] as [(Double, Int64, String)])
  func payment(prepaid: Double, years: Int64, unit: String) throws {
    let price = try trial().price(
      try line {
        $0.prepaid = prepaid
        $0.renewalYears = years
      })
    #expect(price.unit == (try money(unit)))
  }

  /// Every cell of the ladders joined: percents multiplied as whole numbers, rounded half up twice.
  @Test("PR2–PR5: all combinations against whole-number arithmetic") func combinations() throws {
    let policy = try trial()
    var count = 0
    for (pieces, ladder) in [
      (99, 100), (100, 95), (999, 95), (1000, 90), (10_000, 90), (10_001, 85),
    ]
      as [(Int64, Int128)]
    {
      for (agreement, kept) in [("", 100), ("framework_1y", 95), ("framework_3y", 90)]
        as [(String, Int128)]
      {
        for (level, off) in [("A", 90), ("B", 95), ("C", 100)] as [(String, Int128)] {
          for (prepaid, years, pay) in [(0, 0, 100), (0.3, 1, 95), (0.3, 3, 90), (1, 5, 85)]
            as [(Double, Int64, Int128)]
          {
            for flags in 0..<16 {
              let bits = (0..<4).map { flags >> $0 & 1 == 1 }
              let priced = try line("0.3625", pieces) {
                $0.agreement = agreement.isEmpty ? nil : agreement
                ($0.level, $0.prepaid, $0.renewalYears) = (level, prepaid, years)
                ($0.firstOrder, $0.referral, $0.vmi, $0.cash) = (bits[0], bits[1], bits[2], bits[3])
              }
              let last: [Int128] = [bits[0] ? 95 : 100, bits[1] ? 97 : 100, bits[2] ? 97 : 100]
              let factors = [ladder, kept, off, pay, bits[3] ? 98 : 100] + last
              let product = factors.reduce(Int128(3625), *)
              let hundreds = Int128(10_000_000_000_000_000)
              let unit = (product * 2 + hundreds) / (hundreds * 2)
              let fen = (unit * Int128(pieces) + 50) / 100
              let price = try policy.price(priced)
              #expect(price.unit.units == Int64(unit), "\(priced)")
              #expect(price.amount.units == Int64(fen) * 100, "\(priced)")
              count += 1
            }
          }
        }
      }
    }
    #expect(count == 6 * 3 * 3 * 4 * 16)
  }

  @Test("the same discounts added up leave 37 of 100; one after the other, 51.26") func additive()
    throws
  {
    let all = try line("100", 10_001) {
      ($0.agreement, $0.level, $0.firstOrder, $0.referral) = ("framework_3y", "A", true, true)
      ($0.prepaid, $0.renewalYears, $0.vmi, $0.cash) = (1, 5, true, true)
    }
    // 15 + 10 + 10 + 5 + 3 + 15 + 3 + 2 = 63 %
    #expect(try trial("pricing_additive").price(all).unit == money("37"))
    // 100 × .85 × .90 × .90 × .95 × .97 × .85 × .97 × .98 = 51.2644…
    #expect(try trial().price(all).unit == money("51.2644"))
  }

  @Test("quantities and list prices that have no price")
  func refused() throws {
    let policy = try trial()
    for pieces: Int64 in [0, -5, 100_000_001, 1_000_000_000_000, .max, .min] {
      #expect(refusal(policy, try line("1", pieces)) == "price.quantity")
    }
    #expect(refusal(policy, try line("0", 1)) == "price.list")
    #expect(refusal(policy, try line("90000000000000", 100_000_000)) == "money.overflow")
  }

}
