/// Amounts as text: `320000.00`, `0.0125`, grouped `320,000.00`.
extension Money: CustomStringConvertible {
  /// Reads `12.50`, `-1,234.5678`, `¥12`; spaces around are ignored.
  ///
  /// Zeros after the fourth decimal are allowed, other digits there are not.
  ///
  /// Throws: `money.syntax`, `money.inexact` (more than 4 decimals), `money.overflow`.
  public init(parsing text: some StringProtocol) throws(ValueError) {
    self = try text.readBytes(Money.init(utf8:))
  }

  /// The same, from bytes that stand in a buffer: a CSV field.
  ///
  /// Throws: `money.syntax`, `money.inexact`, `money.overflow`.
  public init(utf8 bytes: UnsafeRawBufferPointer) throws(ValueError) {
    guard let text = DecimalText(bytes, [.currency, .grouping]) else {
      throw ValueError(
        "money.syntax", "\(ValueError.quoted(bytes)) is not an amount of money",
        remedy: "write it as 12.50, -1,234.5678 or ¥12")
    }
    if text.scale > 4 {
      throw ValueError(
        "money.inexact", "\(ValueError.quoted(bytes)) has more than 4 decimals",
        remedy: "round it to 4 decimals first")
    }
    let (magnitude, overflow) = text.mantissa.multipliedReportingOverflow(
      by: UInt64(powerOfTen(4 - text.scale)))
    let signed = text.isNegative ? -Int128(magnitude) : Int128(magnitude)
    guard !text.overflows, !overflow, let units = Int64(exactly: signed) else {
      throw .moneyOverflow(ValueError.quoted(bytes))
    }
    self.init(units: units)
  }

  /// Plain: at least 2 decimals, at most 4, no grouping. Reads back as the same amount.
  public var description: String { text(isGrouped: false) }

  /// For people: commas between groups of three digits, as `320,000.00`.
  public var grouped: String { text(isGrouped: true) }

  private func text(isGrouped: Bool) -> String {
    let whole = units.magnitude / 10_000
    let fraction = units.magnitude % 10_000
    let decimals = fraction % 100 == 0 ? 2 : fraction % 10 == 0 ? 3 : 4
    // Fifteen bytes hold -9,999,999.9999 and need no allocation.
    let room = whole < 10_000_000 ? 15 : 32
    return String(unsafeUninitializedCapacity: room) { buffer in
      var position = room
      func put(_ byte: UInt8) {
        position -= 1
        buffer[position] = byte
      }
      var rest = fraction
      for place in 0..<4 {
        if place >= 4 - decimals { put(UInt8(ascii: "0") + UInt8(rest % 10)) }
        rest /= 10
      }
      put(UInt8(ascii: "."))
      rest = whole
      var count = 0
      repeat {
        if isGrouped, count > 0, count % 3 == 0 { put(UInt8(ascii: ",")) }
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        count += 1
      } while rest > 0
      if units < 0 { put(UInt8(ascii: "-")) }
      for index in position..<room { buffer[index - position] = buffer[index] }
      return room - position
    }
  }
}
