// The engine by itself: incremental ladders, floors, composition, waterfalls.
import Testing
import Values

@testable import SalesKernel

@Suite struct PriceEngineTests {
  private let bands = """
    { name = "ladder", title = "ladder", source = "test", choose = "first", ladder = "incremental",
      rules = { { key = "list", when = { quantity = { below = 100 } }, discount = 0 },
        { key = "mid", when = { quantity = { from = 100, below = 1000 } }, discount = 0.1 },
        { key = "high", when = { quantity = { from = 1000 } }, discount = 0.2 } } }
    """

  @Test(
    "an incremental ladder pays each band's pieces at their own rate",
    arguments: [
      (1, "1", "1"), (99, "1", "99"), (100, "0.999", "99.90"), (999, "0.9099", "909"),
      // 99 + 900 × 0.9 + 501 × 0.8 = 1,309.80
      (1_500, "0.8732", "1309.80"),
    ] as [(Int64, String, String)])
  func incremental(pieces: Int64, unit: String, amount: String) throws {
    let price = try trial(steps: bands).price(try line("1", pieces))
    #expect(price.amount == (try money(amount)))
    #expect(price.unit == (try money(unit)))
    #expect(try #require(price.waterfall).replay().amount == price.amount)
  }

  @Test("discounts around an incremental ladder multiply the line") func incrementalAmong() throws {
    let policy = try trial(
      steps: always("before", "discount = 0.5") + "," + bands + ","
        + always("after", "discount = 0.1"))
    // 1,309.80 × 0.5 × 0.9 = 589.41
    #expect(try policy.price(try line("1", 1_500)).amount == money("589.41"))
  }

  @Test("a price replaces what stood before, also behind an incremental ladder") func prices()
    throws
  {
    let policy = try trial(
      steps: bands + "," + always("net", "price = money\"0.7\"") + ","
        + always("after", "discount = 0.1"))
    let price = try policy.price(try line("1", 1_500))
    #expect(price.amount == yuan(945))
    #expect(price.unit == (try money("0.63")))
  }

  @Test("additive discounts are all off the list price; more than all of it is an error")
  func additive() throws {
    let steps = always("one", "discount = 0.6") + "," + always("two", "discount = 0.4")
    #expect(try trial(steps: steps, compose: "additive").price(line()).amount == .zero)
    #expect(try trial(steps: steps).price(line()).amount == yuan(24))
    let more = steps + "," + always("three", "discount = 0.01")
    #expect(refusal(try trial(steps: more, compose: "additive"), try line()) == "price.additive")
  }

  @Test("best takes the lowest price, all takes every rule") func choices() throws {
    func step(_ choose: String) -> String {
      """
      { name = "offers", title = "offers", source = "test", choose = "\(choose)", rules = {
        { key = "ten", discount = 0.1 }, { key = "net", price = money"70" },
        { key = "twenty", discount = 0.2 } } }
      """
    }
    #expect(try trial(steps: step("first")).price(line()).amount == yuan(90))
    #expect(try trial(steps: step("best")).price(line()).amount == yuan(70))
    #expect(try trial(steps: step("all")).price(line()).amount == yuan(56))
  }

