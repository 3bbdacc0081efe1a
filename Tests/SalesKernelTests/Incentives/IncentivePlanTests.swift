// Plans that are none, and places that are varied.
import Testing
import Values

@testable import SalesKernel

@Suite struct IncentivePlanTests {
  private func code(_ text: String) -> String? {
    do {
      _ = try IncentivePlan(decoding: LuaTable.parse(text))
      return nil
    } catch {
      return (error as? PolicyError)?.code ?? "\(error)"
    }
  }

  @Test(
    "bands that say nothing, or twice",
    arguments: [
      (
        "{ from = yuan(0), upto = wan(1), rate = 0.01 }, { from = wan(2), rate = 0.02 }",
        "policy.gap"
      ),
      (
        "{ from = yuan(0), upto = wan(3), rate = 0.01 }, { from = wan(2), rate = 0.02 }",
        "policy.overlap"
      ),
      ("{ from = wan(2), rate = 0.01 }, { from = wan(1), rate = 0.02 }", "policy.unreachable"),
      (
        "{ from = wan(1), upto = wan(1), rate = 0.01 }, { from = wan(1), rate = 0.02 }",
        "policy.unreachable"
      ),
      ("{ from = yuan(0), upto = wan(1), rate = 0.01 }", "policy.gap"),
      ("", "policy.missing"),
      ("{ from = yuan(-1), rate = 0.01 }", "policy.value"),
      ("{ from = yuan(0), rate = 1.5 }", "policy.value"),
      ("{ from = yuan(0), rate = -0.01 }", "policy.value"),
      ("{ from = yuan(0), rate = \"3%\" }", "policy.type"),
      ("{ from = 0, rate = 0.01 }", "policy.type"),
      ("{ from = yuan(0), rate = 0.01, til = 3 }", "policy.key"),
    ])
  func bands(_ bands: String, _ expected: String) {
    let text = component("key = \"c\", kind = \"commission\", bands = { \(bands) }")
    #expect(code(planText(text)) == expected)
  }

  @Test(
    "components that are none",
    arguments: [
      ("key = \"c\", kind = \"comission\", rate = 0.1", "policy.value"),
      ("key = \"c\", kind = \"commission\"", "policy.value"),
      ("key = \"c\", kind = \"commission\", rate = 0.1, cap = yuan(-1)", "policy.value"),
      ("key = \"c\", kind = \"commission\", rate = 0.1, threshold = \"x\"", "policy.type"),
      ("key = \"c\", kind = \"base\", rate = 0.1", "policy.key"),
      ("key = \"c\", kind = \"base\", held = true", "policy.value"),
      ("key = \"c\", kind = \"base\", roles = { \"sellers\" }", "policy.value"),
      ("key = \"c\", kind = \"cut\", rate = 0.1, of = { \"d\" }", "policy.value"),
      ("key = \"c\", kind = \"cut\", rate = 0.1, of = {}", "policy.missing"),
      ("key = \"c\", kind = \"bonus\", share_of_pay = 1, of = { \"c\" }", "policy.value"),
      (
        "key = \"c\", kind = \"behaviour\", rate = 0.1, of = { \"c\" }, measures = { { key = \"a\", goal = 1, weight = 60 } }",
        "policy.value"
      ),
    ])
  func components(_ text: String, _ expected: String) {
    #expect(code(planText(component(text))) == expected, "\(text)")
  }

  @Test func aComponentIsListedBeforeItIsUsed() {
    let cut = component("key = \"p\", kind = \"cut\", rate = 0.1, of = { \"c\" }")
    let commission = component("key = \"c\", kind = \"commission\", rate = 0.1")
    #expect(code(planText(cut + commission)) == "policy.value")
    #expect(code(planText(commission + cut)) == nil)
  }

  @Test("the packs that ship are plans", arguments: ["incentive", "incentive_director"])
  func packs(_ name: String) throws {
    let table = try LuaTable.policy(name)
    let plan = try IncentivePlan(decoding: table)
    for (parameter, paths) in plan.parameters {
      for path in paths {
        _ = try PlanPath(path).setting(.null, in: table)
        #expect(!parameter.isEmpty)
      }
    }
  }

