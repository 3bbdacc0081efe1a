/// How tables look to whoever reads them: people see labels, words of choices and amounts in their unit; programs see
/// names and exact values.
import Lua
import SalesKernel
import SalesScript
import ScriptJSON
import Terminal
import Values

struct Presentation {
  private let format: OutputFormat
  private let language: Language
  private let lexicon: Lexicon?
  private let amounts: MoneyUnit
  private let hasLabels: Bool

  init(_ streams: Streams, format: OutputFormat? = nil) {
    self.format = format ?? streams.format ?? .table
    language = streams.language
    lexicon = streams.lexicon
    amounts = streams.amounts
    hasLabels = streams.hasLabels
  }

  /// Whether people read the format, not programs.
  var isForPeople: Bool { format.isForPeople }

  /// A table of results for every output format; rows that are not here are counted in the gap.
  func data(_ table: ResultTable) -> TableData {
    let areMoney = areMoney(table)
    return TableData(
      columns: zip(table.columns, areMoney).map { column($0, isMoney: $1) },
      head: table.rows.map { cells($0, of: table.columns, areMoney: areMoney) }, tail: [],
      omitted: table.omitted)
  }

  /// The single record of a table, without its empty fields.
  func card(_ table: ResultTable) -> TableData {
    let shown = table.columns.indices.filter { !table.rows[0][$0].isNil }
    return data(
      ResultTable(
        columns: shown.map { table.columns[$0] }, rows: [shown.map { table.rows[0][$0] }]))
  }

  /// - Parameter isMoney: Whether all its values are amounts, so that the header says their unit.
  func column(_ column: ResultTable.Column, isMoney: Bool) -> TableData.Column {
    var name = column.name
    if isForPeople { name = column.header(in: lexicon) }
    if format == .csv || format == .tsv, hasLabels {
      name = column.fileHeader(in: language, lexicon)
    }
    if isForPeople, isMoney, amounts != .yuan {
      name += lexicon == nil ? " (\(amounts.word))" : "（\(amounts.word)）"
    }
    return TableData.Column(name, kind: column.kind.cellKind)
  }

  func cells(
    _ row: [Value], of columns: [ResultTable.Column], areMoney: [Bool]
  ) -> [TableCell] {
    row.indices.map { cell(row[$0], of: columns[$0], isMoney: areMoney[$0]) }
  }

  /// People read what an empty cell means; machines get none.
  private func cell(
    _ value: Value, of column: ResultTable.Column, isMoney: Bool
  ) -> TableCell {
    if value.isNil, !column.empty.isEmpty {
      let text = lexicon?.note(column.empty) ?? column.empty
      return TableCell(text, kind: .null, exact: "")
    }
    guard isForPeople else { return value.cell }
    if let word = column.word(for: value, in: lexicon) { return people(word, kind: .text, value) }
    if amounts != .yuan, case .scalar(let scalar) = value, scalar.kind == Money.scalarKind {
      let text = Money(units: scalar.payload).grouped(in: amounts)
      return people(isMoney ? text : "\(text) \(amounts.word)", kind: .number, value)
    }
    return value.cell
  }

  /// Markdown shows cells as programs have them, unless people asked for something else.
  private func people(_ text: String, kind: TableCell.Kind, _ value: Value) -> TableCell {
    TableCell(text, kind: kind, exact: format == .markdown ? text : value.plain)
  }

  /// By column: whether there are values, and all are amounts.
  private func areMoney(_ table: ResultTable) -> [Bool] {
    table.columns.indices.map { index in
      if table.columns[index].isMoney { return true }
      let values = table.rows.lazy.map { $0[index] }.filter { !$0.isNil }
      return !values.isEmpty && values.allSatisfy(\.isMoney)
    }
  }
}

extension Value {
  fileprivate var isMoney: Bool {
    if case .scalar(let scalar) = self { scalar.kind == Money.scalarKind } else { false }
  }
}
