import Values

/// Takes a column's values in, some rows at a time, and keeps them as narrow as they fit.
public struct FrameColumnBuilder {
  private enum Growing {
    case words(FrameBuffer<UInt32>)
    case narrow(FrameBuffer<Int32>)
    case wide(FrameBuffer<Int64>)
    case real(FrameBuffer<Double>)
  }

  private let type: FieldType
  private var growing: Growing

  public init(_ type: FieldType) {
    self.type = type
    switch type {
    case .text, .choice: growing = .words(FrameBuffer())
    case .number: growing = .real(FrameBuffer())
    case .money, .instant: growing = .wide(FrameBuffer())
    case .bool, .integer, .reference, .day: growing = .narrow(FrameBuffer())
    }
  }

  /// Appends rows, each 64 bits: money in 1/10,000, days, milliseconds, ids, the pattern of a double, of a
  /// text its number.
  /// - Throws: `frame.range` for the one whole number that stands for an empty value.
  public mutating func append(
    _ bits: UnsafePointer<Int64>, nulls: UnsafePointer<Bool>, count: Int
  ) throws(ValueError) {
    switch growing {
    case .words(let codes):
      let target = codes.extend(by: count)
      for row in 0..<count { target[row] = UInt32(truncatingIfNeeded: bits[row]) }
    case .real(let values):
      let target = values.extend(by: count)
      for row in 0..<count {
        target[row] = nulls[row] ? .nan : Double(bitPattern: UInt64(bitPattern: bits[row]))
      }
    case .wide(let values): try append(bits, nulls, count, to: values)
    case .narrow(let values):
      let target = values.extend(by: count)
      var fits = true
      for row in 0..<count {
        let narrow = Int32(truncatingIfNeeded: bits[row])
        fits = fits && (nulls[row] || (Int64(narrow) == bits[row] && narrow != .min))
        target[row] = nulls[row] ? .min : narrow
      }
      if fits { return }
      let wide = Self.widened(values, but: count)
      growing = .wide(wide)
      try append(bits, nulls, count, to: wide)
    }
  }

  private func append(
    _ bits: UnsafePointer<Int64>, _ nulls: UnsafePointer<Bool>, _ count: Int,
    to values: FrameBuffer<Int64>
  ) throws(ValueError) {
    let target = values.extend(by: count)
    var fits = true
    for row in 0..<count {
      fits = fits && (nulls[row] || bits[row] != .min)
      target[row] = nulls[row] ? .min : bits[row]
    }
    if !fits {
      throw ValueError(
        "frame.range", "a value is out of the range of a frame's column",
        remedy: "leave the record out, or leave the column out")
    }
  }

  private static func widened(_ values: FrameBuffer<Int32>, but last: Int) -> FrameBuffer<Int64> {
    let wide = FrameBuffer<Int64>(capacity: values.count)
    for row in 0..<max(values.count - last, 0) {
      wide.append(values.base[row] == .min ? .min : Int64(values.base[row]))
    }
    return wide
  }

  /// Appends one value.
  /// - Throws: `frame.range`.
  public mutating func append(whole: Int64?) throws(ValueError) {
    var (bits, isNull) = (whole ?? 0, whole == nil)
    try append(&bits, nulls: &isNull, count: 1)
  }

  /// - Parameter texts: Of a column of texts, those that the numbers from 1 stand for.
  public func finish(texts: [String] = []) -> FrameColumn {
    switch growing {
    case .words(let codes): FrameColumn(type, .words(codes, FrameWords(texts)))
    case .narrow(let values): FrameColumn(type, .narrow(values))
    case .wide(let values): FrameColumn(type, .wide(values))
    case .real(let values): FrameColumn(type, .real(values))
    }
  }
}
