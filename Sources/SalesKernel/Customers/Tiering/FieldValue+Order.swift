import Values

/// Order and distance between values of one kind, as bounds need them.
extension FieldValue {
  /// Negative, zero or positive; nil where the two kinds have no order (numbers of both kinds have
  /// one).
  func order(to other: FieldValue) -> Int? {
    switch (self, other) {
    case (.money(let a), .money(let b)): return Self.order(a.units, b.units)
    case (.integer(let a), .integer(let b)): return Self.order(a, b)
    case (.day(let a), .day(let b)): return Self.order(a.number, b.number)
    case (.instant(let a), .instant(let b)): return Self.order(a.milliseconds, b.milliseconds)
    case (.number(let a), .number(let b)): return Self.order(a, b)
    case (.integer(let a), .number(let b)): return Self.order(Double(a), b)
    case (.number(let a), .integer(let b)): return Self.order(a, Double(b))
    case (.text(let a), .text(let b)): return a == b ? 0 : (a < b ? -1 : 1)
    case (.bool(let a), .bool(let b)): return a == b ? 0 : (b ? -1 : 1)
    default: return nil
    }
  }

  private static func order<T: Comparable>(_ a: T, _ b: T) -> Int? {
    a < b ? -1 : a > b ? 1 : a == b ? 0 : nil
  }

  /// How far apart two values are, for people; nil where they are equal or have no distance.
  func distance(to other: FieldValue) -> String? {
    switch (self, other) {
    case (.money(let a), .money(let b)):
      guard a != b, let gap = try? max(a, b).subtracting(min(a, b)) else { return nil }
      return gap.grouped
    case (.day(let a), .day(let b)):
      return a == b ? nil : "\(abs(Int64(a.number) - Int64(b.number))) days"
    case (.integer(let a), .integer(let b)):
      let (gap, overflow) = max(a, b).subtractingReportingOverflow(min(a, b))
      return overflow || gap == 0 ? nil : String(gap)
    default:
      guard let a = plainNumber, let b = other.plainNumber, a != b else { return nil }
      return FieldValue.number(Self.tidy(abs(a - b))).display
    }
  }

  /// The number of an integer or number.
  var plainNumber: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// To six decimals, so that 0.9 − 0.6 reads 0.3.
  private static func tidy(_ number: Double) -> Double {
    guard let scaled = Int64(nearest: number * 1_000_000), scaled != 0 else { return number }
    return Double(scaled) / 1_000_000
  }
}
