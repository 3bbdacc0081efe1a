// Calendars that are refused, with the place of the slip.
import Testing
import Values

@testable import SalesKernel

@Suite struct CalendarPolicyTests {
  @Test(arguments: [
    ("windows", "{}", "policy.missing"),
    ("windows", "{ { from = hours(9), to = hours(9) } }", "policy.value"),
    ("windows", "{ { from = hours(9), to = hours(25) } }", "policy.value"),
    (
      "windows", "{ { from = hours(9), to = hours(12) }, { from = hours(11), to = hours(13) } }",
      "policy.value"
    ),
    ("windows", "{ { from = 9, to = 12 } }", "policy.type"),
    ("weekdays", "{ 0 }", "policy.value"), ("weekdays", "{ 1, 1 }", "policy.duplicate"),
    ("exceptions", "{ { day = date\"2026-01-01\", working = true } }", "policy.missing"),
    (
      "exceptions",
      "{ { day = date\"2026-01-01\", working = false, name = \"a\", windows = { { from = hours(1), "
        + "to = hours(2) } } } }", "policy.value"
    ),
    (
      "exceptions",
      "{ { day = date\"2026-01-01\", working = true, name = \"a\" }, { day = date\"2026-01-01\", "
        + "working = true, name = \"b\" } }", "policy.duplicate"
    ),
    ("statutory", "1", "policy.type"),
  ])
  func refusesPolicies(_ key: String, _ lua: String, _ code: String) throws {
    guard case .table(var policy) = try LuaTable.policy("calendar") else { return }
    policy[key] = try LuaTable.parse(lua)
    #expect { _ = try CalendarPolicy(decoding: .table(policy)) } throws: {
      ($0 as? PolicyError)?.code == code
    }
  }

  @Test(arguments: [
    ("last", "date\"2003-01-01\"", "policy.value"), ("last", "date\"9999-01-01\"", "policy.value"),
    (
      "holidays",
      "{ { first = date\"2030-01-01\", last = date\"2030-01-01\", name = \"labour_day\" } }",
      "policy.value"
    ),
    (
      "holidays",
      "{ { first = date\"2020-01-02\", last = date\"2020-01-01\", name = \"labour_day\" } }",
      "policy.value"
    ),
    (
      "holidays",
      "{ { first = date\"2020-01-02\", last = date\"2020-01-02\", name = \"labor_day\" } }",
      "policy.value"
    ),
    ("workdays", "{ { day = date\"2026-10-01\", name = \"labour_day\" } }", "policy.duplicate"),
  ])
  func refusesData(_ key: String, _ lua: String, _ code: String) throws {
    guard case .table(var data) = try LuaTable.policy("calendar_cn") else { return }
    data[key] = try LuaTable.parse(lua)
    #expect { _ = try StatutoryCalendar(decoding: .table(data)) } throws: {
      ($0 as? PolicyError)?.code == code
    }
  }
}
