import SalesKernel
import SalesStore
import Values

/// The jobs of a store: looked at, and changed in runs of their own.
public final class JobDesk {
  private let store: Store
  private let host: ScriptHost
  private let policies: EnginePolicies

  /// - Parameters:
  ///   - now: The moment that changes are made at.
  ///   - actor: Who makes them.
  /// - Throws: `limit.memory`.
  public init(_ store: Store, now: Instant, actor: String) throws {
    self.store = store
    host = try ScriptHost(
      store: store, options: .init(clock: now, actor: actor), output: CapturedOutput())
    policies = EnginePolicies(host)
  }

  /// - Throws: ``PolicyError``.
  public func policy() throws -> SchedulePolicy { try policies.schedule() }

  /// - Throws: ``PolicyError``.
  public func calendar() throws -> WorkingCalendar { try policies.calendar() }

  private func reading<T>(_ body: () throws -> T) throws -> T {
    try host.perform("jobs", mode: .read, body).value
  }

  /// All jobs, by name.
  public func jobs() throws -> [Job] {
    try reading { try host.records(Job.self) }.sorted { $0.name < $1.name }
  }

  /// - Throws: `job.unknown` with the nearest name.
  public func job(_ name: String) throws -> Job {
    let jobs = try jobs()
    if let job = jobs.first(where: { $0.name == name }) { return job }
    throw ValidationError(
      "job.unknown", "there is no job \"\(name)\"",
      remedy: jobs.isEmpty
        ? "add it with: tenon schedule add"
        : Suggestion.sentence(for: name, among: jobs.map(\.name)))
  }

  /// The next times of a job.
  /// - Throws: `calendar.coverage`, `schedule.…`.
  public func times(of job: Job, _ count: Int) throws -> [Instant] {
    try JobSchedule(parsing: job.schedule).next(
      count, after: host.options.clock, calendar())
  }

  // MARK: Changing

  /// - Throws: `record.duplicate` for a name that is taken, `schedule.…`, `job.name`, `calendar.coverage` for
  ///   a schedule whose next time is not known.
  public func add(_ job: Job) throws -> Int64? {
    _ = try times(of: job, 1)
    return try host.perform("tenon schedule add") {
      try host.requireSession().create(Job.schema.entity, job.values)
    }.run
  }

  public func change(_ job: Job, from before: Job) throws -> Int64? {
    if job.schedule != before.schedule { _ = try times(of: job, 1) }
    return try host.perform("tenon schedule change") { try host.store(job, from: before) }.run
  }

  public func remove(_ job: Job) throws -> Int64? {
    try host.perform("tenon schedule remove") {
      try host.requireSession().delete(Job.schema.entity, ids: [job.id])
    }.run
  }

  public func pause(_ job: Job) throws -> Int64? {
    try set(job, "tenon schedule pause") { $0.state = .paused }
  }

  /// Makes it active from now on, and settles the alert that it was disabled.
  public func resume(_ job: Job) throws -> Int64? {
    try set(job, "tenon schedule resume") {
      if $0.state != .active { $0.activeSince = host.options.clock }
      $0.state = .active
    }
  }

  private func set(_ job: Job, _ name: String, _ edit: (inout Job) -> Void) throws -> Int64? {
    var changed = job
    edit(&changed)
    return try host.perform(name) {
      try host.store(changed, from: job)
      guard changed.state == .active else { return }
      let key = Self.finding(job, "").key
      for alert in try host.records(Alert.self, where: [("key", .text(key))])
      where alert.state != .resolved {
        try AlertDesk(host, policies).resolve(alert, reason: "resumed")
      }
    }.run
  }

  /// Disables a job that failed too often, and says so in the inbox.
  public func disable(_ job: Job, failures: Int, _ message: String) throws -> Int64? {
    var disabled = job
    disabled.state = .disabled
    return try host.perform("tenon schedule") {
      try host.store(disabled, from: job)
      let words = "\(job.name) failed \(failures.text("time")) in a row: \(message)"
      try AlertDesk(host, policies).raise(Self.finding(job, words))
    }.run
  }

