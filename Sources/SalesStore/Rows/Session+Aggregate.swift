import GRDBSQLite
import SalesKernel
import Values

/// What an aggregate computes.
public enum AggregateFunction: String, Sendable, CaseIterable {
  case sum, min, max, count
}

/// One group of an aggregate: its keys, the value, and how many values it is over (nulls do not
/// count).
public struct AggregateRow: Sendable {
  public let keys: [FieldValue]
  public let value: FieldValue
  public let count: Int64
}

extension Session {
  /// Aggregates a field in SQL, exactly for money and integers; one row without `groupBy`.
  ///
  /// Throws: `sum.overflow`; `field.type` for a sum of what cannot be summed.
  public func aggregate(
    _ selection: Selection, _ function: AggregateFunction, slot: Int, groupBy: [Int] = []
  ) throws -> [AggregateRow] {
    try requireOpen()
    try check([slot] + groupBy, of: selection.entity)
    var selection = selection
    if selection.limit != nil || selection.offset > 0 || (selection.isPlainIDs) {
      selection = Selection(selection.entity, ids: try ids(selection))
    }
    selection.order = []
    let field = selection.entity.fields[slot]
    if function == .sum { try requireSummable(field) }
    let sql = SelectionSQL(
      try layout(of: selection.entity), selection, slots: [slot] + groupBy)
    let column = sql.column(slot)
    let statement = try statement(
      sql.aggregate(["\(function.rawValue)(\(column))", "count(\(column))"], groupBy: groupBy))
    defer { statement.reset() }
    _ = try sql.bind(statement)
    var rows: [AggregateRow] = []
    let types = groupBy.map { selection.entity.fields[$0].type }
    let type = function == .count ? FieldType.integer : field.type
    while try stepAggregate(statement, field) {
      rows.append(
        AggregateRow(
          keys: try types.enumerated().map { try value(statement, Int32($0), $1) },
          value: try value(statement, Int32(types.count), type),
          count: statement.integer(Int32(types.count + 1))))
    }
    return rows
  }

  private func stepAggregate(_ statement: Statement, _ field: Field) throws -> Bool {
    do {
      return try statement.step()
    } catch let error as StoreError where error.message.hasSuffix("integer overflow") {
      throw StoreError(
        "sum.overflow", "the sum of \(field.name) is out of range",
        remedy: "sum fewer records", cause: error)
    }
  }

  private func requireSummable(_ field: Field) throws {
    switch field.type {
    case .integer, .number, .money: return
    default:
      throw ValidationError(
        "field.type", "\(field.name) holds \(field.expectation), which cannot be summed",
        remedy: "sum a number or money field", field: field.name)
    }
  }

  func value(_ statement: Statement, _ column: Int32, _ type: FieldType) throws -> FieldValue {
    if statement.isNull(column) { return .null }
    switch type {
    case .text, .choice: return .text(statement.text(column))
    case .number: return .number(statement.number(column))
    case .bool: return .bool(statement.integer(column) != 0)
    case .integer, .reference: return .integer(statement.integer(column))
    case .money: return .money(Money(units: statement.integer(column)))
    case .day: return .day(try Day(number: statement.integer(column)))
    case .instant: return .instant(try Instant(milliseconds: statement.integer(column)))
    }
  }
}
