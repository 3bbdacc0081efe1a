// What a configuration must keep to, against a check written out, and the margin that it must leave.
import Testing
import Values

@testable import SalesKernel

@Suite struct ConfiguratorTests {
  private static let base: Int64 = 100

  private static func rule(
    _ module: Int64, least: Int64? = nil, most: Int64? = nil, requires: Int64? = nil,
    excludes: Int64? = nil
  ) -> ModuleRule {
    var rule = ModuleRule(base: base, module: module)
    (rule.least, rule.most, rule.requires, rule.excludes) = (least, most, requires, excludes)
    return rule
  }

  private static func code(
    _ rules: [ModuleRule], _ modules: [Int64: Int64]
  ) throws -> String {
    do throws(ValidationError) {
      let configuration = try Configuration(
        base: base,
        modules: modules.keys.sorted().map {
          .init(product: $0, quantity: modules[$0] ?? 0)
        })
      _ = try ModuleRules(base: base, rules).check(configuration) { "m\($0)" }
      return "none"
    } catch { return error.code }
  }

  @Test(
    arguments: [
      ([1: 1], "none"), ([:], "none"), ([9: 1], "configurator.unknown"),
      ([1: 2], "none"), ([1: 3], "configurator.limit"), ([1: 0], "configurator.limit"),
      ([1: -1], "configurator.limit"),
      ([2: 1], "configurator.requires"), ([1: 1, 2: 1], "none"),
      ([1: 1, 2: 1, 3: 1], "configurator.excludes"),
      ([3: 1, 4: 1], "none"),
    ] as [([Int64: Int64], String)])
  func rules(_ modules: [Int64: Int64], _ code: String) throws {
    let rules = [
      Self.rule(1, most: 2), Self.rule(1, most: 5), Self.rule(2, requires: 1), Self.rule(3),
      Self.rule(2, excludes: 3), Self.rule(4),
    ]
    #expect(try Self.code(rules, modules) == code)
  }

  @Test func aModuleThatABaseCannotBeWithout() throws {
    let rules = [Self.rule(1, least: 2)]
    #expect(try Self.code(rules, [:]) == "configurator.limit")
    #expect(try Self.code(rules, [1: 1]) == "configurator.limit")
    #expect(try Self.code(rules, [1: 2]) == "none")
  }

  @Test func circlesAreRefusedWhateverIsChosen() throws {
    let rules = [Self.rule(1, requires: 2), Self.rule(2, requires: 3), Self.rule(3, requires: 1)]
    #expect(try Self.code(rules, [:]) == "configurator.circular")
    #expect(try Self.code([Self.rule(1, requires: 1)], [1: 1]) == "configurator.circular")
    do {
      _ = try ModuleRules(base: Self.base, rules).check(.init(base: Self.base, modules: [])) {
        "m\($0)"
      }
    } catch { #expect(error.message.hasSuffix("m1 → m2 → m3 → m1")) }
  }

  @Test func moduleRulesOfOtherBasesDoNotCount() throws {
    var other = Self.rule(1)
    other.base = 101
    #expect(try Self.code([other], [1: 1]) == "configurator.unknown")
  }

  @Test(
    "a configuration passes where it keeps every rule, and only there",
    arguments: 1...200 as ClosedRange<UInt64>)
  func everyRule(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let modules = Array(1...6 as ClosedRange<Int64>)
    // Requirements point to lower ids, so there is no circle.
    let rules = (0..<Int.random(in: 1...10, using: &random)).map { _ -> ModuleRule in
      let module = modules.randomElement(using: &random) ?? 1
      let other = Int64.random(in: 1...6, using: &random)
      return Self.rule(
        module, least: Int.random(in: 0..<6, using: &random) == 0 ? 1 : nil,
        most: Bool.random(using: &random) ? Int64.random(in: 1...3, using: &random) : nil,
        requires: other < module && Bool.random(using: &random) ? other : nil,
        excludes: other != module && Int.random(in: 0..<4, using: &random) == 0 ? other : nil)
    }
    for _ in 0..<20 {
      var chosen: [Int64: Int64] = [:]
      for module in modules where Bool.random(using: &random) {
        chosen[module] = Int64.random(in: 1...3, using: &random)
      }
      let fits = Set(rules.map(\.module))
      var keeps = chosen.keys.allSatisfy(fits.contains)
      for rule in rules {
        let count = chosen[rule.module] ?? 0
        if let least = rule.least, count < least { keeps = false }
        if let most = rule.most, count > most { keeps = false }
        guard count > 0 else { continue }
        if let other = rule.requires, chosen[other] == nil { keeps = false }
        if let other = rule.excludes, chosen[other] != nil { keeps = false }
      }
      #expect(try (Self.code(rules, chosen) == "none") == keeps, "seed \(seed) \(chosen)")
    }
  }

  @Test func piecesAreCountedAndChecked() throws {
    let one = try Configuration(
      base: 1, modules: [.init(product: 2, quantity: 3), .init(product: 2, quantity: 4)])
    #expect(try one.parts(times: 5).map(\.quantity) == [5, 35])
    for count in [0, -1, Int64.max] as [Int64] {
      #expect(throws: ValidationError.self) { try one.parts(times: count) }
    }
    #expect(throws: ValidationError.self) {
      try Configuration(
        base: 1, modules: [.init(product: 2, quantity: .max), .init(product: 2, quantity: 1)])
    }
  }

  @Test(arguments: [
    // The least margin is 20 %: of 100.00 the cost may be 80.00.
    ("100", "80" as String?, "refuse", "none"), ("100", "80.0001", "refuse", "configurator.margin"),
    ("100", "80.0001", "flag", "below"), ("100", nil, "refuse", "configurator.cost"),
    ("100", nil, "flag", "below"), ("0", "0", "refuse", "none"), ("0", "1", "flag", "below"),
    ("100", "-5", "refuse", "none"),
  ])
  func margins(_ amount: String, _ cost: String?, _ below: String, _ outcome: String) throws {
    let policy = try ConfiguratorPolicy(
      decoding: LuaTable.parse(
        """
        { name = "c", title = "c", source = "test",
          margin = { least = 0.20, below = "\(below)", source = "test" } }
        """))
    var found: String
    do {
      let control = try policy.control(money(amount), cost: cost.map { try money($0) }, "base")
      found = control.isBelow ? "below" : "none"
    } catch let error as ValidationError { found = error.code }
    #expect(found == outcome)
  }
}
