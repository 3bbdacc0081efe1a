/// A decimal read from bytes, before a type judges whether it can hold it.
///
///     [sign] [¥] digits [. digits] [e exponent] [%]      spaces around are ignored
struct DecimalText {
  /// What a type's text form allows beside sign, digits and point.
  struct Form: OptionSet {
    let rawValue: Int
    /// `¥` or `￥` before the digits.
    static let currency = Form(rawValue: 1)
    /// Commas between groups of three whole digits.
    static let grouping = Form(rawValue: 2)
    /// `e-3`.
    static let exponent = Form(rawValue: 4)
    /// A closing `%`.
    static let percent = Form(rawValue: 8)
  }

  private(set) var isNegative = false
  /// The digits without trailing zeros of the fraction; meaningless when ``overflows``.
  private(set) var mantissa: UInt64 = 0
  /// Decimals of ``mantissa``.
  private(set) var scale = 0
  /// Power of ten written out, with -2 for a percent sign; saturated at ±9,999.
  private(set) var exponent = 0
  /// Whether the digits did not fit.
  private(set) var overflows = false

  /// Nil when the bytes are not of the form.
  init?(_ bytes: UnsafeRawBufferPointer, _ form: Form) {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    var hasSign = readSign(&cursor)
    if form.contains(.currency), cursor.take(yen: ()) {
      cursor.skipSpaces()
      if !hasSign { hasSign = readSign(&cursor) }
    }
    let whole = readWhole(&cursor, grouping: form.contains(.grouping))
    guard let whole else { return nil }
    if cursor.take(UInt8(ascii: ".")) {
      guard readFraction(&cursor) > 0 else { return nil }
    } else if whole == 0 {
      return nil
    }
    if form.contains(.exponent), cursor.take(UInt8(ascii: "e")) || cursor.take(UInt8(ascii: "E")) {
      guard readExponent(&cursor) else { return nil }
    }
    if form.contains(.percent), cursor.take(UInt8(ascii: "%")) { exponent -= 2 }
    cursor.skipSpaces()
    guard cursor.isAtEnd else { return nil }
  }

  private mutating func readSign(_ cursor: inout ByteCursor) -> Bool {
    if cursor.take(UInt8(ascii: "-")) {
      isNegative = true
      return true
    }
    return cursor.take(UInt8(ascii: "+"))
  }

  /// How many whole digits were read; nil when the groups are not of three.
  private mutating func readWhole(_ cursor: inout ByteCursor, grouping: Bool) -> Int? {
    var count = 0
    while let digit = cursor.takeDigit() {
      append(digit)
      count += 1
    }
    guard grouping, cursor.peek == UInt8(ascii: ",") else { return count }
    guard (1...3).contains(count) else { return nil }
    while cursor.take(UInt8(ascii: ",")) {
      for _ in 0..<3 {
        guard let digit = cursor.takeDigit() else { return nil }
        append(digit)
      }
      count += 3
      if cursor.peekIsDigit { return nil }
    }
    return count
  }

  /// How many decimals were read; zeros at the end are dropped from mantissa and scale.
  private mutating func readFraction(_ cursor: inout ByteCursor) -> Int {
    var count = 0
    var zeros = 0
    while let digit = cursor.takeDigit() {
      count += 1
      if digit == 0 {
        zeros += 1
        continue
      }
      for _ in 0..<zeros { append(0) }
      append(digit)
      scale += zeros + 1
      zeros = 0
    }
    return count
  }

  private mutating func readExponent(_ cursor: inout ByteCursor) -> Bool {
    let isNegative = cursor.take(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.take(UInt8(ascii: "+")) }
    var value = 0
    var count = 0
    while let digit = cursor.takeDigit() {
      value = min(value * 10 + Int(digit), 9_999)
      count += 1
    }
    exponent += isNegative ? -value : value
    return count > 0
  }

  private mutating func append(_ digit: UInt8) {
    let (tens, high) = mantissa.multipliedReportingOverflow(by: 10)
    let (next, low) = tens.addingReportingOverflow(UInt64(digit))
    if high || low { overflows = true }
    mantissa = next
  }
}
