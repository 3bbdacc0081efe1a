import SalesKernel

/// A selection as SQL: only the tables that its fields stand in are joined.
///
/// Parameters, in order: the values of `equals` that are not null, then the ids as a JSON list.
struct SelectionSQL {
  let layout: TableLayout
  let selection: Selection
  private let base: String
  private let from: String

  /// - Parameter slots: Fields that the statement reads beside those of the selection.
  init(_ layout: TableLayout, _ selection: Selection, slots: [Int] = []) {
    self.layout = layout
    self.selection = selection
    let used = selection.equals.map(\.slot) + selection.order.compactMap(\.slot) + slots
    var homes: [Int] = []
    for slot in used where !homes.contains(layout.homeOfSlot[slot]) {
      homes.append(layout.homeOfSlot[slot])
    }
    let tables = (homes.isEmpty ? [0] : homes).map {
      TableLayout.quoted(layout.homes[$0].table)
    }
    base = tables[0]
    from =
      tables[0]
      + tables.dropFirst().map { " JOIN \($0) ON \($0).id = \(tables[0]).id" }
      .joined()
  }

  func column(_ slot: Int) -> String {
    TableLayout.quoted(layout.home(of: slot).table) + "." + layout.column(slot)
  }

  private func conditions(extra: [String] = []) -> String {
    var parts = selection.equals.map { pair in
      column(pair.slot) + (pair.value.isNull ? " IS NULL" : " = ?")
    }
    if selection.ids != nil { parts.append("\(base).id IN (SELECT value FROM json_each(?))") }
    parts += extra
    return parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ")
  }

  /// The next ids after one; last parameters: the id, how many.
  var nextIDs: String {
    "SELECT \(base).id FROM \(from)\(conditions(extra: ["\(base).id > ?"])) "
      + "ORDER BY \(base).id LIMIT ?"
  }

  /// All ids in order; last parameters: limit, offset.
  var allIDs: String {
    let keys = selection.order.map { key in
      (key.slot.map(column) ?? "\(base).id") + (key.ascending ? "" : " DESC")
    }
    return "SELECT \(base).id FROM \(from)\(conditions()) "
      + "ORDER BY \((keys + ["\(base).id"]).joined(separator: ", ")) LIMIT ? OFFSET ?"
  }

  /// Fields of all records, by id.
  func rows(_ slots: [Int]) -> String {
    let columns = ["\(base).id"] + slots.map(column)
    return
      "SELECT \(columns.joined(separator: ", ")) FROM \(from)\(conditions()) ORDER BY \(base).id"
  }

  var count: String { "SELECT count(*) FROM \(from)\(conditions())" }

  /// An aggregate over the selection, one row a group.
  func aggregate(_ expressions: [String], groupBy: [Int]) -> String {
    let keys = groupBy.map(column)
    let group = keys.isEmpty ? "" : " GROUP BY " + keys.joined(separator: ", ")
    let order = keys.isEmpty ? "" : " ORDER BY " + keys.joined(separator: ", ")
    return "SELECT \((keys + expressions).joined(separator: ", ")) "
      + "FROM \(from)\(conditions())\(group)\(order)"
  }

  /// Binds the parameters of the conditions; returns the index of the next one.
  func bind(_ statement: Statement) throws -> Int32 {
    var index: Int32 = 1
    for (slot, value) in selection.equals where !value.isNull {
      statement.bind(index, try comparable(value, slot))
      index += 1
    }
    if let ids = selection.ids {
      statement.bind(index, "[" + ids.map(String.init).joined(separator: ",") + "]")
      index += 1
    }
    return index
  }

  /// The value as the column keeps it: money is never compared with a plain number.
  private func comparable(_ value: FieldValue, _ slot: Int) throws -> FieldValue {
    let field = layout.entity.fields[slot]
    switch (field.type, value) {
    case (.bool, .bool), (.integer, .integer), (.reference, .integer), (.number, .number),
      (.text, .text), (.choice, .text), (.money, .money), (.day, .day), (.instant, .instant):
      return value
    case (.number, .integer(let integer)): return .number(Double(integer))
    case (.integer, .number(let number)), (.reference, .number(let number)):
      if let integer = Int64(exactly: number) { return .integer(integer) }
    default: break
    }
    throw ValidationError(
      "field.type",
      "\(field.name): expected \(field.expectation), got \(value.kind) "
        + value.display, remedy: "compare it with \(field.expectation)", field: field.name)
  }
}
