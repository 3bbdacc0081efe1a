// Prices of the packs against figures computed with Python's decimal, list price 12.3456.
import Testing
import Values

@testable import SalesKernel

/// Compiles an expression that is a field's name.
struct FieldNames: RuleCompiler {
  func compile(_ text: String, entity: Entity, extra: [String]) throws -> any Rule {
    guard entity.slot(of: text) != nil else {
      throw NoExpressions.Refusal(description: "rule.syntax: \(text)")
    }
    return ClosureRule(text: text, fields: [text]) { $0[0] }
  }
}

func pricing(_ name: String) throws -> PricePolicy {
  try PricePolicy(decoding: LuaTable.policy(name), compiler: FieldNames())
}

func pricing(steps: String, more: String = "") throws -> PricePolicy {
  try PricePolicy(
    decoding: LuaTable.parse(
      """
      return { name = "test", title = "test", source = "test", compose = "sequential",
        rounding = { unit = "half_up", line = "half_up", document = "half_up" },
        largest_quantity = 1000000, steps = { \(steps) } \(more) }
      """), compiler: FieldNames())
}

func priceLine(
  _ quantity: Int64, list: String = "12.3456", _ change: (inout PriceLine) -> Void = { _ in }
)
  throws -> PriceLine
{
  var line = PriceLine(
    listPrice: try Money(parsing: list), quantity: quantity, on: try day("2026-06-30"))
  change(&line)
  return line
}

@Suite struct PricingTableTests {
  let policy: PricePolicy
  init() throws { policy = try pricing("pricing") }

  @Test(
    arguments: [
      (1, "12.3456", "12.35", 28), (99, "12.3456", "1222.21", 28), (100, "11.7283", "1172.83", 21),
      (999, "11.7283", "11716.57", 21), (1000, "11.1110", "11111.00", 14),
      (10_000, "11.1110", "111110.00", 14), (10_001, "10.4938", "104948.49", 7),
    ] as [(Int64, String, String, Int64)])
  func ladder(_ quantity: Int64, _ unit: String, _ amount: String, _ lead: Int64) throws {
    let price = try policy.price(priceLine(quantity))
    #expect(try price.unit == Money(parsing: unit))
    #expect(try price.amount == Money(parsing: amount))
    #expect(price.leadDays == lead)
  }

