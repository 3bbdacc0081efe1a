// Health by hand: what factors read of events, the points they give, and what a score is made of.
import Testing
import Values

@testable import SalesKernel

@Suite struct HealthBoardTests {
  private static func model(_ factors: String, missing: String = "renormalise") throws
    -> HealthPolicy
  {
    try HealthPolicy(
      decoding: LuaTable.parse(
        """
        return { name = "m", title = "m", source = "x", missing = "\(missing)", least_known = 40,
          factors = { \(factors) },
          bands = { { key = "good", title = "g", from = 80, source = "x" },
            { key = "bad", title = "b", source = "x" } },
          metrics = { { key = "budget", title = "b", source = "x" } },
          alert = { below = 80, kind = "health_low", levels = { "A" }, limit = 5, task = "t", source = "x",
            steps = { { key = "call", title = "c", days = 2, by = "csm", source = "x" } } },
          trend = { points_per_month = 2, months = 6, least = 3, source = "x" },
          backtest = { step = "month", horizon = days(90), source = "x" } }
        """))
  }

  private static func board(_ factors: String, count: Int = 2) throws -> HealthBoard {
    try HealthBoard(model(factors), asOf: day("2026-06-30"), count: count)
  }

  private static func factor(
    _ key: String, _ weight: Int, _ read: String, scale: String = "{ { 0, 0 }, { 100, 100 } }",
    more: String = ""
  ) -> String {
    "{ key = \"\(key)\", title = \"t\", weight = \(weight), source = \"x\", read = { \(read) }, "
      + "scale = \(scale)\(more) }, "
  }

  /// Events as `day value`, of customer 0, and what each take then reads.
  @Test(arguments: [
    ("orders", "count", ["2025-12-30", "2025-12-31", "2026-06-30", "2026-07-01"], 2.0),
    ("orders", "sum", ["2025-12-30", "2025-12-31", "2026-06-30", "2026-07-01"], 20),
    // 20 in the window after 2025-12-30, 10 in the one before, from 2025-06-30 on.
    ("orders", "growth", ["2025-06-30", "2025-07-01", "2026-01-01", "2026-02-01"], 1),
    ("orders", "count_growth", ["2025-07-01", "2025-08-01", "2026-02-01"], -0.5),
    ("orders", "days_since", ["2026-05-31", "2026-04-01", "2026-07-01"], 30),
    ("tickets", "count_growth", ["2025-07-01", "2026-02-01", "2026-02-01"], 1),
  ])
  func takes(_ source: String, _ take: String, _ days: [String], _ value: Double) throws {
    let months = take == "days_since" ? "" : ", months = 6"
    var board = try Self.board(
      Self.factor(
        "f", 100, "source = \"\(source)\", take = \"\(take)\"\(months)",
        scale: "{ { -1000, 0 }, { 1000, 100 } }"))
    let slots = board.slots
    try board.fill(slots) { tallies in
      for text in days { tallies[0].add(0, try day(text).number, take.hasPrefix("count") ? 1 : 10) }
    }
    #expect(board.read(0, 0, 0)?.value == value)
    let untouched = board.read(0, 0, 1)?.value
    #expect(untouched == (take == "count" || take == "sum" ? 0 : nil))
  }

