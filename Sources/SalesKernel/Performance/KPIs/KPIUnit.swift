import Values

/// What the values of a key figure are: amounts, shares, counts.
/// - Source: PF5–PF8.
public struct KPIUnit: Hashable, Sendable {
  /// What kind of value a unit asks for.
  public enum Holds: String, CaseIterable, Sendable {
    case money
    /// A number that may have decimals.
    case number
    /// A whole number.
    case whole
  }

  public let key: String
  public let title: Label
  public let holds: Holds

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "holds"])
    key = try table["key"].key()
    title = try table["title"].label()
    holds = try table["holds"].oneOf(Holds.self)
  }

  /// The value as the unit keeps it; nil where there are no data.
  ///
  /// Nothing, not a number and infinity are no data: a share of nothing is not 0.
  /// - Throws: `kpi.value` for what is of another kind.
  public func value(_ value: FieldValue, of name: String) throws(ValidationError) -> FieldValue? {
    switch (holds, value) {
    case (_, .null): return nil
    case (_, .number(let number)) where !number.isFinite: return nil
    case (.money, .money), (.whole, .integer): return value
    case (.number, .integer(let integer)): return .number(Double(integer))
    case (.number, .number): return value
    case (.whole, .number(let number)):
      if let whole = Int64(exactly: number) { return .integer(whole) }
    default: break
    }
    throw ValidationError(
      "kpi.value", "\(name) is in \(key), but its formula gave \(value.kind) \(value.display)",
      remedy: wanted, field: name)
  }

  private var wanted: String {
    switch holds {
    case .money: "give money, as g:sum(\"amount\") or kpi.per(total, n), or another unit"
    case .number: "give a number, as kpi.ratio(part, whole), or another unit"
    case .whole: "give a whole number, as g:count(), or another unit"
    }
  }
}

extension FieldValue {
  /// As a double: money in yuan; nil for what is no amount.
  public var amount: Double? {
    switch self {
    case .money(let money): Double(money.units) / Double(Money.unitsPerYuan)
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }
}
