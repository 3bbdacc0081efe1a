import Foundation
import GRDBSQLite
import SalesKernel
import Values

/// Writes and reads the record of runs.
struct RunLog {
  let session: Session

  /// The machine's clock.
  static func now() -> Instant {
    let milliseconds = Int64(Date().timeIntervalSince1970 * 1000)
    return (try? Instant(milliseconds: milliseconds)) ?? .first
  }

  func record(_ header: RunHeader, _ changes: ChangeSet, started: Instant) throws -> Int64 {
    let statement = try session.statement(RunSQL.insertRun)
    statement.bind(1, header.kind.rawValue)
    statement.bind(2, header.script)
    statement.bind(3, header.scriptHash)
    let arguments = try JSONEncoder().encode(header.arguments)
    statement.bind(4, String(decoding: arguments, as: UTF8.self))
    statement.bind(5, header.clock.milliseconds)
    statement.bind(6, Int64(bitPattern: header.seed))
    statement.bind(7, header.actor)
    statement.bind(8, header.policy)
    statement.bind(9, header.note)
    statement.bind(10, started.milliseconds)
    statement.bind(11, RunLog.now().milliseconds)
    if let undoes = session.undoes { statement.bind(12, undoes) } else { statement.bindNull(12) }
    try statement.run()
    let run = sqlite3_last_insert_rowid(session.connection)
    for entity in changes.entities { try record(ChangeCodec.parts(of: entity), of: run) }
    try saveNextIDs()
    if let undone = session.undoes { try mark(undone, undoneBy: run) }
    return run
  }

  private func record(_ parts: [ChangePart], of run: Int64) throws {
    let statement = try session.statement(RunSQL.insertChange)
    for part in parts {
      statement.bind(1, run)
      statement.bind(2, part.entity)
      statement.bind(3, part.field)
      statement.bind(4, part.kind.rawValue)
      statement.bind(5, Int64(part.count))
      statement.bind(6, blob: part.ids)
      statement.bind(7, blob: part.before)
      statement.bind(8, blob: part.after)
      try statement.run()
    }
  }

  private func saveNextIDs() throws {
    let statement = try session.statement(RunSQL.saveNextID)
    for (entity, next) in session.nextIDs {
      statement.bind(1, entity)
      statement.bind(2, next)
      try statement.run()
    }
  }

  /// A run whose undo is itself undone applies again.
  private func mark(_ undone: Int64, undoneBy run: Int64) throws {
    let statement = try session.statement(RunSQL.markUndone)
    statement.bind(1, undone)
    statement.bind(2, run)
    try statement.run()
    guard let restored = try one(undone)?.undoes else { return }
    let again = try session.statement(RunSQL.markApplied)
    again.bind(1, restored)
    try again.run()
  }

  /// The latest runs, the latest first.
  func recent(_ limit: Int) throws -> [RunRecord] {
    let statement = try session.statement(RunSQL.recent)
    defer { statement.reset() }
    statement.bind(1, Int64(max(limit, 0)))
    var runs: [RunRecord] = []
    while try statement.step() { runs.append(try read(statement)) }
    return runs
  }

  func one(_ id: Int64) throws -> RunRecord? {
    let statement = try session.statement(RunSQL.one)
    defer { statement.reset() }
    statement.bind(1, id)
    return try statement.step() ? try read(statement) : nil
  }

  func require(_ id: Int64) throws -> RunRecord {
    if let run = try one(id) { return run }
    throw StoreError("run.missing", "there is no run \(id)", remedy: "tenon runs lists them")
  }

  private func read(_ statement: Statement) throws -> RunRecord {
    guard let kind = RunHeader.Kind(rawValue: statement.text(1)),
      let status = RunRecord.Status(rawValue: statement.text(12)),
      let arguments = try? JSONDecoder().decode(
        [String].self, from: Data(statement.text(4).utf8))
    else { throw ByteReader.corrupt("run \(statement.integer(0)) cannot be read") }
    var header = RunHeader(
      kind: kind, script: statement.optionalText(2), scriptHash: statement.optionalText(3),
      arguments: arguments, clock: try Instant(milliseconds: statement.integer(5)),
      actor: statement.text(7), policy: statement.optionalText(8), note: statement.optionalText(9))
    header.seed = UInt64(bitPattern: statement.integer(6))
    return RunRecord(
      id: statement.integer(0), header: header,
      started: try Instant(milliseconds: statement.integer(10)),
      finished: try Instant(milliseconds: statement.integer(11)), status: status,
      undoes: statement.isNull(13) ? nil : statement.integer(13),
      undoneBy: statement.isNull(14) ? nil : statement.integer(14),
      counts: try counts(statement.integer(0)))
  }

  private func counts(_ run: Int64) throws -> [RunCount] {
    let statement = try session.statement(RunSQL.counts)
    defer { statement.reset() }
    statement.bind(1, run)
    var counts: [RunCount] = []
    while try statement.step() {
      guard let kind = RunCount.Kind(rawValue: statement.text(2)) else { continue }
      let count = RunCount(
        entity: statement.text(0), field: kind == .updated ? statement.text(1) : "", kind: kind,
        count: Int(statement.integer(3)))
      if kind == .deleted, counts.contains(count) { continue }
      counts.append(count)
    }
    return counts
  }

  func changes(of run: Int64) throws -> ChangeSet {
    _ = try require(run)
    let statement = try session.statement(RunSQL.changes)
    defer { statement.reset() }
    statement.bind(1, run)
    var parts: [ChangePart] = []
    while try statement.step() {
      guard let kind = ChangePart.Kind(rawValue: statement.text(2)) else {
        throw ByteReader.corrupt("an unknown kind of change")
      }
      parts.append(
        ChangePart(
          entity: statement.text(0), field: statement.text(1), kind: kind,
          count: Int(statement.integer(3)), ids: statement.blob(4), before: statement.blob(5),
          after: statement.blob(6)))
    }
    return try ChangeCodec.changeSet(parts)
  }

  /// The last applied run after `after` that changed a field of a record, or the record as a whole;
  /// an
  /// empty field means any.
  func lastRun(touching entity: String, _ field: String, _ id: Int64, after: Int64) throws -> Int64?
  {
    let statement = try session.statement(RunSQL.touching)
    defer { statement.reset() }
    statement.bind(1, entity)
    statement.bind(2, field)
    statement.bind(3, after)
    while try statement.step() {
      let ranges = try ChangeCodec.decodeRuns(statement.blob(1))
      if ranges.contains(where: { $0.contains(id) }) { return statement.integer(0) }
    }
    return nil
  }
}
