import Values

/// Computes a formula for some rows at a time, column by column.
///
/// `and` and `or` look at their right side only for the rows for which Lua would.
struct FrameFormulaRun {
  /// What a formula's values are; texts by their number in the words of one column.
  enum Kind: Hashable {
    case whole(FieldType)
    case real
    case word(FrameWords?)
    case truth
    case nothing

    static func == (one: Kind, other: Kind) -> Bool {
      switch (one, other) {
      case (.whole(let a), .whole(let b)): a == b
      case (.real, .real), (.truth, .truth), (.nothing, .nothing): true
      case (.word(let a), .word(let b)): a === b
      default: false
      }
    }

    func hash(into hasher: inout Hasher) {}
  }

  /// Values of a batch of rows: whole numbers, the bits of doubles, 0 and 1 for truth.
  struct Values {
    var kind: Kind
    var bits: [Int64]
    var nulls: [Bool]

    func double(_ index: Int) -> Double {
      if case .real = kind { return Double(bitPattern: UInt64(bitPattern: bits[index])) }
      return Double(bits[index])
    }

    /// Lua's truth.
    func isTrue(_ index: Int) -> Bool {
      if nulls[index] { return false }
      if case .truth = kind { return bits[index] != 0 }
      return true
    }
  }

  /// What columns cannot tell.
  struct Untold: Error {}

  private let frame: Frame
  private var columns: [String: FrameColumn] = [:]
  private static let batch = 2048

  init(_ frame: Frame, _ formula: FrameFormula) throws(ValidationError) {
    self.frame = frame
    for name in formula.columns { columns[name] = try frame.column(name) }
  }

  /// - Throws: ``Untold``.
  func rows(_ formula: FrameFormula) throws -> FrameRows {
    let kept = FrameBuffer<Int32>()
    for start in stride(from: 0, to: frame.count, by: Self.batch) {
      let rows = (start..<min(start + Self.batch, frame.count)).map { frame.rows[$0] }
      let values = try evaluate(formula, rows, [Bool](repeating: true, count: rows.count))
      for (index, row) in rows.enumerated() where values.isTrue(index) {
        kept.append(Int32(truncatingIfNeeded: row))
      }
    }
    return .some(kept)
  }

  /// - Parameter wanted: The rows whose values are asked for; others may hold anything.
  private func evaluate(
    _ formula: FrameFormula, _ rows: [Int], _ wanted: [Bool]
  ) throws -> Values {
    switch formula {
    case .column(let name): return try read(name, rows)
    case .constant(let value): return try constant(value, rows.count)
    case .not(let inner):
      let values = try evaluate(inner, rows, wanted)
      return truth(rows.count) { !values.isTrue($0) }
    case .and(let one, let other): return try choose(one, other, rows, wanted, whereTrue: true)
    case .or(let one, let other): return try choose(one, other, rows, wanted, whereTrue: false)
    case .compare(let comparison, let one, let other):
      return try compare(comparison, one, other, rows, wanted)
    case .arithmetic(let operation, let one, let other):
      return try compute(
        operation, evaluate(one, rows, wanted), evaluate(other, rows, wanted), wanted)
    }
  }

  private func truth(_ count: Int, _ test: (Int) -> Bool) -> Values {
    Values(
      kind: .truth, bits: (0..<count).map { test($0) ? 1 : 0 },
      nulls: [Bool](repeating: false, count: count))
  }

  private func read(_ name: String, _ rows: [Int]) throws -> Values {
    guard let column = columns[name] else { throw Untold() }
    switch column.storage {
    case .words(let codes, let words):
      return Values(
        kind: .word(words), bits: rows.map { Int64(codes.base[$0]) },
        nulls: rows.map { codes.base[$0] == 0 })
    case .real(let values):
      return Values(
        kind: .real, bits: rows.map { Int64(bitPattern: values.base[$0].bitPattern) },
        nulls: rows.map { values.base[$0].isNaN })
    case .narrow(let values):
      return Values(
        kind: kind(of: column), bits: rows.map { Int64(values.base[$0]) },
        nulls: rows.map { values.base[$0] == .min })
    case .wide(let values):
      return Values(
        kind: kind(of: column), bits: rows.map { values.base[$0] },
        nulls: rows.map { values.base[$0] == .min })
    }
  }

