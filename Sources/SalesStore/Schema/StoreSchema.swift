import GRDBSQLite
import SalesKernel

/// Makes the tables of a catalog, and adds what a file of an earlier catalog lacks. Nothing is ever
/// dropped.
struct StoreSchema {
  let catalog: Catalog
  let layouts: [String: TableLayout]

  func create(on connection: OpaquePointer) throws {
    let mark = [
      "PRAGMA application_id = \(StoreFile.applicationID)",
      "PRAGMA user_version = \(StoreFile.version)",
    ]
    let tables = catalog.entities.compactMap { layouts[$0.name] }.flatMap { layout in
      layout.homes.indices.map(layout.createTable)
        + layout.entity.fields.indices.compactMap(layout.createIndex)
    }
    try together(mark + RunSQL.tables + ExecutionSQL.tables + tables, on: connection)
    try Transaction.execute(connection, "PRAGMA journal_mode = WAL")
  }

  func update(on connection: OpaquePointer, isReadOnly: Bool) throws {
    let missing = try additions(on: connection)
    if missing.isEmpty { return }
    if isReadOnly {
      throw StoreError(
        "store.older", "the store lacks tables or fields of this program: \(missing[0])",
        remedy: "open it for writing once")
    }
    try together(missing, on: connection)
  }

  private func additions(on connection: OpaquePointer) throws -> [String] {
    let known = try StoreSchema.columns(on: connection)
    var missing: [String] = []
    for layout in catalog.entities.compactMap({ layouts[$0.name] }) {
      for (index, home) in layout.homes.enumerated() {
        guard let present = known[home.table] else {
          missing.append(layout.createTable(index))
          if index > 0 { missing.append(layout.fillHome(index)) }
          missing += home.slots.compactMap(layout.createIndex)
          continue
        }
        for slot in home.slots where !present.contains(layout.entity.fields[slot].name) {
          missing.append(layout.addColumn(slot))
          if let index = layout.createIndex(slot) { missing.append(index) }
        }
      }
    }
    if known[ExecutionSQL.table] == nil { missing += ExecutionSQL.tables }
    return missing
  }

  static func columns(on connection: OpaquePointer) throws -> [String: Set<String>] {
    let statement = try Statement(
      connection,
      "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
        + "WHERE m.type = 'table'")
    var columns: [String: Set<String>] = [:]
    while try statement.step() { columns[statement.text(0), default: []].insert(statement.text(1)) }
    return columns
  }

  private func together(_ statements: [String], on connection: OpaquePointer) throws {
    try Transaction.execute(connection, "BEGIN IMMEDIATE")
    do {
      for sql in statements { try Transaction.execute(connection, sql) }
      try Transaction.execute(connection, "COMMIT")
    } catch {
      try? Transaction.execute(connection, "ROLLBACK")
      throw error
    }
  }
}
