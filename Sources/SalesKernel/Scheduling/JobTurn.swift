import Values

/// What is to be done about a job at a moment, from its schedule and what became of it so far.
///
/// A retry that is waiting goes before everything else. Then come the times that passed since the last that was
/// handled: the job's policy for missed times says which of them still run, and in which order.
public enum JobTurn: Hashable, Sendable {
  /// Nothing now. `at`: when there may be something; nil for never.
  case wait(at: Instant?)
  /// Times that are passed over, the last of them and how many; look again.
  case skip(upto: Instant, count: Int)
  /// Run it for a time. `attempt`: 1 is the first. `skipped`: times passed over before it.
  case run(due: Instant, attempt: Int, skipped: Int)

  /// What became of a job's latest execution for a time of its schedule.
  public struct Latest: Hashable, Sendable {
    public let due: Instant
    public let attempt: Int
    /// When it is tried again; nil where it is not.
    public let retryAt: Instant?

    public init(due: Instant, attempt: Int, retryAt: Instant?) {
      (self.due, self.attempt, self.retryAt) = (due, attempt, retryAt)
    }
  }

  /// - Parameter latest: Nil where no time of the schedule was handled yet.
  /// - Throws: `calendar.coverage`; the codes of ``JobSchedule/init(parsing:)``.
  public init(
    of job: Job, latest: Latest?, at now: Instant, _ policy: SchedulePolicy,
    _ calendar: WorkingCalendar
  ) throws(ValidationError) {
    guard job.state == .active else {
      self = .wait(at: nil)
      return
    }
    // What became of it before it was last activated no longer counts.
    let latest = latest.flatMap { $0.due >= job.activeSince ? $0 : nil }
    if let latest, let retryAt = latest.retryAt {
      self =
        retryAt <= now
        ? .run(due: latest.due, attempt: latest.attempt + 1, skipped: 0) : .wait(at: retryAt)
      return
    }
    let schedule = try JobSchedule(parsing: job.schedule)
    let start = latest?.due ?? job.activeSince
    let passed = try schedule.due(after: start, upto: now, atMost: policy.mostMissed, calendar)
    guard let last = passed.last.last, let oldest = passed.last.first else {
      self = .wait(at: try schedule.next(after: max(now, start), calendar))
      return
    }
    switch job.missed {
    case .skip where now.span(since: last) > policy.tolerance:
      self = .skip(upto: last, count: passed.count)
    case .skip, .once:
      self = .run(due: last, attempt: 1, skipped: passed.count - 1)
    case .all:
      self = .run(due: oldest, attempt: 1, skipped: passed.count - passed.last.count)
    }
  }
}