  private func kind(of column: FrameColumn) -> Kind {
    switch column.type {
    case .bool: .truth
    case .reference: .whole(.integer)
    default: .whole(column.type)
    }
  }

  private func constant(_ value: FieldValue, _ count: Int) throws -> Values {
    let (kind, bits): (Kind, Int64) =
      switch value {
      case .null: (.nothing, 0)
      case .bool(let flag): (.truth, flag ? 1 : 0)
      case .integer(let integer): (.whole(.integer), integer)
      case .number(let number): (.real, Int64(bitPattern: number.bitPattern))
      case .money(let money): (.whole(.money), money.units)
      case .day(let day): (.whole(.day), Int64(day.number))
      case .instant(let instant): (.whole(.instant), instant.milliseconds)
      case .text: throw Untold()
      }
    return Values(
      kind: kind, bits: [Int64](repeating: bits, count: count),
      nulls: [Bool](repeating: kind == .nothing, count: count))
  }

  /// `and` gives its right side where the left is true, `or` where it is not.
  private func choose(
    _ one: FrameFormula, _ other: FrameFormula, _ rows: [Int], _ wanted: [Bool], whereTrue: Bool
  ) throws -> Values {
    let left = try evaluate(one, rows, wanted)
    let goesOn = rows.indices.map { wanted[$0] && left.isTrue($0) == whereTrue }
    guard goesOn.contains(true) else { return left }
    let right = try evaluate(other, rows, goesOn)
    if left.kind == right.kind {
      return Values(
        kind: left.kind,
        bits: rows.indices.map { goesOn[$0] ? right.bits[$0] : left.bits[$0] },
        nulls: rows.indices.map { goesOn[$0] ? right.nulls[$0] : left.nulls[$0] })
    }
    // Of different kinds only the truth is told, which is all that a condition asks for in the end.
    guard case .truth = right.kind else { throw Untold() }
    return truth(rows.count) { goesOn[$0] ? right.isTrue($0) : left.isTrue($0) }
  }
}

/// Comparisons and arithmetic.
extension FrameFormulaRun {
  private func compare(
    _ comparison: FrameFormula.Comparison, _ one: FrameFormula, _ other: FrameFormula,
    _ rows: [Int], _ wanted: [Bool]
  ) throws -> Values {
    let isEquality = comparison == .equal || comparison == .unequal
    if isEquality, let words = try words(comparison, one, other, rows, wanted) { return words }
    let (left, right) = (try evaluate(one, rows, wanted), try evaluate(other, rows, wanted))
    if isEquality {
      // What and/or give of two kinds is known as a truth only.
      guard !one.isChoice, !other.isChoice else { throw Untold() }
      guard
        left.kind == right.kind || left.kind == .nothing || right.kind == .nothing
          || (left.isNumber && right.isNumber)
      else { throw Untold() }
    } else {
      guard left.isOrdered, right.isOrdered,
        left.kind == right.kind || (left.isNumber && right.isNumber)
      else { throw Untold() }
      for index in rows.indices where wanted[index] && (left.nulls[index] || right.nulls[index]) {
        throw Untold()
      }
    }
    if left.kind != right.kind, left.isNumber, right.isNumber {
      for index in rows.indices where wanted[index] {
        guard left.isExact(index), right.isExact(index) else { throw Untold() }
      }
    }
    return truth(rows.count) { Self.holds(comparison, left, right, $0) }
  }

