import Values

/// What a target is of: a period, the company or a part of it, and a line where it is narrowed to one.
public struct TargetScope: Hashable, Sendable {
  public var period: Period
  /// Place of the level in the policy.
  public var level: Int
  public var unit: String?
  public var rep: Int64?
  public var product: String?
  public var region: String?
  public var kind: String?

  public init(
    period: Period, level: Int, unit: String? = nil, rep: Int64? = nil, product: String? = nil,
    region: String? = nil, kind: String? = nil
  ) {
    self.period = period
    self.level = level
    self.unit = unit
    self.rep = rep
    self.product = product
    self.region = region
    self.kind = kind
  }

  /// - Throws: `target.level`, `period.unknown`: the policy or the record was changed since.
  public init(_ target: Target, _ policy: TargetPolicy) throws(ValidationError) {
    self.init(
      period: try Period(parsing: target.period), level: try policy.level(target.level),
      unit: target.unit, rep: target.rep, product: target.product, region: target.region,
      kind: target.kind)
  }

  /// Writes it into a target.
  public func fill(_ target: inout Target, _ policy: TargetPolicy) {
    target.period = period.text
    (target.startsOn, target.endsOn) = (period.first, period.last)
    target.level = policy.levels[level].key
    (target.unit, target.rep) = (unit, rep)
    (target.product, target.region, target.kind) = (product, region, kind)
  }

  /// Whether figures of a month belong to it.
  public func holds(_ cell: TargetCell, in org: TargetOrg) -> Bool {
    period.contains(cell.month) && (product == nil || product == cell.product)
      && (region == nil || region == cell.region) && (kind == nil || kind == cell.kind)
      && org.holds(cell.rep, in: self)
  }

  /// Whether all of another lies within it.
  public func holds(_ other: TargetScope, in org: TargetOrg) -> Bool {
    guard period.contains(other.period), other.level >= level else { return false }
    for (mine, its) in [(product, other.product), (region, other.region), (kind, other.kind)]
    where mine != nil && mine != its { return false }
    switch org.levels[other.level].reach {
    case .company: return true
    case .rep: return org.holds(other.rep, in: self)
    case .unit:
      guard other.level > level else { return unit == nil || unit == other.unit }
      let inside = org.members.filter { $0.units[other.level] == other.unit }
      return inside.contains { org.holds($0.id, in: self) }
    }
  }
}

/// What was reached in a month by a rep, with a kind of customers of a region, of a product line.
public struct TargetCell: Hashable, Sendable {
  public let rep: Int64?
  public let product: String?
  public let region: String?
  public let kind: String?
  /// A day of the month.
  public let month: Day
  /// In units of money, or in pieces.
  public let sum: Int128

  public init(
    rep: Int64?, product: String? = nil, region: String?, kind: String?, month: Day, sum: Int128
  ) {
    self.rep = rep
    self.product = product
    self.region = region
    self.kind = kind
    self.month = month
    self.sum = sum
  }
}

/// What a target, or what was reached of it, comes to.
public enum TargetValue: Hashable, Sendable {
  case money(Money)
  case pieces(Int64)

  /// Units of 1/10,000 yuan, or pieces.
  public var count: Int64 {
    switch self {
    case .money(let money): money.units
    case .pieces(let count): count
    }
  }

  public var fieldValue: FieldValue {
    switch self {
    case .money(let money): .money(money)
    case .pieces(let count): .integer(count)
    }
  }

  /// - Throws: `target.overflow` for what is more than the book can hold.
  public init(_ sum: Int128, _ unit: TargetMetric.Unit) throws(ValidationError) {
    let limit = unit == .yuan ? Money.tagRange.upperBound : Self.mostPieces
    guard let count = Int64(exactly: sum), count >= -limit, count <= limit else {
      throw ValidationError(
        "target.overflow", "\(sum) is more than a target can hold", remedy: "split the period")
    }
    self = unit == .yuan ? .money(Money(units: count)) : .pieces(count)
  }

  /// So that a number field holds them exactly.
  public static let mostPieces: Int64 = 1 << 53

  /// As messages say it.
  public var text: String {
    switch self {
    case .money(let money): money.grouped
    case .pieces(let count): "\(count)"
    }
  }
}

extension Target {
  /// What it comes to; nothing where neither field is filled.
  public var value: TargetValue? {
    if let amount { return .money(amount) }
    return number.flatMap { Int64(whole: $0) }.map { .pieces($0) }
  }

  public mutating func take(_ value: TargetValue) {
    switch value {
    case .money(let money): (amount, number) = (money, nil)
    case .pieces(let count): (amount, number) = (nil, Double(count))
    }
  }
}

extension TargetValue {
  /// The value and a share of it, rounded once to the fen or to pieces.
  /// - Throws: `target.overflow`.
  public func grown(by growth: Rate, rounding: Rounding) throws(ValidationError) -> TargetValue {
    do {
      let factor = try Rate.one.adding(growth)
      switch self {
      case .money(let money):
        var amount = ExactAmount(money)
        try amount.multiply(by: factor)
        return .money(try amount.rounded(rounding, to: .document))
      case .pieces(let count):
        var amount = ExactAmount(Money(units: count))
        try amount.multiply(by: factor)
        return .pieces(try amount.rounded(rounding, to: .unit).units)
      }
    } catch {
      throw ValidationError("target.overflow", error.message, remedy: error.remedy)
    }
  }
}
