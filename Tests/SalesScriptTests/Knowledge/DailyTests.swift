// Daily reports on a day counted by hand.
import SalesScript
import Testing

@Suite struct DailyTests {
  /// On Tuesday, June 30th Ann visits a and calls b, e-mails a again; c's visit is Bob's; d's e-mail was only opened.
  /// a orders that day; b's order is cancelled and its opportunity moves on; tomorrow b has a task, and e is the larger of
  /// two open opportunities.
  private static let book = """
    local function code(f, ...)
      local ok, e = pcall(f, ...)
      return ok and "none" or e.code
    end
    local ann = reps:create{code = "A", name = "Ann"}
    local bob = reps:create{code = "B", name = "Bob"}
    reps:create{code = "C", name = "Cy", left_on = date"2026-06-29"}
    for _, name in ipairs{"a", "b", "c", "d", "e"} do customers:create{name = name, owner = ann} end
    local function act(customer, rep, kind, at)
      activities:create{customer = customer, rep = rep, kind = kind, at = instant(at)}
    end
    act(1, ann, "visit", "2026-06-30T09:00") act(2, ann, "call", "2026-06-30T23:59") act(1, ann, "email_sent", "2026-06-30T10:00")
    act(3, bob, "visit", "2026-06-30T09:00") act(4, ann, "email_opened", "2026-06-30T09:00") act(5, ann, "visit", "2026-06-29T09:00")
    orders:create{customer = 1, ordered_on = date"2026-06-30", amount = yuan(5), status = "placed"}
    orders:create{customer = 2, ordered_on = date"2026-06-30", amount = yuan(5), status = "cancelled"}

    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(Self.book + source)
  }

  @Test func theRecordsTellTheDay() throws {
    #expect(
      try eval(
        """
        inbox.task{kind = "call", title = "ring b", due_on = date"2026-07-01", owner = ann, record = customers:get(2)}
        inbox.task{kind = "call", title = "later", due_on = date"2026-07-02", owner = ann, record = customers:get(3)}
        selling.open{customer = 4, name = "small", amount = yuan(10), rep = ann}
        selling.open{customer = 5, name = "large", amount = yuan(20), rep = ann}
        local f = daily.facts{rep = "A"}
        local r = daily.report{rep = "A", obstacles = "no samples"}
        return f.reached, f.converted, #f.due, f.accounts[1].name, f.accounts[2].reason, #f.accounts, r.results, r.plan, r.reached
        """)
        == "2  1  1  \"b\"  \"large\"  3  \"2 customers reached, 1 converted, 0 tasks done\"  "
        + "\"b: ring b; e: large; d: small\"  2")
  }

  @Test func aMoveOfTheOpportunityConverts() throws {
    #expect(
      try eval(
        """
        local o = selling.open{customer = 2, amount = yuan(10), rep = ann, at = date"2026-06-01"}
        stage_moves:create{opportunity = o, moved_at = instant"2026-06-30T12:00", from_stage = "x", stage = "y"}
        return daily.facts{rep = "A"}.converted, daily.facts{rep = "A", day = date"2026-06-29"}.reached
        """) == "2  1")
  }

  @Test func reportsAreOneADayAndMissingOnesAreTold() throws {
    #expect(
      try eval(
        """
        local before = daily.missing{}
        daily.report{rep = "A", results = "one"}
        daily.report{rep = "A", lesson = "ask first", share = true}
        daily.report{rep = "A", share = true}
        local t = daily.table{}
        return #before, before[1].name, #daily.missing{}, daily_reports:count(), t[1].results, t[1].lesson, articles:count(),
          #daily.missing{day = date"2026-06-28"}, #knowledge.search("ask first"),
          code(daily.report, {rep = "C"}), code(daily.report, {rep = "A", day = date"2026-07-01"}),
          code(daily.report, {rep = "B", share = true}), daily_reports:count(), code(daily.facts, {})
        """)
        == "2  \"Ann\"  1  1  \"one\"  \"ask first\"  1  0  1  \"daily.rep\"  \"daily.day\"  \"daily.lesson\"  1  "
        + "\"script.argument\"")
  }
}
