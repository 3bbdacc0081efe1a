import Values

/// One attempt to run a job, as the store remembers it: beside the runs, so that no undo takes it back.
public struct Execution: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable {
    /// At work, or cut off without a word: whoever holds the job's lock knows.
    case running
    case done
    case failed
    /// Ended by a signal, or cut off.
    case killed
    /// A time that was passed over.
    case skipped

    /// Whether it counts among failures in a row.
    public var isFailure: Bool { self == .failed || self == .killed }
  }

  public var id: Int64
  public var job: Int64
  /// As the job was called then.
  public var name: String
  /// The time of the schedule; nil where a person ran it.
  public var due: Instant?
  public var attempt: Int
  public var state: State
  public var started: Instant
  public var finished: Instant?
  public var process: Int32
  public var exitCode: Int32?
  public var errorCode: String?
  public var errorMessage: String?
  public var retryAt: Instant?
  /// Runs that it made, in order.
  public var runs: [Int64]
  /// The value of its last checkpoint, or of that of the execution whose work it goes on with.
  public var checkpoint: String?
  /// What it printed on both streams, cut in the middle where it is long.
  public var output: String?
  /// Times passed over, of a skipped one or before this one.
  public var skipped: Int

  public init(
    job: Int64, name: String, due: Instant?, attempt: Int, state: State, started: Instant,
    process: Int32
  ) {
    id = 0
    (self.job, self.name, self.due, self.attempt) = (job, name, due, attempt)
    (self.state, self.started, self.process) = (state, started, process)
    (runs, skipped) = ([], 0)
  }
}
