import SalesStore

/// Which run `undo()` and `redo()` mean, by the record of runs.
///
/// ```
///   runs       1 ── 2 ── 3 ── 4 (undoes 3) ── 5 (undoes 2)
///   undo() ─▶ 1        redo() ─▶ 5: what was taken back last comes back first
/// ```
public struct RunJournal {
  /// So many of the latest runs are looked at.
  public static let reach = 1000
  /// The latest first.
  private let runs: [RunRecord]

  public init(_ runs: [RunRecord]) { self.runs = runs }

  /// The latest run that still stands and takes nothing back itself; never the sample company.
  ///
  /// - Throws: `run.none`.
  public func undoable() throws -> Int64 {
    guard
      let run = runs.first(where: {
        $0.undoes == nil && $0.status == .applied && $0.header.kind != .sample
      })
    else {
      throw StoreError(
        "run.none", "there is no run to take back", remedy: "runs() and tenon runs list them")
    }
    return run.id
  }

  /// The run that took back last what is still taken back, where nothing else has run since.
  ///
  /// - Throws: `run.none`.
  public func redoable() throws -> Int64 {
    let undone = runs.filter { $0.undoes == nil && $0.status == .undone }.compactMap(\.undoneBy)
      .max()
    let latest = runs.first { $0.undoes == nil && $0.status == .applied }?.id
    guard let undone, latest.map({ $0 < undone }) ?? true else {
      throw StoreError(
        "run.none",
        undone == nil
          ? "nothing was taken back" : "run \(latest ?? 0) came after what was taken back",
        remedy: undone.map { "to bring it back all the same: undo(\($0))" } ?? "undo() comes first")
    }
    return undone
  }
}
