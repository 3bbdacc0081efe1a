// Price policies that are wrong: refused with a code and the place in the table.
import Testing
import Values

@testable import SalesKernel

@Suite struct PriceDecodingTests {
  private func ladder(_ rules: String, _ kind: String = "all_units") -> String {
    "{ name = \"ladder\", title = \"x\", source = \"test\", choose = \"first\", "
      + "ladder = \"\(kind)\", rules = { \(rules) } }"
  }

  private func band(_ key: String, _ limits: String) -> String {
    "{ key = \"\(key)\", when = { quantity = { \(limits) } }, discount = 0 }"
  }

  private func expect(
    _ code: String, at place: String, steps: String, more: String = "",
    compose: String = "sequential", _ location: SourceLocation = #_sourceLocation
  ) {
    do {
      _ = try trial(steps: steps, more: more, compose: compose)
      Issue.record("it was taken", sourceLocation: location)
    } catch let error as PolicyError {
      #expect(error.code == code, sourceLocation: location)
      #expect(error.path == place, "\(error)", sourceLocation: location)
    } catch {
      Issue.record(error, sourceLocation: location)
    }
  }

  @Test("ladders with a gap, an overlap, or no open end") func ladders() {
    let open = band("b", "from = 100")
    expect(
      "policy.gap", at: "policy.steps[1].rules[1]", steps: ladder(band("a", "from = 2")))
    expect(
      "policy.gap", at: "policy.steps[1].rules[2]",
      steps: ladder(band("a", "below = 99") + "," + open))
    expect(
      "policy.overlap", at: "policy.steps[1].rules[2]",
      steps: ladder(band("a", "upto = 100") + "," + open))
    expect(
      "policy.gap", at: "policy.steps[1].rules", steps: ladder(band("a", "below = 100")))
    expect(
      "policy.unreachable", at: "policy.steps[1].rules[2]",
      steps: ladder(band("a", "from = 1") + "," + open))
    expect(
      "policy.value", at: "policy.steps[1].rules[1]",
      steps: ladder("{ key = \"a\", when = { level = \"A\" }, discount = 0 }"))
    expect(
      "policy.value", at: "policy.compose", steps: ladder(band("a", "from = 1"), "incremental"),
      compose: "additive")
  }

  @Test("a second incremental ladder, which would weigh the pieces twice") func twoLadders() {
    let one = ladder(band("a", "from = 1"), "incremental")
    expect(
      "policy.value", at: "policy.steps",
      steps: one + ","
        + one.split(separator: "\"ladder\", title").joined(separator: "\"other\", title"))
  }

  @Test("rates outside 0–1, prices below zero, effects that are none") func effects() {
    let at = "policy.steps[1].rules[1]"
    expect("policy.value", at: "\(at).discount", steps: always("s", "discount = 1.5"))
    expect("policy.value", at: "\(at).discount", steps: always("s", "discount = -0.1"))
    expect("policy.value", at: "\(at).price", steps: always("s", "price = money\"-1\""))
    expect("policy.key", at: at, steps: always("s", "discont = 0.1"))
    expect(
      "policy.key", at: "\(at).when", steps: always("s", "discount = 0.1, when = { levl = \"A\" }"))
    expect(
      "policy.missing", at: "\(at).when.quantity",
      steps: always("s", "discount = 0.1, when = { quantity = {} }"))
  }

  @Test("keys that stand twice") func duplicates() {
    let rule = "{ key = \"a\", discount = 0.1 }"
    expect(
      "policy.duplicate", at: "policy.steps[1].rules",
      steps: "{ name = \"s\", title = \"x\", source = \"test\", choose = \"all\", "
        + "rules = { \(rule), \(rule) } }")
    expect(
      "policy.duplicate", at: "policy.steps",
      steps: always("s", "discount = 0") + "," + always("s", "discount = 0"))
    let floor = "{ key = \"f\", source = \"test\", margin = 0 }"
    expect(
      "policy.duplicate", at: "policy.floors", steps: always("s", "discount = 0"),
      more: "floors = { \(floor), \(floor) }, on_floor = \"raise\"")
    let west = "{ region = \"west\", factor = 1.1, source = \"test\" }"
    expect(
      "policy.duplicate", at: "policy.regional_cost[2]", steps: always("s", "discount = 0"),
      more: "regional_cost = { \(west), \(west) }")
  }

  @Test("floors that no price meets, or that do not say what they do") func floors() {
    let step = always("s", "discount = 0")
    expect(
      "policy.value", at: "policy.floors[1].margin", steps: step,
      more: "floors = { { key = \"f\", source = \"test\", margin = 1 } }, on_floor = \"raise\"")
    expect(
      "policy.missing", at: "policy.on_floor", steps: step,
      more: "floors = { { key = \"f\", source = \"test\", margin = 0.1 } }")
    expect(
      "policy.value", at: "policy.floors[1]", steps: step,
      more: "floors = { { key = \"f\", source = \"test\", margin = 0, price = \"cost\" } }, "
        + "on_floor = \"raise\"")
    expect(
      "policy.source", at: "policy.floors[1]", steps: step,
      more: "floors = { { key = \"f\", margin = 0.1 } }, on_floor = \"raise\"")
  }
}