  typealias Change = @Sendable (inout PriceLine) -> Void
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let quantity: Int64
    let unit: String
    let amount: String
    let change: Change
    init(
      _ name: String, _ quantity: Int64, _ unit: String, _ amount: String,
      _ change: @escaping Change
    ) {
      (description, self.quantity, self.unit, self.amount, self.change) =
        (name, quantity, unit, amount, change)
    }
  }

  static let cases: [Case] = [
    Case("one year", 1000, "10.5555", "10555.50") { $0.agreement = "framework_1y" },
    Case("three years", 1000, "9.9999", "9999.90") { $0.agreement = "framework_3y" },
    Case("VMI", 1000, "10.7777", "10777.70") { $0.vmi = true },
    Case("cash", 1000, "10.8888", "10888.80") { $0.cash = true },
    Case("first order", 99, "11.7283", "1161.10") { $0.firstOrder = true },
    Case("referral", 99, "11.9752", "1185.54") { $0.referral = true },
    Case("first order and referral", 99, "11.3765", "1126.27") {
      ($0.firstOrder, $0.referral) = (true, true)
    },
    Case("30 % and one year", 100, "11.1419", "1114.19") {
      ($0.prepaid, $0.renewalYears) = (0.3, 1)
    },
    Case("30 % and three years", 100, "10.5555", "1055.55") {
      ($0.prepaid, $0.renewalYears) = (0.3, 3)
    },
    Case("all and four years", 100, "10.5555", "1055.55") {
      ($0.prepaid, $0.renewalYears) = (1, 4)
    },
    Case("all and five years", 100, "9.9691", "996.91") { ($0.prepaid, $0.renewalYears) = (1, 5) },
    Case("under 30 %", 100, "11.7283", "1172.83") { ($0.prepaid, $0.renewalYears) = (0.29, 5) },
    Case("A, three years, VMI, cash", 10_001, "8.0800", "80808.08") {
      ($0.level, $0.agreement, $0.vmi, $0.cash) = ("A", "framework_3y", true, true)
    },
    Case("everything", 10_001, "6.3289", "63295.33") {
      ($0.level, $0.agreement, $0.vmi, $0.cash) = ("A", "framework_3y", true, true)
      ($0.firstOrder, $0.referral, $0.prepaid, $0.renewalYears) = (true, true, 1, 5)
    },
  ]

  @Test(arguments: cases)
  func combinations(_ item: Case) throws {
    let price = try policy.price(priceLine(item.quantity, item.change))
    #expect(try price.unit == Money(parsing: item.unit))
    #expect(try price.amount == Money(parsing: item.amount))
  }

  @Test func discountsAddUpWhereThePolicySaysSo() throws {
    // 15 + 10 + 10 + 5 + 3 + 15 + 3 + 2 = 63 % off 12.3456.
    let all = try #require(Self.cases.last)
    let price = try pricing("pricing_additive").price(priceLine(10_001, all.change))
    #expect(try price.unit == Money(parsing: "4.5679"))
    #expect(try price.amount == Money(parsing: "45683.57"))
  }

  @Test func saysWhyARuleDidNotApply() throws {
    let line = try priceLine(500) { ($0.promotion, $0.agreement) = ("AUTUMN", "framework_3y") }
    let misses = try #require(try policy.price(line).waterfall).misses
    let codes = Dictionary(uniqueKeysWithValues: misses.map { ($0.rule, $0.code) })
    #expect(codes["ladder.from_1000"] == "quantity")
    #expect(codes["promotion.autumn"] == "date")
    #expect(codes["level.a"] == "level")
    #expect(codes["payment.prepaid_5y"] == "payment")
    #expect(codes["promotion.first_order"] == "already_used")
    #expect(codes["ladder.from_100"] == nil)
    let better = try priceLine(500) { ($0.prepaid, $0.renewalYears) = (1, 5) }
    let beaten = try #require(try policy.price(better).waterfall).misses
    #expect(beaten.first { $0.rule == "payment.prepaid_30_3y" }?.code == "superseded")
  }

  @Test func hintsAtTheNextBand() throws {
    // 950 at 95 % cost more than 1,000 at 90 %: 902.50 and 900.00 of list price 1.
    let line = try priceLine(950, list: "1")
    let hint = try #require(try policy.hint(for: line, at: policy.price(line)))
    #expect(hint.more == 50)
    #expect(try hint.amount == Money(parsing: "900"))
    #expect(hint.isCheaper)
    let last = try priceLine(10_001)
    #expect(try policy.hint(for: last, at: policy.price(last)) == nil)
  }

  @Test(arguments: [0, -1, 100_000_001, 1_000_000_000_000, .min] as [Int64])
  func refusesQuantities(_ quantity: Int64) throws {
    let line = try priceLine(quantity)
    let error = #expect(throws: PriceError.self) { try policy.price(line) }
    #expect(error?.code == "price.quantity")
  }

  @Test func refusesAListPriceOfNothing() throws {
    let line = try priceLine(1, list: "0")
    #expect(throws: PriceError.self) { try policy.price(line) }
    let huge = PriceLine(listPrice: Money(units: .max), quantity: 1_000_000, on: .first)
    #expect(throws: ValueError.self) { try policy.price(huge) }
  }
}

@Suite struct PricingMechanismTests {
  @Test func incrementalLadderPricesEachBandItsPieces() throws {
    // 99 × 10 + 900 × 9.5 + 501 × 9 = 14,049.
    let policy = try pricing(
      steps: """
        { name = "ladder", title = "l", source = "s", choose = "first", ladder = "incremental", rules = {
          { key = "a", when = { quantity = { below = 100 } }, discount = 0 },
          { key = "b", when = { quantity = { from = 100, below = 1000 } }, discount = 0.05 },
          { key = "c", when = { quantity = { from = 1000 } }, discount = 0.1 } } }
        """)
    let price = try policy.price(priceLine(1500, list: "10"))
    #expect(try price.amount == Money(parsing: "14049"))
    #expect(try price.unit == Money(parsing: "9.366"))
    #expect(try price.waterfall?.replay().amount == price.amount)
  }

  static let half = """
    { name = "half", title = "h", source = "s", choose = "all", rules = {
      { key = "off", discount = 0.5 } } }
    """

