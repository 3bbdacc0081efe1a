import Lua
import SalesKernel
import SalesStore
import Values

/// `schedule`: when jobs are due, and what became of them.
extension ScriptHost {
  private static let mostTimes: Int64 = 1000

  func defineSchedule(_ policies: EnginePolicies) throws {
    try defineJob()
    try define(
      HelpEntry(
        "schedule.next", "schedule.next(text, {after = instant, n = number})",
        "The next times at which a schedule is due: a cron expression of five fields, or working days in words.",
        units: "n: 1 to 1000, 1 unless given; after: the run's clock unless given",
        errors: [
          "schedule.syntax", "schedule.field", "schedule.time", "schedule.impossible",
          "calendar.coverage",
        ],
        example: "return schedule.next(\"last working day 18:00\", {n = 2})",
        result:
          "{instant\"2026-06-30T18:00:00+08:00\", instant\"2026-07-31T18:00:00+08:00\"}",
        seeAlso: ["schedule.words", "schedule.history", "calendar.is_working"])
    ) { [unowned self] arguments, results in
      let schedule = try JobSchedule(parsing: try arguments.decode(0, as: String.self))
      let options = try NamedArguments(
        arguments, of: "schedule.next", at: 1, allowing: ["after", "n"])
      let count = try options.integer("n") ?? 1
      guard (1...Self.mostTimes).contains(count) else {
        throw ArgumentError("n: \(count) is not between 1 and \(Self.mostTimes)")
      }
      let times = try schedule.next(
        Int(count), after: try options.moment("after") ?? self.options.clock, policies.calendar())
      try results.add(Value.table(Table(list: times.map { .scalar($0.scalar) })))
    }
    try define(
      HelpEntry(
        "schedule.words", "schedule.words(text)", "What a schedule means, in words.",
        errors: ["schedule.syntax", "schedule.field", "schedule.time", "schedule.impossible"],
        example: "return schedule.words(\"30 8 * * 1-5\")",
        result: "\"at 08:30, Monday to Friday\"", seeAlso: ["schedule.next"])
    ) { arguments, results in
      try results.add(try JobSchedule(parsing: try arguments.decode(0, as: String.self)).words)
    }
    try define(
      HelpEntry(
        "schedule.delays", "schedule.delays{policy =}",
        "How long a job that was given nothing of its own waits before each retry.",
        errors: ["policy.value"], example: "return schedule.delays{}",
        result: "{span\"1m\", span\"2m\"}", seeAlso: ["schedule.history"])
    ) { arguments, results in
      let options = try NamedArguments(arguments, of: "schedule.delays", allowing: ["policy"])
      let policy = try policies.schedule(options["policy"])
      let job = Job(
        name: "", script: "", scriptHash: "", schedule: "", activeSince: .first, policy.defaults)
      let delays = (0..<Int(job.retries)).map { policy.delay(of: job, failures: $0 + 1) }
      try results.add(Value.table(Table(list: delays.map { .scalar($0.scalar) })))
    }
    try define(
      HelpEntry(
        "schedule.history", "schedule.history{job = name, n = number}",
        "The latest executions of jobs, the latest first: when, which attempt, what became of it, which runs.",
        units: "n: 20 unless given",
        example: "return #schedule.history{}", result: "0",
        seeAlso: ["schedule.next", "job.checkpoint", "runs"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "schedule.history", allowing: ["job", "n"])
      let (session, limit) = (try requireSession(), Int(try options.integer("n") ?? 20))
      let found =
        try options.string("job").map { try session.executions(named: $0, limit: limit) }
        ?? session.executions(limit: limit)
      try results.add(Value.object(Self.executionTable(found)))
    }
  }

  /// Executions as a table, for scripts and for the command.
  public static func executionTable(_ executions: [Execution]) -> ResultTable {
    func moment(_ moment: Instant?) -> Value { moment.map { .scalar($0.scalar) } ?? .nil }
    return ResultTable(
      columns: [
        .init("execution", .number), .init("job"), .init("due"), .init("attempt", .number),
        .init("state"), .init("started"), .init("finished"), .init("exit", .number),
        .init("error"), .init("retry_at"), .init("runs"),
      ],
      rows: executions.map { one in
        [
          .integer(one.id), .string(one.name), moment(one.due), .integer(Int64(one.attempt)),
          .string(one.state.rawValue), moment(one.started), moment(one.finished),
          one.exitCode.map { .integer(Int64($0)) } ?? .nil, .string(one.errorCode ?? ""),
          moment(one.retryAt), .string(one.runs.map(String.init).joined(separator: " ")),
        ]
      })
  }
}

extension JobSchedule {
  /// The first so many times after a moment; fewer where the calendar of days ends.
  /// - Throws: `calendar.coverage`.
  func next(
    _ count: Int, after: Instant, _ calendar: WorkingCalendar
  ) throws(ValidationError) -> [Instant] {
    var (times, moment) = ([Instant](), after)
    while times.count < count, let next = try next(after: moment, calendar) {
      times.append(next)
      moment = next
    }
    return times
  }
}
