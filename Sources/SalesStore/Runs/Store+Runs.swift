import SalesKernel

/// Runs that were applied: listed, shown, asked for.
extension Session {
  /// The latest runs, the latest first.
  public func runs(limit: Int = 20) throws -> [RunRecord] {
    try RunLog(session: self).recent(limit)
  }

  /// Throws: `run.missing`.
  public func run(_ id: Int64) throws -> RunRecord { try RunLog(session: self).require(id) }

  /// What a run changed.
  ///
  /// Throws: `run.missing`, `store.corrupt`.
  public func changes(of run: Int64) throws -> ChangeSet {
    try RunLog(session: self).changes(of: run)
  }

  /// The last applied run that changed a field of a record, or made it.
  public func lastRun(touching entity: Entity, _ field: String, id: Int64) throws -> Int64? {
    try RunLog(session: self).lastRun(touching: entity.name, field, id, after: 0)
  }
}

extension Store {
  /// The latest runs, the latest first.
  public func runs(limit: Int = 20) throws -> [RunRecord] { try read { try $0.runs(limit: limit) } }

  /// Throws: `run.missing`.
  public func run(_ id: Int64) throws -> RunRecord { try read { try $0.run(id) } }

  /// What a run changed.
  ///
  /// Throws: `run.missing`, `store.corrupt`.
  public func changes(of run: Int64) throws -> ChangeSet { try read { try $0.changes(of: run) } }

  /// The last applied run that changed a field of a record, or made it.
  public func lastRun(touching entity: Entity, _ field: String, id: Int64) throws -> Int64? {
    try read { try $0.lastRun(touching: entity, field, id: id) }
  }

  /// Takes a run back in a run of its own, which can be undone in turn.
  ///
  /// Throws: `run.missing`, `run.undone`, `run.blocked`, `run.fields`; nothing is written then.
  public func undo(
    _ run: Int64, _ header: RunHeader, mode: RunMode = .apply, onWait: (@Sendable () -> Void)? = nil
  ) throws -> RunOutcome<Void> {
    var header = header
    header.kind = .undo
    return try transaction(header, mode: mode, onWait: onWait) { try $0.undo(run) }
  }
}
