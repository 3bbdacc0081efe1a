/// Runs jobs as they become due, until it is told to stop.
import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Values

struct JobDaemon {
  let store: StoreOptions
  let clock: ScheduleClock
  let streams: Streams

  /// Until SIGTERM or SIGINT; the job that is at work comes to its end, or to its limits, before. A second signal
  /// interrupts it.
  /// - Throws: `job.daemon` where another one is at work on the store; what opening the store throws at first.
  func run() throws {
    let opened = try store.open()
    let (path, actor) = (opened.path, Surroundings.actor)
    let again = try JobDesk(opened, now: clock.moment(), actor: actor).policy().lookAgain
    opened.close()
    guard let lock = try JobLock.take("daemon", beside: path) else {
      throw CommandError(
        "job.daemon", "another daemon is at work on \(path)", remedy: "stop it first")
    }
    defer { withExtendedLifetime(lock) {} }
    let signals = StopSignals()
    defer { signals.restore() }
    streams.note("jobs of \(path); SIGTERM ends it")
    while !signals.isStopping {
      let next = round(signals)
      let now = try clock.moment()
      let wait = next.map { $0.span(since: now).milliseconds } ?? again.milliseconds
      if !signals.isStopping { signals.wait(milliseconds: min(max(wait, 0), again.milliseconds)) }
    }
    streams.note("stopped")
  }

  /// What fails now may work the next time: it is said, and the daemon goes on.
  private func round(_ signals: StopSignals) -> Instant? {
    let runner = JobRunner(store, clock, streams, signals)
    defer { for one in runner.ended { streams.note(JobWords.line(one)) } }
    do { return try runner.runDue() } catch {
      streams.report(error)
      return nil
    }
  }
}

/// Sentences about executions.
enum JobWords {
  static func line(_ one: Execution) -> String {
    var text = "\(one.name): execution \(one.id), attempt \(one.attempt), \(one.state.rawValue)"
    if !one.runs.isEmpty {
      text += ", run \(one.runs.map(String.init).joined(separator: " "))"
    }
    if let code = one.errorCode { text += ", \(code): \(one.errorMessage ?? "")" }
    if let retry = one.retryAt { text += "; again at \(retry)" }
    return text
  }
}
