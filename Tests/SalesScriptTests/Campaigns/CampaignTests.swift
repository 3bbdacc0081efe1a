// Campaigns from a script to the store: who is enrolled, what they get, and that undo leaves nothing.
import SalesKernel
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct CampaignTests {
  private func world(_ body: (World) throws -> Void) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try body(world)
  }

  private func literal(_ ids: [Int]) -> String {
    "\"" + ids.map { "\($0)" }.joined(separator: " ") + "\""
  }

  @Test("each customer is in the arm of its hash")
  func arms() throws {
    try world { world in
      try world.run(CampaignWorld.launch)
      let arms = try world.eval(
        """
        local function of(arm)
          local ids = {}
          for m in campaign_members:where{arm = arm}:each() do ids[#ids + 1] = tostring(m.customer) end
          return table.concat(ids, " ")
        end
        return of("hold_out"), of("a"), of("b")
        """)
      #expect(
        arms
          == [CampaignWorld.held, CampaignWorld.armA, CampaignWorld.armB].map(literal)
          .joined(separator: "  "))
      // The campaign again from the same store, in another order: the same arms.
      #expect(
        try world.eval(
          """
          for n = 20, 1, -1 do
            local a, m = campaign.arm("T22", n), campaign_members:where{customer = n}:first()
            if a.arm ~= m.arm or a.is_held_out ~= m.is_held_out or not a.is_member then return n end
          end
          return "same"
          """) == "\"same\"")
      #expect(
        try world.eval(
          "return why(campaign_members:where{customer = 2}:first(), \"arm\").children[1].children[1].reason:match(\"is below 0.25\")"
        ) == "\"is below 0.25\"")
    }
  }

  @Test("an arm with an offer gets it wherever it is priced, nobody else does")
  func prices() throws {
    try world { world in
      try world.run(CampaignWorld.launch)
      // 10.00 a piece, below 100 pieces at list, C pays list: 10.00; with PUSH 9.70.
      for id in 1...20 {
        let isOffered = CampaignWorld.armA.contains(id)
        let price = isOffered ? "9.70" : "10.00"
        let names = isOffered ? "\"PUSH\"" : "nil"
        #expect(
          try world.eval(
            """
            local line = {product = 1, quantity = 1, customer = \(id)}
            local plain = pricing.price(line).amount
            line.promotion = "PUSH"
            local named = pricing.price(line).amount
            local q = quoting.quote{customer = \(id), lines = {{product = 1, quantity = 1}}}
            return plain, named, q.amount, q.promotion
            """)
            == "money\"\(price)\"  money\"\(price)\"  money\"\(price)\"  \(names)", "customer \(id)"
        )
      }
      // Many lines at once, and one by one where the promotions are a list.
      let many = """
        local ids, words, n = {}, {}, {}
        for id = 1, 20 do ids[id], words[id], n[id] = id, id % 3 == 0 and "PUSH" or false, 1 end
        local all = pricing.lines{product = 1, quantity = 1, customer = ids}:price()
        local mixed = pricing.lines{product = 1, quantity = 1, customer = ids, promotion = words}:price()
        local out = {}
        for id = 1, 20 do
          out[#out + 1] = tostring(all[id].amount) .. "/" .. tostring(mixed[id].amount)
        end
        return table.concat(out, " ")
        """
      let expected = (1...20).map {
        CampaignWorld.armA.contains($0) ? "9.70/9.70" : "10.00/10.00"
      }.joined(separator: " ")
      #expect(try world.eval(many) == "\"\(expected)\"")
      // Why a customer who is held out does not get it; before the launch's day and after the end nobody does.
      let reason = try world.eval(
        """
        local w = why(pricing.price{product = 1, quantity = 1, customer = 2, promotion = "PUSH"}):json()
        local late = pricing.price{product = 1, quantity = 1, customer = 1, on = today() + days(31)}.amount
        local anon = pricing.price{product = 1, quantity = 1, promotion = "PUSH"}.amount
        return w:find("customer 2 is held out of the campaign T22, which gives PUSH", 1, true) ~= nil, late, anon
        """)
      #expect(reason == "true  money\"10.00\"  money\"10.00\"")
    }
  }

  @Test("an arm with a task gives one to each customer's owner, else to the campaign's")
  func tasks() throws {
    try world { world in
      try world.run(CampaignWorld.book + "reps:create{name = \"Wang\"}")
      try world.run(
        "campaign.launch"
          + CampaignWorld.t22.replacing("owner = 1", with: "owner = 2"))
      let tasks = try world.eval(
        """
        local out = {}
        for t in tasks:where{kind = "campaign"}:each() do
          out[#out + 1] = t.record .. ":" .. t.owner .. ":" .. tostring(t.due_on) .. ":" .. t.note
        end
        return table.concat(out, " ")
        """)
      let expected = CampaignWorld.armB.map {
        "\($0):\($0 % 2 == 1 ? 1 : 2):2026-07-07:say hello"
      }.joined(separator: " ")
      #expect(tasks == "\"\(expected)\"")
    }
  }

  @Test("undoing a launch leaves the store as it was, and planning writes nothing")
  func undone() throws {
    try world { world in
      try world.run(CampaignWorld.book)
      let before = try StoreDump.of(world.store)
      try world.run("campaign.launch\(CampaignWorld.t22)", mode: .plan)
      #expect(try StoreDump.of(world.store) == before)
      let run = try #require(try world.run("campaign.launch\(CampaignWorld.t22)").run)
      let launched = try StoreDump.of(world.store)
      #expect(launched["campaign_members"]?.count == 20)
      #expect(launched["tasks"]?.count == 7)
      #expect(launched != before)
      try world.run("undo(\(run))")
      #expect(try StoreDump.of(world.store) == before)
      #expect(
        try world.eval(
          "return pricing.price{product = 1, quantity = 1, customer = 1}.amount")
          == "money\"10.00\"")
    }
  }

  @Test("a stopped campaign gives nothing any more, and its open tasks go")
  func stopped() throws {
    try world { world in
      try world.run(CampaignWorld.launch)
      try world.run("inbox.done(tasks:where{record = 4}:first())")
      #expect(
        try world.eval(
          """
          local s = campaign.stop("T22", "enough")
          local c = campaigns:first()
          return s.tasks_dropped, tasks:count(), c.state, c.reason, c.ended_on,
            pricing.price{product = 1, quantity = 1, customer = 1}.amount, #campaign.of(1),
            campaign_members:where{customer = 4}:first().treated_on
          """)
          == "6  1  \"stopped\"  \"enough\"  date\"2026-06-30\"  money\"10.00\"  0  date\"2026-06-30\""
      )
    }
  }

  @Test("who leaves gets no offer and no task, and still counts")
  func left() throws {
    try world { world in
      try world.run(CampaignWorld.launch)
      #expect(
        try world.eval(
          """
          campaign.leave("T22", 1, "asked to")
          campaign.leave("T22", 4)
          return pricing.price{product = 1, quantity = 1, customer = 1}.amount, #campaign.of(1),
            tasks:where{record = 4}:count(), campaign.report("T22").customers
          """) == "money\"10.00\"  0  0  20")
      #expect(
        try world.failure("campaign.leave(\"T22\", 1) campaign.leave(\"T22\", 1)").code
          == "campaign.member")
    }
  }
}
