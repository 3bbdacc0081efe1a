/// Running jobs: now, those that are due, and from now on.
import ArgumentParser
import Console
import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Values

/// `tenon schedule run`.
struct ScheduleRun: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a job now, whatever its times; or only plan it.")

  @Argument(help: ArgumentHelp("The job.", valueName: "name"))
  var name: String

  @Flag(help: "Do all the work, show what would change, and write nothing.")
  var plan = false

  @OptionGroup var clock: ScheduleClock
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    if plan { return try tellPlan(streams) }
    let signals = StopSignals()
    defer { signals.restore() }
    let ended = try JobRunner(store, clock, streams, signals).runNow(name) { bytes in
      streams.write(String(decoding: bytes, as: UTF8.self))
      streams.flush()
    }
    streams.note(JobWords.line(ended))
    if ended.state.isFailure {
      throw CommandEnd(status: ended.errorCode.map(ExitStatus.init(code:)) ?? .script)
    }
  }

  private func tellPlan(_ streams: Streams) throws {
    let opened = try store.open()
    let (job, last) = try {
      defer { opened.close() }
      let job = try JobDesk(opened, now: clock.moment(), actor: "").job(name)
      return (job, try opened.read { try $0.executions(ofJob: job.id, limit: 1) }.first)
    }()
    var run = try JobWork(job, due: nil, now: clock.moment()).run(store, streams)
    if let last, last.state != .done {
      run.execution = JobExecution(last, now: { last.started })
    }
    PlanWords.tell(try run.perform(.plan), streams)
  }
}

/// `tenon schedule run-due`.
struct ScheduleRunDue: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "run-due",
    abstract: "Run every job that is due, then end; for cron or a timer of systemd.",
    discussion: """
      Prints what it ran; nothing where nothing was due. The exit status is 1 where a job failed.
      """)

  @OptionGroup var clock: ScheduleClock
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let signals = StopSignals()
    defer { signals.restore() }
    let runner = JobRunner(store, clock, streams, signals)
    try runner.runDue()
    if !runner.ended.isEmpty {
      streams.write(TerminalOutput(streams).render(ScriptHost.executionTable(runner.ended)))
    }
    if runner.hasFailed { throw CommandEnd(status: .script) }
  }
}

/// `tenon schedule daemon`.
struct ScheduleDaemon: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "daemon",
    abstract: "Run jobs as they become due, until SIGTERM; a job at work comes to its end first.")

  @OptionGroup var clock: ScheduleClock
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    try JobDaemon(store: store, clock: clock, streams: streams).run()
  }
}

/// `tenon schedule execute`: what a job's own process does.
struct ScheduleExecute: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "execute", abstract: "Do the work of an execution.", shouldDisplay: false)

  @Argument var number: Int64

  @OptionGroup var clock: ScheduleClock
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.open()
    let (execution, job, headroom) = try {
      defer { opened.close() }
      let desk = try JobDesk(opened, now: clock.moment(), actor: "")
      let execution = try opened.read { try $0.execution(number) }
      guard execution.state == .running else {
        throw CommandError("job.ended", "execution \(number) has ended", remedy: "run the job")
      }
      return (execution, try desk.job(execution.name), try desk.policy().headroom)
    }()
    do {
      JobWork.limitMemory(megabytes: job.memoryLimit + headroom)
      var run = try JobWork(job, due: execution.due, now: clock.moment()).run(store, streams)
      let (clock, started) = (clock, execution.started)
      run.execution = JobExecution(execution) { (try? clock.moment()) ?? started }
      run.tell(try run.perform(.apply))
    } catch {
      try note(error)
      throw error
    }
  }

  /// Notes the failure in the execution, which may have stored parts of its work since it began.
  private func note(_ error: any Error) throws {
    let code = (error as? CommandError)?.code ?? ErrorFacts.of(error).code
    let message = (error as? CommandError)?.message ?? ErrorFacts.of(error).message
    let opened = try store.open()
    defer { opened.close() }
    let now = try clock.moment()
    try opened.recordExecutions { session in
      var failed = try session.execution(number)
      (failed.state, failed.finished) = (.failed, now)
      (failed.errorCode, failed.errorMessage) = (code, message)
      try session.store(&failed)
    }
  }
}