  @Test func floorsRaiseOrRefuse() throws {
    let floors =
      "floors = { { key = \"price\", price = \"floor_price\", source = \"s\" }, "
      + "{ key = \"margin\", margin = 0.2, source = \"s\" } }"
    let raise = try pricing(steps: Self.half, more: ", \(floors), on_floor = \"raise\"")
    let byPrice = try priceLine(10, list: "10") { $0.floorPrice = yuan(6) }
    #expect(try raise.price(byPrice).unit == yuan(6))
    // A cost of 5 and a margin of 20 % want 6.25.
    let byMargin = try priceLine(10, list: "10") { $0.cost = yuan(5) }
    #expect(try raise.price(byMargin).unit == Money(parsing: "6.25"))
    #expect(
      try raise.price(byMargin).waterfall?.steps.contains { $0.rule == "floor.margin" } == true)
    #expect(try raise.price(priceLine(10, list: "10")).unit == yuan(5))
    let refuse = try pricing(steps: Self.half, more: ", \(floors), on_floor = \"refuse\"")
    let error = #expect(throws: PriceError.self) { try refuse.price(byPrice) }
    #expect(error?.code == "price.floor")
  }

  @Test func logisticsOfTheRegionAreCostAndNotPrice() throws {
    let policy = try pricing("pricing")
    let line = try priceLine(100, list: "100") {
      ($0.cost, $0.logisticsCost, $0.region) = (yuan(10), yuan(1), "west")
    }
    let price = try policy.price(line)
    #expect(try price.cost == Money(parsing: "1118.30"))
    #expect(try price.unit == yuan(95))
  }

  @Test(arguments: [
    ("{ key = \"a\", discount = 1.5 }", "policy.value"), ("{ key = \"a\" }", "policy.missing"),
    ("{ key = \"a\", discount = 0.1, price = yuan(1) }", "policy.value"),
    ("{ key = \"A b\", discount = 0.1 }", "policy.value"),
    ("{ key = \"a\", discont = 0.1 }", "policy.key"),
    ("{ key = \"a\", discount = 0.1 }, { key = \"a\", discount = 0.1 }", "policy.duplicate"),
    ("{ key = \"a\", when = { quantty = 1 }, discount = 0.1 }", "policy.key"),
    ("{ key = \"a\", when = { quantity = { } }, discount = 0.1 }", "policy.missing"),
    ("{ key = \"a\", when = { quantity = \"many\" }, discount = 0.1 }", "policy.type"),
  ])
  func refusesBrokenRules(_ rules: String, _ code: String) {
    let error = #expect(throws: PolicyError.self) {
      try pricing(
        steps:
          "{ name = \"s\", title = \"s\", source = \"s\", choose = \"all\", rules = { \(rules) } }")
    }
    #expect(error?.code == code)
  }

  @Test(arguments: [
    ("{ below = 100 }", "{ from = 200 }", "policy.gap"),
    ("{ below = 100 }", "{ from = 50 }", "policy.overlap"),
    ("{ from = 10, below = 100 }", "{ from = 100 }", "policy.gap"),
    ("{ below = 100 }", "{ from = 100, below = 200 }", "policy.gap"),
    ("{ from = 1 }", "{ from = 100 }", "policy.unreachable"),
  ])
  func refusesLaddersWithHoles(_ first: String, _ second: String, _ code: String) {
    let error = #expect(throws: PolicyError.self) {
      try pricing(
        steps: """
          { name = "l", title = "l", source = "s", choose = "first", ladder = "all_units", rules = {
            { key = "a", when = { quantity = \(first) }, discount = 0 },
            { key = "b", when = { quantity = \(second) }, discount = 0.1 } } }
          """)
    }
    #expect(error?.code == code)
  }

  @Test func aRuleThatGivesNonsenseIsAnErrorWithItsPlace() throws {
    let policy = try pricing(
      steps: "{ name = \"own\", title = \"o\", source = \"s\", choose = \"all\", "
        + "rules = { { key = \"x\", apply = \"level\" } } }")
    let line = try priceLine(1) { $0.level = "A" }
    let error = #expect(throws: PriceError.self) { try policy.price(line) }
    #expect(error?.code == "price.rule")
    #expect(error?.message.contains("own.x") == true)
    #expect(try policy.price(priceLine(1)).unit == Money(parsing: "12.3456"))
  }

  @Test(arguments: ["", "list", "list x", "factor 0.9", "list 1;jump 2", "list 1;round unit up|a"])
  func refusesBrokenWaterfalls(_ text: String) {
    #expect(throws: (any Error).self) { try Waterfall(parsing: text).replay() }
  }
}

