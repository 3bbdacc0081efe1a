/// How policy values read in messages: `text "x"`, `money 12.00`.
extension PolicyValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .null: "nothing"
    case .bool(let value): "bool \(value)"
    case .integer(let value): "integer \(value)"
    case .number(let value): "number \(value)"
    case .text(let value): "text \"\(value)\""
    case .money(let value): "money \(value.grouped)"
    case .day(let value): "date \(value)"
    case .span(let value): "span \(value)"
    case .list(let values): "a list of \(values.count)"
    case .table: "a table"
    case .rule: "a function"
    }
  }

  /// The value as a field could hold it; nil for spans, lists, tables and rules.
  public var fieldValue: FieldValue? {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let value): .text(value)
    case .money(let value): .money(value)
    case .day(let value): .day(value)
    case .span, .list, .table, .rule: nil
    }
  }
}
