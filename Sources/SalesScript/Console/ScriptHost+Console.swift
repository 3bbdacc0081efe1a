import Lua
import SalesKernel
import SalesStore

/// What is only for the console: runs of several chunks, the session's names, its history and its errors.
extension ScriptHost {
  func defineConsole() throws {
    try defineWidening()
    try defineSession()
    try defineTiming()
  }

  /// The pack `console` as it stands.
  ///
  /// - Throws: ``PolicyError``.
  public func consolePolicy() throws -> ConsolePolicy { try EnginePolicies(self).console() }

  /// Gives the session a name with a value, or takes it away.
  public func keep(_ value: Value, as name: String) throws {
    guard let environment else { return }
    let set = try state.load("rawset(_G, ...)", name: "=keep", in: environment)
    _ = try state.call(set, [.string(name), value])
  }

  /// A path that the grants let be written. Throws: `sandbox.file`.
  public func writable(_ path: String) throws -> String {
    try options.grants.resolve(path, for: .write)
  }

  /// - Throws: `console.only`.
  private func requireConsole(_ name: String) throws -> any ConsoleServices {
    guard let console else {
      throw ArgumentError(
        "\(name) is for the console", code: "console.only",
        remedy: "a script is one run by itself, with the clock it was given; try it in: tenon repl")
    }
    return console
  }

  private func defineWidening() throws {
    try define(
      HelpEntry(
        "begin", "begin()",
        "Keeps the run open: this chunk and those that follow are one run, until commit() or rollback().",
        errors: ["console.only", "run.open"], example: "begin()", result: "",
        seeAlso: ["commit", "rollback", "changes"], place: .console)
    ) { [unowned self] _, results in
      try requireConsole("begin").begin()
      try results.add(Nothing())
    }
    try define(
      HelpEntry(
        "commit", "commit([{anyway = true}])",
        "Ends the open run and keeps what it did, as one run. After a chunk of it failed it asks for anyway.",
        changes: "the store, by what the run did",
        errors: ["console.only", "run.none", "run.failed", "run.wide"],
        example: "begin() commit()", result: "", seeAlso: ["begin", "rollback"], place: .console)
    ) { [unowned self] arguments, results in
      let named = try NamedArguments(arguments, of: "commit", allowing: ["anyway"])
      try requireConsole("commit").commit(anyway: try named.bool("anyway") ?? false)
      try results.add(Nothing())
    }
    try define(
      HelpEntry(
        "rollback", "rollback()", "Ends the open run and takes all that it did back.",
        errors: ["console.only", "run.none"], example: "begin() rollback()", result: "",
        seeAlso: ["begin", "commit"], place: .console)
    ) { [unowned self] _, results in
      try requireConsole("rollback").rollback()
      try results.add(Nothing())
    }
  }

  private func defineSession() throws {
    try define(
      HelpEntry(
        "who", "who()", "The names that this session has given values, with what they hold.",
        errors: ["console.only"], example: "credit_limit = wan(5) return who()[1].name",
        result: "\"credit_limit\"", seeAlso: ["history"], place: .console)
    ) { [unowned self] _, results in
      _ = try requireConsole("who")
      try results.add(Value.object(try sessionNames()))
    }
    try define(
      HelpEntry(
        "history", "history([{grep = text, n = count}])",
        "Chunks that were typed, in this session and before, as a list of texts, the latest last.",
        errors: ["console.only"], example: "return #history{grep = \"no such text\", n = 1}",
        result: "0", seeAlso: ["who"], place: .console)
    ) { [unowned self] arguments, results in
      let named = try NamedArguments(arguments, of: "history", allowing: ["grep", "n"])
      let count = try named.integer("n") ?? Int64(Int32.max)
      let chunks = try requireConsole("history").history(
        containing: try named.string("grep") ?? "",
        last: Int(clamping: max(0, count)))
      try results.add(Value.table(Table(list: chunks.map { .string($0) })))
    }
    try define(
      HelpEntry(
        "tb", "tb()",
        "The last error with all of its frames, also those of the host; last_error holds it as a table.",
        errors: ["console.only"], example: "return tb()", result: "nil",
        seeAlso: ["history"], place: .console)
    ) { [unowned self] _, results in
      guard let text = try requireConsole("tb").lastErrorInFull else {
        try results.add(Value.nil)
        return
      }
      output.write(text)
      try results.add(Nothing())
    }
  }

