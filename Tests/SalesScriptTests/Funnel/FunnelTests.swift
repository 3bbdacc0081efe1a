// Funnel reports from scripts: what was known on a past day, what they are split by, files, bad input.
import Foundation
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct FunnelTests {
  /// Three deals of the standard playbook: one won, one lost, one open.
  private static let deals = """
    local c = customers:get(1)
    local function at(text) return instant(text) end
    local function deal(day, amount, more)
      local t = {customer = c, amount = amount, expected_close = date"2026-06-01", rep = 1, at = at(day)}
      for k, v in pairs(more or {}) do t[k] = v end
      return selling.open(t)
    end
    local won = deal("2026-01-05", wan(10), {region = "east"})
    selling.move(won, "proposal", {at = at"2026-01-15"})
    selling.move(won, "negotiation", {at = at"2026-01-25"})
    selling.win(won, {at = at"2026-02-04", reason = "price"})
    local lost = deal("2026-01-05", wan(20), {region = "west"})
    selling.move(lost, "need_confirmed", {at = at"2026-01-09"})
    selling.lose(lost, {at = at"2026-03-09", reason = "price"})
    local open = deal("2026-02-01", wan(30), {rep = 2})
    selling.move(open, "need_confirmed", {at = at"2026-02-03"})
    """

  private func eval(_ source: String) throws -> String {
    let world = try World()
    defer { world.remove() }
    return try world.eval("\(Self.deals)\n\(source)")
  }

  @Test func aCohortByHand() throws {
    let result = try eval(
      """
      local f = funnel.cohort{from = date"2026-01-01", upto = date"2026-02-28", as_of = date"2026-06-30"}
      local reached = {}
      for i, s in ipairs(f.stages) do reached[i] = s.reached end
      local first, second = f.stages[1], f.stages[2]
      return f.entered, f.won, f.lost, f.open, f.win_rate, f.won_amount, table.concat(reached, " "),
        first.mean_days, second.lost_here, second.open_here, second.mean_days
      """)
    // First stage: 10, 4 and 2 days; the second: 59 days of the lost one, which alone has left it.
    #expect(
      result
        == "3  1  1  1  0.5  money\"100000.00\"  \"3 3 1 1 1 1\"  \(16.0 / 3)  1  1  59.0")
  }

  @Test func theSameDealsAsOfEarlierDays() throws {
    let result = try eval(
      """
      local out = {}
      for _, day in ipairs{"2026-01-04", "2026-01-05", "2026-01-31", "2026-02-04", "2026-03-09"} do
        local s = funnel.snapshot{as_of = date(day)}
        local r = funnel.results{as_of = date(day)}
        out[#out + 1] = ("%d/%d/%d %s"):format(s.open, r.won, r.lost, s.amount)
      end
      return table.concat(out, "; ")
      """)
    #expect(
      result
        == "\"0/0/0 0.00; 2/0/0 300000.00; 2/0/0 300000.00; 2/1/0 500000.00; 1/1/1 300000.00\"")
  }

  /// A run of June changes an amount, an owner and a region of deals that were made in a run of May.
  @Test func runsAreRolledBackForAPastDay() throws {
    let world = try World()
    defer { world.remove() }
    func run(_ day: String, _ source: String) throws -> [String] {
      let host = try ScriptHost(
        store: world.store,
        options: .init(clock: try Instant(parsing: "\(day)T09:00:00"), seed: 1),
        output: CapturedOutput())
      return try host.run(source, name: "=test", mode: .apply, kind: .script).values.map {
        try host.literal(of: $0)
      }
    }
    _ = try run(
      "2026-05-04",
      """
      local o = selling.open{customer = 1, amount = wan(10), expected_close = date"2026-09-01", rep = 1, region = "east"}
      """)
    let before = try run(
      "2026-05-20", "local s = funnel.snapshot{by = \"region\"} return s.amount, s.groups[1].region"
    )
    _ = try run(
      "2026-06-10",
      "opportunities:update(function() return {amount = wan(99), region = \"west\", rep = 2} end)")
    _ = try run(
      "2026-06-11",
      "selling.open{customer = 1, amount = wan(5), expected_close = date\"2026-09-01\", region = \"west\"}"
    )
    let then = try run(
      "2026-06-30",
      """
      local s = funnel.snapshot{as_of = date"2026-05-20", by = "region"}
      local r = funnel.snapshot{as_of = date"2026-05-20", by = "rep"}
      local now = funnel.snapshot{by = "region"}
      return s.amount, s.groups[1].region, r.groups[1].rep, now.amount, now.groups[1].region
      """)
    #expect(before == ["money\"100000.00\"", "\"east\""])
    #expect(Array(then[0...1]) == before)
    #expect(Array(then[2...]) == ["1", "money\"1040000.00\"", "\"west\""])
  }

  /// Deals that a later run brought in with their history: amounts as their moves knew them.
  @Test func importedHistoryIsKnownByItsMoves() throws {
    let result = try eval(
      """
      local o = opportunities:create{playbook = "fastener", stage = "negotiation", status = "open",
        opened_on = date"2025-01-01", amount = wan(7)}
      local function move(day, stage, amount)
        stage_moves:create{opportunity = o.id, moved_at = instant(day), stage = stage, amount = amount}
      end
      move("2025-01-01", "initial_contact", nil)
      move("2025-02-01", "proposal", wan(3))
      move("2025-03-01", "negotiation", wan(7))
      local out = {}
      for _, day in ipairs{"2025-01-31", "2025-02-28", "2025-03-01"} do
        local s = funnel.snapshot{as_of = date(day)}
        out[#out + 1] = ("%s %d"):format(s.amount, s.unknown_amounts)
      end
      return table.concat(out, "; ")
      """)
    // The store was made on 2026-06-30: nothing of before is known but by the moves.
    #expect(result == "\"0.00 1; 30000.00 0; 70000.00 0\"")
  }

  @Test func splitByWordsNamesAndPeriods() throws {
    let result = try eval(
      """
      local function keys(by, column)
        local out = {}
        for i, row in ipairs(funnel.cohort{by = by}.groups) do out[i] = ("%s %d"):format(row[column], row.entered) end
        return table.concat(out, "; ")
      end
      return keys("quarter", "quarter"), keys("month", "month"), keys("region", "region"), keys("rep", "rep"),
        keys("level", "level")
      """)
    #expect(
      result.hasPrefix("\"2026-Q1 3\"  \"2026-01 2; 2026-02 1\"  \"east 1; north 1; west 1\"  "))
    // The third region is its rep's, names decide the order of reps, the level is the customer's.
    #expect(result.hasSuffix("\"1 2; 2 1\"  \"C 3\""))
  }

  @Test func reasonsAndLeaks() throws {
    let result = try eval(
      """
      local r = funnel.results{reasons = 1}
      return r.decided, r.win_rate, r.cycle_days, r.reasons[1].reason, r.reasons[1].lost, r.leaks[1].stage,
        r.leaks[1].amount, r.velocity
      """)
    // 1 open × ½ × 100,000 / 30 days = 1,666.67 a day.
    #expect(
      result
        == "2  0.5  30.0  \"price\"  1  \"need_confirmed\"  money\"200000.00\"  money\"1666.67\"")
  }

  @Test func reportsAreSavedWhole() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let path = world.inside.appending(path: "funnel").path
    try world.eval(
      """
      for i = 1, 3 do customers:create{name = "c" .. i} end
      reps:create{name = "r1"} reps:create{name = "<r2>"}
      \(Self.deals)
      funnel.report{by = "rep"}:save("\(path).html")
      funnel.cohort{}:save("\(path).svg")
      funnel.results{}:save("\(path).txt")
      """)
    let html = try world.text("funnel.html")
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("</html>"))
    #expect(html.components(separatedBy: "<svg").count == 4, "three drawings")
    #expect(html.contains("<td>&lt;r2&gt;</td>") && html.contains("初步接触"))
    #expect(!html.contains("src=") && !html.contains("<script"))
    #expect(try world.text("funnel.svg").hasPrefix("<svg"))
    #expect(try world.text("funnel.txt").contains("win_rate: 0.5"))
  }

  @Test func watchRaisesAndSettles() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local function won(open, close, region)
        local o = opportunities:create{playbook = "fastener", stage = "contract_signed", status = "won",
          opened_on = date(open), closed_on = date(close), region = region, amount = wan(1), updated_on = date(close)}
      end
      -- East: 60 days, five of them; west: 20 days. Together (5·60 + 5·20) / 10 = 40, within 35 + 20 % = 42.
      for _ = 1, 5 do won("2026-04-01", "2026-05-31", "east") won("2026-05-11", "2026-05-31", "west") end
      local function lead(month, region, converted)
        leads:create{company = "x", region = region, arrived_at = instant("2026-" .. month .. "-10"),
          status = converted and "converted" or "open", closed_at = converted and instant("2026-" .. month .. "-20") or nil}
      end
      -- East: 0 of 5 in May only; west: 0 of 5 in April and 0 of 6 in May; south: 1 of 5 each month.
      for i = 1, 5 do
        lead("05", "east") lead("04", "west") lead("05", "west")
        lead("04", "south", i == 1) lead("05", "south", i == 1) lead("04", "east", i == 1)
      end
      local t = funnel.watch{}
      local function open(kind)
        local out = {}
        for i, row in ipairs(inbox.open{kind = kind}) do out[i] = row.severity .. " " .. row.message:match("^(%w+)") end
        return table.concat(out, "; ")
      end
      local first = open("conversion_cycle")
      for _ = 1, 30 do won("2026-06-01", "2026-06-02", "east") end
      local again = funnel.watch{}
      return t[1].raised, first, t[2].raised, open("region_conversion"), again[1].settled, again[2].known
      """)
    #expect(result == "1  \"medium east\"  2  \"high west; medium east\"  1  2")
  }

  @Test(arguments: [
    (
      "funnel.cohort{from = date'2026-02-01', upto = date'2026-01-01'}", "funnel.window",
      "ends before"
    ),
    ("funnel.cohort{upto = date'2026-07-01'}", "funnel.window", "as_of"),
    ("funnel.cohort{by = 'regoin'}", "funnel.split", "region"),
    ("funnel.cohort{by = 'amount'}", "funnel.split", "cannot be split"),
    ("funnel.cohort{playbook = 'fastner'}", "playbook.unknown", "fastener"),
    ("funnel.cohort{of = customers}", "script.argument", "opportunities"),
    ("funnel.results{reasons = 0}", "script.argument", "1–1000"),
    ("funnel.calibration{by = 'rep'}", "script.argument", "not split"),
    ("funnel.cohort{as_off = date'2026-01-01'}", "script.argument", "as_of"),
    ("funnel.cohort{}:save('/data/x.html')", "sandbox.file", "not granted"),
    ("funnel.results{}:picture()", "picture.empty", "nothing to draw"),
    ("funnel.cohort{}:picture(3)", "script.argument", "40–400"),
    ("funnel.cohort{}.picture('x')", "script.argument", "colon"),
  ])
  func badInput(_ source: String, _ code: String, _ text: String) throws {
    let world = try World()
    defer { world.remove() }
    #expect(try world.failure(source) == Failure(code, text))
  }

  @Test func closedBeforeOpenedIsTold() throws {
    let result = try eval(
      """
      opportunities:create{playbook = "fastener", stage = "contract_signed", status = "won",
        opened_on = date"2026-05-10", closed_on = date"2026-05-01", amount = wan(1)}
      local r = funnel.results{from = date"2026-05-01"}
      return r.misdated, r.won, r.cycle_days, tostring(r):match("(%d+ were closed before they were opened)")
      """)
    #expect(result == "1  1  0.0  \"1 were closed before they were opened\"")
  }

  @Test func unknownStagesAreCountedApart() throws {
    let result = try eval(
      """
      opportunities:create{playbook = "fastener", stage = "nowhere", status = "open", opened_on = date"2026-01-01"}
      stage_moves:create{opportunity = open.id, moved_at = instant"2026-04-01", stage = "elsewhere"}
      opportunities:create{playbook = "director", stage = "lead", status = "open", opened_on = date"2026-01-01"}
      local f = funnel.cohort{}
      return f.unknown_stages, f.others, f.entered
      """)
    #expect(result == "2  1  3")
  }
}
