import Values

/// The deals that were open at the end of a day: how many, how much, and how likely.
/// - Source: FU6; standards, weighted pipeline.
public struct SnapshotTally: Sendable {
  public struct Place: Sendable {
    public internal(set) var count = 0
    /// Those whose amount is not known; they add nothing.
    public internal(set) var unknown = 0
    var units: Int128 = 0
    /// Sum of the squares of amounts, in yuan².
    var squares = 0.0
    var age: Int64 = 0

    /// Days in this stage so far, in the mean; nil where there are none.
    public var meanAge: Double? { count == 0 ? nil : FunnelDay.days(age) / Double(count) }
    /// - Throws: `money.overflow`.
    public func amount() throws(ValueError) -> Money { try FunnelShare.money(units) }

    /// Amount × probability, rounded once to the fen.
    /// - Throws: `money.overflow`.
    public func weighted(_ probability: Rate) throws(ValueError) -> Money {
      var exact = ExactAmount(try amount())
      try exact.multiply(by: probability)
      return try exact.rounded(.halfUp, to: .document)
    }

    /// Σ a²·p·(1 − p), in yuan².
    func variance(_ probability: Double) -> Double { squares * probability * (1 - probability) }
  }

  /// One for each open stage.
  public private(set) var places: [Place]

  init(_ stages: FunnelStages) { places = Array(repeating: Place(), count: stages.won) }

  @inline(__always)
  mutating func add(_ state: DealState, day: Int32) {
    guard state.place < places.count else { return }
    places[state.place].count += 1
    places[state.place].age += max(0, FunnelDay.end(day) + 1 - state.since)
    guard let amount = state.amount else {
      places[state.place].unknown += 1
      return
    }
    places[state.place].units += Int128(amount)
    let yuan = Double(amount) / 10_000
    places[state.place].squares += yuan * yuan
  }

  public var count: Int { places.reduce(0) { $0 + $1.count } }
  public var unknown: Int { places.reduce(0) { $0 + $1.unknown } }

  /// - Throws: `money.overflow`.
  public func amount() throws(ValueError) -> Money {
    try FunnelShare.money(places.reduce(0) { $0 + $1.units })
  }

  /// - Throws: `money.overflow`.
  public func weighted(_ probabilities: [Rate]) throws(ValueError) -> Money {
    var sum = Money.zero
    for (place, probability) in zip(places, probabilities) {
      sum = try sum.adding(place.weighted(probability))
    }
    return sum
  }

  /// Standard deviation of what will be won, deals taken as independent; in yuan.
  public func spread(_ probabilities: [Rate]) -> Double {
    zip(places, probabilities).reduce(0) { $0 + $1.0.variance($1.1.double) }.squareRoot()
  }
}

extension FunnelHistory {
  /// The deals that were open at the end of a day.
  public func snapshot(
    asOf day: Int32, by grouping: FigureGrouping? = nil, poll: () throws -> Void = {}
  ) rethrows -> FigureGroups<SnapshotTally> {
    var result = FigureGroups(SnapshotTally(stages))
    for deal in deals.indices {
      if deal & 0x3FFF == 0 { try poll() }
      guard let state = state(of: deal, at: day), state.place < stages.won else { continue }
      result.add(to: grouping?.key(of: deal, day: state.expectedClose)) {
        $0.add(state, day: day)
      }
    }
    return result
  }
}
