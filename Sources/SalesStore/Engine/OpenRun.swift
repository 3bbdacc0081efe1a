import Values

/// A run that stays open from step to step: a console's transaction.
///
/// ```
///   store.begin ──▶ OpenRun ── perform ── perform ── … ──▶ commit    one run of all steps
///                                 │                   └──▶ rollback  nothing
///                                 └ throws: only this step is taken back (the first: all, and the run ends)
/// ```
public final class OpenRun {
  /// As the run is recorded; may be completed until it is committed.
  public var header: RunHeader
  public private(set) var isOpen = true
  private let transaction: Transaction
  private let session: Session
  private let started = RunLog.now()
  private var steps = 0

  init(_ transaction: Transaction, session: Session, header: RunHeader) {
    self.transaction = transaction
    self.session = session
    self.header = header
  }

  deinit { rollback() }

  /// What all steps have changed, net.
  public var changes: ChangeSet { isOpen ? session.changes : ChangeSet() }

  /// False once the engine has taken the transaction back after an error of its own: it can only be rolled back.
  public var isSound: Bool { isOpen && (try? session.requireOpen()) != nil }

  /// Does one step. When it throws, what it did is taken back and its error comes out as it is.
  ///
  /// - Throws: `store.stale` after the end, `store.aborted`, and what `body` throws.
  public func perform<T>(_ body: (Session) throws -> T) throws -> T {
    guard isOpen else { throw OpenRun.ended }
    return try transaction.store.inside(stepOf: self) { _, _ in
      defer { steps += 1 }
      guard steps == 0 else { return try session.savepoint { try body(session) } }
      do {
        return try body(session)
      } catch {
        end()
        throw error
      }
    }
  }

  /// Records what all steps did as one run; none where nothing changed.
  ///
  /// - Throws: `store.stale`, `store.full` and the other codes of writing; all is taken back then.
  public func commit() throws -> RunOutcome<Void> {
    guard isOpen else { throw OpenRun.ended }
    return try transaction.store.inside(stepOf: self) { _, _ in
      do {
        let (run, changes) = try transaction.finish(session, header, started: started)
        isOpen = false
        if run != nil { transaction.store.noteCommit() }
        return RunOutcome(value: (), run: run, changes: changes)
      } catch {
        end()
        throw error
      }
    }
  }

  /// Takes all steps back.
  public func rollback() {
    guard isOpen else { return }
    _ = try? transaction.store.inside(stepOf: self) { _, _ in end() }
    isOpen = false
  }

  private func end() {
    transaction.takeBack(session)
    isOpen = false
  }

  private static var ended: StoreError {
    StoreError("store.stale", "this run has ended", remedy: "begin another")
  }
}
