/// Rates as text: `0.95`, `5%`, `-1e-3`.
extension Rate: CustomStringConvertible {
  /// Reads `0.95`, `5%`, `-1e-3`; spaces around are ignored.
  ///
  /// Throws: `rate.syntax`, also when there are more than 18 decimals or 19 digits.
  public init(parsing text: some StringProtocol) throws(ValueError) {
    self = try text.readBytes(Rate.init(utf8:))
  }

  /// The same, from bytes that stand in a buffer.
  ///
  /// Throws: `rate.syntax`.
  public init(utf8 bytes: UnsafeRawBufferPointer) throws(ValueError) {
    guard let text = DecimalText(bytes, [.exponent, .percent]) else {
      throw ValueError(
        "rate.syntax", "\(ValueError.quoted(bytes)) is not a rate",
        remedy: "write it as 0.95, 5% or 1e-3")
    }
    guard let rate = text.rate else {
      throw ValueError(
        "rate.syntax", "\(ValueError.quoted(bytes)) has more than 18 decimals or 19 digits",
        remedy: "use fewer digits")
    }
    self = rate
  }

  /// By the standard library's shortest text: the numbers the quick way does not reach.
  init(shortestOf double: Double) throws(ValueError) {
    let text = double.description
    let rate: Rate? = try text.readBytes { bytes in DecimalText(bytes, .exponent)?.rate }
    guard let rate else {
      throw ValueError(
        "rate.syntax", "\(text) is not a number with at most 18 decimals and 19 digits",
        remedy: "round the number first")
    }
    self = rate
  }

  /// Plain decimal, as `0.95`. Reads back as the same rate.
  public var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
  }
}

extension DecimalText {
  /// The rate these digits make; nil when it cannot hold them.
  fileprivate var rate: Rate? {
    guard !overflows else { return nil }
    var wide = isNegative ? -Int128(mantissa) : Int128(mantissa)
    if wide == 0 { return .zero }
    var decimals = scale - exponent
    while decimals < 0 {
      guard wide.magnitude < 1 << 64 else { return nil }
      wide *= 10
      decimals += 1
    }
    return try? Rate(wide, decimals, "")
  }
}
