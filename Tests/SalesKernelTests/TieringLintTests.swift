// What the decoder and the lint refuse in a tiering policy, with code, place and remedy.
import Testing

@testable import SalesKernel

@Suite struct TieringLintTests {
  static func findings(_ body: String) throws -> [PolicyError] {
    let lua = """
      return { name = "t", title = "t", source = "test", writes = "level", \(body) }
      """
    return TieringPolicy.lint(
      try LuaTable.parse(lua), entity: Customer.schema.entity, compiler: NoExpressions())
  }

  static func levels(_ levels: String...) -> String {
    let rows = levels.enumerated().map {
      "{ level = \"L\($0)\", label = \"l\", source = \"test\", \($1) }"
    }
    return "by = \"annual_purchase\", levels = { \(rows.joined(separator: ", ")) }"
  }

  @Test(arguments: [
    (
      levels("over = \"x\"", ""), "policy.type",
      "policy.levels[1].over: expected money, got text \"x\""
    ),
    (levels("over = 5", ""), "policy.type", "policy.levels[1].over: expected money, got integer 5"),
    (levels("ovr = wan(5)", ""), "policy.key", "policy.levels[1]: has no key \"ovr\""),
    (
      levels("over = wan(5), from = wan(6)", ""), "policy.value",
      "policy.levels[1]: has both over and from"
    ),
    (
      levels("when = \"credit >\"", ""), "policy.rule",
      "policy.levels[1].when: rule.syntax: credit >"
    ),
    (levels("also = { credt = { from = 1 } }", ""), "policy.field", "policy.levels[1].also.credt"),
    (
      levels("also = { credit = {} }", ""), "policy.missing",
      "policy.levels[1].also.credit: has no limit"
    ),
    (
      levels("also = { potential = { is = \"hgh\" } }", ""), "policy.value",
      "policy.levels[1].also.potential.is"
    ),
    (levels("also = { potential = { from = 3 } }", ""), "policy.type", "a limit needs money"),
    ("by = \"anual_purchase\", levels = {}", "policy.field", "no field \"anual_purchase\""),
    ("levels = {}", "policy.missing", "policy.levels: is empty"),
    ("levels = 3", "policy.type", "policy.levels: expected a list, got integer 3"),
    ("", "policy.missing", "policy.levels: is missing; expected a list"),
    (
      "levels = { { level = \"A\", label = \"a\" } }", "policy.source",
      "policy.levels[1]: has no source"
    ),
    (
      "levels = { { level = \"A\", label = \"a\", source = \"s\", over = wan(1) } }",
      "policy.missing", "no measure for it"
    ),
    (levels("", "", ""), "policy.unreachable", "L1 can never apply"),
    (levels("over = wan(1)", "over = wan(2)", ""), "policy.unreachable", "L1 can never apply"),
    (levels("over = wan(3), below = wan(2)", ""), "policy.unreachable", "L0 can never apply"),
    (
      levels("over = wan(2)", "below = wan(2)"), "policy.gap",
      "no band takes annual_purchase 20,000.00"
    ),
    (levels("from = wan(2)", "over = wan(1), below = wan(2)"), "policy.gap", "below 10,000.00"),
  ])
  func refuses(_ body: String, _ code: String, _ message: String) throws {
    let found = try Self.findings(body)
    #expect(found.first?.code == code)
    #expect(found.first?.message.contains(message) == true, "\(String(describing: found.first))")
  }

  @Test func neighboursOfWholeNumbersLeaveNoGap() throws {
    func whole(_ field: String) -> String {
      Self.levels("from = 20", "upto = 19").replacing("annual_purchase", with: field)
    }
    #expect(try Self.findings(whole("credit")).isEmpty)
    #expect(try Self.findings(whole("repurchase_rate")).first?.code == "policy.gap")
  }

  @Test func acceptsClosedBandsWithoutAnUnconditionalLast() throws {
    #expect(try Self.findings(Self.levels("from = wan(2)", "below = wan(2)")).isEmpty)
  }

