/// Everything that stands in a file, as one text: equal files have equal digests.
import Foundation
import GRDB
import SalesStore

enum RawDigest {
  /// When a run began and ended differs from time to time, and is left out.
  private static let passing: Set<String> = ["started", "finished"]

  /// Opens the file anew, lets the doctor look at it, and reads all tables.
  static func of(_ path: String) throws -> String {
    let store = try Store.openAsItStands(at: path, catalog: Fixture.catalog)
    let findings = try StoreDoctor(store).examine().findings
    store.close()
    guard findings.isEmpty else { return "damaged: \(findings)" }
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try tables.map { table in
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\" ORDER BY rowid")
        return "\(table): " + rows.map(text).joined(separator: ";")
      }.joined(separator: "\n")
    }
  }

  private static func text(_ row: Row) -> String {
    row.filter { !passing.contains($0.0) }.map { name, value -> String in
      switch value.storage {
      case .blob(let data): data.map { String($0, radix: 16) }.joined(separator: ".")
      case .null: "-"
      default: "\(value)"
      }
    }.joined(separator: ",")
  }
}
