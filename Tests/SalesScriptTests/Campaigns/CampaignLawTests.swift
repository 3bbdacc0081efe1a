// What holds of every campaign, over random audiences, arms and orders.
import SalesScript
import SalesStore
import Testing

@Suite struct CampaignLawTests {
  /// Draws an audience, arms and a hold-out from a seed, launches the campaign, lets things happen, and looks at
  /// everybody who is held out.
  private static let source = """
    local state = seed
    local function random(n)
      state = (state * 1103515245 + 12345) % 2147483648
      return state // 65536 % n + 1
    end
    local audiences = {
      "true", "level == 'A' or level == 'B'", function(c) return c.id % 3 ~= 0 end,
      customers:where("last_order"):order_by("name"), customers:where("true"):order_by("last_order"),
    }
    local cut = random(99)
    local code = "C" .. seed
    local c = {
      code = code, audience = audiences[random(#audiences)], hold_out = random(60) / 100,
      starts_on = today(), ends_on = today() + days(random(100)),
      arms = {
        {key = "a", share = cut / 100, offer = "PUSH"},
        {key = "b", share = (100 - cut) / 100, task = {title = "call", days = 3}, talk = "hello"},
      },
    }
    """

  @Test("who is held out is never treated", arguments: 1...12)
  func heldOut(seed: Int) throws {
    let world = try World()
    defer { world.remove() }
    let told = try world.eval(
      "local seed = \(seed)\n" + Self.source
        + """
        local made = campaign.launch(c)
        if made.enrolled ~= made.treated + made.held_out then return "the parts do not add up" end
        local counted = 0
        for i = 1, 3 do counted = counted + made.arms[i].customers end
        if counted ~= made.enrolled then return "the arms do not add up" end
        for t in tasks:each() do if random(2) == 1 then inbox.done(t) end end
        campaign.measure(code)
        for m in campaign_members:where{is_held_out = true}:each() do
          if m.treated_on then return "treated " .. m.customer end
          if tasks:where{record = m.customer}:count() > 0 then return "a task for " .. m.customer end
          local line = {product = 1, quantity = random(200), customer = m.customer}
          local plain = pricing.price(line)
          line.promotion = "PUSH"
          local named = pricing.price(line)
          if plain.amount ~= named.amount then return "an offer for " .. m.customer end
          if plain.waterfall:find("factor promotion.push", 1, true) then return "PUSH for " .. m.customer end
        end
        return "never"
        """)
    #expect(told == "\"never\"", "seed \(seed)")
  }

  @Test(
    "the same customer gets the same arm, whatever the audience and its order", arguments: 1...6)
  func sameArm(seed: Int) throws {
    let world = try World()
    defer { world.remove() }
    let told = try world.eval(
      "local seed = \(seed)\n" + Self.source
        + """
        campaign.launch(c)
        local first = {}
        for m in campaign_members:each() do first[m.customer] = m.arm end
        for id, arm in pairs(first) do
          if campaign.arm(code, id).arm ~= arm then return "another arm for " .. id end
        end
        return "same"
        """)
    #expect(told == "\"same\"", "seed \(seed)")
    // Launched anew over everybody: those of the first audience are where they were.
    let again = try world.eval(
      "local seed = \(seed)\n" + Self.source
        + """
        local arms = {}
        plan(function()
          campaign.launch(c)
          for m in campaign_members:each() do arms[m.customer] = m.arm end
        end)
        c.audience = customers:where("true"):order_by("name")
        plan(function()
          campaign.launch(c)
          for m in campaign_members:each() do
            if arms[m.customer] and arms[m.customer] ~= m.arm then error("moved " .. m.customer) end
          end
        end)
        return "same"
        """)
    #expect(again == "\"same\"", "seed \(seed)")
  }

  @Test("undoing a campaign restores everything", arguments: 1...6)
  func undone(seed: Int) throws {
    let world = try World()
    defer { world.remove() }
    let before = try StoreDump.of(world.store)
    var runs: [Int64] = []
    for step in [
      "campaign.launch(c)", "campaign.spend(code, yuan(5))", "campaign.measure(code)",
      "for t in tasks:each() do if random(2) == 1 then inbox.done(t) end end",
      "campaign.stop(code, \"enough\")",
    ] {
      if let run = try world.run("local seed = \(seed)\n" + Self.source + step).run {
        runs.append(run)
      }
    }
    #expect(runs.count >= 4)
    #expect(try StoreDump.of(world.store) != before)
    for run in runs.reversed() { try world.run("undo(\(run))") }
    #expect(try StoreDump.of(world.store) == before, "seed \(seed)")
  }
}
