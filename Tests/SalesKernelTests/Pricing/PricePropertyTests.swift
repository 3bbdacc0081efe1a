// What holds of every price, over random policies and lines.
import Testing
import Values

@testable import SalesKernel

@Suite struct PricePropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...150

  @Test("a waterfall replays to its price, and a price is the same without one", arguments: seeds)
  func replay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let policy = try Self.policy(&random)
    for _ in 0..<20 {
      let line = try Self.line(&random)
      let price = try policy.price(line)
      let waterfall = try #require(price.waterfall)
      #expect(try waterfall.replay() == (price.unit, price.amount), "seed \(seed) \(line)")
      let read = try Waterfall(parsing: waterfall.text)
      #expect(read.text == waterfall.text, "seed \(seed)")
      #expect(try read.replay() == (price.unit, price.amount), "seed \(seed) \(waterfall.text)")
      let bare = try policy.price(line, explaining: false)
      #expect(bare.waterfall == nil)
      #expect(
        (bare.unit, bare.amount, bare.cost, bare.leadDays)
          == (price.unit, price.amount, price.cost, price.leadDays), "seed \(seed) \(line)")
    }
  }

  @Test("a price never rises when a discount is added, wherever it stands", arguments: seeds)
  func neverRises(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let steps = (1...3).map { Self.step("s\($0)", &random) }
    let added = always("added", "discount = \(Self.discount(&random))")
    var more = steps
    more.insert(added, at: Int.random(in: 0...3, using: &random))
    let floors = Self.floors(&random)
    let compose = Bool.random(using: &random) ? "sequential" : "additive"
    let before = try trial(steps: steps.joined(separator: ","), more: floors, compose: compose)
    let after = try trial(steps: more.joined(separator: ","), more: floors, compose: compose)
    for _ in 0..<20 {
      let line = try Self.line(&random)
      let (less, whole) = (try after.price(line), try before.price(line))
      #expect(less.unit <= whole.unit, "seed \(seed) \(line)")
      #expect(less.amount <= whole.amount, "seed \(seed) \(line)")
    }
  }

  @Test("no price is under a floor", arguments: seeds)
  func floorHolds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let steps = (1...5).map { Self.step("s\($0)", &random) }.joined(separator: ",")
    let policy = try trial(
      steps: steps,
      more: """
        floors = { { key = "own", source = "test", price = "floor_price" } }, on_floor = "raise"
        """)
    for _ in 0..<20 {
      let line = try Self.line(&random)
      let unit = try policy.price(line).unit
      #expect(unit >= line.floorPrice ?? .zero, "seed \(seed) \(line)")
    }
  }

  // MARK: Random policies and lines

  /// Of 0 to 12 %, so that eight of them added stay under the whole.
  private static func discount(_ random: inout SeededGenerator) -> String {
    "0." + String("0\(Int.random(in: 0...12, using: &random))".suffix(2))
  }

  private static func step(_ name: String, _ random: inout SeededGenerator) -> String {
    let choose = ["first", "best", "all"].randomElement(using: &random) ?? "first"
    let conditions = [
      "{ level = \"A\" }", "{ quantity = { from = 50 } }", "{ prepaid = { from = 0.3 } }",
      "{ cash = true }", "{ first_order = true }",
    ]
    let rules = (1...2).map { index in
      let when = conditions.randomElement(using: &random) ?? "{}"
      return "{ key = \"r\(index)\", when = \(when), discount = \(discount(&random)) }"
    }
    return "{ name = \"\(name)\", title = \"x\", source = \"test\", choose = \"\(choose)\", "
      + "rules = { \(rules.joined(separator: ", ")) } }"
  }

  private static func ladder(_ random: inout SeededGenerator) -> String {
    let first = Int.random(in: 2...50, using: &random)
    let second = first + Int.random(in: 1...2_000, using: &random)
    let kind = Bool.random(using: &random) ? "all_units" : "incremental"
    return """
      { name = "ladder", title = "x", source = "test", choose = "first", ladder = "\(kind)",
        rules = { { key = "a", when = { quantity = { below = \(first) } }, discount = 0 },
          { key = "b", when = { quantity = { from = \(first), below = \(second) } },
            discount = \(discount(&random)) },
          { key = "c", when = { quantity = { from = \(second) } }, discount = 0.15 } } }
      """
  }

  private static func floors(_ random: inout SeededGenerator) -> String {
    guard Bool.random(using: &random) else { return "" }
    return """
      regional_cost = { { region = "west", factor = 1.183, source = "test" } },
      floors = { { key = "own", source = "test", price = "floor_price" },
        { key = "margin", source = "test", margin = \(discount(&random)) } }, on_floor = "raise"
      """
  }

  private static func policy(_ random: inout SeededGenerator) throws -> PricePolicy {
    var steps = (1...4).map { step("s\($0)", &random) }
    steps.insert(ladder(&random), at: Int.random(in: 0...4, using: &random))
    if Int.random(in: 0..<4, using: &random) == 0 {
      let units = Int64.random(in: 1...100_000, using: &random)
      let net = always("net", "price = money\"\(Money(units: units))\"")
      steps.insert(net, at: Int.random(in: 0...5, using: &random))
    }
    return try trial(steps: steps.joined(separator: ","), more: floors(&random))
  }

  private static func line(_ random: inout SeededGenerator) throws -> PriceLine {
    var line = PriceLine(
      listPrice: Money(units: Int64.random(in: 1...2_000_000, using: &random)),
      quantity: Int64.random(in: 1...12_000, using: &random), on: try day("2026-06-30"))
    line.level = ["A", "B", nil].randomElement(using: &random) ?? nil
    line.region = ["east", "west", nil].randomElement(using: &random) ?? nil
    line.prepaid = [0, 0.3, 1].randomElement(using: &random) ?? 0
    line.cash = Bool.random(using: &random)
    line.firstOrder = Bool.random(using: &random)
    let list = line.listPrice.units
    if Bool.random(using: &random) {
      line.cost = Money(units: Int64.random(in: 0...list, using: &random))
      line.logisticsCost = Money(units: Int64.random(in: 0...list / 10, using: &random))
    }
    if Bool.random(using: &random) {
      line.floorPrice = Money(units: Int64.random(in: 0...list, using: &random))
    }
    return line
  }
}
