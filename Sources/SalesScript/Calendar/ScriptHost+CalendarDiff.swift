import Lua
import SalesKernel
import SalesStore
import Values

/// `calendar.diff`: what moves where one calendar takes the place of another.
extension ScriptHost {
  /// How many of the days that caused a move are told.
  private static let told = 5

  func defineCalendarDiff(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "calendar.diff", "calendar.diff(old, new, {as_of = instant, policy =})",
        "What changes where one calendar takes the place of another, each a name or a table: deadlines, those of "
          + "waiting clocks of tickets and leads that move (entity, id, code, owner, clock, old_due, new_due, days, "
          + "the changed days that cause it), and days, those that the two do not work alike (day, old, new); problems, tickets that cannot be told. A new_due "
          + "of nil is beyond the new calendar.", returns: "report",
        units: "only clocks that count on the old calendar, by its name; old and new: hours",
        errors: ["calendar.coverage", "policy.unknown", "ticket.kind"],
        example: "local d\nplan(function()\n" + Self.ticketExample
          + "  local t = ticket()\n  t.level = \"B\"\n"
          + "  local p = policies.get(\"calendar\")\n"
          + "  p.exceptions = {{day = date\"2026-07-01\", working = false, name = \"stocktaking\"}}\n"
          + "  d = calendar.diff(\"calendar\", p)\n"
          + "  for i = 1, #d.deadlines do\n"
          + "    local m = d.deadlines[i]\n    if m.id == t.id and m.clock == \"resolve\" then d = {m, d.days[1]} break end\n  end\n"
          + "end)\nreturn d[1].old_due, d[1].new_due, d[1].days, d[2].new",
        result:
          "instant\"2026-07-02T10:00:00+08:00\"  instant\"2026-07-03T10:00:00+08:00\"  \"2026-07-01\"  \"none\"",
        seeAlso: ["calendar.day", "calendar.due", "service.clocks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "calendar.diff", at: 2, allowing: ["as_of", "policy"])
      guard !(try arguments[0].isNil), !(try arguments[1].isNil) else {
        throw ArgumentError(
          "expected two calendars", remedy: "as calendar.diff(\"calendar\", \"calendar_7x24\")")
      }
      let diff = try CalendarDiff(
        from: policies.calendar(try arguments[0]), to: policies.calendar(try arguments[1]))
      let now = try options.moment("as_of") ?? self.options.clock
      let (moves, problems) = try DeadlineMoves(self, policies, diff, now: now).moves(
        desk: options["policy"])
      try results.add(
        Value.object(
          ReportObject([
            .init("old", .string(diff.before.policy.header.name)),
            .init("new", .string(diff.after.policy.header.name)),
            .init("deadlines", .object(Self.table(of: moves))),
            .init("days", .object(Self.table(of: diff.days))),
            TicketQuestion.part(of: problems),
          ])))
    }
  }

  private static func table(of moves: [DeadlineMoves.Move]) -> ResultTable {
    ResultTable(
      columns: [
        .init("entity"), .init("id", .number), .init("code"), .init("owner", .number),
        .init("clock"), .init("old_due"), .init("new_due"), .init("days"),
      ],
      rows: moves.map { move in
        let days = move.causes.prefix(told).map { "\($0)" }.joined(separator: ", ")
        let more = move.causes.count - told
        return [
          .string(move.entity), .integer(move.id), .string(move.code), move.owner.scriptValue,
          .string(move.clock), move.old.scriptValue, move.new.scriptValue,
          .string(more > 0 ? "\(days) and \(more) more" : days),
        ]
      })
  }

  private static func table(of days: [CalendarDiff.ChangedDay]) -> ResultTable {
    ResultTable(
      columns: [.init("day"), .init("old"), .init("new")],
      rows: days.map {
        [.scalar($0.day.scalar), .string("\($0.before)"), .string("\($0.after)")]
      })
  }
}