  private static let table = planText(
    component("key = \"c\", kind = \"commission\", rate = 0.02")
      + component(
        """
        key = "d", kind = "commission",
        bands = { { from = yuan(0), rate = 0.01 }, { from = wan(10), rate = 0.02 } }
        """),
    more: ", parameters = { rate = \"components.c.rate\" }")

  private func variants(_ axes: [PlanVariants.Axis]) throws -> PlanVariants {
    try PlanVariants(of: LuaTable.parse(Self.table), along: axes)
  }

  @Test func everyCombinationIsAVariant() throws {
    let found = try variants([
      .init("components.d.bands.2.rate", [.number(0.03), .number(0.04)]),
      .init("rate", [.number(0.05), .number(0.06), .number(0.07)]),
      .init("components.1.threshold", [.money(wan(5))]),
    ]).variants
    #expect(found.count == 6)
    #expect(found[4].values.map(\.short) == ["0.04", "0.06", "50,000.00"])
    let six = try plan(
      component("key = \"c\", kind = \"commission\", rate = 0.06, threshold = wan(5)"))
    #expect(found[4].plan.components[0] == six.components[0])
  }

  @Test(
    "what cannot be varied",
    arguments: [
      ("rat", "0.1", "incentive.parameter", "did you mean \"rate\"?"),
      ("components.e.rate", "0.1", "incentive.path", ""),
      ("components.c.rte", "0.1", "incentive.path", "did you mean \"rate\"?"),
      ("components.c.rate.x", "0.1", "incentive.path", ""),
      ("rate", "1.5", "policy.value", ""),
      ("rate", "\"x\"", "policy.type", ""),
      ("components.d.bands", "{}", "policy.missing", ""),
      ("components.d.bands.2.from", "yuan(0)", "policy.unreachable", ""),
    ])
  func unvariable(_ name: String, _ value: String, _ expected: String, _ remedy: String) {
    do {
      _ = try variants([.init(name, [LuaTable.parse(value)])])
      Issue.record("\(name) was varied")
    } catch let error as PolicyError {
      #expect(error.code == expected)
      #expect(error.path.hasPrefix("with \(name) = "), "\(error)")
    } catch let error as ValidationError {
      #expect(error.code == expected)
      #expect(remedy.isEmpty || error.remedy.contains(remedy), "\(error)")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func tooManyVariantsAreRefused() throws {
    let many = (0..<101).map { PolicyValue.number(Double($0) / 1000) }
    #expect(throws: ValidationError.self) {
      try variants([.init("rate", many), .init("components.d.bands.2.rate", many)])
    }
    #expect(throws: PolicyError.self) { try variants([.init("rate", [.number(.nan)])]) }
    #expect(throws: ValidationError.self) { try variants([]) }
    #expect(throws: ValidationError.self) { try variants([.init("rate", [])]) }
  }

  @Test(
    "periods by name",
    arguments: [
      ("2026", "2026-01-01", "2026-12-31"), ("2026-H2", "2026-07-01", "2026-12-31"),
      ("2026-Q2", "2026-04-01", "2026-06-30"), ("2024-02", "2024-02-01", "2024-02-29"),
    ])
  func periods(_ text: String, _ first: String, _ last: String) throws {
    let period = try Period(parsing: text)
    #expect((period.text, period.first, period.last) == (text, try day(first), try day(last)))
  }

  @Test(
    "no periods",
    arguments: [
      "", "26", "2026-", "2026-Q5", "2026-Q0", "2026-H3", "2026-13", "2026-6", "2026-q2", "0000",
      "2026-Q2 ", "2026-+1", "202６", "2026-06-30",
    ])
  func noPeriods(_ text: String) {
    #expect(throws: ValidationError.self) { try Period(parsing: text) }
  }
}