  private static func finding(_ job: Job, _ message: String) -> AlertDraft {
    AlertDraft(kind: "job_disabled", of: Job.schema.entity, job.id, message: message)
  }

  // MARK: Executions

  /// What is to be done about a job.
  /// - Throws: `calendar.coverage`, `schedule.…`.
  public func turn(of job: Job) throws -> JobTurn {
    let latest = try store.read { session in
      try session.executions(ofJob: job.id, limit: try policy().kept)
    }.lazy.compactMap { one in
      one.due.map { JobTurn.Latest(due: $0, attempt: one.attempt, retryAt: one.retryAt) }
    }.first
    return try JobTurn(
      of: job, latest: latest, at: host.options.clock, policy(), calendar())
  }

  /// Begins an execution; the work of the one before is gone on with where it came to no end.
  public func begin(
    _ job: Job, due: Instant?, attempt: Int, skipped: Int, process: Int32,
    onWait: (@Sendable () -> Void)? = nil
  ) throws -> Execution {
    try store.recordExecutions(onWait: onWait) { session in
      let before = try session.executions(ofJob: job.id, limit: try policy().kept)
        .first { $0.state != .skipped }
      var execution = Execution(
        job: job.id, name: job.name, due: due, attempt: attempt, state: .running,
        started: host.options.clock, process: process)
      execution.skipped = skipped
      if let before, before.state != .done { execution.checkpoint = before.checkpoint }
      try session.store(&execution)
      return execution
    }
  }

  /// Notes times that are passed over.
  public func skip(_ job: Job, upto due: Instant, count: Int, process: Int32) throws {
    try store.recordExecutions { session in
      var execution = Execution(
        job: job.id, name: job.name, due: due, attempt: 0, state: .skipped,
        started: host.options.clock, process: process)
      (execution.finished, execution.skipped) = (host.options.clock, count)
      try session.store(&execution)
    }
  }

  /// Ends executions that were cut off: nobody holds the job's lock, yet they are at work. What was due is tried
  /// again at once, as long as there are attempts left.
  /// - Returns: those that were cut off.
  public func endOrphans(of job: Job) throws -> [Execution] {
    let orphans = try store.read { session in
      try session.executions(ofJob: job.id, limit: 2).filter { $0.state == .running }
    }
    return try orphans.map { orphan in
      var ended = orphan
      (ended.state, ended.errorCode) = (.killed, "job.cut_off")
      ended.errorMessage = "it ended without a word: killed, or the machine went down"
      try close(&ended, of: job, retryAt: host.options.clock)
      return ended
    }
  }

  /// Stores how an execution ended, with when it is tried again, and disables the job where it failed too often.
  ///
  /// - Parameter retryAt: Where it is known; else by the job's back-off from its end.
  /// - Returns: whether the job was disabled.
  @discardableResult
  public func close(
    _ execution: inout Execution, of job: Job, retryAt: Instant? = nil
  ) throws -> Bool {
    let (policy, end) = (try policy(), execution.finished ?? host.options.clock)
    if execution.state.isFailure, execution.due != nil, execution.attempt <= Int(job.retries) {
      let delay = policy.delay(of: job, failures: execution.attempt)
      execution.retryAt = try retryAt ?? end.adding(delay)
    }
    var closed = execution
    let failures = try store.recordExecutions { session in
      try session.store(&closed)
      try session.forgetExecutions(ofJob: job.id, keeping: policy.kept)
      return try session.executions(ofJob: job.id, limit: policy.kept)
        .filter { $0.state != .skipped && $0.started >= job.activeSince }
        .prefix { $0.state.isFailure }.count
    }
    let current = try self.job(job.name)
    guard failures >= job.disableAfter, current.state == .active, current.id == job.id else {
      return false
    }
    _ = try disable(current, failures: failures, execution.errorMessage ?? "no reason was given")
    return true
  }
}
