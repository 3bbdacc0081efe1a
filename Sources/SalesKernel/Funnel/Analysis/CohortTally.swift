import Values

/// What became, by the end of a day, of the deals that were opened in a window.
/// - Source: FU6.
public struct CohortTally: Sendable {
  public private(set) var entered = 0
  /// How many came to each stage or to one behind it.
  public private(set) var reached: [Int]
  /// How many were lost from each stage.
  public private(set) var lostFrom: [Int]
  /// How many still stand in each stage.
  public private(set) var open: [Int]
  public private(set) var won = 0
  public private(set) var lost = 0
  var wonUnits: Int128 = 0
  /// From the first stage to the win.
  public private(set) var cycle = DurationTally()
  /// Stays that have ended, by stage; counted for the whole cohort only.
  public private(set) var stays: [DurationTally]

  init(_ stages: FunnelStages) {
    reached = Array(repeating: 0, count: stages.won + 1)
    lostFrom = reached
    open = reached
    stays = Array(repeating: DurationTally(), count: stages.won + 1)
  }

  @inline(__always)
  mutating func add(_ state: DealState, _ stages: FunnelStages) {
    entered += 1
    for place in 0...state.reached { reached[place] += 1 }
    if state.place == stages.won {
      won += 1
      wonUnits += Int128(state.amount ?? 0)
      cycle.add(state.since - state.entered)
    } else if state.place == stages.lost {
      lost += 1
      lostFrom[min(state.lostFrom ?? 0, stages.won)] += 1
    } else {
      open[state.place] += 1
    }
  }

  @inline(__always)
  mutating func addStay(_ place: Int, _ milliseconds: Int64) {
    if place < stays.count { stays[place].add(milliseconds) }
  }

  /// Won ones among the decided; nil where none is.
  public var winRate: Double? { FunnelShare.of(won, won + lost) }
  /// Won ones among all that entered.
  public var conversion: Double? { FunnelShare.of(won, entered) }
  /// - Throws: `money.overflow`.
  public func wonAmount() throws(ValueError) -> Money { try FunnelShare.money(wonUnits) }
}

/// Shares and sums that cannot divide by nothing.
public enum FunnelShare {
  /// Nil where the whole is nothing.
  public static func of(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  /// - Throws: `money.overflow`.
  public static func money(_ units: Int128) throws(ValueError) -> Money {
    guard let small = Int64(exactly: units) else {
      throw ValueError(
        "money.overflow", "a sum of amounts is out of range", remedy: "sum fewer opportunities")
    }
    return Money(units: small)
  }
}

extension FunnelHistory {
  /// Deals opened from one day to another, as they stood at the end of a day.
  /// - Complexity: One pass over the deals and their moves.
  public func cohort(
    from: Int32, upto: Int32, asOf day: Int32, by grouping: FigureGrouping? = nil,
    poll: () throws -> Void = {}
  ) rethrows -> FigureGroups<CohortTally> {
    var result = FigureGroups(CohortTally(stages))
    for deal in deals.indices {
      if deal & 0x3FFF == 0 { try poll() }
      let opened = deals[deal].opened
      guard opened >= from, opened <= upto,
        let state = state(
          of: deal, at: day, visit: { result.total.addStay($0, $2 - $1) })
      else { continue }
      result.add(to: grouping?.key(of: deal, day: opened)) { $0.add(state, stages) }
    }
    return result
  }
}
