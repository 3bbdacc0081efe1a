import Values

/// What a column's value must be: one of some values, or within bounds. An empty value is neither.
public enum FrameCondition: Sendable {
  case oneOf([FieldValue])
  /// Bounds are of the column's type; `from` and `upto` count as within, `below` does not.
  case range(from: FieldValue?, upto: FieldValue?, below: FieldValue?)
}

extension Frame {
  /// The rows that meet a condition on a column.
  ///
  /// - Parameter condition: Its values are of the column's type.
  public func rows(where column: FrameColumn, _ condition: FrameCondition) -> FrameRows {
    switch condition {
    case .oneOf(let values): oneOf(column, values)
    case .range(let from, let upto, let below): range(column, from, upto, below)
    }
  }

  private func oneOf(_ column: FrameColumn, _ values: [FieldValue]) -> FrameRows {
    switch column.storage {
    case .words(let codes, let words):
      let wanted = Set(values)
      let admits = FrameBuffer<Bool>(repeating: false, count: words.texts.count + 1)
      for (place, text) in words.texts.enumerated() where wanted.contains(.text(text)) {
        admits.base[place + 1] = true
      }
      let (base, table) = (codes.base, admits.base)
      return rows.filter { table[Int(base[$0])] }
    case .real(let numbers):
      let wanted = Set(
        values.compactMap { if case .number(let number) = $0 { number } else { nil } })
      let base = numbers.base
      return rows.filter { !base[$0].isNaN && wanted.contains(base[$0]) }
    case .narrow, .wide:
      let wanted = Set(values.compactMap(\.whole))
      if let only = wanted.first, wanted.count == 1 { return wholes(column, only, only) }
      return rows.filter { column.whole($0).map(wanted.contains) ?? false }
    }
  }

  private func range(
    _ column: FrameColumn, _ from: FieldValue?, _ upto: FieldValue?, _ below: FieldValue?
  ) -> FrameRows {
    switch column.storage {
    case .words(let codes, let words):
      let admits = FrameBuffer<Bool>(repeating: false, count: words.texts.count + 1)
      for (place, text) in words.texts.enumerated() {
        admits.base[place + 1] =
          (from.map { $0.word <= text } ?? true) && (upto.map { text <= $0.word } ?? true)
          && (below.map { text < $0.word } ?? true)
      }
      let (base, table) = (codes.base, admits.base)
      return rows.filter { table[Int(base[$0])] }
    case .real(let numbers):
      let base = numbers.base
      let (low, high) = (from?.number ?? -.infinity, upto?.number ?? .infinity)
      let end = below?.number
      return rows.filter { row in
        let value = base[row]
        return value >= low && value <= high && end.map { value < $0 } ?? true
      }
    case .narrow, .wide:
      let low = from?.whole ?? Int64.min + 1
      var high = upto?.whole ?? Int64.max
      if let end = below?.whole {
        if end == .min { return .some(FrameBuffer()) }
        high = min(high, end - 1)
      }
      return wholes(column, low, high)
    }
  }

  private func wholes(_ column: FrameColumn, _ low: Int64, _ high: Int64) -> FrameRows {
    guard low <= high else { return .some(FrameBuffer()) }
    switch column.storage {
    case .narrow(let values):
      let base = values.base
      return rows.filter {
        base[$0] != .min && Int64(base[$0]) >= low && Int64(base[$0]) <= high
      }
    case .wide(let values):
      let base = values.base
      return rows.filter { base[$0] != .min && base[$0] >= low && base[$0] <= high }
    default: return .some(FrameBuffer())
    }
  }
}

extension FieldValue {
  /// The whole number that a column keeps for it.
  fileprivate var whole: Int64? {
    switch self {
    case .bool(let flag): flag ? 1 : 0
    case .integer(let integer): integer
    case .money(let money): money.units
    case .day(let day): Int64(day.number)
    case .instant(let instant): instant.milliseconds
    case .null, .number, .text: nil
    }
  }

  fileprivate var number: Double? {
    switch self {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    default: nil
    }
  }

  fileprivate var word: String { if case .text(let text) = self { text } else { "" } }
}
