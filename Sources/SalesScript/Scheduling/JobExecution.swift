import Foundation
import SalesStore
import Values

/// The execution that a host's run is, noted in the same transactions as what the run does: what is committed and
/// what is remembered of it never differ.
///
/// ```
///   script ── job.checkpoint(v) ──▶ COMMIT { records, run, checkpoint = v } ── … ──▶ COMMIT { records, run, done }
/// ```
public final class JobExecution {
  public private(set) var record: Execution
  private let now: () -> Instant

  /// - Parameters:
  ///   - record: As it was stored when it began; its checkpoint is that of the work it goes on with.
  ///   - now: For the moment at which it is done.
  public init(_ record: Execution, now: @escaping () -> Instant) {
    (self.record, self.now) = (record, now)
  }

  /// Makes the session note what is committed.
  func attend(_ session: Session) {
    session.beforeCommit = { [self, unowned session] run in
      if let run { record.runs.append(run) }
      try session.store(&record)
    }
  }

  func reach(_ checkpoint: String?) { record.checkpoint = checkpoint }

  func end() {
    record.state = .done
    record.finished = now()
    record.exitCode = 0
    record.checkpoint = nil
  }
}

/// What a run needs to be committed in parts.
struct PartialRun {
  let header: RunHeader
  /// Whether a checkpoint commits: not where nothing is written, or where all must be applied at once.
  let commits: Bool
  /// Sees the changes of a part before they are written.
  let admit: (@escaping () -> ChangeSet) throws -> Void
  var started = machineClock

  static var machineClock: Instant {
    (try? Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))) ?? .first
  }
}
