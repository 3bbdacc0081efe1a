/// Instants as text: ISO 8601 with offset, `2026-03-31T09:00:00+08:00`.
extension Instant: CustomStringConvertible {
  /// Reads `2026-03-31T09:00:00+08:00`.
  ///
  /// A space may stand for the `T`; seconds and their decimals (3) may be left out; the offset may
  /// be `Z`, `+08:00`, `+0800` or `+08`, and is that of `zone` when left out; a day alone is its
  /// first moment.
  ///
  /// Throws: `instant.syntax`, `instant.range`, `day.range` (2026-02-30), `zone.range`.
  public init(parsing text: some StringProtocol, in zone: Zone = .shanghai) throws(ValueError) {
    self = try text.readBytes { bytes throws(ValueError) in try Instant(utf8: bytes, in: zone) }
  }

  /// The same, from bytes that stand in a buffer.
  ///
  /// Throws: `instant.syntax`, `instant.range`, `day.range`, `zone.range`.
  public init(
    utf8 bytes: UnsafeRawBufferPointer, in zone: Zone = .shanghai
  ) throws(ValueError) {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    guard let (year, month, date) = cursor.takeCivil() else { throw .instantSyntax(bytes) }
    let day = try Day(year: year, month: month, day: date)
    var clock: Int64 = 0
    var offset = zone
    if cursor.take(UInt8(ascii: "T")) || (cursor.peek == UInt8(ascii: " ") && cursor.takeGap()) {
      guard let time = cursor.takeClock() else { throw .instantSyntax(bytes) }
      clock = time
      guard let seconds = cursor.takeOffset() else { throw .instantSyntax(bytes) }
      if let given = seconds { offset = try Zone(offsetSeconds: given) }
    }
    cursor.skipSpaces()
    guard cursor.isAtEnd else { throw .instantSyntax(bytes) }
    try self.init(
      milliseconds: Int64(day.number) * Span.millisecondsPerDay + clock
        - offset.offsetMilliseconds)
  }

  /// As clocks of Asia/Shanghai show it. Reads back as the same instant.
  public var description: String { text(in: .shanghai) }

  /// As clocks of the zone show it, with milliseconds when there are any; in UTC when the zone's
  /// clocks would leave the calendar.
  public func text(in zone: Zone) -> String {
    let (days, clock) = local(in: zone)
    guard let number = Int32(exactly: days), number >= Day.first.number, number <= Day.last.number
    else { return text(in: .utc) }
    let (seconds, fraction) = (Int(clock / 1000), Int(clock % 1000))
    let time = String(unsafeUninitializedCapacity: 13) { buffer in
      var writer = DigitWriter(buffer)
      writer.put(UInt8(ascii: "T"))
      writer.put(seconds / 3600, digits: 2)
      writer.put(UInt8(ascii: ":"))
      writer.put(seconds / 60 % 60, digits: 2)
      writer.put(UInt8(ascii: ":"))
      writer.put(seconds % 60, digits: 2)
      if fraction > 0 {
        writer.put(UInt8(ascii: "."))
        writer.put(fraction, digits: 3)
      }
      return writer.count
    }
    return "\(Day(unchecked: number))\(time)\(zone)"
  }
}

extension ByteCursor {
  /// Passes one space that a digit follows, as between day and clock.
  fileprivate mutating func takeGap() -> Bool {
    var ahead = self
    guard ahead.take(UInt8(ascii: " ")), ahead.peekIsDigit else { return false }
    self = ahead
    return true
  }

  /// `09:00`, `09:00:30`, `09:00:30.125` as milliseconds since midnight.
  fileprivate mutating func takeClock() -> Int64? {
    guard let hour = takeDigits(2), hour < 24, take(UInt8(ascii: ":")), let minute = takeDigits(2),
      minute < 60
    else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    guard take(UInt8(ascii: ":")) else { return Int64(milliseconds) }
    guard let second = takeDigits(2), second < 60 else { return nil }
    milliseconds += second * 1000
    guard take(UInt8(ascii: ".")) else { return Int64(milliseconds) }
    var unit = 100
    guard peekIsDigit else { return nil }
    while let digit = takeDigit() {
      if unit == 0, digit != 0 { return nil }
      milliseconds += Int(digit) * unit
      unit /= 10
    }
    return Int64(milliseconds)
  }

  /// Seconds of `Z`, `+08:00`, `+0800`, `+08`; `.some(nil)` when there is none, nil when it is
  /// malformed.
  fileprivate mutating func takeOffset() -> Int?? {
    if take(UInt8(ascii: "Z")) { return .some(0) }
    let isNegative = peek == UInt8(ascii: "-")
    guard take(UInt8(ascii: "-")) || take(UInt8(ascii: "+")) else { return .some(nil) }
    guard let hours = takeDigits(2) else { return nil }
    var seconds = hours * 3600
    if take(UInt8(ascii: ":")) || peekIsDigit {
      guard let minutes = takeDigits(2), minutes < 60 else { return nil }
      seconds += minutes * 60
    }
    return .some(isNegative ? -seconds : seconds)
  }
}

extension ValueError {
  fileprivate static func instantSyntax(_ bytes: UnsafeRawBufferPointer) -> ValueError {
    ValueError(
      "instant.syntax", "\(quoted(bytes)) is not an instant",
      remedy: "write it as 2026-03-31T09:00:00+08:00")
  }
}
