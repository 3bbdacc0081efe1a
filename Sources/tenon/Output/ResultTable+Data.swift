/// Tables of results as the terminal's tables.
import Lua
import SalesScript
import Terminal
import Values

extension ResultTable {
  /// For every output format; rows that are not here are counted in the gap.
  var data: TableData {
    TableData(
      columns: columns.map { TableData.Column($0.name, kind: $0.kind.cellKind) },
      head: rows.map { zip(columns, $0).map { $0.cell(of: $1) } }, tail: [], omitted: omitted)
  }

  /// The single record of a table, without its empty fields.
  var card: TableData {
    let shown = columns.indices.filter { !rows[0][$0].isNil }
    return TableData(
      columns: shown.map { TableData.Column(columns[$0].name, kind: columns[$0].kind.cellKind) },
      rows: [shown.map { rows[0][$0].cell }])
  }
}

extension ResultTable.Column {
  /// People read what an empty cell means; machines get none.
  fileprivate func cell(of value: Value) -> TableCell {
    value.isNil && !empty.isEmpty ? TableCell(empty, kind: .null, exact: "") : value.cell
  }
}

extension ResultTable.Column.Kind {
  var cellKind: TableCell.Kind {
    switch self {
    case .text: .text
    case .number: .number
    case .bool: .bool
    }
  }
}

extension Value {
  /// Amounts are grouped, and long fractions cut, for people; both are exact for machines.
  var cell: TableCell {
    switch self {
    case .nil: return .null
    case .bool(let value): return .bool(value)
    case .integer: return .number(plain)
    case .number: return .number(shown, exact: plain, literal: literal)
    case .scalar(let scalar) where scalar.kind == Money.scalarKind:
      let money = Money(units: scalar.payload)
      return .number(money.grouped, exact: money.description, literal: literal)
    case .scalar: return TableCell(plain, literal: literal)
    default: return TableCell(plain)
    }
  }
}
