// The working calendar from scripts: clocks, holds, a company's own days, what is refused.
import SalesScript
import Testing

@Suite struct CalendarScriptTests {
  @Test func exceptionsAreAPolicyAway() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local p = policies.get("calendar")
        p.exceptions = {{day = date"2026-06-30", working = false, name = "inventory"}}
        local due = calendar.due(instant"2026-06-29T17:00", hours(2), {policy = p})
        policies.use("calendar", p)
        return due, calendar.is_working(date"2026-06-30"), calendar.add_days(date"2026-06-29", 1),
          calendar.day(date"2026-06-30").why.children[1].outcome
        """)
        == "instant\"2026-07-01T10:00:00+08:00\"  false  date\"2026-07-01\"  \"matched\"")
  }

  @Test func holdsAndWallClocks() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local start = instant"2026-06-30T10:00"
        local holds = {{instant"2026-06-30T11:00", instant"2026-06-30T12:30"}}
        return calendar.due(start, hours(4), {holds = holds}), calendar.due(start, hours(4), {clock = "wall", holds = holds}),
          calendar.elapsed(start, instant"2026-06-30T16:00", {holds = holds}),
          calendar.due(start, hours(4), {holds = {{instant"2026-06-30T11:00"}}})
        """)
        == "instant\"2026-06-30T16:00:00+08:00\"  instant\"2026-06-30T15:30:00+08:00\"  span\"4h\"  nil"
    )
  }

  @Test(arguments: [
    ("calendar.is_working(date\"2027-01-01\")", "calendar.coverage", "2026-12-31"),
    ("calendar.due(now(), days(900))", "calendar.coverage", "working time"),
    ("calendar.due(now(), hours(-1))", "calendar.span", "negative"),
    (
      "calendar.due(now(), hours(1), {clock = \"wal\"})", "calendar.clock", "did you mean \"wall\"?"
    ),
    ("calendar.due(now(), hours(1), {clok = 1})", "script.argument", "did you mean 'clock'?"),
    ("calendar.due(now(), hours(1), {holds = {{now(), now() - hours(1)}}})", "calendar.order", ""),
    ("calendar.due(now(), hours(1), {holds = {{1}}})", "script.argument", "expected an instant"),
    ("calendar.due(now(), hours(1), {holds = {now()}})", "script.argument", "expected {from, to}"),
    ("calendar.working_days(date\"2026-02-02\", date\"2026-02-01\")", "calendar.order", "after"),
    ("calendar.due(today(), hours(1))", "script.argument", "instant"),
    (
      "local p = policies.get(\"calendar\") p.statutory = \"calendar_us\" calendar.coverage(p)",
      "policy.unknown", "calendar_us"
    ),
  ])
  func refusals(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let failure = try world.failure(chunk)
    #expect(failure.code == code, "\(failure)")
    #expect(part.isEmpty || failure.text.contains(part), "\(failure)")
  }
}