  @Test(arguments: [
    ("writes = \"annual_purchase\"", "policy.field"), ("writes = \"levl\"", "policy.field"),
    ("name = 3", "policy.type"), ("entity = \"customer\"", "policy.value"),
    ("colour = 1", "policy.key"),
    ("measures = { credit = { field = \"credit\" } }", "policy.duplicate"),
    ("measures = { m = { field = \"credit\", rank = \"revenue\" } }", "policy.value"),
    ("measures = { m = { rank = \"credit\" } }", "policy.field"),
    (
      "measures = { m = { score = { combine = \"weighted\", missing = \"zero\", clamp = { 1, 5 }, "
        + "factors = { { field = \"fit_score\", weight = 90 } } } } }", "policy.value"
    ),
    (
      "measures = { m = { score = { combine = \"sum\", missing = \"neutral\", clamp = { 1, 5 }, "
        + "factors = { { field = \"fit_score\" } } } } }", "policy.missing"
    ),
    (
      "measures = { m = { score = { combine = \"sum\", missing = \"zero\", clamp = { 5, 1 }, "
        + "factors = { { field = \"fit_score\" } } } } }", "policy.value"
    ),
    (
      "measures = { m = { score = { combine = \"sum\", missing = \"zero\", clamp = { 1, 5 }, "
        + "factors = { { field = \"size\", points = { huge = 5 } } } } } }", "policy.value"
    ),
  ])
  func refusesHeads(_ entry: String, _ code: String) throws {
    guard
      case .table(var table) = try LuaTable.parse(
        "return { name = \"t\", title = \"t\", source = \"s\", writes = \"level\", "
          + "levels = { { level = \"A\", label = \"a\", source = \"s\" } } }"),
      case .table(let more) = try LuaTable.parse("return { \(entry) }")
    else { throw LuaTableError(message: "shape") }
    table.merge(more) { $1 }
    let found = TieringPolicy.lint(
      .table(table), entity: Customer.schema.entity, compiler: NoExpressions())
    #expect(found.first?.code == code, "\(found)")
  }

  static let axes = """
    axes = { { name = "size", label = "s", source = "s", by = "size", bands = {
      { band = "big", is = { "large", "medium" }, label = "b", source = "s" },
      { band = "small", label = "s", source = "s" } } } },
    """

  @Test(arguments: [
    (
      "groups = { { group = \"g\", label = \"g\", source = \"s\", match = { size = \"big\" } } }",
      "policy.uncovered"
    ),
    (
      "groups = { { group = \"g\", label = \"g\", source = \"s\" }, "
        + "{ group = \"h\", label = \"h\", source = \"s\", match = { size = \"big\" } } }",
      "policy.unreachable"
    ),
    (
      "groups = { { group = \"g\", label = \"g\", source = \"s\", match = { sise = \"big\" } } }",
      "policy.key"
    ),
    (
      "groups = { { group = \"g\", label = \"g\", source = \"s\", match = { size = \"bigg\" } } }",
      "policy.value"
    ),
    ("groups = {}", "policy.missing"),
    ("levels = {}, groups = {}", "policy.key"),
  ])
  func refusesGroups(_ groups: String, _ code: String) throws {
    #expect(try Self.findings(Self.axes + groups).first?.code == code)
  }

  @Test func wildcardTakesEverything() throws {
    let groups =
      "groups = { { group = \"g\", label = \"g\", source = \"s\", match = { size = \"*\" } } }"
    #expect(try Self.findings(Self.axes + groups).isEmpty)
  }

  @Test(
    arguments: [
      ("missing = \"zero\"", 4), ("missing = \"neutral\", neutral = 3", 7),
      ("missing = \"renormalise\"", 8),
    ] as [(String, Double)])
  func missingFactors(_ policy: String, _ expected: Double) throws {
    let tier = try tiering(
      lua: """
        return { name = "t", title = "t", source = "s", writes = "grade", by = "m",
          measures = { m = { score = { combine = "sum", \(policy), clamp = { 1, 5 },
            factors = { { field = "fit_score" }, { field = "size_score" } } } } },
          levels = { { level = "A", label = "a", source = "s" } } }
        """)
    #expect(try tier.assign(customer { $0.fitScore = 4 }.reader).score == expected)
  }
}
