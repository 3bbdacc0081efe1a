// Laws of health on the sample company: the sweep says what the single score says, the past stays as it was
// whatever comes later, and a back-test is what one counts customer by customer.
import SalesKernel
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct HealthLawTests {
  /// Gives the sample what it lacks, at random from the seed of the run, 7.
  private static let more = """
    local function someday() return date"2025-07-01" + days(math.random(0, 364)) end
    for _ = 1, 120 do
      local customer = math.random(1, 200)
      tickets:create{kind = "enquiry", customer = customer, subject = "?", step = "open", state = "open",
        opened_at = instant(tostring(someday()) .. "T10:00:00"), reopened = 0}
      health.reading{customer = customer, metric = "logins", value = math.random(0, 40), day = someday()}
      health.reading{customer = customer, metric = "cost_saved", value = math.random(), day = someday()}
      surveys.answer{kind = "need", customer = customer, score = math.random(0, 100), on = someday()}
      local due = someday()
      local i = invoices:create{customer = customer, issued_on = due - days(30), due_on = due, amount = yuan(100)}
      if math.random() < 0.8 then
        allocations:create{invoice = i, kind = "payment", allocated_on = due + days(math.random(-9, 30)), amount = yuan(math.random(50, 100))}
      end
      if math.random() < 0.1 then
        invoices:create{customer = customer, issued_on = due, due_on = due, amount = yuan(-40), reverses = i}
      end
    end

    """

  @Test(arguments: ["health", "health_signals", "health_card"], ["2026-06-30", "2026-02-28"])
  func theSweepSaysWhatTheScoreSays(_ model: String, _ day: String) throws {
    let world = try World()
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.more
          + """
          local m = {model = "\(model)", as_of = date"\(day)"}
          local s = health.sweep(m)
          local wrong, scored, text = 0, 0, nil
          for c in customers:each() do
            local h = health.score(c, m)
            if h.score ~= c.health or h.band ~= c.health_band then wrong = wrong + 1 end
            if h.score then scored = scored + 1 end
          end
          return wrong, scored == s.scored, s.scored == health_scores:count(), scored > 20
          """) == "0  true  true  true")
  }

  @Test func nothingThatComesLaterChangesThePast() throws {
    let world = try World()
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.more
          + """
          local as_of = date"2026-02-28"
          local function all()
            local out = {}
            for _, model in ipairs{"health", "health_signals", "health_card"} do
              for c in customers:each() do out[#out + 1] = tostring(health.score(c, {model = model, as_of = as_of}).score) end
            end
            local b = health.backtest{model = "health_signals", from = date"2025-10-31", to = date"2025-11-30"}
            for _, name in ipairs{"hits", "misses", "false_alarms", "quiet", "lead_days"} do out[#out + 1] = tostring(b[name]) end
            return table.concat(out, " ")
          end
          local before = all()
          local function later() return date"2026-03-01" + days(math.random(0, 100)) end
          for id = 1, 200 do
            orders:create{customer = id, ordered_on = later(), amount = yuan(5000000), status = "placed"}
            tickets:create{kind = "enquiry", customer = id, subject = "?", step = "open", state = "open",
              opened_at = instant(tostring(later()) .. "T10:00:00"), reopened = 0}
            health.reading{customer = id, metric = "logins", value = 500, day = later()}
            surveys.answer{kind = "need", customer = id, score = 1, on = later()}
            activities:create{customer = id, kind = "visit", at = instant(tostring(later()) .. "T10:00:00")}
            contacts:create{customer = id, name = "新", role = "procurement", relationship = 100, created_on = later()}
            invoices:create{customer = id, issued_on = later(), due_on = date"2026-06-29", amount = yuan(100)}
          end
          for i in invoices:each() do
            allocations:create{invoice = i, kind = "payment", allocated_on = later(), amount = yuan(100)}
          end
          return before == all(), #before > 2000
          """) == "true  true")
  }

  @Test func fieldsThatRunsChangedAreReadAsTheyStood() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(
      HealthBook.source
        + """
        customers:get(1).influence = "high"
        contacts:create{customer = a, name = "王", role = "procurement", relationship = 80}
        """)
    // A month later the person has left, the influence is low, and an order was taken back in part.
    let later = try ScriptHost(
      store: world.store,
      options: .init(
        clock: Instant(parsing: "2026-07-31T09:00:00"), seed: 7, actor: "tester", arguments: [],
        timeout: nil), output: world.output)
    _ = try later.run(
      """
      customers:get(1).influence = "low"
      contacts:get(1).relationship = 0
      orders:get(3).amount = yuan(1)
      """, name: "@later.lua", mode: .apply, kind: .script)
    let scores = try later.run(
      """
      local june, july = {}, {}
      for i, model in ipairs{"health_signals", "health_card"} do
        june[i] = health.score(1, {model = model, as_of = date"2026-06-30"}).score
        july[i] = health.score(1, {model = model}).score
      end
      return june[1], july[1] < june[1], june[2], july[2]
      """, name: "@ask.lua", mode: .plan, kind: .script
    ).values.map { try later.literal(of: $0) }.joined(separator: " ")
    // Card in June: 60 × 25, 0 departments × 10, coverage 32: 40 × 15, influence 100 × 10: 3100 / 60. In July: 2
    // orders still, coverage 0, influence low, 30: (1500 + 0 + 0 + 300) / 60.
    #expect(scores == "72.0 true 51.7 30.0")
  }

  @Test func theBacktestIsAsCountedOneByOne() throws {
    let world = try World()
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.more
          + """
          local from, to, horizon = date"2025-09-30", date"2026-03-31", 60
          local b = health.backtest{model = "health_signals", from = from, to = to, step = "quarter", horizon = days(horizon)}
          local dates = {date"2025-09-30", date"2025-12-30", date"2026-03-30"}
          local hit, alarm, miss, quiet, leads, seen = 0, 0, 0, 0, {}, {}
          for c in customers:each() do
            local bought = {}
            for o in orders:where{customer = c.id}:each() do bought[#bought + 1] = o.ordered_on end
            table.sort(bought, function(x, y) return x < y end)
            for _, day in ipairs(dates) do
              -- The last order up to the day, and from there order by order to the first silence of three months.
              local lost, known
              for i, on in ipairs(bought) do
                local over, following = on:add_months(3), bought[i + 1]
                if on <= day then known = over > day end
                if (not following or following > over) and over > day and over <= day + days(horizon) and on <= over then
                  lost = lost or over
                end
              end
              local score = known and health.score(c, {model = "health_signals", as_of = day}).score
              if score then
                if score < 80 and lost then
                  hit = hit + 1
                  local key = c.id .. tostring(lost)
                  if not seen[key] then
                    seen[key] = true
                    leads[#leads + 1] = (lost - day) / days(1)
                  end
                elseif score < 80 then alarm = alarm + 1
                elseif lost then miss = miss + 1
                else quiet = quiet + 1 end
              end
            end
          end
          table.sort(leads)
          local n = #leads
          local median = n % 2 == 1 and leads[(n + 1) // 2] or (leads[n // 2] + leads[n // 2 + 1]) / 2
          return b.hits == hit, b.false_alarms == alarm, b.misses == miss, b.quiet == quiet, b.told == n,
            b.lead_days == median, hit > 5, #b.days, b.precision == hit / (hit + alarm)
          """) == "true  true  true  true  true  true  true  3  true")
  }
}
