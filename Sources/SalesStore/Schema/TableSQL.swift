import SalesKernel

/// The statements that define and reach an entity's tables: all SQL of records is written here.
extension TableLayout {
  static func quoted(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "\"")) else { return "\"\(name)\"" }
    return "\""
      + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  func column(_ slot: Int) -> String { TableLayout.quoted(entity.fields[slot].name) }

  private static func storage(_ type: FieldType) -> String {
    switch type {
    case .bool, .integer, .money, .day, .instant, .reference: "INTEGER"
    case .number: "REAL"
    case .text, .choice: "TEXT"
    }
  }

  /// A column's definition; a reference is checked by the engine too.
  func definition(_ slot: Int) -> String {
    let type = entity.fields[slot].type
    var text = "\(column(slot)) \(TableLayout.storage(type))"
    if case .reference(let target) = type { text += " REFERENCES \(TableLayout.quoted(target))" }
    return text
  }

  /// A narrow table's id names its record without a foreign key: the door alone makes and deletes both, and the
  /// engine's own check would look each record up again for every one of its narrow rows.
  func createTable(_ home: Int) -> String {
    let columns = ["id INTEGER PRIMARY KEY"] + homes[home].slots.map(definition)
    return "CREATE TABLE \(TableLayout.quoted(homes[home].table)) "
      + "(\(columns.joined(separator: ", "))) STRICT"
  }

  /// The index of a unique or reference field; nil for others.
  func createIndex(_ slot: Int) -> String? {
    let field = entity.fields[slot]
    let table = home(of: slot).table
    let name = TableLayout.quoted("\(table)_\(field.name)")
    let place = "\(name) ON \(TableLayout.quoted(table)) (\(column(slot)))"
    if field.isUnique { return "CREATE UNIQUE INDEX IF NOT EXISTS \(place)" }
    if case .reference = field.type { return "CREATE INDEX IF NOT EXISTS \(place)" }
    return nil
  }

  func addColumn(_ slot: Int) -> String {
    "ALTER TABLE \(TableLayout.quoted(home(of: slot).table)) ADD COLUMN \(definition(slot))"
  }

  /// Gives an empty narrow table its one row a record; by id, as another order fills it far slower.
  func fillHome(_ home: Int) -> String {
    "INSERT INTO \(TableLayout.quoted(homes[home].table)) (id) "
      + "SELECT id FROM \(TableLayout.quoted(entity.name)) ORDER BY id"
  }

  /// Rows of one home: by a range of ids, or one.
  func read(_ home: Int, slots: [Int], range: Bool) -> String {
    let columns = (["id"] + slots.map(column)).joined(separator: ", ")
    let clause = range ? "id BETWEEN ?1 AND ?2 ORDER BY id" : "id = ?1"
    return "SELECT \(columns) FROM \(TableLayout.quoted(homes[home].table)) WHERE \(clause)"
  }

  func insert(_ home: Int) -> String {
    let columns = (["id"] + homes[home].slots.map(column)).joined(separator: ", ")
    let values = (1...(homes[home].slots.count + 1)).map { "?\($0)" }.joined(separator: ", ")
    return "INSERT INTO \(TableLayout.quoted(homes[home].table)) (\(columns)) VALUES (\(values))"
  }

  func delete(_ home: Int) -> String {
    "DELETE FROM \(TableLayout.quoted(homes[home].table)) WHERE id = ?1"
  }

  /// One value by id.
  func updateOne(_ slot: Int) -> String {
    "UPDATE \(TableLayout.quoted(home(of: slot).table)) SET \(column(slot)) = ?2 WHERE id = ?1"
  }

  /// A whole column in one statement, its values from the function `name(id, current)`.
  func updateMany(_ slot: Int, function name: String) -> String {
    "UPDATE \(TableLayout.quoted(home(of: slot).table)) SET \(column(slot)) = "
      + "\(name)(id, \(column(slot))) WHERE id BETWEEN ?1 AND ?2"
  }

  func exists() -> String { "SELECT 1 FROM \(TableLayout.quoted(entity.name)) WHERE id = ?1" }

  /// The ids of records that hold a value in a field, the smallest first.
  func holders(_ slot: Int) -> String {
    "SELECT id FROM \(TableLayout.quoted(home(of: slot).table)) WHERE \(column(slot)) = ?1 "
      + "ORDER BY id LIMIT 1"
  }

  /// Texts of a field between two, with those of another field of the same table: by the field's index in its order,
  /// or among a range of ids.
  func texts(_ slot: Int, with other: Int?, byIndex: Bool) -> String {
    let columns = "\(column(slot)), \(other.map(column) ?? "NULL")"
    return "SELECT \(columns) FROM \(TableLayout.quoted(home(of: slot).table)) "
      + "WHERE \(column(slot)) >= ?1 AND \(column(slot)) < ?2 "
      + (byIndex ? "ORDER BY \(column(slot)) LIMIT ?3" : "AND id BETWEEN ?3 AND ?4")
  }

  /// The ids of records that refer to one.
  func referrers(_ slot: Int) -> String {
    "SELECT id FROM \(TableLayout.quoted(home(of: slot).table)) WHERE \(column(slot)) = ?1"
  }

  func idsFromFront() -> String { "SELECT id FROM \(TableLayout.quoted(entity.name)) ORDER BY id" }

  func idsFromBehind() -> String { idsFromFront() + " DESC" }

  /// Rows of a narrow table without their record.
  func orphans(_ home: Int) -> String {
    "SELECT n.id FROM \(TableLayout.quoted(homes[home].table)) n "
      + "LEFT JOIN \(TableLayout.quoted(entity.name)) m ON m.id = n.id WHERE m.id IS NULL"
  }

  /// Records without their row in a narrow table.
  func withoutHome(_ home: Int) -> String {
    "SELECT m.id FROM \(TableLayout.quoted(entity.name)) m "
      + "LEFT JOIN \(TableLayout.quoted(homes[home].table)) n ON n.id = m.id WHERE n.id IS NULL"
  }

  func lastID() -> String { "SELECT max(id) FROM \(TableLayout.quoted(entity.name))" }
}