  private static func holds(
    _ comparison: FrameFormula.Comparison, _ left: Values, _ right: Values, _ index: Int
  ) -> Bool {
    let order: Int
    if left.nulls[index] || right.nulls[index] {
      order = left.nulls[index] && right.nulls[index] ? 0 : 1
    } else if left.kind == right.kind, left.kind != .real {
      let (a, b) = (left.bits[index], right.bits[index])
      order = a < b ? -1 : a > b ? 1 : 0
    } else {
      let (a, b) = (left.double(index), right.double(index))
      order = a < b ? -1 : a > b ? 1 : 0
    }
    return switch comparison {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    case .equal: order == 0
    case .unequal: order != 0
    }
  }

  /// A column of texts against one text, by its number.
  private func words(
    _ comparison: FrameFormula.Comparison, _ one: FrameFormula, _ other: FrameFormula,
    _ rows: [Int], _ wanted: [Bool]
  ) throws -> Values? {
    let text: String
    let column: FrameFormula
    switch (one, other) {
    case (_, .constant(.text(let word))): (column, text) = (one, word)
    case (.constant(.text(let word)), _): (column, text) = (other, word)
    default: return nil
    }
    let values = try evaluate(column, rows, wanted)
    guard case .word(let words?) = values.kind else { throw Untold() }
    let number = words.number(of: text).map { Int64($0) } ?? -1
    return truth(rows.count) {
      (values.bits[$0] == number) == (comparison == .equal)
    }
  }

  private func compute(
    _ operation: FrameFormula.Operation, _ left: Values, _ right: Values, _ wanted: [Bool]
  ) throws -> Values {
    for index in wanted.indices where wanted[index] && (left.nulls[index] || right.nulls[index]) {
      throw Untold()
    }
    var result = left
    if left.kind == .whole(.money), right.kind == .whole(.money),
      operation == .plus || operation == .minus
    {
      for index in wanted.indices where wanted[index] {
        let (units, overflow) =
          operation == .plus
          ? left.bits[index].addingReportingOverflow(right.bits[index])
          : left.bits[index].subtractingReportingOverflow(right.bits[index])
        if overflow || units == .min { throw Untold() }
        result.bits[index] = units
      }
      return result
    }
    guard left.isNumber, right.isNumber else { throw Untold() }
    let isWhole =
      left.kind == .whole(.integer) && right.kind == .whole(.integer) && operation != .over
    result.kind = isWhole ? .whole(.integer) : .real
    for index in wanted.indices where wanted[index] {
      if isWhole {
        // Whole numbers wrap around in Lua.
        let (a, b) = (left.bits[index], right.bits[index])
        result.bits[index] = operation == .plus ? a &+ b : operation == .minus ? a &- b : a &* b
        continue
      }
      let (a, b) = (left.double(index), right.double(index))
      let number =
        operation == .plus
        ? a + b : operation == .minus ? a - b : operation == .times ? a * b : a / b
      guard number.isFinite, left.isExact(index), right.isExact(index) else { throw Untold() }
      result.bits[index] = Int64(bitPattern: number.bitPattern)
    }
    return result
  }
}

extension FrameFormulaRun.Values {
  fileprivate var isNumber: Bool { kind == .real || kind == .whole(.integer) }

  /// Whether the number is the same as a double.
  fileprivate func isExact(_ index: Int) -> Bool {
    kind == .real || nulls[index] || bits[index].magnitude <= 1 << 53
  }

  fileprivate var isOrdered: Bool {
    switch kind {
    case .whole, .real: true
    default: false
    }
  }
}

extension Frame {
  /// The rows for which a formula holds; nil where columns cannot tell.
  /// - Throws: `frame.column`.
  public func rows(where formula: FrameFormula) throws -> FrameRows? {
    let run = try FrameFormulaRun(self, formula)
    do {
      return try run.rows(formula)
    } catch is FrameFormulaRun.Untold {
      return nil
    }
  }
}
