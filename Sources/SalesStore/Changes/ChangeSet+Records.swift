/// How many records a change set is about.
extension ChangeSet {
  /// Records created, deleted, or updated in whichever fields: each counts once.
  public var recordCount: Int { entities.reduce(0) { $0 + $1.recordCount } }
}

extension EntityChanges {
  /// Records created, deleted, or updated in whichever fields: each counts once.
  public var recordCount: Int {
    let touched = updated.filter { !$0.ids.isEmpty }
    let changed =
      touched.count < 2
      ? touched.first?.ids.count ?? 0
      : touched.reduce(into: Set<Int64>()) { $0.formUnion($1.ids) }.count
    return created.count + deleted.ids.count + changed
  }
}
