import Lua
import SalesKernel
import SalesStore
import Values

/// `inbox`: work that is due on a day.
extension ScriptHost {
  func defineTasks() throws {
    try define(
      HelpEntry(
        "inbox.task",
        "inbox.task{kind = word, title = text, due_on = day, key = text, owner = rep, record = record, note = text}",
        "Opens a task, once: a task with that key stays as it is. Gives the task.", returns: "task",
        units: "key: kind, record and due day unless given", changes: "one new task at most",
        errors: ["script.argument", "record.missing"],
        example: """
          local n
          plan(function()
            for _ = 1, 2 do
              inbox.task{kind = "call", title = "ask for the forecast", due_on = date"2026-07-01", record = customers:get(1)}
            end
            n = tasks:count()
          end)
          return n
          """, result: "1", seeAlso: ["inbox.due", "inbox.done"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "inbox.task",
        allowing: ["kind", "title", "due_on", "key", "owner", "record", "note"])
      let id = try openTask(try task(options))
      try results.add(try binding(DueTask.schema.entity).record(id))
    }
    try define(
      HelpEntry(
        "inbox.done", "inbox.done(task[, note])", "Marks a task as done on the run's day.",
        returns: "task",
        changes: "the task", errors: ["task.done", "record.missing"],
        example: """
          local left
          plan(function()
            local t = inbox.task{kind = "call", title = "ask", due_on = date"2026-06-30"}
            inbox.done(t, "sent")
            left = #inbox.due{}
          end)
          return left
          """, result: "0", seeAlso: ["inbox.due", "inbox.task"])
    ) { [unowned self] arguments, results in
      let entity = DueTask.schema.entity
      let task = try DueTask(reading: row(try arguments[0], of: entity, as: "task"))
      if let day = task.doneOn {
        throw ValidationError(
          "task.done", "task \(task.id) (\(task.title)) was done on \(day)", remedy: "open another")
      }
      let note = try arguments.decode(1, as: String?.self) ?? task.note
      try set(
        DueTask.self, task.id,
        ["done_on": .day(self.options.clock.day()), "note": note.fieldValue])
      try results.add(try binding(entity).record(task.id))
    }
    try define(
      HelpEntry(
        "inbox.due", "inbox.due{by = day, owner = rep, kind = word}",
        "Tasks that are not done and due by a day, the longest overdue first.", returns: "results",
        units: "by: the run's day unless given; days_late below 0: days left",
        errors: ["record.missing"],
        example: """
          local late
          plan(function()
            inbox.task{kind = "call", title = "ask", due_on = date"2026-06-28"}
            late = inbox.due{}[1].days_late
          end)
          return late
          """, result: "2", seeAlso: ["inbox.task", "inbox.done"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "inbox.due", allowing: ["by", "owner", "kind"])
      try results.add(Value.object(try dueTasks(options)))
    }
  }

  private func task(_ options: NamedArguments) throws -> DueTask {
    let subject = try subject(options["record"])
    let kind = try options.required("kind", options.string("kind"))
    let day = try options.required("due_on", options.day("due_on"))
    let place = subject.map { "\($0.entity.singular)/\($0.id)/" } ?? ""
    var task = DueTask(
      kind: kind, key: try options.string("key") ?? "\(kind)/\(place)\(day)",
      title: try options.required("title", options.string("title")), dueOn: day)
    task.owner = try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id }
    task.entity = subject?.entity.name
    task.record = subject?.id
    task.note = try options.string("note")
    return task
  }

  /// Makes a task unless one with its key is there.
  /// - Returns: the id of the one or the other.
  func openTask(_ task: DueTask) throws -> Int64 {
    let (session, entity) = (try requireSession(), DueTask.schema.entity)
    let slot = try entity.requireSlot(of: "key")
    if let known = try session.holder(entity, slot: slot, value: .text(task.key)) { return known }
    return try session.create(entity, task.values)
  }

  private func dueTasks(_ options: NamedArguments) throws -> ResultTable {
    let today = self.options.clock.day()
    let limit = try options.day("by") ?? today
    let owner = try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id }
    let kind = try options.string("kind")
    let tasks = try records(DueTask.self).filter {
      $0.doneOn == nil && $0.dueOn <= limit && (owner == nil || $0.owner == owner)
        && (kind == nil || $0.kind == kind)
    }.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
    return ResultTable(
      columns: [
        .init("id", .number), .init("kind"), .init("title"), .init("due_on"),
        .init("owner", .number), .init("days_late", .number),
      ],
      rows: tasks.map { task in
        [
          .integer(task.id), .string(task.kind), .string(task.title),
          .scalar(task.dueOn.scalar), task.owner.map { .integer($0) } ?? .nil,
          .integer(Int64(today.number - task.dueOn.number)),
        ]
      })
  }
}
