/// Values of scripts as the terminal's cells.
import Lua
import SalesScript
import Terminal
import Values

extension ResultTable.Column.Kind {
  public var cellKind: TableCell.Kind {
    switch self {
    case .text: .text
    case .number: .number
    case .bool: .bool
    }
  }
}

extension Value {
  /// Amounts are grouped, and long fractions cut, for people; both are exact for machines.
  public var cell: TableCell {
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
