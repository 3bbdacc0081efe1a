import GRDBSQLite

/// SQLite's own checks: the tree of pages, the order of the indexes, references between records.
struct EngineCheck {
  private let examination: Examination
  private var session: Session { examination.session }

  init(_ examination: Examination) { self.examination = examination }

  func run() throws {
    try examination.attempt("pages", "pages") {
      try WorkWatch(session).during {
        let statement = try Statement(session.connection, "PRAGMA integrity_check(20)")
        while try statement.step() {
          let text = statement.text(0)
          if text != "ok" { examination.damage("pages", text.replacing("*** ", with: "")) }
        }
      }
    }
    try examination.attempt("references", "references") {
      try WorkWatch(session).during {
        let statement = try Statement(session.connection, "PRAGMA foreign_key_check")
        while !examination.isEnough("references"), try statement.step() {
          examination.damage(
            "references",
            "\(statement.text(0)) \(statement.integer(1)) refers to a record of "
              + "\(statement.text(2)) that is not there",
            remedy: "give it another, or go back to a copy made with tenon backup")
        }
      }
    }
  }
}

/// Lets whoever listens to the store hear of one long statement, and stop it.
private final class WorkWatch {
  /// Steps of the engine between two reports; some hundred a second.
  private static let stride: Int32 = 200_000

  private let session: Session
  private var failure: (any Error)?
  private var count = 0

  init(_ session: Session) { self.session = session }

  func during(_ body: () throws -> Void) throws {
    guard session.store.onWork != nil else { return try body() }
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      session.connection, WorkWatch.stride,
      { context in
        guard let context else { return 0 }
        return Unmanaged<WorkWatch>.fromOpaque(context).takeUnretainedValue().goesOn() ? 0 : 1
      }, context)
    defer { sqlite3_progress_handler(session.connection, 0, nil, nil) }
    do { try body() } catch { throw failure ?? error }
  }

  private func goesOn() -> Bool {
    count += 1
    do { try session.report("pages", done: count) } catch {
      failure = error
      return false
    }
    return true
  }
}
