import SalesKernel
import Values

/// The packed form of a column.
///
/// ```
///   kind  [texts: count, each length + UTF-8]  mode  values
///   mode 0: runs (value, length)   mode 1: values one by one
/// ```
/// A value is a text's number, or 0 for null and otherwise 1 followed by the zigzag difference to
/// the
/// value before. Numbers are their 8 bytes as an unsigned integer.
extension CellColumn {
  func write(to writer: inout ByteWriter) {
    writer.byte(UInt8(truncatingIfNeeded: kind))
    if isText {
      writer.count(texts.count)
      for code in 0..<texts.count { texts.withBytes(UInt32(code + 1)) { writer.append($0) } }
    }
    let runs = runCount
    let asRuns = runs * 2 <= count
    writer.byte(asRuns ? 0 : 1)
    var (index, last) = (0, Int64(0))
    while index < count {
      var end = index + 1
      if asRuns { while end < count, isEqual(index, end) { end += 1 } }
      write(index, &last, to: &writer)
      if asRuns { writer.count(end - index) }
      index = end
    }
  }

  private var runCount: Int {
    var runs = 0
    for index in 0..<count where index == 0 || !isEqual(index - 1, index) { runs += 1 }
    return runs
  }

  private func isEqual(_ one: Int, _ other: Int) -> Bool {
    isText ? codes[one] == codes[other] : bits[one] == bits[other] && nulls[one] == nulls[other]
  }

  private func write(_ index: Int, _ last: inout Int64, to writer: inout ByteWriter) {
    if isText { return writer.unsigned(UInt64(codes[index])) }
    if nulls[index] { return writer.byte(0) }
    writer.byte(1)
    writer.signed(bits[index] &- last)
    last = bits[index]
  }

  /// Throws: `store.corrupt`.
  init(from reader: inout ByteReader, count: Int) throws {
    let kind = UInt32(try reader.byte())
    guard (CellKind.bool...CellKind.instant).contains(kind) else {
      throw ByteReader.corrupt("an unknown kind of value")
    }
    self.init(kind: kind)
    var texts = 0
    if isText {
      texts = try reader.count(atMost: count)
      for number in 0..<texts {
        let text = try reader.text()
        guard String(validating: text, as: UTF8.self) != nil else {
          throw ByteReader.corrupt("a text is not UTF-8")
        }
        let code = text.withUnsafeBytes { self.code(of: $0) }
        guard Int(code) == number + 1 else { throw ByteReader.corrupt("a text stands twice") }
      }
    }
    let asRuns = try reader.byte()
    guard asRuns < 2 else { throw ByteReader.corrupt("an unknown mode") }
    var last: Int64 = 0
    while self.count < count {
      let room = count - self.count
      try read(&last, texts, from: &reader)
      if asRuns == 0 {
        let length = try reader.count(atMost: room)
        guard length > 0 else { throw ByteReader.corrupt("an empty run") }
        repeatLast(length - 1)
      }
    }
  }

  private mutating func read(
    _ last: inout Int64, _ texts: Int, from reader: inout ByteReader
  ) throws {
    if isText { return append(code: UInt32(try reader.count(atMost: texts))) }
    switch try reader.byte() {
    case 0: append(bits: 0, isNull: true)
    case 1:
      last &+= try reader.signed()
      try requireInRange(last)
      append(bits: last, isNull: false)
    default: throw ByteReader.corrupt("an unknown mark")
    }
  }

  private func requireInRange(_ value: Int64) throws {
    let isValid: Bool
    switch kind {
    case CellKind.bool: isValid = value == 0 || value == 1
    case CellKind.number: isValid = Double(bitPattern: UInt64(bitPattern: value)).isFinite
    case CellKind.day: isValid = (try? Day(number: value)) != nil
    case CellKind.instant: isValid = (try? Instant(milliseconds: value)) != nil
    default: isValid = true
    }
    if !isValid { throw ByteReader.corrupt("a value is out of range") }
  }

  private mutating func repeatLast(_ times: Int) {
    guard times > 0 else { return }
    if isText {
      let code = codes[codes.count - 1]
      for _ in 0..<times { append(code: code) }
    } else {
      let (value, isNull) = (bits[bits.count - 1], nulls[nulls.count - 1])
      for _ in 0..<times { append(bits: value, isNull: isNull) }
    }
  }
}