  private func sessionNames() throws -> ResultTable {
    guard let environment else { return ResultTable(columns: [], rows: []) }
    let read = try state.load("return (_G)[...]", name: "=who", in: environment)
    let names = state.names(in: environment, own: true).filter { !$0.hasPrefix("_") }.sorted()
    let rows = try names.map { name -> [Value] in
      let value = try state.call(read, [.string(name)]).first ?? .nil
      return [.string(name), .string(kind(of: value)), .string(brief(value))]
    }
    return ResultTable(columns: [.init("name"), .init("kind"), .init("value")], rows: rows)
  }

  private func kind(of value: Value) -> String {
    switch value {
    case .object(let query as QueryObject): "query of \(query.entity.name)"
    case .record(let record): binding(of: record.recordClass)?.entity.singular ?? "record"
    default: value.typeName
    }
  }

  /// One line, without asking the store.
  private func brief(_ value: Value) -> String {
    switch value {
    case .object, .record, .function, .other: ""
    default: String(value.literal.prefix(60))
    }
  }

  private func defineTiming() throws {
    try define(
      HelpEntry(
        "time", "time(f)", "Calls f, says how long it took, and gives what it gives.",
        units: "seconds of the machine's clock", errors: ["console.only"],
        example: "return time(function() return 1 + 1 end)", result: "2", seeAlso: ["bench"],
        place: .console)
    ) { [unowned self] arguments, results in
      let console = try requireConsole("time")
      let function = try Self.function(arguments, of: "time")
      let start = console.seconds
      let values = try state.call(function)
      console.note("time: \(Elapsed.text(console.seconds - start))")
      for value in values { try results.add(value) }
    }
    try define(
      HelpEntry(
        "bench", "bench(f)",
        "Calls f as often as half a second allows: how often, mean and deviation of a call, memory a call.",
        units:
          "mean, sd: seconds; memory: bytes that the interpreter had more after a call, before it cleaned up",
        errors: ["console.only"],
        example: "return bench(function() return 1 + 1 end).calls > 0", result: "true",
        seeAlso: ["time"], place: .console)
    ) { [unowned self] arguments, results in
      let console = try requireConsole("bench")
      let function = try Self.function(arguments, of: "bench")
      let figures = try CallBench(state: state, clock: { console.seconds }).run(function)
      console.note(figures.sentence)
      try results.add(Value.table(figures.table))
    }
  }

  private static func function(_ arguments: Arguments, of name: String) throws -> Function {
    guard case .function(let function) = try arguments[0] else {
      throw ArgumentError(
        "expected a function, got \(try arguments[0].typeName)",
        remedy: "as \(name)(function() return customers:count() end)")
    }
    return function
  }
}

/// Durations for people.
public enum Elapsed {
  /// `840 ns`, `12.3 µs`, `4.56 ms`, `7.89 s`, `2 min 5 s`.
  public static func text(_ seconds: Double) -> String {
    let units: [(limit: Double, scale: Double, name: String)] = [
      (1e-6, 1e9, "ns"), (1e-3, 1e6, "µs"), (1, 1e3, "ms"), (120, 1, "s"),
    ]
    guard let unit = units.first(where: { seconds < $0.limit }) else {
      let whole = Int(exactly: seconds.rounded()) ?? 0
      return "\(whole / 60) min \(whole % 60) s"
    }
    return "\(significant(seconds * unit.scale)) \(unit.name)"
  }

  /// Three digits that count.
  private static func significant(_ number: Double) -> String {
    let scale = number < 10 ? 100.0 : number < 100 ? 10 : 1
    let rounded = (number * scale).rounded() / scale
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
