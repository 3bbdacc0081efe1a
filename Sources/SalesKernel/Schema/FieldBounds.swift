/// The inclusive range of an integer or number field, and the check that enforces it.
public struct FieldBounds: Hashable, Sendable {
  public let lower: Double
  public let upper: Double?

  public static func between(_ lower: Double, _ upper: Double) -> FieldBounds {
    FieldBounds(lower: lower, upper: upper)
  }

  public static func atLeast(_ lower: Double) -> FieldBounds {
    FieldBounds(lower: lower, upper: nil)
  }

  /// As `0–100` or `0 or more`.
  public var text: String {
    upper.map { "\(Self.plain(lower))–\(Self.plain($0))" } ?? "\(Self.plain(lower)) or more"
  }

  /// Refuses a number outside with code `<entity>.<field>.range`.
  func check(entity singular: String, field: String) -> Field.Check {
    { value in
      let number: Double
      switch value {
      case .integer(let integer): number = Double(integer)
      case .number(let double): number = double
      case .money(let money): number = Double(money.units) / 10_000
      default: return value
      }
      guard number >= lower, number <= upper ?? .infinity else {
        throw ValidationError(
          "\(singular).\(field).range", "\(field) \(value.display) is outside \(text)",
          remedy: "give a value of \(text)", field: field)
      }
      return value
    }
  }

  private static func plain(_ number: Double) -> String {
    Int64(whole: number).map(String.init) ?? String(number)
  }
}
