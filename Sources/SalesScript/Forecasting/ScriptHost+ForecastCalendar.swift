import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast.calendar` and `forecast.open_tasks`: when which forecast is due.
extension ScriptHost {
  func defineForecastCalendar(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.calendar", "forecast.calendar{since = day, upto = day, policy =}",
        "The forecasts that are due, by day: due_on, kind, period, starts_on, ends_on, title, content, method, "
          + "use, source.", returns: "results",
        units:
          "since: today unless given; upto: a year on unless given. Due days are calendar days",
        errors: ["forecast.days", "policy.unknown"],
        example:
          "local c = forecast.calendar{since = date\"2026-06-25\", upto = date\"2026-06-30\"}\n"
          + "return c[1].due_on, c[1].kind, c[1].period, c[2].kind, c[3].kind, c[3].due_on",
        result:
          "date\"2026-06-25\"  \"forecast_monthly\"  \"2026-07\"  \"forecast_weekly\"  "
          + "\"forecast_quarterly\"  date\"2026-06-30\"",
        seeAlso: ["forecast.open_tasks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.calendar", allowing: ["since", "upto", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let since = try options.day("since") ?? self.options.clock.day()
      let upto = try options.day("upto") ?? Grain.year.start(since, adding: 1)
      try results.add(Value.object(Self.table(try due(since, upto, policy))))
    }
    try defineForecastTasks(policies)
  }

  private func defineForecastTasks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.open_tasks",
        "forecast.open_tasks{upto = day, since = day, owner = rep, policy =}",
        "Opens a task for each forecast that is due, once: a second call opens nothing again. Gives opened and "
          + "known.", returns: "table",
        units: "since: today unless given; upto: the end of the month of since unless given",
        changes: "one task a forecast due",
        errors: ["forecast.days", "record.missing", "policy.unknown"],
        example:
          "local a, b\nplan(function()\n  a = forecast.open_tasks{upto = date\"2026-07-03\"}\n"
          + "  b = forecast.open_tasks{upto = date\"2026-07-03\"}\nend)\n"
          + "return a.opened, a.known, b.opened, b.known",
        result: "2  0  0  2", seeAlso: ["forecast.calendar", "inbox.due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.open_tasks", allowing: ["since", "upto", "owner", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let since = try options.day("since") ?? self.options.clock.day()
      let owner = try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id }
      let due = try due(since, try options.day("upto") ?? since.endOfMonth, policy)
      let opened = try requireSession().savepoint { try open(due, owner: owner) }
      try results.add(
        Table(fields: [
          ("opened", .integer(Int64(opened))), ("known", .integer(Int64(due.count - opened))),
        ]))
    }
  }

  /// - Returns: how many were not there yet.
  private func open(_ due: [ForecastCalendar.Due], owner: Int64?) throws -> Int {
    let slot = try DueTask.schema.entity.requireSlot(of: "key")
    var opened = 0
    for item in due {
      let known = try requireSession().holder(
        DueTask.schema.entity, slot: slot, value: .text(item.key))
      var task = DueTask(
        kind: item.kind, key: item.key,
        title: "\(item.rule.title.en) · \(item.rule.title.zh): \(item.periodText)",
        dueOn: item.dueOn)
      task.owner = owner
      task.note =
        "\(item.rule.content.en) · \(item.rule.method.en) · \(item.rule.use.en) (\(item.rule.source))"
      _ = try openTask(task)
      if known == nil { opened += 1 }
    }
    return opened
  }

  /// - Throws: `forecast.days` where the last day is before the first, or more than ten years
  ///   after it.
  private func due(
    _ since: Day, _ upto: Day, _ policy: ForecastPolicy
  ) throws -> [ForecastCalendar.Due] {
    guard since <= upto, upto.days(since: since) <= policy.mostPoints else {
      throw ArgumentError(
        "from \(since) to \(upto) is no stretch of days", code: "forecast.days",
        remedy: "give upto on or after since, at most \(policy.mostPoints) days later")
    }
    return try policy.calendar.due(in: since...upto)
  }

  private static func table(_ due: [ForecastCalendar.Due]) -> ResultTable {
    ResultTable(
      columns: [
        "due_on", "kind", "period", "starts_on", "ends_on", "title", "标题", "content", "method",
        "use",
        "source",
      ].map { .init($0) },
      rows: due.map { item in
        [
          .scalar(item.dueOn.scalar), .string(item.kind), .string(item.periodText),
          .scalar(item.first.scalar), .scalar(item.last.scalar), .string(item.rule.title.en),
          .string(item.rule.title.zh), .string(item.rule.content.en), .string(item.rule.method.en),
          .string(item.rule.use.en), .string(item.rule.source),
        ]
      })
  }
}
