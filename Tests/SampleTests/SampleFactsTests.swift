import SalesKernel
import Testing
import Values

/// Facts of customers agree with the orders and activities, counted again from those.
@Suite struct SampleFactsTests {
  /// The day after which orders count for 2026-11-23.
  private func yearStart() throws -> Day { try Day(year: 2025, month: 11, day: 23) }

  @Test func purchaseFactsAgreeWithOrders() throws {
    let company = try Company(SampleFixture.generator(count: 3000))
    let orders = Dictionary(grouping: company.orders, by: \.customer)
    let start = try yearStart()
    for customer in company.customers {
      let own = orders[customer.id] ?? []
      let recent = own.filter { $0.orderedOn > start }
      #expect(customer.annualPurchase?.units == recent.reduce(0) { $0 + $1.amount.units })
      #expect(customer.orderCount == Int64(recent.count))
      #expect(customer.firstOrder == own.map(\.orderedOn).min())
      #expect(customer.lastOrder == own.map(\.orderedOn).max())
      if let created = customer.createdOn, let first = customer.firstOrder {
        #expect(created <= first)
      }
    }
  }

  @Test func amountsAreQuantityTimesPriceInWholeFen() throws {
    let company = try Company(SampleFixture.generator(count: 3000))
    let products = Dictionary(uniqueKeysWithValues: company.products.map { ($0.id, $0) })
    let lines = Dictionary(grouping: company.orderLines, by: \.order)
    let (first, last) = (
      try Day(year: 2024, month: 11, day: 23), try Day(year: 2026, month: 11, day: 23)
    )
    for order in company.orders {
      let line = try #require(lines[order.id]?.first)
      #expect(lines[order.id]?.count == 1 && line.line == 1)
      let product = try #require(line.product.flatMap { products[$0] })
      let (price, quantity) = (try #require(line.unitPrice), try #require(line.quantity))
      #expect(product.unitPrice == price && line.listPrice == price)
      #expect(line.amount.units == price.units * quantity)
      #expect(line.cost?.units == product.cost.map { $0.units * quantity })
      #expect(order.amount == line.amount)
      #expect(order.amount.units % 100 == 0)
      #expect(quantity > 0)
      #expect(order.orderedOn > first && order.orderedOn <= last)
      #expect(order.orderedOn.weekday <= 5)
    }
  }

  @Test func contactFactsAgreeWithActivities() throws {
    let company = try Company(SampleFixture.generator(count: 3000))
    let activities = Dictionary(grouping: company.activities, by: \.customer)
    for customer in company.customers {
      let own = activities[customer.id] ?? []
      #expect(customer.lastContact == own.map { $0.at.day() }.max())
      let opened = own.filter { $0.kind == "email_opened" }
      #expect(customer.lastEmailOpened == opened.map { $0.at.day() }.max())
      for activity in own {
        if let written = activity.summarisedAt { #expect(written >= activity.at) }
        #expect((activity.summary == nil) == (activity.summarisedAt == nil))
      }
    }
  }

  /// By the rule of CU7 on the purchases: over 500,000 A, from 100,000 B, above 0 C, otherwise D.
  private func level(of customer: Customer) -> String {
    let units = customer.annualPurchase?.units ?? 0
    if units > 5_000_000_000 { return "A" }
    if units >= 1_000_000_000 { return "B" }
    return units > 0 ? "C" : "D"
  }

  @Test func mixOfLevelsIsThatOfTheProfile() throws {
    let company = try SampleFixture.large()
    let counts = Dictionary(grouping: company.customers, by: level(of:)).mapValues(\.count)
    for (level, share) in [("A", 0.10), ("B", 0.30), ("C", 0.57), ("D", 0.03)] {
      let actual = Double(counts[level] ?? 0) / 50_000
      #expect(abs(actual - share) < 0.012, "\(level): \(actual) instead of \(share)")
    }
  }

  @Test func aboutOneLabelInEightIsOutOfDate() throws {
    let company = try SampleFixture.large()
    let stale = company.customers.count { $0.level != level(of: $0) }
    #expect(abs(Double(stale) / 50_000 - 0.12) < 0.01)
  }

  @Test func secondAndFourthQuarterArePeaks() throws {
    let company = try SampleFixture.large()
    var counts = [0, 0, 0, 0]
    for order in company.orders { counts[order.orderedOn.quarter - 1] += 1 }
    #expect(min(counts[1], counts[3]) * 10 > max(counts[0], counts[2]) * 13, "\(counts)")
  }
}
