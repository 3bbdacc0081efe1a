// Figures of loyalty over orders by hand, and laws over random orders.
import Testing
import Values

@testable import SalesKernel

@Suite struct LoyaltyTests {
  /// Orders as (customer, day, yuan).
  private func book(
    _ customers: Int, _ orders: [(Int32, String, Int64)]
  ) throws -> PurchaseBook {
    PurchaseBook(
      customers: customers, places: orders.map(\.0), days: try orders.map { try day($0.1).number },
      units: orders.map { $0.2 * 10_000 })
  }

  /// 0 stays and buys more, 1 is lost, 2 is new, 3 comes back after two years, 4 stays and buys less,
  /// 5 never bought.
  private func year() throws -> PurchaseBook {
    try book(
      6,
      [
        (2, "2026-02-01", 50), (0, "2025-03-01", 100), (0, "2026-03-01", 160),
        (1, "2025-06-01", 200), (3, "2023-01-01", 70), (3, "2026-05-05", 30),
        (4, "2025-12-31", 80), (4, "2026-01-01", 20), (4, "2027-01-01", 999),
      ])
  }

  @Test func aYearOfRetentionByHand() throws {
    let tally = try year().retention(
      from: try day("2026-01-01"), to: try day("2026-12-31"), months: 12
    ).total
    #expect(
      [tally.start, tally.lost, tally.gained, tally.returned, tally.end, tally.passed]
        == [3, 1, 1, 1, 4, 0])
    #expect(tally.churn == 1.0 / 3 && tally.retention == 2.0 / 3)
    // Start 100 + 200 + 80, end 160 + 0 + 20, without growth 100 + 0 + 20.
    #expect(tally.netRevenue == 180.0 / 380 && tally.grossRevenue == 120.0 / 380)
    #expect(try tally.startAmount() == yuan(380) && tally.endAmount() == yuan(180))
    #expect(try tally.expansion() == yuan(60) && tally.contraction() == yuan(60))
    #expect(try tally.lostAmount() == yuan(200))
  }

  @Test func twelveMonthsEndOnTheSameDayOfTheMonth() throws {
    let orders = try book(1, [(0, "2025-06-30", 1)])
    func lost(_ to: String) throws -> Int {
      try orders.retention(from: try day("2026-06-01"), to: try day(to), months: 12).total.lost
    }
    // The window of twelve months up to 2026-06-29 is after 2025-06-29; that up to 2026-06-30 is not.
    #expect(try lost("2026-06-29") == 0)
    #expect(try lost("2026-06-30") == 1)
  }

  @Test func buyingAgainByHand() throws {
    let orders = try book(
      3,
      [
        (0, "2026-01-01", 100), (0, "2026-01-11", 50), (0, "2026-02-10", 30),
        (1, "2025-12-01", 10), (1, "2026-03-01", 20), (2, "2025-01-01", 5),
      ])
    let tally = try orders.repurchase(
      from: try day("2026-01-01"), to: try day("2026-12-31"), least: 2
    ).total
    #expect([tally.buyers, tally.repeating, tally.returning, tally.orders] == [2, 1, 1, 4])
    #expect(tally.rate == 0.5 && tally.frequency == 2)
    // 10 and 30 days.
    #expect(tally.meanDays == 20)
    // 200 over 4 orders and over 2 buyers.
    #expect(try tally.averagePurchase(rounding: .halfUp) == yuan(50))
    #expect(try tally.perBuyer(rounding: .halfUp) == yuan(100))
  }

  @Test func cohortsByHand() throws {
    let orders = try book(
      3,
      [
        (0, "2026-01-15", 100), (0, "2026-05-01", 50), (0, "2026-06-01", 25),
        (1, "2026-03-31", 40), (2, "2026-04-01", 10), (2, "2026-12-31", 999),
      ])
    let table = try PurchaseCohorts(
      orders, by: .quarter, from: try day("2026-01-01"), to: try day("2026-09-30"), most: 10)
    #expect(table.cohorts.map(\.customers) == [2, 1, 0])
    #expect(table.cohorts.map(\.counts) == [[2, 1, 0], [1, 0], [0]])
    #expect(try (0..<3).map { try table.cohorts[0].amount($0) } == [yuan(140), yuan(75), .zero])
    #expect(table.cohorts[0].amountShare(1) == 75.0 / 140)
    #expect(table.whole(1) == (customers: 3, counted: 1))
    #expect(throws: ValidationError.self) {
      try PurchaseCohorts(
        orders, by: .day, from: try day("2026-01-01"), to: try day("2026-09-30"), most: 10)
    }
  }

  @Test func lifetimeVectors() throws {
    func value(
      _ variant: LifetimeValue.Variant, _ churn: String, _ discount: String = "0"
    ) throws -> LifetimeValue {
      try LifetimeValue(
        variant, LifetimeValue.Margin(each: yuan(100_000)),
        churn: LifetimeValue.Churn(Rate(parsing: churn)), discount: Rate(parsing: discount),
        rounding: .halfUp)
    }
    #expect(try value(.simple, "0.2").value == yuan(500_000))
    #expect(try value(.discounted, "0.2").value == yuan(500_000))
    // 100,000 ÷ 0.3, once rounded.
    #expect(try value(.discounted, "0.2", "0.1").value == Money(parsing: "333333.33"))
    // 100,000 ÷ (1 ÷ 3) of three customers of whom one was lost, exactly.
    let third = try LifetimeValue(
      .simple, LifetimeValue.Margin(each: yuan(100_000)),
      churn: LifetimeValue.Churn(lost: 1, of: 3), discount: .zero, rounding: .halfUp)
    #expect(third.value == yuan(300_000))
    let endless = try value(.simple, "0")
    #expect(endless.value == nil && endless.absence?.contains("no limit") == true)
    // Nothing is lost, but what is far away counts less: 100,000 ÷ 0.1.
    #expect(try value(.discounted, "0", "0.1").value == wan(100))
  }

  @Test func marginOfWhatHasNoCostIsAShare() throws {
    let margin = LifetimeValue.Margin(
      known: yuan(300), uncosted: yuan(1000), share: try Rate(parsing: "0.25"), customers: 4)
    // (300 + 250) ÷ 4.
    #expect(try margin.each(rounding: .halfUp) == Money(parsing: "137.50"))
  }

  @Test func fifthsWithTies() {
    #expect(Quintiles.of([5, 4, 3, 2, 1]) == [5, 4, 3, 2, 1])
    #expect(Quintiles.of([9, 9, 7, 4, 4, 1]) == [5, 5, 4, 3, 3, 1])
    #expect(Quintiles.of([7, 7, 7]) == [5, 5, 5])
    #expect(Quintiles.of([]) == [])
    #expect(Quintiles.of([.min, .max]) == [3, 5])
  }

  @Test func segmentsTakeEveryScore() throws {
    let policy = try LoyaltyPolicy(decoding: LuaTable.policy("loyalty"))
    let keys = RFMScore.all.map {
      policy.rfm.segments.segments[policy.rfm.segments.index(of: $0)].key
    }
    #expect(keys.count == 125)
    func key(_ recency: Int, _ frequency: Int, _ monetary: Int) -> String {
      let score = RFMScore(recency: recency, frequency: frequency, monetary: monetary)
      return policy.rfm.segments.segments[policy.rfm.segments.index(of: score)].key
    }
    #expect(key(5, 5, 5) == "champion" && key(1, 1, 1) == "asleep")
    #expect(
      key(1, 5, 5) == "cannot_lose" && key(2, 3, 5) == "at_risk" && key(5, 1, 1) == "promising")
  }

  /// Totals are the sum of groups, the ends balance, grr is at most nrr and 1, cohorts hold everybody once.
  @Test(arguments: 0..<20)
  func laws(_ round: Int) throws {
    let seed = UInt64(1000 + round)
    var random = SeededGenerator(seed: seed)
    let customers = Int.random(in: 1...40, using: &random)
    let first = try day("2023-01-01").number
    let orders = (0..<Int.random(in: 0...300, using: &random)).map { _ in
      (
        Int32.random(in: -1..<Int32(customers), using: &random),
        first + Int32.random(in: 0..<1200, using: &random),
        Int64.random(in: 0...900, using: &random)
      )
    }
    let book = PurchaseBook(
      customers: customers, places: orders.map(\.0), days: orders.map(\.1),
      units: orders.map { $0.2 * 10_000 })
    let codes = (0..<customers).map { _ in Int32.random(in: -1..<3, using: &random) }
    let from = try Day(number: first + Int32.random(in: 0..<900, using: &random))
    let to = try from.adding(days: Int.random(in: 0..<300, using: &random))
    let result = try book.retention(from: from, to: to, months: 6, by: .codes(codes))
    let groups = Array(result.groups.values)
    #expect(groups.map(\.start).reduce(0, +) == result.total.start, "seed \(seed)")
    #expect(groups.map(\.lost).reduce(0, +) == result.total.lost, "seed \(seed)")
    for tally in groups + [result.total] {
      #expect(tally.end == tally.start - tally.lost + tally.gained + tally.returned)
      let (net, gross) = (tally.netRevenue ?? 0, tally.grossRevenue ?? 0)
      #expect(gross <= 1 && gross <= net, "seed \(seed)")
      #expect(
        try tally.endAmount()
          == tally.startAmount().adding(tally.expansion()).subtracting(tally.contraction())
          .subtracting(tally.lostAmount()), "seed \(seed)")
    }
    // Each state again, the slow way.
    func active(_ customer: Int32, _ end: Day) throws -> Bool {
      let after = try end.adding(months: -6).number
      return orders.contains { $0.0 == customer && $0.1 > after && $0.1 <= end.number }
    }
    let before = try from.adding(days: -1)
    let atStart = try (0..<Int32(customers)).filter { try active($0, before) }
    #expect(result.total.start == atStart.count, "seed \(seed)")
    #expect(try result.total.lost == atStart.count { try !active($0, to) }, "seed \(seed)")
    let table = try PurchaseCohorts(
      book, by: .month, from: try Day(number: first), to: to, most: 60)
    let bought = Set(orders.filter { $0.0 >= 0 && $0.1 <= to.number }.map(\.0)).count
    #expect(table.cohorts.map(\.customers).reduce(0, +) == bought, "seed \(seed)")
    #expect(table.cohorts.allSatisfy { $0.customers == $0.counts[0] }, "seed \(seed)")
  }

  /// A greater value has no lower score, equal ones the same, and the best is 5.
  @Test(arguments: 0..<20)
  func quintileLaws(_ round: Int) {
    let seed = UInt64(round)
    var random = SeededGenerator(seed: seed)
    let values = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Int64.random(in: 0...15, using: &random)
    }
    let scores = Quintiles.of(values)
    for (one, other) in zip(values.indices, values.indices.shuffled(using: &random)) {
      if values[one] > values[other] { #expect(scores[one] >= scores[other], "seed \(seed)") }
      if values[one] == values[other] { #expect(scores[one] == scores[other], "seed \(seed)") }
    }
    #expect(scores.max() == 5 && scores.allSatisfy { (1...5).contains($0) }, "seed \(seed)")
  }
}
