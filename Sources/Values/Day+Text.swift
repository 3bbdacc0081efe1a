/// Days as text: ISO 8601, `2026-06-30`.
extension Day: CustomStringConvertible {
  /// Reads `2026-06-30`; spaces around are ignored.
  ///
  /// Throws: `day.syntax`, `day.range` (2026-02-30).
  public init(parsing text: some StringProtocol) throws(ValueError) {
    self = try text.readBytes(Day.init(utf8:))
  }

  /// The same, from bytes that stand in a buffer.
  ///
  /// Throws: `day.syntax`, `day.range`.
  public init(utf8 bytes: UnsafeRawBufferPointer) throws(ValueError) {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    guard let (year, month, day) = cursor.takeCivil() else { throw .daySyntax(bytes) }
    cursor.skipSpaces()
    guard cursor.isAtEnd else { throw .daySyntax(bytes) }
    try self.init(year: year, month: month, day: day)
  }

  public var description: String {
    let (year, month, day) = civil
    return String(unsafeUninitializedCapacity: 10) { buffer in
      var writer = DigitWriter(buffer)
      writer.put(year, digits: 4)
      writer.put(UInt8(ascii: "-"))
      writer.put(month, digits: 2)
      writer.put(UInt8(ascii: "-"))
      writer.put(day, digits: 2)
      return writer.count
    }
  }
}

extension ByteCursor {
  /// `2026-06-30` as three numbers, not yet known to be a day.
  mutating func takeCivil() -> (year: Int, month: Int, day: Int)? {
    guard let year = takeDigits(4), take(UInt8(ascii: "-")), let month = takeDigits(2),
      take(UInt8(ascii: "-")), let day = takeDigits(2)
    else { return nil }
    return (year, month, day)
  }
}

extension ValueError {
  fileprivate static func daySyntax(_ bytes: UnsafeRawBufferPointer) -> ValueError {
    ValueError(
      "day.syntax", "\(quoted(bytes)) is not a day", remedy: "write it as 2026-06-30")
  }
}
