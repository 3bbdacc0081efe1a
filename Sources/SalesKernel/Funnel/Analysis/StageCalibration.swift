/// How often deals that came to a stage were won in the end, against what the playbook says.
/// - Source: FU6; standards, stage probability from history.
public struct StageCalibration: Sendable {
  /// Decided deals that had come to each stage or beyond.
  public private(set) var decided: [Int]
  public private(set) var won: [Int]
  /// Deals still open, which say nothing yet.
  public private(set) var open = 0

  init(_ stages: FunnelStages) {
    decided = Array(repeating: 0, count: stages.won)
    won = decided
  }

  mutating func add(_ state: DealState, _ stages: FunnelStages) {
    guard state.place >= stages.won else {
      open += 1
      return
    }
    for place in 0..<stages.won where place <= state.reached {
      decided[place] += 1
      if state.place == stages.won { won[place] += 1 }
    }
  }

  /// `(won + 1) / (decided + 2)`.
  public func probability(_ place: Int) -> Double {
    Double(won[place] + 1) / Double(decided[place] + 2)
  }

  /// Where the true share lies with 95 % confidence, by Wilson's score; nil where nothing is decided.
  public func interval(_ place: Int) -> Confidence? {
    Confidence(share: won[place], of: decided[place])
  }
}

extension FunnelHistory {
  /// Of the deals opened from one day to another, by what was known at the end of a day.
  public func calibration(
    from: Int32, upto: Int32, asOf day: Int32, poll: () throws -> Void = {}
  ) rethrows -> StageCalibration {
    var result = StageCalibration(stages)
    for deal in deals.indices {
      if deal & 0x3FFF == 0 { try poll() }
      let opened = deals[deal].opened
      guard opened >= from, opened <= upto, let state = state(of: deal, at: day) else { continue }
      result.add(state, stages)
    }
    return result
  }
}