  @Test("nine discounts of three decimals stay exact") func precision() throws {
    let steps = (1...9).map { always("s\($0)", "discount = 0.001") }.joined(separator: ",")
    let price = try trial(steps: steps).price(try line("123.4567"))
    // 123.4567 × 0.999^9
    #expect(
      try #require(price.waterfall).amounts()[9].description
        == "122.3500237863771990217194697868433")
    #expect(price.unit == (try money("122.35")))
  }

  // MARK: Floors

  private func floored(_ floor: String, _ what: String = "raise") throws -> PricePolicy {
    try trial(
      steps: always("deep", "discount = 0.19"),
      more: """
        regional_cost = { { region = "west", factor = 1.183, source = "test" } },
        floors = { { key = "least", source = "test", \(floor) } }, on_floor = "\(what)"
        """)
  }

  @Test("the product's floor is raised to, or refused") func productFloor() throws {
    let below = try line("1", 1_000) { $0.floorPrice = Money(units: 9_000) }
    let raised = try floored("price = \"floor_price\"").price(below)
    #expect(raised.unit == (try money("0.9")))
    #expect(raised.waterfall?.steps.contains { $0.rule == "floor.least" } == true)
    #expect(refusal(try floored("price = \"floor_price\"", "refuse"), below) == "price.floor")
    #expect(try floored("price = \"floor_price\"").price(line("1", 1_000)).unit == money("0.81"))
    #expect(try floored("price = money\"0.95\"").price(line("1", 1_000)).unit == money("0.95"))
  }

  @Test("PR6, PR7: the margin floor counts logistics as its region has it") func marginFloor()
    throws
  {
    let policy = try floored("margin = 0.05")
    var costed = try line("1", 1_000) {
      ($0.cost, $0.logisticsCost) = (Money(units: 8_000), Money(units: 1_000))
    }
    // 0.9 ÷ 0.95 = 0.94736…, up to four decimals
    costed.region = "east"
    #expect(try policy.price(costed).unit == money("0.9474"))
    #expect(try policy.price(costed).cost == yuan(900))
    // (0.8 + 0.1183) ÷ 0.95 = 0.96663…
    costed.region = "west"
    #expect(try policy.price(costed).unit == money("0.9667"))
    #expect(try policy.price(costed).cost == money("918.30"))
  }

  @Test("a margin floor of a cheap piece does not suffer from the cost's rounding to fen")
  func cheapPiece() throws {
    // 0.1120 ÷ 0.95 = 0.11789…; with the cost as 0.11 it would be 0.1158
    let cheap = try line("0.14", 1) { $0.cost = Money(units: 1_120) }
    #expect(try floored("margin = 0.05").price(cheap).unit == money("0.1179"))
  }

  @Test("a hint that would cross a refusing floor is no hint, and no error") func hintAtFloor()
    throws
  {
    let ladder = bands.replacing("incremental", with: "all_units")
    let policy = try trial(
      steps: ladder,
      more: """
        floors = { { key = "least", source = "test", price = money"0.95" } }, on_floor = "refuse"
        """)
    let small = try line("1", 50)
    #expect(try policy.hint(for: small, at: policy.price(small)) == nil)
  }

  // MARK: Waterfalls

  @Test("a waterfall reads back from its text and gives the same price") func text() throws {
    let price = try trial().price(
      try line("0.3625", 1_000) {
        ($0.agreement, $0.level, $0.cash, $0.cost) = (
          "framework_1y", "A", true, Money(units: 1_000)
        )
      })
    let waterfall = try #require(price.waterfall)
    let read = try Waterfall(parsing: waterfall.text)
    #expect(read.steps == waterfall.steps)
    #expect(read.misses.map(\.code) == waterfall.misses.map(\.code))
    #expect(try read.replay() == (price.unit, price.amount))
    // 0.3625 × .9 × .95 × .9 × .98 = 0.27336…
    #expect(price.unit == (try money("0.2734")))
    #expect(try read.amounts().map(\.description).prefix(3) == ["0.3625", "0.32625", "0.3099375"])
  }

  @Test(
    "what is no waterfall is refused",
    arguments: [
      "", "nonsense", "list", "list x", "list 1;factor", "list 1;round line", "list 1;quantity x",
      "list 1;round line half_up", "quantity 0;round line half_up", "list 1|a", "list 1|a:b:c",
      "list 922337203685477;quantity 9223372036854775807;factor 9223372036854775807;round line up",
    ])
  func noWaterfall(text: String) {
    #expect(throws: (any Error).self) { try Waterfall(parsing: text).replay() }
  }

  @Test("the tree names steps, sources, amounts and what did not apply") func tree() throws {
    let policy = try trial()
    let price = try policy.price(try line("10", 1_000) { $0.level = "B" })
    let tree = try #require(price.waterfall).explanation(of: "price", sources: policy.sources)
    #expect(tree.value == .money(yuan(8_550)))
    let ladder = try #require(tree.children.first { $0.label == "ladder.from_1000" })
    #expect(ladder.reason == "10 × 0.9 = 9")
    #expect(ladder.source == "S0 §2.3 (PR2)")
    #expect(tree.children.contains { $0.label == "level.a" && $0.outcome == .notMatched })
  }
}

extension String {
  fileprivate func replacing(_ word: String, with other: String) -> String {
    split(separator: word, omittingEmptySubsequences: false).joined(separator: other)
  }
}
