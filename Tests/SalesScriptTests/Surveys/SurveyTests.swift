// Surveys from answers to figures, against counts by hand and Wilson's formula in Python.
import SalesScript
import Testing

@Suite struct SurveyTests {
  /// East, level A, owned by Ann: nps 10, 9, 7 and csat 5, 4, 4, 2; west, level B, owned by Bob: nps 6, 0 and
  /// csat 1. The last of each in May, the others in June.
  static let book = """
    local ann, bob = reps:create{name = "Ann"}, reps:create{name = "Bob"}
    local east = customers:create{name = "甲", region = "east", level = "A", owner = ann.id}
    local west = customers:create{name = "乙", region = "west", level = "B", owner = bob.id}
    local none = customers:create{name = "丙", region = "north", level = "C"}
    local function say(kind, customer, scores)
      for i, score in ipairs(scores) do
        surveys.answer{kind = kind, customer = customer, score = score,
          on = i == #scores and date"2026-05-31" or date"2026-06-01"}
      end
    end
    say("nps", east, {10, 9, 7}) say("nps", west, {6, 0})
    say("csat", east, {5, 4, 4, 2}) say("csat", west, {1})

    """

  @Test func figuresAreAsCountedByHand() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // 2 promoters, 1 passive, 2 detractors; 3 of 5 answer 7 or more. csat: 3 of 5 in the top box.
    #expect(
      try world.eval(
        Self.book
          + """
          local n, c = surveys.nps{}, surveys.csat{}
          return n.n, n.promoters, n.passives, n.detractors, n.nps, n.recommend, n.meets,
            c.n, c.top, c.share, c.meets, string.format("%.6f %.6f", c.low, c.high)
          """)
        == "5  2  1  2  0.0  0.6  false  5  3  0.6  false  \"0.230724 0.882379\"")
  }

  @Test func groupsByLevelRegionRepOwnerAndPeriod() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local function show(by, name)
            local t, rows = surveys.nps{by = by}.groups, {}
            for i = 1, #t do rows[i] = tostring(t[i][name or by]) .. " " .. t[i].n .. " " .. t[i].nps end
            return table.concat(rows, "; ")
          end
          return show("level"), show("region"), show("rep", "name"), show("owner", "name"),
            show("month"), show("quarter"), show("customer", "name")
          """)
        // A: 2 promoters of 3; B: 2 detractors of 2. May: 7 and 0; June: 10, 9, 6.
        == "\"A 3 66.666666666667; B 2 -100.0\"  \"east 3 66.666666666667; west 2 -100.0\"  "
        + "\"Ann 3 66.666666666667; Bob 2 -100.0\"  \"Ann 3 66.666666666667; Bob 2 -100.0\"  "
        + "\"2026-05 2 -50.0; 2026-06 3 33.333333333333\"  \"2026-Q2 5 0.0\"  "
        + "\"乙 2 -100.0; 甲 3 66.666666666667\"")
  }

  @Test func withoutAnswersThereIsNoData() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local s = surveys.satisfaction{by = "level"}
          local early = surveys.nps{to = date"2026-01-31"}
          local north = surveys.csat{of = customers:where{region = "north"}}
          return s.n, s.share, s.low, s.meets, #s.groups, s.note, early.nps, early.recommend, early.n,
            north.n, north.share
          """)
        == "0  nil  nil  nil  0  \"no data: nobody answered\"  nil  nil  0  0  nil")
    #expect(
      try world.eval(
        Self.book
          + "return surveys.csat{of = customers:where{region = \"west\"}}.n, "
          + "surveys.nps{from = date\"2026-06-01\"}.n, why(surveys.nps{}).value")
        == "1  3  0.0")
  }

  @Test func answersOffTheScaleAreRefusedOrTold() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.failure(Self.book + "surveys.answer{kind = \"nps\", customer = 1, score = 11}")
        == Failure("survey.score", "0 to 10"))
    #expect(
      try world.failure(Self.book + "surveys.answer{kind = \"csat\", customer = 1, score = 0}")
        == Failure("survey.score", "1 to 5"))
    #expect(
      try world.failure(Self.book + "surveys.answer{kind = \"npss\", customer = 1, score = 1}")
        == Failure("survey.kind", "did you mean \"nps\"?"))
    #expect(
      try world.failure(
        Self.book
          + "surveys.answer{kind = \"nps\", customer = 1, score = 1, on = date\"2026-07-01\"}")
        == Failure("survey.day", "2026-07-01"))
    #expect(
      try world.failure(Self.book + "surveys.nps{by = \"regoin\"}")
        == Failure("survey.split", "did you mean 'region'?"))
    #expect(
      try world.failure(Self.book + "surveys.csat{kind = \"nps\"}")
        == Failure("survey.figure", "csat, complaint"))
    #expect(
      try world.failure(
        Self.book + "surveys.nps{from = date\"2026-06-02\", to = date\"2026-06-01\"}")
        == Failure("survey.window", "ends before it begins"))
    #expect(try world.eval("return survey_answers:count()") == "0")
    // What came in beside the function is told by the report and counts nowhere.
    #expect(
      try world.eval(
        Self.book
          + """
          survey_answers:create{kind = "nps", customer = 1, score = 11, answered_on = date"2026-06-01"}
          local n = surveys.nps{}
          return n.n, n.strange, n.promoters, tostring(n):find("1 left out", 1, true) ~= nil
          """)
        == "5  1  2  true")
  }

  @Test func aTicketSaysWhoseAnswerItIs() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let book =
      Self.book
        + """
        local t = tickets:create{kind = "complaint", customer = west, owner = ann, subject = "late", step = "x",
          state = "closed", opened_at = now(), reopened = 0}

        """
    #expect(
      try world.eval(
        book
          + """
          local a = surveys.answer{kind = "complaint", customer = west, score = 4, ticket = t}
          local s = surveys.satisfaction{by = "rep"}
          return a.rep, a.ticket, s.share, s.meets, s.groups[1].name
          """)
        == "1  1  1.0  true  \"Ann\"")
    #expect(
      try world.failure(
        book + "surveys.answer{kind = \"complaint\", customer = east, score = 4, ticket = t}")
        == Failure("script.argument", "of customer 2, not of 1"))
  }
}
