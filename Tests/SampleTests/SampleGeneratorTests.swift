import SalesKernel
import Testing
import Values

/// The same inputs give the same company; other inputs another.
@Suite struct SampleGeneratorTests {
  @Test func sameSeedGivesTheSameCompany() throws {
    let one = try Digest(SampleFixture.generator(seed: 7, count: 500))
    let two = try Digest(SampleFixture.generator(seed: 7, count: 500))
    #expect(one.value == two.value)
  }

  @Test func otherSeedOrDayGivesAnother() throws {
    let one = try Digest(SampleFixture.generator(seed: 7, count: 500)).value
    #expect(try Digest(SampleFixture.generator(seed: 8, count: 500)).value != one)
    let later = try SampleFixture.generator(seed: 7, count: 500, asOf: "2026-11-24")
    #expect(try Digest(later).value != one)
  }

  @Test func everyRecordIsValid() throws {
    let company = try Company(SampleFixture.generator(count: 2000))
    #expect(company.customers.flatMap { Customer.schema.problems(of: $0) } == [])
    #expect(company.contacts.flatMap { Contact.schema.problems(of: $0) } == [])
    #expect(company.orders.flatMap { Order.schema.problems(of: $0) } == [])
    #expect(company.orderLines.flatMap { OrderLine.schema.problems(of: $0) } == [])
    #expect(company.activities.flatMap { Activity.schema.problems(of: $0) } == [])
    #expect(company.reps.flatMap { Rep.schema.problems(of: $0) } == [])
    #expect(company.products.flatMap { Product.schema.problems(of: $0) } == [])
  }

  @Test func idsRunFromOneAndReferencesAreThere() throws {
    let company = try Company(SampleFixture.generator(count: 1000))
    #expect(company.reps.map(\.id) == Array(1...Int64(company.reps.count)))
    #expect(company.customers.map(\.id) == Array(1...1000))
    #expect(company.contacts.map(\.id) == Array(1...Int64(company.contacts.count)))
    #expect(company.orders.map(\.id) == Array(1...Int64(company.orders.count)))
    #expect(company.orderLines.map(\.id) == Array(1...Int64(company.orderLines.count)))
    let regions = Dictionary(uniqueKeysWithValues: company.reps.map { ($0.id, $0.region) })
    for customer in company.customers {
      let owner = try #require(customer.owner)
      #expect(regions[owner] == customer.region)
    }
    let employers = Dictionary(
      uniqueKeysWithValues: company.contacts.map { ($0.id, $0.customer) })
    for activity in company.activities {
      if let contact = activity.contact { #expect(employers[contact] == activity.customer) }
    }
  }

  @Test func rowsHoldOneValueASlotInCatalogueOrder() throws {
    nonisolated(unsafe) var order: [String] = []
    nonisolated(unsafe) var misfits = 0
    try SampleFixture.generator(count: 50).generate { entity, _, values in
      if order.last != entity.name { order.append(entity.name) }
      if values.count != entity.fields.count { misfits += 1 }
    }
    #expect(order == Catalog.sales.entities.map(\.name).filter(order.contains))
    let made = ["reps", "products", "customers", "orders", "order_lines", "activities"]
    #expect(Set(order).isSuperset(of: made))
    #expect(misfits == 0)
  }

  @Test func noCustomersStillHaveRepsAndProducts() throws {
    let company = try Company(SampleFixture.generator(count: 0))
    #expect(company.customers.isEmpty)
    #expect(company.orders.isEmpty)
    #expect(!company.reps.isEmpty)
    #expect(!company.products.isEmpty)
  }

  @Test(arguments: [-1, 1_000_001, Int64.max, Int64.min])
  func refusesOtherCounts(count: Int64) throws {
    let error = #expect(throws: ValidationError.self) {
      _ = try SampleFixture.generator(count: count)
    }
    #expect(error?.code == "sample.count")
  }

  @Test func refusesDaysWithoutTwoYearsBefore() throws {
    let error = #expect(throws: ValueError.self) {
      _ = try SampleFixture.generator(count: 1, asOf: "0002-06-30")
    }
    #expect(error?.code == "day.range")
  }

  @Test func whatTheReceiverThrowsStopsIt() throws {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try SampleFixture.generator(count: 10).generate { _, _, _ in throw Full() }
    }
  }
}
