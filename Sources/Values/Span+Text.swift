/// Spans as text: `90d`, `48h`, `1d12h`.
extension Span: CustomStringConvertible {
  /// Longest first.
  private static let units: [(name: String, milliseconds: UInt64)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
  ]

  /// Reads `90d`, `48h`, `1d12h`, `-30m`: whole numbers with d, h, m, s, ms, longest first, each
  /// once.
  ///
  /// Throws: `span.syntax`, `span.overflow`.
  public init(parsing text: some StringProtocol) throws(ValueError) {
    self = try text.readBytes(Span.init(utf8:))
  }

  /// The same, from bytes that stand in a buffer.
  ///
  /// Throws: `span.syntax`, `span.overflow`.
  public init(utf8 bytes: UnsafeRawBufferPointer) throws(ValueError) {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    let isNegative = cursor.take(UInt8(ascii: "-"))
    var total: UInt64 = 0
    var last = UInt64.max
    repeat {
      guard let (count, unit) = try cursor.takeTerm(of: bytes), unit < last else {
        throw ValueError(
          "span.syntax", "\(ValueError.quoted(bytes)) is not a span of time",
          remedy: "write it as 90d, 48h or 1d12h")
      }
      last = unit
      let (product, high) = count.multipliedReportingOverflow(by: unit)
      let (sum, low) = total.addingReportingOverflow(product)
      if high || low { throw .spanOverflow(ValueError.quoted(bytes)) }
      total = sum
      cursor.skipSpaces()
    } while !cursor.isAtEnd
    let signed = isNegative ? -Int128(total) : Int128(total)
    guard let milliseconds = Int64(exactly: signed) else {
      throw .spanOverflow(ValueError.quoted(bytes))
    }
    self.init(milliseconds: milliseconds)
  }

  /// The same span with the fewest terms: 36 hours are `1d12h`. Reads back as the same span.
  public var description: String {
    if milliseconds == 0 { return "0s" }
    var text = milliseconds < 0 ? "-" : ""
    var rest = milliseconds.magnitude
    for unit in Span.units {
      let (count, left) = rest.quotientAndRemainder(dividingBy: unit.milliseconds)
      if count > 0 { text += "\(count)\(unit.name)" }
      rest = left
    }
    return text
  }
}

extension ByteCursor {
  /// `12h` as its number and the milliseconds of its unit; nil when there is no such term here.
  fileprivate mutating func takeTerm(
    of whole: UnsafeRawBufferPointer
  ) throws(ValueError) -> (count: UInt64, unit: UInt64)? {
    guard peekIsDigit else { return nil }
    var count: UInt64 = 0
    while let digit = takeDigit() {
      let (tens, high) = count.multipliedReportingOverflow(by: 10)
      let (next, low) = tens.addingReportingOverflow(UInt64(digit))
      if high || low { throw .spanOverflow(ValueError.quoted(whole)) }
      count = next
    }
    if take(UInt8(ascii: "d")) { return (count, 86_400_000) }
    if take(UInt8(ascii: "h")) { return (count, 3_600_000) }
    if take(UInt8(ascii: "s")) { return (count, 1000) }
    guard take(UInt8(ascii: "m")) else { return nil }
    return take(UInt8(ascii: "s")) ? (count, 1) : (count, 60_000)
  }
}
