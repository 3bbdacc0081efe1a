// Many lines at once: the prices are those of each line alone, to the last digit.
import Testing
import Values

@testable import SalesKernel

@Suite struct PriceBatchTests {
  private static let seeds: ClosedRange<UInt64> = 1...150

  @Test("a batch prices as single lines do, over random policies", arguments: seeds)
  func same(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let policy = try PriceDraw.policy(&random)
    let lines = try Self.lines(&random, count: 200)
    let batch = try policy.price(lines, refusing: true)
    try Self.compare(batch, policy, "seed \(seed)")
    let kept = batch.refusals.count + batch.taken.count { $0 != PricedLines.noPath }
    if policy.isClassed { #expect(kept == batch.count, "seed \(seed): some went line by line") }
  }

  @Test("every cell of the pack, at its boundaries", arguments: [0, 1, 2])
  func pack(rounds: Int) throws {
    let policy = try trial()
    let cuts: [Int64] = [1, 99, 100, 999, 1_000, 10_000, 10_001]
    var random = SeededGenerator(seed: UInt64(rounds + 1))
    let lists = (0..<20).map { _ in Int64.random(in: 1...3_000_000, using: &random) }
    var products: [PriceLine] = []
    for list in lists {
      products.append(
        try line("1") {
          $0.listPrice = Money(units: list)
          $0.cost = list % 3 == 0 ? nil : Money(units: list / 2)
          $0.logisticsCost = list % 2 == 0 ? nil : Money(units: list / 10)
          $0.floorPrice = list % 5 == 0 ? Money(units: list * 3 / 4) : nil
        })
    }
    let count = products.count * cuts.count
    var lines = try PriceLines(
      products: products, product: (0..<count).map { UInt32($0 / cuts.count) },
      quantities: (0..<count).map { cuts[$0 % cuts.count] })
    let parties = try Self.parties(rounds)
    try lines.add(
      "customer", parties,
      fields: ["level", "region", "agreement", "prepaid", "renewal_years", "cash"],
      codes: (0..<count).map { _ in UInt32.random(in: 0..<UInt32(parties.count), using: &random) })
    let batch = try policy.price(lines)
    try Self.compare(batch, policy, "round \(rounds)")
    #expect(!batch.taken.contains(PricedLines.noPath), "all lines went by paths")
    #expect(batch.paths.count < 100)
  }

  @Test func aBadLineEndsItWithItsNumber() throws {
    let policy = try trial()
    let products = [try line("10"), try line("0")]
    let lines = try PriceLines(
      products: products, product: [0, 0, 1, 0], quantities: [5, 0, 1, 1_000_000_000_000])
    let error = try #require(throws: PriceError.self) { try policy.price(lines) }
    #expect(error.code == "price.quantity")
    #expect(error.message.hasPrefix("line 2: "))
    let kept = try policy.price(lines, refusing: true)
    #expect(kept.refusals.map(\.line) == [1, 2, 3])
    #expect(kept.amounts == [500_000, 0, 0, 0])
    #expect(try kept.total().lines == 1)
  }

  @Test func columnsOfOtherLengthAreRefused() throws {
    #expect(throws: PriceError.self) {
      try PriceLines(products: [try line("1")], product: [0, 0], quantities: [1, 2, 3])
    }
    #expect(throws: PriceError.self) {
      try PriceLines(products: [try line("1")], product: [0, 1], quantities: [1])
    }
    var lines = try PriceLines(products: [try line("1")], product: [0, 0], quantities: [1])
    #expect(throws: PriceError.self) {
      try lines.add("customer", [try line("1")], fields: ["level"], codes: [0])
    }
    #expect(throws: ValidationError.self) {
      try lines.add("customer", [try line("1")], fields: ["levle"], codes: [])
    }
  }

  /// Hundreds of axes' classes do not overflow the key, and prices stay.
  @Test func manyClassesStillPrice() throws {
    let policy = try trial()
    var lines = try PriceLines(
      products: [try line("10")], product: Array(repeating: 0, count: 50), quantities: [250])
    for field in ["level", "agreement", "region", "promotion", "referral", "vmi", "cash"] {
      let records = try [false, true].map { on in
        try line("1") {
          $0.level = on ? "A" : "B"
          $0.agreement = on ? "framework_1y" : nil
          $0.region = on ? "west" : "east"
          $0.promotion = on ? "AUTUMN" : nil
          ($0.referral, $0.vmi, $0.cash) = (on, on, on)
        }
      }
      try lines.add(field, records, fields: [field], codes: (0..<50).map { UInt32($0 * 7 % 3 % 2) })
    }
    try Self.compare(try policy.price(lines), policy, "many axes")
  }

  // MARK: Parts

  private static func compare(
    _ batch: PricedLines, _ policy: PricePolicy, _ what: String
  ) throws {
    var total = Money.zero
    for index in 0..<batch.count {
      let single: Price
      do {
        single = try policy.price(batch.lines.line(index))
      } catch {
        #expect(batch.refusals.contains { $0.line == index }, "\(what) line \(index): \(error)")
        continue
      }
      #expect(batch.units[index] == single.unit.units, "\(what) \(batch.lines.line(index))")
      #expect(batch.amounts[index] == single.amount.units, "\(what) \(batch.lines.line(index))")
      let cost = single.cost?.units ?? PricedLines.noCost
      #expect(batch.costs[index] == cost, "\(what) \(batch.lines.line(index))")
      #expect(try batch.leadDays(index) == single.leadDays)
      #expect(try batch.listTotal(index) == single.listTotal)
      #expect(try batch.waterfall(index) == single.waterfall?.text, "\(what) line \(index)")
      total = try total.adding(single.amount)
    }
    #expect(try batch.total().amount == total)
  }

  private static func parties(_ round: Int) throws -> [PriceLine] {
    var all: [PriceLine] = []
    for level in ["A", "B", "C", nil] {
      for agreement in ["framework_1y", "framework_3y", nil] {
        for (prepaid, years) in [(0.0, Int64(0)), (0.3, 1), (0.3, 3), (1, 5)] {
          all.append(
            try line("1") {
              ($0.level, $0.agreement, $0.prepaid) = (level, agreement, prepaid)
              ($0.renewalYears, $0.cash) = (years, round == 1)
              $0.region = round == 2 ? "west" : nil
            })
        }
      }
    }
    return all
  }

  /// Lines of a few products and some customers, with terms of their own.
  private static func lines(
    _ random: inout SeededGenerator, count: Int
  ) throws -> PriceLines {
    let products = try (0..<8).map { _ in try PriceDraw.line(&random) }
    let customers = try (0..<8).map { _ in try PriceDraw.line(&random) }
    let terms = try (0..<3).map { _ in try PriceDraw.line(&random) }
    func codes(_ bound: Int) -> [UInt32] {
      (0..<count).map { _ in UInt32(Int.random(in: 0..<bound, using: &random)) }
    }
    var lines = try PriceLines(
      products: products, product: codes(products.count),
      quantities: (0..<count).map { _ in Int64.random(in: 0...12_000, using: &random) })
    try lines.add(
      "customer", customers, fields: PriceLine.customerFields + ["first_order"],
      codes: codes(customers.count))
    try lines.add("terms", terms, fields: ["prepaid", "cash"], codes: codes(terms.count))
    return lines
  }
}
