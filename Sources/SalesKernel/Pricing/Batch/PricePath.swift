import Values

/// A way through a price policy: the rules that lines of one kind take, put together into one factor.
///
/// ```
///   unit = round(base × factor)                      base: the list price, or a price that a rule set
///   line = round(base × factor × weight(pieces))     where an incremental ladder prices the line whole
/// ```
struct PricePath {
  /// Pieces of an incremental ladder, weighted: `start` for those before the last band, then `each`.
  struct Weight {
    let band: Int64
    let start: Rate
    let each: Rate

    /// A price that a rule set for every piece.
    static let plain = Weight(band: 1, start: .zero, each: .one)

    func of(_ pieces: Int64) throws(ValueError) -> Rate {
      try start.adding(each.times(Rate(mantissa: pieces - band + 1, scale: 0)))
    }
  }

  /// The moves between the list price and the floors.
  let steps: [Waterfall.Step]
  let misses: [Waterfall.Miss]
  let leadDays: Int64?
  /// As the ladder weights the pieces.
  private let ladder: Weight?
  /// What a line's pieces count for; nil where a piece is priced and then multiplied.
  let weight: Weight?
  /// A price that a rule set, in the place of the list price.
  let base: Money?
  /// What the moves leave of the base; nil where that has too many digits to be put together.
  let factor: Rate?

  /// Reads the path off the waterfall of one line that takes it.
  /// - Throws: `price.waterfall`, ``ValueError``.
  init(_ waterfall: Waterfall, leadDays: Int64?, policy: PricePolicy) throws {
    var steps: [Waterfall.Step] = []
    var (ladder, weight): (Weight?, Weight?)
    var base: Money?
    var factor: Rate? = .one
    moves: for step in waterfall.steps.dropFirst() {
      switch step.move {
      case .factor(let rate): factor = factor.flatMap { try? $0.times(rate) }
      case .less(let rate): factor = factor.flatMap { try? $0.subtracting(rate) }
      case .price(let money):
        (base, factor) = (money, .one)
        if weight != nil { weight = .plain }
      case .quantity: weight = .plain
      case .pieces:
        ladder = try Weight(policy.steps.first { $0.ladder == .incremental }, last: step.rule)
        weight = ladder
      case .list, .round, .floor: break moves
      }
      steps.append(step)
    }
    (self.steps, self.misses, self.leadDays) = (steps, waterfall.misses, leadDays)
    (self.ladder, self.weight, self.base, self.factor) = (ladder, weight, base, factor)
  }

  /// A move of the path as it is for so many pieces.
  func move(_ step: Waterfall.Step, pieces: Int64) throws -> Waterfall.Move {
    switch step.move {
    case .quantity: .quantity(pieces)
    case .pieces: .pieces(try ladder?.of(pieces) ?? .one)
    default: step.move
    }
  }
}

extension PricePath.Weight {
  init(_ step: PriceStep?, last rule: String) throws {
    var start = Rate.zero
    for (candidate, band) in zip(step?.rules ?? [], step?.bands ?? []) {
      let each = try band.discount.complement()
      if candidate.name == rule {
        self.init(band: band.start, start: start, each: each)
        return
      }
      let pieces = (band.end ?? band.start) - band.start
      start = try start.adding(each.times(Rate(mantissa: pieces, scale: 0)))
    }
    throw PriceError("price.waterfall", "the ladder has no band \(rule)")
  }
}
