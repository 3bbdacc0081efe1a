import Values

/// What the leads of one source cost and became.
/// - Source: FU1.
public struct LeadFigures: Hashable, Sendable {
  public private(set) var leads = 0
  public private(set) var graded = 0
  public private(set) var converted = 0
  public private(set) var cost = Money.zero
  /// Leads whose cost is not known.
  public private(set) var unpriced = 0

  public init() {}

  /// - Throws: `money.overflow`.
  public mutating func add(
    graded isGraded: Bool, converted isConverted: Bool, cost: Money?
  ) throws(ValueError) {
    leads += 1
    if isGraded { graded += 1 }
    if isConverted { converted += 1 }
    if let cost { self.cost = try self.cost.adding(cost) } else { unpriced += 1 }
  }

  /// - Throws: `money.overflow`.
  public mutating func add(_ other: LeadFigures) throws(ValueError) {
    leads += other.leads
    graded += other.graded
    converted += other.converted
    unpriced += other.unpriced
    cost = try cost.adding(other.cost)
  }

  /// Converted, of all; nil where there are none.
  public var rate: Double? { leads == 0 ? nil : Double(converted) / Double(leads) }

  /// Of those whose cost is known, to the fen, halves away from zero; nil where there are none.
  public func costPerLead() throws(ValueError) -> Money? { try per(leads - unpriced) }
  /// What is known of the cost of all, over those converted; nil where there are none.
  public func costPerConversion() throws(ValueError) -> Money? { try per(converted) }

  private func per(_ count: Int) throws(ValueError) -> Money? {
    count == 0
      ? nil : try cost.divided(by: Int64(count), rounding: .halfUp, to: .document)
  }
}