@Suite struct PricingLaws {
  private static func randomLine(_ random: inout SeededGenerator) throws -> PriceLine {
    let list = Money(units: Int64.random(in: 1...10_000_000, using: &random))
    var line = PriceLine(
      listPrice: list, quantity: Int64.random(in: 1...20_000, using: &random),
      on: try Day(number: Int32.random(in: 20_600...20_800, using: &random)))
    line.level = ["A", "B", "C", nil].randomElement(using: &random) ?? nil
    line.agreement = ["framework_1y", "framework_3y", nil].randomElement(using: &random) ?? nil
    line.region = ["west", "east"].randomElement(using: &random)
    (line.vmi, line.cash) = (Bool.random(using: &random), Bool.random(using: &random))
    (line.firstOrder, line.referral) = (Bool.random(using: &random), Bool.random(using: &random))
    line.prepaid = Double(Int.random(in: 0...10, using: &random)) / 10
    line.renewalYears = Int64.random(in: 0...6, using: &random)
    line.promotion = Bool.random(using: &random) ? "AUTUMN" : nil
    if Bool.random(using: &random) { line.cost = Money(units: list.units / 2) }
    if Bool.random(using: &random) { line.floorPrice = Money(units: list.units / 3) }
    return line
  }

  @Test(arguments: ["pricing", "pricing_additive"])
  func waterfallsReplayToTheLastDigit(_ name: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("pricing replay: seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let policy = try pricing(name)
    for _ in 0..<500 {
      let line = try Self.randomLine(&random)
      let price = try policy.price(line)
      let waterfall = try #require(price.waterfall)
      let read = try Waterfall(parsing: waterfall.text)
      #expect(try read.replay().amount == price.amount)
      #expect(try read.replay().unit == price.unit)
      #expect(read.steps == waterfall.steps)
      let silent = try policy.price(line, explaining: false)
      #expect(silent.amount == price.amount && silent.unit == price.unit)
    }
  }

  @Test func priceNeverRisesWhenADiscountIsAdded() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("pricing discounts: seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let policy = try pricing("pricing")
    let additions: [(inout PriceLine) -> Void] = [
      { $0.vmi = true }, { $0.cash = true }, { $0.firstOrder = true }, { $0.referral = true },
      { $0.level = "A" }, { $0.agreement = "framework_3y" },
      { ($0.prepaid, $0.renewalYears) = (1, 5) },
    ]
    for _ in 0..<300 {
      let line = try Self.randomLine(&random)
      let before = try policy.price(line, explaining: false)
      for add in additions {
        var more = line
        add(&more)
        #expect(try policy.price(more, explaining: false).amount <= before.amount)
      }
    }
  }
}

@Suite struct PricingLintTests {
  private func ladder(_ second: String) throws -> PricePolicy {
    try pricing(
      steps: """
        { name = "l", title = "l", source = "s", choose = "first", ladder = "all_units", rules = {
          { key = "a", when = { quantity = { below = 1000 } }, discount = 0 },
          { key = "b", when = { quantity = { from = 1000 } }, discount = \(second) } } }
        """)
  }

  @Test func fewerCostMore() throws {
    // 1.00 below 1,000 and 0.90 from there: 900 × 1 = 1,000 × 0.9, so 901–999 cost more.
    let found = try ladder("0.1").lint()
    #expect(found.map(\.code) == ["lint.fewer_cost_more"])
    #expect(found.first?.message == "901–999 pieces cost more than 1000")
    #expect(try ladder("0").lint().isEmpty)
    let packs = try pricing("pricing").lint().map(\.message)
    #expect(
      packs == [
        "96–99 pieces cost more than 100", "948–999 pieces cost more than 1000",
        "9446–10000 pieces cost more than 10001",
      ])
  }

  @Test func rulesBehindWiderOnes() throws {
    let policy = try pricing(
      steps: """
        { name = "s", title = "s", source = "s", choose = "first", rules = {
          { key = "wide", when = { prepaid = { from = 0.3 } }, discount = 0.1 },
          { key = "narrow", when = { prepaid = { from = 0.5 }, cash = true }, discount = 0.2 },
          { key = "other", when = { prepaid = { from = 0.2 } }, discount = 0.05 } } }
        """)
    let found = try policy.lint()
    #expect(found.map(\.code) == ["lint.unreachable"])
    #expect(found.first?.place == "s.narrow")
  }

  @Test func depth() throws {
    // 0.85 × 0.9 × 0.9 × 0.95 × 0.97 × 0.98 × 0.97 × 0.85 × 0.97 × 0.98 of the list price is left.
    let policy = try pricing("pricing")
    #expect(try policy.deepestDiscount().description == "0.5126804552989585")
    #expect(try policy.lint(largestDiscount: Rate(parsing: "0.5126")).last?.code == "lint.depth")
    #expect(try policy.lint(largestDiscount: Rate(parsing: "0.5127")).count == 3)
    let line = try priceLine(1, list: "10") { $0.cost = yuan(5) }
    #expect(try policy.underFloor(line)?.place == "floor.margin")
    #expect(try policy.underFloor(priceLine(1, list: "10")) == nil)
  }
}
