import Lua
import SalesKernel
import SalesStore
import Values

/// Runs: planning, looking at what changed, the record of runs, and taking one back.
extension ScriptHost {
  func defineRuns() throws {
    try defineWhy()
    try defineChanges()
    try define(
      HelpEntry(
        "plan", "plan(f)", "Calls f, takes everything it changed back, and gives the changes.",
        returns: "changes",
        example: "return plan(function() customers:update{credit = 1} end):count() > 0",
        result: "true",
        seeAlso: ["changes", "undo"])
    ) { [unowned self] arguments, results in
      guard case .function(let function) = try arguments[0] else {
        throw ArgumentError("argument #1: expected function, got \(try arguments[0].typeName)")
      }
      let changes = try requireSession().plan { _ = try self.state.call(function) }
      try results.add(Value.object(ChangesObject(changes)))
    }
    try define(
      HelpEntry(
        "changes", "changes()", "What this run has changed so far.", returns: "changes",
        example: "return changes():count()", result: "0", seeAlso: ["plan", "runs"])
    ) { [unowned self] _, results in
      try results.add(Value.object(ChangesObject(try requireSession().changes)))
    }
    try define(
      HelpEntry(
        "runs", "runs([n])",
        "The last runs, the latest first: id, kind, script, who, when, how many changes, state.",
        returns: "results",
        example: "return runs(1)[1].kind", result: "\"sample\"", seeAlso: ["undo"])
    ) { [unowned self] arguments, results in
      let limit = try arguments.decode(0, as: Int?.self) ?? 20
      try results.add(Value.object(Self.runTable(try requireSession().runs(limit: max(0, limit)))))
    }
    try define(
      HelpEntry(
        "undo", "undo([run])",
        "Takes back a run, without a number the latest that still stands: every field it changed gets its earlier value, in a new run.",
        changes: "what the run changed",
        errors: ["run.missing", "run.none", "run.undone", "run.blocked"],
        example: "return pcall(undo, 999) == false", result: "true", seeAlso: ["redo", "runs"])
    ) { [unowned self] arguments, results in
      let session = try requireSession()
      let run = try arguments.decode(0, as: Int64?.self)
      try session.undo(try run ?? RunJournal(try session.runs(limit: RunJournal.reach)).undoable())
      try results.add(Nothing())
    }
    try define(
      HelpEntry(
        "redo", "redo()",
        "Does again what undo took back last, in a new run, unless something else was changed since.",
        changes: "what the undone run changed", errors: ["run.none", "run.blocked"],
        example: "local ok, problem = pcall(redo) return problem.code", result: "\"run.none\"",
        seeAlso: ["undo", "runs"])
    ) { [unowned self] _, results in
      let session = try requireSession()
      try session.undo(try RunJournal(try session.runs(limit: RunJournal.reach)).redoable())
      try results.add(Nothing())
    }
  }

  private func defineChanges() throws {
    func method(_ entry: HelpEntry, _ body: @escaping (ChangeSet, Arguments) throws -> Value) throws
    {
      help.add(entry)
      let name = String(entry.name.split(separator: ":").last ?? "")
      try state.defineMethod(on: ChangesObject.self, name) { arguments, results in
        guard case .object(let object) = try arguments[0], let changes = object as? ChangesObject
        else {
          throw ArgumentError("expected changes, got \(try arguments[0].typeName)")
        }
        try results.add(try body(changes.changes, arguments))
      }
    }
    try method(
      HelpEntry(
        "changes:count", "changes:count()", "How many cells and records changed.",
        returns: "integer",
        example: "return plan(function() end):count()", result: "0")
    ) { changes, _ in .integer(Int64(changes.count)) }
    try method(
      HelpEntry(
        "changes:moves", "changes:moves(entity, field)",
        "How often each value turned into each other.", returns: "results",
        example:
          "return plan(function() tiering.apply{} end):moves(\"customers\", \"level\")[1].count > 0",
        result: "true", seeAlso: ["changes:first"])
    ) { changes, arguments in
      changes.movesTable(
        try arguments.decode(1, as: String.self), try arguments.decode(2, as: String.self)
      ).map(Value.object)
        ?? .object(
          ResultTable(
            columns: [.init("before"), .init("after"), .init("count", .number)], rows: []))
    }
    try method(
      HelpEntry(
        "changes:first", "changes:first(entity, field, n)",
        "The first n changed rows: id, before, after.", returns: "results",
        example: "return #plan(function() tiering.apply{} end):first(\"customers\", \"level\", 2)",
        result: "2", seeAlso: ["changes:moves"])
    ) { changes, arguments in
      let limit = try arguments.decode(3, as: Int?.self) ?? 10
      return changes.firstTable(
        try arguments.decode(1, as: String.self), try arguments.decode(2, as: String.self),
        max(0, limit)
      ).map(Value.object)
        ?? .object(
          ResultTable(columns: [.init("id", .number), .init("before"), .init("after")], rows: []))
    }
  }

  /// Runs as a table, for scripts and for the command.
  public static func runTable(_ runs: [RunRecord]) -> ResultTable {
    ResultTable(
      columns: [
        .init("run", .number), .init("kind"), .init("script"), .init("actor"), .init("clock"),
        .init("changes", .number), .init("state"), .init("policy"),
      ],
      rows: runs.map { run in
        let state =
          run.undoneBy.map { "undone by \($0)" } ?? run.undoes.map { "undoes \($0)" }
          ?? run.status.rawValue
        return [
          .integer(run.id), .string(run.header.kind.rawValue), .string(run.header.script ?? ""),
          .string(run.header.actor), .scalar(run.header.clock.scalar),
          .integer(Int64(run.counts.reduce(0) { $0 + $1.count })), .string(state),
          .string(run.header.policy ?? ""),
        ]
      })
  }
}
