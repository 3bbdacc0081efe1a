// Campaigns that are refused, or told of: every bad input with its code.
import SalesScript
import Testing

@Suite struct CampaignRefusalTests {
  private static let days = "starts_on = today(), ends_on = today() + days(30)"
  private static let arms = "arms = {{key = \"a\", offer = \"PUSH\"}}"

  private static func launch(_ options: String) -> String { "campaign.launch{\(options)}" }

  @Test(
    "bad campaigns have a code and change nothing",
    arguments: [
      ("code = \"X\", audience = \"level == 'Z'\", \(arms), \(days)", "campaign.audience"),
      ("code = \"X\", audience = 5, \(arms), \(days)", "script.argument"),
      ("code = \"X\", \(arms), \(days)", "script.argument"),
      ("code = \"X\", audience = \"levl == 'A'\", \(arms), \(days)", "rule.unknown_name"),
      ("code = \"X\", audience = orders, \(arms), \(days)", "script.argument"),
      ("code = \"X\", audience = \"true\", arms = {}, \(days)", "policy.missing"),
      (
        "code = \"X\", audience = \"true\", arms = {{key = \"a\", share = 0.9, offer = \"PUSH\"}}, \(days)",
        "campaign.shares"
      ),
      ("code = \"X\", audience = \"true\", hold_out = 1, \(arms), \(days)", "campaign.hold_out"),
      (
        "code = \"X\", audience = \"true\", arms = {{key = \"a\", offer = \"PUHS\"}}, \(days)",
        "campaign.promotion"
      ),
      // AUTUMN holds in September alone.
      (
        "code = \"X\", audience = \"true\", arms = {{key = \"a\", offer = \"AUTUMN\"}}, \(days)",
        "campaign.promotion"
      ),
      (
        "code = \"X\", audience = \"true\", \(arms), starts_on = today(), ends_on = today() - days(1)",
        "campaign.dates"
      ),
      (
        "code = \"X\", audience = \"true\", \(arms), starts_on = today() - days(1), ends_on = today()",
        "campaign.dates"
      ),
      ("code = \"X\", audience = \"true\", budget = yuan(-1), \(arms), \(days)", "campaign.budget"),
      ("code = \"X\", audience = \"true\", owner = 99, \(arms), \(days)", "record.missing"),
      ("code = \"T22\", audience = \"true\", \(arms), \(days)", "campaign.launched"),
      (
        "code = \"X\", audience = \"true\", overlap = \"refuse\", \(arms), \(days)",
        "campaign.overlap"
      ),
      // All of them are in T22 at the same time: nobody is left.
      ("code = \"X\", audience = \"true\", \(arms), \(days)", "campaign.overlap"),
      ("code = \"X\", audiense = \"true\", \(arms), \(days)", "script.argument"),
    ])
  func refused(_ options: String, _ code: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(CampaignWorld.launch)
    let before = try StoreDump.of(world.store)
    #expect(try world.failure(Self.launch(options)).code == code, "\(options)")
    #expect(try StoreDump.of(world.store) == before)
  }

  @Test("an unknown promotion names the nearest")
  func nearest() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(CampaignWorld.book)
    let failure = try world.failure(
      Self.launch(
        "code = \"X\", audience = \"true\", arms = {{key = \"a\", offer = \"PUHS\"}}, \(Self.days)")
    )
    #expect(failure == Failure("campaign.promotion", "did you mean 'PUSH'?"))
  }

  @Test("customers of another campaign are left out and counted; overlap = allow takes them")
  func overlap() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(
      CampaignWorld.launch + "for n = 21, 25 do customers:create{name = \"c\" .. n} end")
    #expect(
      try world.eval(
        """
        local o = {code = "X", audience = "true", \(Self.arms), \(Self.days)}
        local skip = campaign.define(o)
        o.overlap = "allow"
        local all = campaign.define(o)
        o.overlap, o.starts_on, o.ends_on = "refuse", today() + days(31), today() + days(40)
        local later = campaign.define(o)
        return skip.enrolled, skip.left_out, skip.notes[2], all.enrolled, later.enrolled
        """)
        == "5  20  \"20 customers left out: in the campaign T22 at the same time\"  25  25")
  }

  @Test("an arm that gets nobody is told of")
  func emptyArm() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // Of T22, customer 2 lies in the hold-out, so the arm is empty.
    #expect(
      try world.eval(
        CampaignWorld.book
          + "local d = campaign.define{code = \"T22\", audience = {id = 2}, hold_out = 0.25, \(Self.arms), \(Self.days)}\n"
          + "return d.treated, d.held_out, d.notes[1]"
      ) == "0  1  \"no customer falls into a\"")
  }

  @Test("stopped twice, closed too early, closed after a stop, spent below zero")
  func moves() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(CampaignWorld.launch)
    #expect(
      try world.failure("campaign.stop(\"T22\") campaign.stop(\"T22\")").code == "campaign.state")
    #expect(try world.failure("campaign.close(\"T22\")").code == "campaign.running")
    #expect(
      try world.failure("campaign.stop(\"T22\") campaign.close(\"T22\")").code == "campaign.state")
    #expect(try world.failure("campaign.spend(\"T22\", yuan(-1))").code == "campaign.budget")
    #expect(try world.failure("campaign.stop(\"NONE\")").code == "record.missing")
    #expect(try world.failure("campaign.report(\"T22\", {margin = 2})").code == "campaign.margin")
    #expect(try world.failure("campaign.pack(\"push_100_day\")").code == "campaign.pack")
    #expect(try world.failure("campaign.raise_line(\"T22\")").code == "campaign.product")
  }

  @Test("more tasks than anybody works through are refused")
  func tasks() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(CampaignWorld.book)
    #expect(
      try world.failure(
        """
        local p = policies.get("campaigns")
        p.tasks.most = 6
        campaign.launch{code = "T22", audience = "true", hold_out = 0.25, policy = p, \(Self.days),
          arms = {{key = "a", share = 0.5, offer = "PUSH"}, {key = "b", share = 0.5, task = {title = "call", days = 7}}}}
        """) == Failure("campaign.tasks", "T22 would open 7 tasks; 6 is the most"))
  }
}
