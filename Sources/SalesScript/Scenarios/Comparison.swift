import Lua
import SalesKernel
import Values

/// What a measure gives, by key.
struct ComparedFigures {
  enum Figure {
    case money(Money)
    case number(Double)
  }

  let key: String
  private(set) var keys: [String] = []
  private(set) var cells: [String: Value] = [:]
  private(set) var names: [String: String] = [:]
  private(set) var figures: [String: Figure] = [:]

  init(key: String) { self.key = key }

  /// Of what a function gave: one figure, or a table of them by key.
  /// - Throws: `compare.measure`.
  init(_ value: Value) throws {
    key = "measure"
    guard case .table(let table) = value else {
      if !value.isNil { add(.string("total"), name: nil, try Self.figure(value, "total")) }
      return
    }
    for (index, value) in table.list.enumerated() where !value.isNil {
      add(Value(index + 1), name: nil, try Self.figure(value, "\(index + 1)"))
    }
    for (name, value) in table.fields.sorted(by: { $0.key < $1.key }) {
      add(.string(name), name: nil, try Self.figure(value, name))
    }
    for (other, value) in table.others {
      add(other, name: nil, try Self.figure(value, other.plain))
    }
  }

  private static func figure(_ value: Value, _ key: String) throws -> Figure {
    switch value {
    case .integer(let number): return .number(Double(number))
    case .number(let number) where number.isFinite: return .number(number)
    case .scalar(let scalar):
      if case .money(let money) = try TypedScalar(scalar) { return .money(money) }
    default: break
    }
    throw ArgumentError(
      "the measure gave \(value.literal) for \(key), neither a number nor an amount",
      code: "compare.measure", remedy: "return a number, an amount, or a table of them by key")
  }

  mutating func add(_ cell: Value, name: String?, _ figure: Figure) {
    let key = cell.plain
    if figures[key] == nil { keys.append(key) }
    (cells[key], names[key], figures[key]) = (cell, name, figure)
  }

  /// - Throws: `compare.measure` where amounts and numbers are mixed, `money.overflow`.
  func total() throws -> Figure? {
    try keys.compactMap { figures[$0] }.reduce(Figure?.none) { sum, figure in
      guard let sum else { return figure }
      return try sum.adding(figure)
    }
  }
}

extension ComparedFigures.Figure {
  func adding(_ other: Self) throws -> Self {
    switch (self, other) {
    case (.money(let left), .money(let right)): return .money(try left.adding(right))
    case (.number(let left), .number(let right)): return .number(left + right)
    default: throw Self.mixed
    }
  }

  func subtracting(_ other: Self) throws -> Self {
    switch (self, other) {
    case (.money(let left), .money(let right)): return .money(try left.subtracting(right))
    case (.number(let left), .number(let right)): return .number(left - right)
    default: throw Self.mixed
    }
  }

  private static var mixed: ArgumentError {
    ArgumentError(
      "the measure gave amounts and numbers", code: "compare.measure",
      remedy: "let it give only amounts, or only numbers")
  }

  var sign: Int {
    switch self {
    case .money(let money): money.units > 0 ? 1 : money.units < 0 ? -1 : 0
    case .number(let number): number > 0 ? 1 : number < 0 ? -1 : 0
    }
  }

  var value: Value {
    switch self {
    case .money(let money): .scalar(money.scalar)
    case .number(let number): Int64(exactly: number).map { .integer($0) } ?? .number(number)
    }
  }
}

/// Two measurements side by side.
struct Comparison {
  private let before: ComparedFigures
  private let after: ComparedFigures

  init(_ before: ComparedFigures, _ after: ComparedFigures) {
    (self.before, self.after) = (before, after)
  }

  func report(from a: String, to b: String) throws -> ReportObject {
    let keys = before.keys + after.keys.filter { before.figures[$0] == nil }
    let hasNames = !before.names.isEmpty || !after.names.isEmpty
    var (more, less, rows) = (0, 0, [[Value]]())
    for key in keys {
      let (left, right) = (before.figures[key], after.figures[key])
      let change = try left.flatMap { left in try right.map { try $0.subtracting(left) } }
      if let sign = change?.sign {
        more += sign > 0 ? 1 : 0
        less += sign < 0 ? 1 : 0
      }
      var row = [before.cells[key] ?? after.cells[key] ?? .string(key)]
      if hasNames { row.append(Value(before.names[key] ?? after.names[key])) }
      rows.append(row + [left?.value ?? .nil, right?.value ?? .nil, change?.value ?? .nil])
    }
    let (left, right) = (try before.total(), try after.total())
    let difference = try left.flatMap { left in try right.map { try $0.subtracting(left) } }
    return ReportObject([
      .init("a", .string(a)), .init("b", .string(b)), .init("total_a", left?.value ?? .nil),
      .init("total_b", right?.value ?? .nil), .init("difference", difference?.value ?? .nil),
      .init("more", Value(more)), .init("less", Value(less)),
      .init(
        "table",
        .object(
          ResultTable(
            columns: [.init(before.key)] + (hasNames ? [.init("name")] : [])
              + ["a", "b", "difference"].map { .init($0, .number) }, rows: rows))),
    ])
  }
}
