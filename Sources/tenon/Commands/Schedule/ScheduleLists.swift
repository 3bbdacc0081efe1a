/// Looking at jobs and at what became of them.
import ArgumentParser
import Lua
import SalesKernel
import SalesScript
import SalesStore
import Values

/// What every look at jobs has.
struct ScheduleView: ParsableArguments {
  @OptionGroup var clock: ScheduleClock
  @OptionGroup var store: StoreOptions

  func look(_ body: (JobDesk, Store) throws -> Void) throws {
    let opened = try store.openLeniently()
    defer { opened.close() }
    try body(
      try JobDesk(opened, now: try clock.moment(), actor: Surroundings.actor), opened)
  }

  /// The next time of a job, or why it is not known.
  static func next(_ job: Job, _ desk: JobDesk) -> (at: Instant?, words: Value) {
    guard job.state == .active else { return (nil, .string(job.state.rawValue)) }
    do {
      let next = try desk.times(of: job, 1).first
      return (next, next.map { .scalar($0.scalar) } ?? .string("never"))
    } catch {
      return (nil, .string("unknown: \(ErrorFacts.of(error).message)"))
    }
  }
}

/// `tenon schedule list`.
struct ScheduleList: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the jobs, with their next times (the default).")

  @OptionGroup var view: ScheduleView
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    try view.look { desk, opened in
      let rows = try desk.jobs().map { job -> [Value] in
        let last = try opened.read { try $0.executions(ofJob: job.id, limit: 1) }.first
        return [
          .string(job.name), .string(job.state.rawValue), .string(job.schedule),
          ScheduleView.next(job, desk).words, .string(last?.state.rawValue ?? ""),
          last.map { .scalar($0.started.scalar) } ?? .nil, .string(job.script),
        ]
      }
      let table = ResultTable(
        columns: ["job", "state", "schedule", "next", "last", "last_at", "script"].map {
          .init($0)
        }, rows: rows)
      streams.write(TerminalOutput(streams).render(table))
    }
  }
}

/// `tenon schedule next`.
struct ScheduleNext: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "The jobs by the time they are due next, the first first.")

  @OptionGroup var view: ScheduleView
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    try view.look { desk, _ in
      let due = try desk.jobs().compactMap { job in
        ScheduleView.next(job, desk).at.map { (at: $0, name: job.name) }
      }.sorted { ($0.at, $0.name) < ($1.at, $1.name) }
      let table = ResultTable(
        columns: [.init("due"), .init("job")],
        rows: due.map { [.scalar($0.at.scalar), .string($0.name)] })
      streams.write(TerminalOutput(streams).render(table))
    }
  }
}

/// `tenon schedule show`.
struct ScheduleShow: StreamCommand {
  private static let times = 5

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a job: what it is, its next times, its last executions.")

  @Argument(help: ArgumentHelp("The job.", valueName: "name"))
  var name: String

  @OptionGroup var view: ScheduleView
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    try view.look { desk, opened in
      let job = try desk.job(name)
      var report = SectionReport()
      report.add("job \(name)", try ScheduleShow.card(job))
      do {
        let times = try desk.times(of: job, ScheduleShow.times)
        report.add(
          "next times",
          ResultTable(columns: [.init("due")], rows: times.map { [.scalar($0.scalar)] }))
      } catch {
        streams.report(error)
      }
      let last = try opened.read { try $0.executions(ofJob: job.id, limit: ScheduleShow.times) }
      report.add("last executions", ScriptHost.executionTable(last))
      streams.write(report.text(TerminalOutput(streams), format: streams.format))
    }
  }

  /// All fields, and the schedule in words.
  private static func card(_ job: Job) throws -> ResultTable {
    let fields = Job.schema.entity.fields
    let cells = fields.indices.map { Job.schema.value(of: job, slot: $0).scriptValue }
    let words = try JobSchedule(parsing: job.schedule).words
    return ResultTable(
      columns: [.init("id", .number)] + fields.map { .init($0.name) } + [.init("words")],
      rows: [[.integer(job.id)] + cells + [.string(words)]])
  }
}

/// `tenon schedule history`.
struct ScheduleHistory: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List the latest executions, the latest first.")

  @Argument(
    help: ArgumentHelp("Of this job only; also of one that was removed.", valueName: "name"))
  var name: String?

  @Option(name: .short, help: ArgumentHelp("How many.", valueName: "n"))
  var number = 20

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openLeniently()
    defer { opened.close() }
    let found = try opened.read { session in
      try name.map { try session.executions(named: $0, limit: number) }
        ?? session.executions(limit: number)
    }
    streams.write(TerminalOutput(streams).render(ScriptHost.executionTable(found)))
  }
}

/// `tenon schedule output`.
struct ScheduleOutput: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "output", abstract: "Print what an execution printed.")

  @Argument(help: ArgumentHelp("Its number, as tenon schedule history lists it.", valueName: "id"))
  var number: Int64

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openLeniently()
    defer { opened.close() }
    let execution = try opened.read { try $0.execution(number) }
    streams.writeLine(execution.output ?? "")
    streams.note(JobWords.line(execution))
  }
}
