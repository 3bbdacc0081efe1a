import Values

/// The deals that were decided in a window: won or lost, for how much, how fast, and why.
/// - Source: FU6, FU15.
public struct ResultTally: Sendable {
  public struct Part: Sendable {
    public internal(set) var count = 0
    var units: Int128 = 0
    /// - Throws: `money.overflow`.
    public func amount() throws(ValueError) -> Money { try FunnelShare.money(units) }
  }

  public private(set) var won = Part()
  public private(set) var lost = Part()
  /// From the first stage to the win.
  public private(set) var cycle = DurationTally()
  /// By the stage that they were lost from.
  public private(set) var leaks: [Part]
  /// By the code of the reason they were lost for; 0 for none.
  public private(set) var reasons: [Int32: Part] = [:]
  private let stages: Int

  init(_ stages: FunnelStages) {
    self.stages = stages.won
    leaks = Array(repeating: Part(), count: stages.won + 1)
  }

  @inline(__always)
  mutating func add(_ state: DealState, isWon: Bool, reason: Int32) {
    let units = Int128(state.amount ?? 0)
    if isWon {
      won.count += 1
      won.units += units
      cycle.add(state.since - state.entered)
      return
    }
    lost.count += 1
    lost.units += units
    let place = min(state.lostFrom ?? 0, stages)
    leaks[place].count += 1
    leaks[place].units += units
    reasons[reason, default: Part()].count += 1
    reasons[reason, default: Part()].units += units
  }

  public var decided: Int { won.count + lost.count }
  /// Won ones among the decided; nil where none is.
  public var winRate: Double? { FunnelShare.of(won.count, decided) }
  /// Of a won deal; nil where none is.
  public var meanWon: Double? {
    won.count == 0 ? nil : Double(won.units) / 10_000 / Double(won.count)
  }

  /// What so many open deals are worth a day: number × win rate × mean won amount / mean cycle, in
  /// yuan; nil where one of them is not known.
  public func velocity(open: Int) -> Double? {
    guard let winRate, let meanWon, let days = cycle.meanDays, days > 0 else { return nil }
    return Double(open) * winRate * meanWon / days
  }
}

extension FunnelHistory {
  /// Deals decided from one day to another, by what was known at the end of a day.
  ///
  /// - Parameter reasons: The code of each deal's reason.
  public func results(
    from: Int32, upto: Int32, asOf day: Int32, reasons: [Int32], by grouping: FigureGrouping? = nil,
    poll: () throws -> Void = {}
  ) rethrows -> FigureGroups<ResultTally> {
    var result = FigureGroups(ResultTally(stages))
    for deal in deals.indices {
      if deal & 0x3FFF == 0 { try poll() }
      guard let state = state(of: deal, at: day), state.place >= stages.won else { continue }
      let decided = FunnelDay.day(of: state.since)
      guard decided >= from, decided <= upto else { continue }
      result.add(to: grouping?.key(of: deal, day: decided)) {
        $0.add(state, isWon: state.place == stages.won, reason: reasons[deal])
      }
    }
    return result
  }
}
