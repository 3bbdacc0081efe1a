import Lua
import SalesKernel
import Values

/// What a chart is drawn of: a table of results, or a list of rows as a script writes them.
struct ChartRows {
  private enum Source {
    case table(ResultTable)
    case list([Table])
  }

  private let source: Source
  private let function: String

  /// - Throws: `chart.value` where it is neither.
  init(_ value: Value?, of function: String) throws {
    self.function = function
    switch value {
    case .object(let table as ResultTable): source = .table(table)
    case .table(let list):
      source = .list(
        try list.list.enumerated().map { place, item in
          guard case .table(let row) = item else {
            throw ArgumentError(
              "\(function): row \(place + 1) is a \(item.typeName)", code: "chart.value",
              remedy: "give rows as {{month = \"2026-06\", sales = 5}}")
          }
          return row
        })
    default:
      throw ArgumentError(
        "\(function): expected rows, got \(value?.typeName ?? "nil")", code: "chart.value",
        remedy: "give a table of results or a list of rows")
    }
  }

  var count: Int {
    switch source {
    case .table(let table): table.rows.count
    case .list(let rows): rows.count
    }
  }

  /// - Throws: `entity.field` with the nearest name where no row has the column.
  func value(_ row: Int, _ column: String) throws -> Value {
    switch source {
    case .table(let table):
      guard let place = table.columns.firstIndex(where: { $0.name == column }) else {
        throw missing(column, among: table.columns.map(\.name))
      }
      return table.rows[row][place]
    case .list(let rows):
      if rows.contains(where: { !$0[column].isNil }) { return rows[row][column] }
      throw missing(column, among: Set(rows.flatMap { $0.fields.map(\.key) }).sorted())
    }
  }

  /// Amounts in yuan; nil where there is nothing to draw.
  func number(_ row: Int, _ column: String) throws -> Double? {
    switch try value(row, column) {
    case .nil: return nil
    case .integer(let whole): return Double(whole)
    case .number(let number): return number.isFinite ? number : nil
    case .scalar(let scalar) where scalar.kind == Money.scalarKind:
      return Double(scalar.payload) / Double(Money.unitsPerYuan)
    case let other:
      throw ArgumentError(
        "\(function): row \(row + 1): \(column) is \(other.plain.shortened), no number",
        code: "chart.value", remedy: "name a column of numbers or amounts")
    }
  }

  private func missing(_ column: String, among names: [String]) -> ArgumentError {
    ArgumentError(
      "\(function): there is no column \"\(column.shortened)\"", code: "entity.field",
      remedy: Suggestion.sentence(for: column, among: names))
  }
}
