import SalesKernel

/// Every execution of a job can be read, and the runs that it made are there.
struct ExecutionCheck {
  private let examination: Examination
  private var session: Session { examination.session }

  init(_ examination: Examination) { self.examination = examination }

  func run() throws {
    var ids: [Int64] = []
    try examination.attempt("executions", "executions") {
      guard try StoreSchema.columns(on: session.connection)[ExecutionSQL.table] != nil else {
        return
      }
      let statement = try Statement(session.connection, "SELECT id FROM executions ORDER BY id")
      while try statement.step() { ids.append(statement.integer(0)) }
    }
    for id in ids {
      try examination.attempt("executions", "execution \(id)") {
        let execution = try session.execution(id)
        for run in execution.runs where try RunLog(session: session).one(run) == nil {
          examination.damage("executions", "execution \(id) made run \(run), which is not there")
        }
        if execution.state == .running { examination.report.open.append(execution) }
      }
    }
  }
}
