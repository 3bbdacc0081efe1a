import Values

/// Everything that pay of one period is computed from.
public struct PayInputs: Sendable {
  /// Someone's first order, which the mentor has a share of.
  public struct FirstOrder: Hashable, Sendable {
    public let mentor: Int
    public let apprentice: Int
    public let amount: Money
  }

  public let roster: PayRoster
  public let period: Period
  public let cells: CreditCells
  /// By place in the roster; none where there is none.
  public let targets: [Int: Money]
  /// By place and measure.
  public let figures: [Int: [String: Double]]
  public let firstOrders: [FirstOrder]
  /// What was given by name in the period, by place.
  public let awards: [Int: Money]
  /// What is still to be given back of advances of earlier periods, by place.
  public let advances: [Int: Money]

  public init(
    roster: PayRoster, period: Period, cells: CreditCells, targets: [Int: Money] = [:],
    figures: [Int: [String: Double]] = [:], firstOrders: [FirstOrder] = [],
    awards: [Int: Money] = [:], advances: [Int: Money] = [:]
  ) {
    (self.roster, self.period, self.cells) = (roster, period, cells)
    (self.targets, self.figures, self.firstOrders) = (targets, figures, firstOrders)
    (self.awards, self.advances) = (awards, advances)
  }

  /// The first orders of a period that a mentor has a share of: those of apprentices whose mentorship
  /// holds on that day. Of two mentors the one who began first has it.
  public static func firstOrders(
    _ mentorships: [Mentorship], _ firsts: [Int: FirstCredit], _ roster: PayRoster,
    _ period: Period
  ) -> [FirstOrder] {
    var found: [Int: FirstOrder] = [:]
    for one in mentorships.sorted(by: { ($0.startsOn, $0.id) < ($1.startsOn, $1.id) }) {
      guard let mentor = roster.place(of: one.mentor),
        let apprentice = roster.place(of: one.apprentice), found[apprentice] == nil,
        let first = firsts[apprentice],
        first.day >= max(one.startsOn, period.first).number,
        first.day <= min(one.endsOn ?? .last, period.last).number
      else { continue }
      found[apprentice] = FirstOrder(mentor: mentor, apprentice: apprentice, amount: first.amount)
    }
    return found.values.sorted { $0.apprentice < $1.apprentice }
  }
}

extension Period {
  /// Itself where it is of the unit, else the shorter periods that it consists of.
  public func whole(_ unit: Unit) -> [Period] { self.unit == unit ? [self] : parts(unit) }
}
