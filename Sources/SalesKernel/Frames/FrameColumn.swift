import Values

/// One typed column of a frame, as compact as its values allow; an empty value has a pattern of its own.
///
/// | type | kept as | empty |
/// |---|---|---|
/// | day, bool; whole numbers and references where they fit | 32 bits | the least |
/// | money, instants, the other whole numbers | 64 bits | the least |
/// | number | double | not a number |
/// | text, choice | number among the distinct texts, from 1 | 0 |
public final class FrameColumn: Sendable {
  public enum Storage: Sendable {
    case words(FrameBuffer<UInt32>, FrameWords)
    case narrow(FrameBuffer<Int32>)
    case wide(FrameBuffer<Int64>)
    case real(FrameBuffer<Double>)
  }

  public let type: FieldType
  public let storage: Storage

  init(_ type: FieldType, _ storage: Storage) {
    self.type = type
    self.storage = storage
  }

  public var count: Int {
    switch storage {
    case .words(let codes, _): codes.count
    case .narrow(let values): values.count
    case .wide(let values): values.count
    case .real(let values): values.count
    }
  }

  /// What it takes in memory, its texts too.
  public var bytes: Int {
    switch storage {
    case .words(let codes, let words): codes.bytes + words.bytes
    case .narrow(let values): values.bytes
    case .wide(let values): values.bytes
    case .real(let values): values.bytes
    }
  }

  public func isNull(_ row: Int) -> Bool {
    switch storage {
    case .words(let codes, _): codes.base[row] == 0
    case .narrow(let values): values.base[row] == .min
    case .wide(let values): values.base[row] == .min
    case .real(let values): values.base[row].isNaN
    }
  }

  public func value(_ row: Int) -> FieldValue {
    switch storage {
    case .words(let codes, let words): words.value(codes.base[row])
    case .narrow(let values): value(of: Int64(values.base[row]), empty: Int64(Int32.min))
    case .wide(let values): value(of: values.base[row], empty: .min)
    case .real(let values):
      values.base[row].isNaN ? .null : .number(values.base[row])
    }
  }

  /// The whole number behind a value that is neither text nor a double.
  func whole(_ row: Int) -> Int64? {
    switch storage {
    case .narrow(let values): values.base[row] == .min ? nil : Int64(values.base[row])
    case .wide(let values): values.base[row] == .min ? nil : values.base[row]
    default: nil
    }
  }

  /// What a whole number stands for in this column.
  func value(of whole: Int64, empty: Int64? = nil) -> FieldValue {
    if whole == empty { return .null }
    switch type {
    case .bool: return .bool(whole != 0)
    case .money: return .money(Money(units: whole))
    case .day: return (try? Day(number: whole)).map(FieldValue.day) ?? .null
    case .instant: return (try? Instant(milliseconds: whole)).map(FieldValue.instant) ?? .null
    default: return .integer(whole)
    }
  }

  /// The rows of another column, picked one by one; a negative row gives an empty value.
  func picked(_ rows: FrameBuffer<Int32>) -> FrameColumn {
    func gather<Element>(
      _ values: FrameBuffer<Element>, empty: Element
    ) -> FrameBuffer<Element> {
      let result = FrameBuffer<Element>(capacity: rows.count)
      let (from, to, places) = (values.base, result.extend(by: rows.count), rows.base)
      for index in 0..<rows.count {
        to[index] = places[index] < 0 ? empty : from[Int(places[index])]
      }
      return result
    }
    switch storage {
    case .words(let codes, let words):
      return FrameColumn(type, .words(gather(codes, empty: 0), words))
    case .narrow(let values): return FrameColumn(type, .narrow(gather(values, empty: .min)))
    case .wide(let values): return FrameColumn(type, .wide(gather(values, empty: .min)))
    case .real(let values): return FrameColumn(type, .real(gather(values, empty: .nan)))
    }
  }
}

extension FrameColumn {
  /// The time from this column's days or moments to another's: days, whole between days, or hours; empty where
  /// either is. Nil where the columns do not both hold days, or both moments.
  public func elapsed(to end: FrameColumn, inHours: Bool) -> FrameColumn? {
    switch (type, end.type) {
    case (.day, .day) where !inHours:
      let days = FrameBuffer<Int32>(capacity: count)
      for row in 0..<min(count, end.count) {
        guard let from = whole(row), let to = end.whole(row) else {
          days.append(.min)
          continue
        }
        days.append(Int32(truncatingIfNeeded: to - from))
      }
      return FrameColumn(.integer, .narrow(days))
    case (.day, .day), (.instant, .instant):
      let unit = type == .day ? 1.0 / 24 : inHours ? 3_600_000 : Double(Span.millisecondsPerDay)
      let times = FrameBuffer<Double>(capacity: count)
      for row in 0..<min(count, end.count) {
        guard let from = whole(row), let to = end.whole(row) else {
          times.append(.nan)
          continue
        }
        times.append((Double(to) - Double(from)) / unit)
      }
      return FrameColumn(.number, .real(times))
    default: return nil
    }
  }
}

/// The distinct texts of a column, numbered from 1.
public final class FrameWords: Sendable {
  public let texts: [String]
  let bytes: Int

  public init(_ texts: [String]) {
    self.texts = texts
    bytes = texts.reduce(0) {
      $0 + MemoryLayout<String>.stride + ($1.utf8.count > 15 ? $1.utf8.count : 0)
    }
  }

  /// The number of a text; nil where it is none of them.
  func number(of text: String) -> Int? { texts.firstIndex(of: text).map { $0 + 1 } }

  func value(_ code: UInt32) -> FieldValue { code == 0 ? .null : .text(texts[Int(code) - 1]) }
}
