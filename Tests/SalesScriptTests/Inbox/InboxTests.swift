// The inbox: one alert a finding, put off, settled, found again; tasks opened once.
import SalesScript
import Testing

@Suite struct InboxTests {
  private static let raise = """
    local function raise(kind, more)
      local t = {kind = kind, record = customers:get(1), message = "found"}
      for k, v in pairs(more or {}) do t[k] = v end
      return inbox.raise(t)
    end
    """

  @Test func aFindingIsThereOnce() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      \(Self.raise)
      raise("churn_risk")
      local a = raise("churn_risk", {message = "still", owner = 1})
      raise("churn_risk", {record = customers:get(2)})
      return alerts:count(), a.times, a.message, a.owner, a.severity, a.entity, a.record
      """)
    #expect(result == "2  2  \"still\"  1  \"high\"  \"customers\"  1")
  }

  @Test(arguments: [("churn_risk", "\"open\"  2"), ("renewal_due", "\"resolved\"  1")])
  func whatWasSettledComesBackIfItsKindDoes(_ kind: String, _ expected: String) throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      \(Self.raise)
      inbox.resolve(raise("\(kind)"), "done")
      local a = raise("\(kind)")
      return a.state, a.times
      """)
    #expect(result == expected)
  }

  @Test func whatIsPutOffWaitsForItsDay() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      \(Self.raise)
      inbox.snooze(raise("churn_risk"), date"2026-07-03")
      local a = raise("churn_risk")
      local function open(day) return #inbox.open{as_of = date(day)} end
      return a.state, a.times, open("2026-07-02"), open("2026-07-03")
      """)
    #expect(result == "\"snoozed\"  2  0  1")
  }

  @Test func aSweepSettlesWhatIsNoLongerFound() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local function found(...)
        local list = {}
        for _, id in ipairs{...} do list[#list + 1] = {record = customers:get(id), message = "late"} end
        return inbox.sweep{kind = "overdue_payment", found = list}
      end
      inbox.raise{kind = "churn_risk", record = customers:get(1), message = "another kind"}
      found(1, 2, 2, 3)
      local s = found(2, 4)
      return s.raised, s.known, s.settled, #inbox.open{kind = "overdue_payment"}, #inbox.open{}
      """)
    #expect(result == "1  1  2  2  3")
  }

  @Test func theGravestComesFirst() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      \(Self.raise)
      raise("stale_opportunity")
      raise("churn_risk", {severity = "low"})
      raise("health_low")
      local kinds = {}
      for i, row in ipairs(inbox.open{}) do kinds[i] = row.kind end
      return table.concat(kinds, " ")
      """)
    #expect(result == "\"health_low stale_opportunity churn_risk\"")
  }

  @Test func tasksAreOpenedOnce() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local function task(day) return inbox.task{kind = "visit", title = "go", due_on = date(day), owner = 2} end
      local first = task("2026-06-20")
      task("2026-06-20")
      task("2026-07-10")
      inbox.done(first, "went")
      return tasks:count(), #inbox.due{}, #inbox.due{by = date"2026-07-10", owner = 2}, first.done_on, first.note
      """)
    #expect(result == "2  0  1  date\"2026-06-30\"  \"went\"")
  }

  @Test(arguments: [
    ("inbox.raise{kind = 'churn_rsk', key = 'a', message = 'm'}", "alert.kind", "churn_risk"),
    ("inbox.raise{kind = 'churn_risk', message = 'm'}", "script.argument", "record or a key"),
    ("inbox.raise{kind = 'churn_risk', key = 'a'}", "script.argument", "message"),
    (
      "inbox.raise{kind = 'churn_risk', key = 'a', message = 'm', severity = 'hgh'}",
      "alert.severity", "high"
    ),
    (
      "inbox.raise{kind = 'churn_risk', key = 'a', message = 'm', owner = 999}",
      "record.missing", "owner"
    ),
    ("inbox.snooze(a(), date'2026-06-30')", "alert.snooze", "after today"),
    ("inbox.snooze(a(), date'2027-06-30')", "alert.snooze", "90 days"),
    ("inbox.resolve(99)", "record.missing", "alert"),
    ("local x = a() inbox.resolve(x) inbox.resolve(x)", "alert.resolved", "settled already"),
    (
      "local x = a() inbox.resolve(x) inbox.snooze(x, date'2026-07-02')", "alert.resolved",
      "settled"
    ),
    ("inbox.sweep{kind = 'churn_risk', found = {1}}", "script.argument", "expected a table"),
    (
      "local t = inbox.task{kind = 'k', title = 't', due_on = date'2026-07-01'} inbox.done(t) inbox.done(t)",
      "task.done", "2026-06-30"
    ),
    ("inbox.task{kind = 'k', title = 't'}", "script.argument", "due_on"),
  ])
  func badInput(_ source: String, _ code: String, _ text: String) throws {
    let world = try World()
    defer { world.remove() }
    let failure = try world.failure(
      """
      local function a() return inbox.raise{kind = "churn_risk", key = "a", message = "m"} end
      \(source)
      """)
    #expect(failure == Failure(code, text))
    #expect(try world.eval("return alerts:count(), tasks:count()") == "0  0")
  }
}
