import Values

/// How jobs are run where nothing else is said of them, and what is kept of their executions.
/// - Source: ours; `stdlib-lua/policy/schedule.lua`.
public struct SchedulePolicy: Sendable {
  /// What a job is given when it is added.
  public struct Defaults: Hashable, Sendable {
    public let missed: Job.Missed
    public let clock: Job.Clock
    public let changed: Job.Changed
    public let retries: Int64
    public let backoff: Span
    public let backoffFactor: Double
    public let timeLimit: Span
    /// Units: MB.
    public let memoryLimit: Int64
    public let disableAfter: Int64
  }

  public let header: PolicyHeader
  public let defaults: Defaults
  /// How late a job may begin and still be on time.
  public let tolerance: Span
  /// The most missed times that are made up for.
  public let mostMissed: Int
  public let longestBackoff: Span
  /// From the end of the time limit to the signal that cannot be caught.
  public let grace: Span
  /// What the process may use beside its script. Units: MB.
  public let headroom: Int64
  /// How much is kept of what an execution prints. Units: bytes.
  public let outputBytes: Int
  /// How often the daemon looks for jobs that changed.
  public let lookAgain: Span
  /// Executions kept a job.
  public let kept: Int

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "job", "tolerance", "most_missed", "longest_backoff", "grace", "headroom_mb", "output_kb",
        "look_again", "executions_kept",
      ])
    header = try PolicyHeader(root)
    defaults = try Defaults(root["job"])
    tolerance = try root["tolerance"].seconds(upto: 604_800)
    mostMissed = Int(try root["most_missed"].integer(in: 1...10_000))
    longestBackoff = try root["longest_backoff"].seconds(upto: 2_592_000)
    grace = try root["grace"].seconds(upto: 3600)
    headroom = try root["headroom_mb"].integer(in: 64...1_048_576)
    outputBytes = Int(try root["output_kb"].integer(in: 1...102_400)) << 10
    lookAgain = try root["look_again"].seconds(upto: 3600)
    kept = Int(try root["executions_kept"].integer(in: 10...1_000_000))
  }

  /// Executions of a job that failed so often: how long it waits for the next attempt.
  ///
  /// The first time, multiplied by the factor for each failure after the first, and never longer than the
  /// policy's longest; to the millisecond, towards zero.
  public func delay(of job: Job, failures: Int) -> Span {
    let longest = Double(longestBackoff.milliseconds)
    var delay = min(Double(max(0, job.backoff)) * 1000, longest)
    for _ in 0..<min(max(failures, 1) - 1, 1000) where delay < longest {
      delay = min(delay * job.backoffFactor, longest)
    }
    return Span(milliseconds: Int64(delay))
  }
}

extension SchedulePolicy.Defaults {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let root = try at.table(keys: [
      "missed", "clock", "changed", "retries", "backoff", "backoff_factor", "time_limit",
      "memory_mb", "disable_after", "source",
    ])
    _ = try root.source()
    missed = try root["missed"].choice()
    clock = try root["clock"].choice()
    changed = try root["changed"].choice()
    retries = try root["retries"].integer(in: 0...100)
    backoff = try root["backoff"].seconds(upto: 604_800)
    backoffFactor = try root["backoff_factor"].number(in: 1...100)
    timeLimit = try root["time_limit"].seconds(upto: 1_000_000)
    memoryLimit = try root["memory_mb"].integer(in: 1...1_048_576)
    disableAfter = try root["disable_after"].integer(in: 1...1000)
  }
}

extension PolicyDecoder {
  /// A word of a closed list.
  fileprivate func choice<Choice: FieldChoice>() throws(PolicyError) -> Choice {
    let word = try choice(Choice.allCases.map(\.rawValue))
    guard let choice = Choice(rawValue: word) else { throw unexpected("a word") }
    return choice
  }

  /// Whole seconds from 1 to a limit.
  fileprivate func seconds(upto limit: Int64) throws(PolicyError) -> Span {
    let span = try duration()
    guard span.milliseconds >= 1000, span.milliseconds <= limit * 1000,
      span.milliseconds % 1000 == 0
    else {
      throw PolicyError(
        "policy.value", at: path, "\(span) is outside whole seconds from 1 to \(limit)",
        remedy: "write span\"30s\", span\"15m\" or hours(…)")
    }
    return span
  }
}
