// Which calendar a ticket counts on: by level and team, with days of a team's own.
import SalesScript
import Testing

@Suite struct DeskCalendarTests {
  /// The works of quality stand still on Monday 2026-06-29; who is of level A was promised every hour.
  private static let desk =
    TicketTests.desk
      + """
      local p = policies.get("desk")
      p.calendars = {
        {key = "office", policy = "calendar", source = "ours"},
        {key = "always", policy = "calendar_7x24", source = "ours"},
        {key = "works", policy = "calendar", source = "ours",
          exceptions = {{day = date"2026-06-29", working = false, name = "stocktaking"}}},
      }
      p.calendar = {
        {when = {level = "A"}, calendar = "always", source = "ours"},
        {when = {team = "quality"}, calendar = "works", source = "ours"},
        {calendar = "office", source = "ours"},
      }

      """

  @Test func levelsGoBeforeTeams() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.desk
          + """
          local rows = {}
          for _, of in ipairs{{star, "quality"}, {moon, "quality"}, {moon, "delivery"}} do
            local t = open{customer = of[1], class = of[2], channel = "email", at = at"26T17:00"}
            local c = service.clocks(t, {policy = p}).clocks[1]
            rows[#rows + 1] = c.calendar .. " " .. tostring(c.due):sub(6, 16)
          end
          return table.concat(rows, "; ")
          """)
        // Fri 17:00 + 4 h: round the clock 21:00; with Monday off Tuesday 12:00; else Monday 12:00.
        == "\"always 06-26T21:00; works 06-30T12:00; office 06-29T12:00\"")
  }

  /// A team's own days stay where the calendar beneath them is replaced.
  @Test func aTeamsDaysStayWhenTheCalendarIsReplaced() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.desk
          + """
          policies.use("desk", p)
          open{customer = star, class = "quality", channel = "email", at = at"26T17:00"}
          open{customer = moon, class = "quality", channel = "email", at = at"26T17:00"}
          open{customer = moon, class = "delivery", channel = "email", at = at"26T17:00"}
          local c = policies.get("calendar")
          c.exceptions = {{day = date"2026-06-29", working = false, name = "a"}, {day = date"2026-06-30", working = false, name = "b"}}
          local d = calendar.diff("calendar", c)
          local rows = {}
          for i = 1, #d.deadlines do
            local m = d.deadlines[i]
            if m.clock == "respond" then
              rows[#rows + 1] = m.id .. " " .. tostring(m.old_due):sub(6, 16) .. " " .. tostring(m.new_due):sub(6, 16) .. " " .. m.days
            end
          end
          return table.concat(rows, "; "), #d.days
          """)
        // The team did not work on the 29th before either: only the 30th moves it.
        == "\"3 06-29T12:00 07-01T12:00 2026-06-29, 2026-06-30; "
        + "2 06-30T12:00 07-01T12:00 2026-06-30\"  2")
  }

  @Test(arguments: [
    ("p.calendar[1].calendar = \"alwys\"", "policy.value", "did you mean \"always\"?"),
    ("p.calendars[1].policy = \"calender\"", "policy.unknown", "calendar"),
    ("p.kinds[1].steps[5].marks = {\"responded\"}", "policy.value", "resolved"),
    ("p.kinds[1].steps[1].next = {\"answred\"}", "policy.value", "answered"),
    ("p.clocks[1].done = \"subject\"", "policy.value", "responded_at"),
    ("p.escalations[1].share = nil", "policy.value", "share"),
    ("p.clocks[2].targets[1].working_days = 3", "policy.value", "one of within"),
    ("p.quality[4].survey = \"csta\"", "survey.kind", "csat"),
  ])
  func refusals(_ change: String, _ code: String, _ part: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let failure = try world.failure(Self.desk + change + "\nservice.quality{policy = p}")
    #expect(failure.code == code, "\(failure)")
    #expect(failure.text.contains(part), "\(failure)")
  }
}
