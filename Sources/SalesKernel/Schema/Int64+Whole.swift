/// Exact conversion of doubles to whole numbers without the C mathematics library, which a program of
/// the kernel alone would not link.
extension Int64 {
  /// The whole number that a double is; nil where it is none, or beyond Int64.
  init?(whole number: Double) {
    guard number >= -0x1p63, number < 0x1p63 else { return nil }
    let truncated = Int64(number)
    guard Double(truncated) == number else { return nil }
    self = truncated
  }

  /// The whole number nearest to a double, halves away from zero; nil beyond 2⁵².
  init?(nearest number: Double) {
    guard abs(number) < 0x1p52 else { return nil }
    self = Int64(number + (number < 0 ? -0.5 : 0.5))
  }
}
