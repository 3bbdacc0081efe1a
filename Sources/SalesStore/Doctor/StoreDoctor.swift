import SalesKernel

/// Reads all of a store, of one moment, and says what is wrong with it. It writes nothing, and others may write
/// meanwhile.
///
/// ```
///   engine      pages, indexes, references (SQLite's own checks)
///   schema      tables, fields and indexes that this program knows
///   records     every cell of every record; the narrow tables beside each; numbers of records to come
///   runs        every header, every change set, what was undone
///   history     what each run left is what the next one found, and at last what is there now
///   executions  of jobs
/// ```
///
/// - Complexity: O(cells + recorded changes) in time; memory for the changes of one field at a time.
public struct StoreDoctor {
  private let store: Store

  public init(_ store: Store) { self.store = store }

  /// - Throws: what ``Store/onWork`` throws to stop it; errors of a store whose first page cannot be read.
  public func examine() throws -> StoreReport {
    try store.read { session in
      let examination = Examination(session)
      try EngineCheck(examination).run()
      let schema = try SchemaCheck(examination).run()
      try RecordCheck(examination, schema).run()
      try HomeCheck(examination, schema).run()
      try NumberCheck(examination, schema).run()
      try RunCheck(examination).run()
      try HistoryCheck(examination, schema).run()
      try ExecutionCheck(examination).run()
      return examination.report
    }
  }
}

/// One pass of the doctor: where its checks read, and where they put what they find.
final class Examination {
  /// So many findings of one kind are told; the rest is counted.
  private static let limit = 20
  static let restore = "go back to a copy made with tenon backup, or export what can be read"

  let session: Session
  var report = StoreReport()
  private var told: [String: Int] = [:]

  init(_ session: Session) { self.session = session }

  func damage(_ kind: String, _ message: String, remedy: String = Examination.restore) {
    find(.damage, kind, message, remedy)
  }

  func note(_ kind: String, _ message: String, remedy: String) {
    find(.note, kind, message, remedy)
  }

  private func find(
    _ weight: StoreReport.Finding.Weight, _ kind: String, _ message: String, _ remedy: String
  ) {
    told[kind, default: 0] += 1
    let count = told[kind, default: 0]
    if count > Examination.limit { return }
    let text = count == Examination.limit ? "\(message) … and perhaps more of this kind" : message
    report.findings.append(.init(weight: weight, message: text, remedy: remedy))
  }

  /// Whether enough of a kind has been found.
  func isEnough(_ kind: String) -> Bool { told[kind, default: 0] >= Examination.limit }

  /// Does a part of the work; what cannot be read is damage, and the other parts go on.
  func attempt(_ kind: String, _ what: String, _ body: () throws -> Void) throws {
    do { try body() } catch let error as StoreError {
      damage(kind, "\(what): \(error.message)")
    } catch let error as ValidationError {
      damage(kind, "\(what): \(error.message)")
    }
  }
}
