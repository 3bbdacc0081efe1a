/// What a script gave and did.
public struct ScriptResult {
  /// What it returned.
  public let values: [Value]
  /// The recorded run, for ``ScriptHost/undo(_:)``; nil where nothing changed, and for a plan.
  public let run: Int64?
  /// What it changed, or would change.
  public let changes: ChangeSet
}

/// Running scripts: each is one run of the store, committed whole or not at all, with globals of its own.
extension ScriptHost {
  /// Runs a script, and commits what it did.
  ///
  /// - Parameters:
  ///   - name: of the script, for errors and for the record of runs.
  ///   - admit: sees the changes before they are committed; throwing takes all back.
  /// - Throws: ``ScriptFailure``; the store is as it was then.
  @discardableResult
  public func run(
    _ source: String, as name: String, admit: ((ChangeSet) throws -> Void)? = nil
  ) throws(ScriptFailure) -> ScriptResult {
    try result("@" + name, .apply, .script, admit) { source }
  }

  /// Runs a script and takes everything back: what it would change.
  public func plan(_ source: String, as name: String) throws(ScriptFailure) -> ScriptResult {
    try result("@" + name, .plan, .script) { source }
  }

  /// The values of an expression, or of what a chunk returns; what it changes is a run, as with ``run(_:as:admit:)``.
  @discardableResult
  public func evaluate(_ expression: String) throws(ScriptFailure) -> ScriptResult {
    try result("=eval", .read, .console) {
      ValueChunk(expression, name: "=eval", keeps: nil, in: self).source
    }
  }

  /// Takes a run back, in a run of its own that can be undone in turn.
  ///
  /// - Throws: `run.missing`, `run.undone`, `run.blocked` where a value has changed since; nothing is written then.
  @discardableResult
  public func undo(_ run: Int64) throws(ScriptFailure) -> ScriptResult {
    try ScriptFailure.wrapping {
      guard let store else {
        throw StoreError("store.missing", "this host has no store", remedy: "open one")
      }
      let outcome = try store.undo(
        run, RunHeader(kind: .undo, clock: options.clock, actor: options.actor))
      state.touch()
      return ScriptResult(values: [], run: outcome.run, changes: outcome.changes)
    }
  }

  private func result(
    _ name: String, _ mode: RunMode, _ kind: RunHeader.Kind,
    _ admit: ((ChangeSet) throws -> Void)? = nil, source: () -> String
  ) throws(ScriptFailure) -> ScriptResult {
    try ScriptFailure.wrapping {
      // Beginning a run ends a stop: never inside of one.
      guard !isRunning else {
        throw StoreError(
          "store.nested", "a script of this host is running",
          remedy: "run scripts one after the other, or give the inner one a host of its own")
      }
      try renewEnvironment()
      let outcome = try run(
        source(), name: name, mode: mode, kind: kind,
        finish: { _, changes in if let admit { try admit(changes()) } })
      return ScriptResult(
        values: outcome.values, run: outcome.run, changes: outcome.changes ?? ChangeSet())
    }
  }
}
