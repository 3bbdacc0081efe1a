/// Bounds made ready for the fast path: a closed range of integer keys that keep the measure's
/// order.
///
/// Money, dates and whole numbers are their own keys. A double's key is its bit pattern, with
/// negative ones turned over, so that "strictly more than x" is "at least the key after x's".
struct BoundsTest {
  enum Scale { case money, whole, number, day, instant, incomparable }

  private let scale: Scale
  private let lower: Int64
  private let upper: Int64
  private let hasRange: Bool
  private let choices: [FieldValue]

  init(lower: Bounds.Edge?, upper: Bounds.Edge?, choices: [FieldValue], isWhole: Bool) {
    let edges = [lower, upper].compactMap { $0 }
    let scales = edges.map { Self.scale(of: $0.value, isWhole: isWhole) }
    let scale =
      scales.allSatisfy { $0 == scales.first }
      ? scales.first ?? .incomparable
      : scales.allSatisfy { $0 == .whole || $0 == .number } ? .number : .incomparable
    self.scale = scale
    self.choices = choices
    self.hasRange = !edges.isEmpty
    var range: (low: Int64, high: Int64) = (.min, .max)
    var isEmpty = false
    if let lower, let key = Self.key(of: lower.value, scale) {
      isEmpty = !lower.isIncluded && key == .max
      range.low = lower.isIncluded || isEmpty ? key : key + 1
    }
    if let upper, let key = Self.key(of: upper.value, scale) {
      isEmpty = isEmpty || (!upper.isIncluded && key == .min)
      range.high = upper.isIncluded || isEmpty ? key : key - 1
    }
    self.lower = isEmpty ? .max : range.low
    self.upper = isEmpty ? .min : range.high
  }

  func admits(_ value: FieldValue) -> Bool {
    if hasRange {
      guard let key = Self.key(of: value, scale), key >= lower, key <= upper else { return false }
    }
    if !choices.isEmpty { return choices.contains { $0.order(to: value) == 0 } }
    return hasRange || !value.isNull
  }

  private static func scale(of value: FieldValue, isWhole: Bool) -> Scale {
    switch value {
    case .money: .money
    case .integer: isWhole ? .whole : .number
    case .number: .number
    case .day: .day
    case .instant: .instant
    case .null, .bool, .text: .incomparable
    }
  }

  private static func key(of value: FieldValue, _ scale: Scale) -> Int64? {
    switch (scale, value) {
    case (.money, .money(let money)): money.units
    case (.whole, .integer(let integer)): integer
    case (.number, .integer(let integer)): key(of: Double(integer))
    case (.number, .number(let number)): key(of: number)
    case (.day, .day(let day)): Int64(day.number)
    case (.instant, .instant(let instant)): instant.milliseconds
    default: nil
    }
  }

  private static func key(of number: Double) -> Int64? {
    guard !number.isNaN else { return nil }
    let bits = Int64(bitPattern: (number + 0).bitPattern)  // −0 becomes 0
    return bits ^ ((bits >> 63) & .max)
  }
}
