import SalesKernel

/// Every run can be read with all that it changed, and undoing goes both ways.
struct RunCheck {
  private let examination: Examination
  private var session: Session { examination.session }

  init(_ examination: Examination) { self.examination = examination }

  func run() throws {
    var ids: [Int64] = []
    try examination.attempt("runs", "runs") {
      let statement = try Statement(session.connection, "SELECT id FROM runs ORDER BY id")
      while try statement.step() { ids.append(statement.integer(0)) }
    }
    examination.report.runs = ids.count
    for (place, id) in ids.enumerated() {
      try session.report("runs", done: place, total: ids.count)
      try examination.attempt("runs", "run \(id)") {
        try check(try session.run(id))
        examination.report.changes += try session.changes(of: id).count
      }
    }
  }

  private func check(_ run: RunRecord) throws {
    guard (run.status == .undone) == (run.undoneBy != nil) else {
      return tell(run.id, "is marked \(run.status.rawValue), and its undo says otherwise")
    }
    if let by = run.undoneBy, try session.run(by).undoes != run.id {
      tell(run.id, "is marked as undone by run \(by), which undid another")
    }
  }

  private func tell(_ run: Int64, _ what: String) {
    examination.damage("runs", "run \(run) \(what)")
  }
}
