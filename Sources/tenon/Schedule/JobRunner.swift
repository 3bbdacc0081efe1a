/// Runs jobs that are due, each in a process of its own, and notes what became of them.
import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Values

final class JobRunner {
  private let store: StoreOptions
  private let clock: ScheduleClock
  private let streams: Streams
  private let signals: StopSignals
  /// Executions that came to an end.
  private(set) var ended: [Execution] = []
  /// Errors of schedules.
  private(set) var errors: [any Error] = []

  init(_ store: StoreOptions, _ clock: ScheduleClock, _ streams: Streams, _ signals: StopSignals) {
    (self.store, self.clock, self.streams, self.signals) = (store, clock, streams, signals)
  }

  var hasFailed: Bool { !errors.isEmpty || ended.contains { $0.state.isFailure } }

  /// Runs everything that is due now, job after job by name.
  ///
  /// - Returns: when something may be due next; nil where that is not known.
  /// - Throws: what opening the store throws.
  @discardableResult
  func runDue() throws -> Instant? {
    let opened = try store.open()
    defer { opened.close() }
    var next: Instant?
    for job in try desk(opened).jobs() where job.state == .active && !signals.isStopping {
      do {
        if let time = try runTurns(of: job, opened) { next = min(next ?? time, time) }
      } catch {
        streams.note("job \(job.name):")
        streams.report(error)
        errors.append(error)
      }
    }
    return next
  }

  private func desk(_ opened: Store, of job: Job? = nil) throws -> JobDesk {
    try JobDesk(opened, now: try clock.moment(), actor: job?.actor ?? Surroundings.actor)
  }

  /// - Returns: when it may be due next.
  private func runTurns(of job: Job, _ opened: Store) throws -> Instant? {
    guard let lock = try JobLock.take(job: job.id, beside: opened.path) else {
      if streams.errorWidth != nil { streams.note("\(job.name) is at work in another process") }
      return nil
    }
    defer { withExtendedLifetime(lock) {} }
    for orphan in try desk(opened, of: job).endOrphans(of: job) {
      streams.note("\(job.name): execution \(orphan.id) was cut off")
      ended.append(orphan)
    }
    while !signals.isStopping {
      let desk = try desk(opened)
      // It may have been changed since it was listed.
      guard let current = try desk.jobs().first(where: { $0.id == job.id }) else { return nil }
      switch try desk.turn(of: current) {
      case .wait(let at): return at
      case .skip(let due, let count):
        try desk.skip(current, upto: due, count: count, process: getpid())
        streams.note("\(current.name): \(count.text("time")) passed over, the last at \(due)")
      case .run(let due, let attempt, let skipped):
        try run(current, opened, lock, due: due, attempt: attempt, skipped: skipped)
      }
    }
    return nil
  }

  /// Runs a job once, whatever its schedule.
  /// - Throws: `job.busy` where it is at work.
  func runNow(_ name: String, echo: @escaping ([UInt8]) -> Void) throws -> Execution {
    let opened = try store.open()
    defer { opened.close() }
    let job = try desk(opened).job(name)
    guard let lock = try JobLock.take(job: job.id, beside: opened.path) else {
      throw CommandError(
        "job.busy", "\(name) is at work in another process", remedy: "wait until it has ended")
    }
    for orphan in try desk(opened, of: job).endOrphans(of: job) {
      streams.note("\(name): execution \(orphan.id) was cut off")
    }
    return try run(job, opened, lock, due: nil, attempt: 1, skipped: 0, echo: echo)
  }

  @discardableResult
  private func run(
    _ job: Job, _ opened: Store, _ lock: JobLock, due: Instant?, attempt: Int, skipped: Int,
    echo: @escaping ([UInt8]) -> Void = { _ in }
  ) throws -> Execution {
    let desk = try desk(opened)
    let policy = try desk.policy()
    let execution = try desk.begin(
      job, due: due, attempt: attempt, skipped: skipped, process: getpid(),
      onWait: Streams.waiting)
    let path = URL(fileURLWithPath: opened.path).path
    let process = JobProcess(
      arguments: ["schedule", "execute", "\(execution.id)", "--store", path] + clock.arguments,
      seconds: Double(job.timeLimit) + Double(policy.grace.milliseconds) / 1000,
      outputLimit: policy.outputBytes)
    streams.flush()
    let end = try process.run(holding: lock, signals, echo: echo)
    var closed = try opened.read { try $0.execution(execution.id) }
    closed.close(with: end, at: try clock.moment())
    if try self.desk(opened, of: job).close(&closed, of: job) {
      streams.note(
        "\(job.name) was disabled; see its alert, then: tenon schedule resume \(job.name)")
    }
    ended.append(closed)
    return closed
  }
}

extension Execution {
  /// Takes in how its process ended. What the process noted itself stands.
  fileprivate mutating func close(with end: JobProcess.End, at now: Instant) {
    output = end.output.isEmpty ? nil : end.output
    exitCode = end.exitCode
    finished = finished ?? now
    guard state == .running else { return }
    if end.isOverTime {
      (state, errorCode) = (.killed, "limit.deadline")
      errorMessage = "it did not stop at its time limit and was killed"
    } else if let signal = end.signal {
      (state, errorCode) = (.killed, "job.signal")
      errorMessage = "signal \(signal) ended it"
    } else {
      (state, errorCode) = (.failed, "job.exit")
      errorMessage = "it ended with exit code \(end.exitCode ?? -1)"
    }
  }
}