  @Test func meansSharesAndLatest() throws {
    var board = try Self.board(
      Self.factor("a", 40, "source = \"surveys\", survey = \"need\", take = \"mean\", months = 12")
        + Self.factor(
          "b", 30, "source = \"readings\", metric = \"budget\", take = \"latest\", months = 12")
        + Self.factor(
          "c", 30, "source = \"readings\", metric = \"budget\", take = \"growth\", months = 6"))
    try board.fill(board.slots) { tallies in
      for (text, value) in [("2025-08-01", 40.0), ("2026-03-01", 70), ("2026-06-30", 50)] {
        for place in 0..<3 { tallies[place].add(0, try day(text).number, value) }
      }
      for place in 0..<3 { tallies[place].add(1, try day("2024-01-01").number, .infinity) }
    }
    // (40 + 70 + 50) / 3; the last; the last of the half year, 50, against that of the half before, 40.
    #expect(board.read(0, 0, 0)?.value == 160.0 / 3)
    #expect(board.read(1, 0, 0)?.value == 50)
    #expect(board.read(2, 0, 0)?.value == 0.25)
    for factor in 0..<3 { #expect(board.read(factor, 0, 1) == nil) }
  }

  @Test func paymentsByHand() throws {
    var board = try Self.board(
      Self.factor("o", 40, "source = \"payments\", take = \"overdue_share\", months = 12")
        + Self.factor("l", 30, "source = \"payments\", take = \"late_share\", months = 12")
        + Self.factor("d", 30, "source = \"payments\", take = \"days_late\", months = 12"))
    var tally = InvoiceTally(asOf: try day("2026-06-30").number)
    func invoice(_ issued: String, _ due: String, _ amount: Double, customer: Int32 = 0) throws {
      tally.add(
        customer: customer, issued: try day(issued).number, due: try day(due).number, amount: amount
      )
    }
    try invoice("2026-01-01", "2026-01-31", 100)  // 0: paid 60 in time, 40 ten days late
    try invoice("2026-02-01", "2026-06-20", 300)  // 1: 100 of it taken back, open: 10 days late
    try invoice("2026-06-01", "2026-07-31", 500)  // 2: not due
    try invoice("2026-03-01", "2026-03-31", -100)  // 3: takes back a part of 1
    tally.reverse(3, of: 1)
    try invoice("2026-07-01", "2026-06-01", 900)  // 4: not known yet
    tally.joinReversals()
    tally.pay(0, on: try day("2026-01-31").number, 60)
    tally.pay(0, on: try day("2026-02-10").number, 40)
    tally.pay(1, on: try day("2026-07-01").number, 200)  // not known yet
    board.fill(from: tally)
    // Billed 100 + 200: open 200, not paid by the due day 40 + 200, days (10 + 10) / 2.
    #expect(board.read(0, 0, 0)?.value == 200.0 / 300)
    #expect(board.read(1, 0, 0)?.value == 240.0 / 300)
    #expect(board.read(2, 0, 0)?.value == 10)
    #expect(board.read(0, 0, 1) == nil)
  }

  @Test func contactsAsTheDecisionPolicyHasThem() throws {
    let decisions = try DecisionPolicy(decoding: LuaTable.policy("decisions"))
    var board = try Self.board(
      Self.factor("c", 40, "source = \"contacts\", take = \"coverage\"")
        + Self.factor("p", 30, "source = \"contacts\", take = \"penetration\"")
        + Self.factor("d", 30, "source = \"contacts\", take = \"departments\""))
    var tally = ContactTally(decisions, count: 2)
    let people: [(String, Int64?, Int32)] = [
      ("procurement", 60, 1), ("procurement", 80, 1), ("technical", nil, 2), ("cleaner", 100, 0),
    ]
    var contacts: [Contact] = []
    for (role, strength, department) in people {
      tally.add(0, role: tally.role(role), relationship: strength, department: department)
      var contact = Contact(customer: 1, name: "甲")
      (contact.role, contact.relationship) = (role, strength)
      contacts.append(contact)
    }
    board.fill(from: tally)
    // 40 % × 80; weights 40 + 35; two departments.
    #expect(board.read(0, 0, 0)?.value == 32)
    #expect(board.read(0, 0, 0)?.value == decisions.coverage(of: contacts).value)
    #expect(board.read(1, 0, 0)?.value == 75)
    #expect(board.read(2, 0, 0)?.value == 2)
    for factor in 0..<3 { #expect(board.read(factor, 0, 1) == nil) }
  }

  @Test func scalesAreStraightBetweenAndFlatBeyond() throws {
    let policy = try Self.model(
      Self.factor(
        "f", 100, "source = \"orders\", take = \"days_since\"",
        scale: "{ { 30, 100 }, { 90, 70 }, { 180, 20 } }"))
    let scale = policy.factors[0].readings[0].scale
    for (value, points) in [
      (0.0, 100.0), (30, 100), (60, 85), (90, 70), (135, 45), (180, 20), (9999, 20),
    ] {
      #expect(scale.points(value) == points)
    }
    #expect(scale.points(.nan) == nil)
  }

  /// Orders 2 → 60 points × 40; nothing known of the tickets × 25: neutral 50; nothing known of payments × 35.
  @Test(arguments: [("zero", 36.5), ("renormalise", 56.2), ("neutral", 54.0)])
  func missingFactorsCountAsThePolicySays(_ missing: String, _ score: Double) throws {
    let more =
      missing == "neutral" ? ", missing = \"neutral\", neutral = 50" : ", missing = \"\(missing)\""
    var board = try Self.board(
      Self.factor(
        "o", 40, "source = \"orders\", take = \"count\", months = 6",
        scale: "{ { 0, 40 }, { 2, 60 } }")
        + Self.factor(
          "t", 25, "source = \"tickets\", take = \"count_growth\", months = 6",
          more: ", missing = \"neutral\", neutral = 50")
        + Self.factor(
          "p", 35, "source = \"payments\", take = \"late_share\", months = 6", more: more))
    try board.fill(board.slots(of: .orders)) { tallies in
      for _ in 0..<2 { tallies[0].add(0, try day("2026-06-01").number, 1) }
    }
    // No order was noted: there is no customer to score.
    #expect(board.score(0) == nil)
    board.note(orderOf: 0, on: try day("2026-06-01").number)
    // zero: (40·60 + 25·50) / 100 = 36.5; renormalise: 3650 / 65 = 56.15…; neutral: 54.
    #expect(board.score(0) == score)
    let result = board.explained(0)
    #expect(result.score == score && result.known == 40)
    #expect(result.band?.key == "bad")
    let sum = result.lines.reduce(0) { $0 + $1.contribution }
    #expect(HealthBoard.tenth(sum) == score)
    // The tree replays: what its factors say adds up to the score.
    let told = result.explanation.children.dropFirst(2).reduce(0.0) {
      if case .number(let adds)? = $1.value { $0 + adds } else { $0 }
    }
    #expect(HealthBoard.tenth(told) == score)
    var text = HealthFactorsText(board.policy)
    let last = missing == "zero" ? "~0x35" : missing == "neutral" ? "~50x35" : "-"
    #expect(text.text(board, 0) == "o 60x40, t ~50x25, p \(last)")
  }

  @Test func tooLittleKnownIsNoScore() throws {
    var board = try Self.board(
      Self.factor("o", 39, "source = \"orders\", take = \"days_since\"")
        + Self.factor("p", 61, "source = \"payments\", take = \"late_share\", months = 6"))
    board.note(orderOf: 0, on: 20_000)
    board.fill(board.slots(of: .orders)) { $0[0].add(0, 20_000, 1) }
    #expect(board.score(0) == nil)
    #expect(
      board.explained(0).explanation.reason == "only 39 of 100 by weight is known, 40 is needed")
  }

  @Test(arguments: [
    (
      "{ key = \"f\", weight = 99, title = \"t\", source = \"x\", read = { source = \"orders\", take = \"count\", months = 6 }, scale = { { 0, 0 } } }",
      "policy.value", "99, not 100"
    ),
    (
      factor("f", 100, "source = \"ordres\", take = \"count\", months = 6"), "policy.value",
      "orders"
    ),
    (factor("f", 100, "source = \"orders\", take = \"cont\", months = 6"), "policy.value", "count"),
    (factor("f", 100, "source = \"orders\", take = \"count\""), "policy.missing", "months"),
    (
      factor("f", 100, "source = \"orders\", take = \"count\", months = 6, survey = \"nps\""),
      "policy.key", "not read"
    ),
    (
      factor(
        "f", 100, "source = \"orders\", take = \"count\", months = 6",
        scale: "{ { 5, 0 }, { 5, 10 } }"), "policy.unreachable", "upward"
    ),
    (
      factor(
        "f", 100, "source = \"orders\", take = \"count\", months = 6", scale: "{ { 5, 101 } }"),
      "policy.value", "0–100"
    ),
    (
      factor("f", 100, "source = \"readings\", metric = \"budgit\", take = \"latest\", months = 6"),
      "policy.value", "budget"
    ),
    (factor("f", 100, "source = \"customer\", field = \"influenc\""), "policy.field", "influence"),
    (
      factor(
        "f", 100, "source = \"orders\", take = \"count\", months = 6",
        more: ", missing = \"neutral\""), "policy.missing", "neutral"
    ),
  ])
  func badModelsAreRefused(_ factors: String, _ code: String, _ part: String) throws {
    let error = #expect(throws: PolicyError.self) { try Self.model(factors) }
    #expect(error?.code == code && error?.description.contains(part) == true, "\(error!)")
  }

  @Test(arguments: ["health", "health_signals", "health_card"])
  func thePacksAreWhole(_ name: String) throws {
    let policy = try HealthPolicy(decoding: LuaTable.policy(name))
    #expect(policy.header.name == name && policy.alert.below == 80)
    #expect(policy.place(of: 80) == 0 && policy.place(of: 79.9) == 1 && policy.place(of: 0) == 2)
    #expect(policy.factors.allSatisfy { !$0.source.isEmpty })
  }
}
