import Values

@testable import SalesKernel

/// The calendar as it ships, with exceptions of a test's own.
func calendar(_ exceptions: PolicyValue = .list([])) throws -> WorkingCalendar {
  guard case .table(var policy) = try LuaTable.policy("calendar") else {
    throw LuaTableError(message: "calendar is no table")
  }
  policy["exceptions"] = exceptions
  return try WorkingCalendar(
    CalendarPolicy(decoding: .table(policy)),
    StatutoryCalendar(decoding: LuaTable.policy("calendar_cn")))
}

func moment(_ text: String) throws -> Instant { try Instant(parsing: text) }
