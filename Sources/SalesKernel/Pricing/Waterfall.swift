import Values

/// How a price came about: the moves from list price to amount, and the rules that did not apply.
///
/// ```
///   list 10 ─ factor ladder.from_100 0.95 ─ round unit half_up ─ quantity 500 ─ round line half_up
/// ```
/// The moves alone give the price again, to the last digit, whatever became of the policy.
/// - Source: PR11.
public struct Waterfall: Hashable, Sendable {
  public enum Move: Hashable, Sendable {
    /// The list price of a piece.
    case list(Money)
    /// What is left of the price after a discount: a factor.
    case factor(Rate)
    /// A share of the list price is taken off.
    case less(Rate)
    /// Another price of a piece.
    case price(Money)
    /// Pieces weighted by what is left in their band: from a piece to the line.
    case pieces(Rate)
    /// Pieces: from a piece to the line.
    case quantity(Int64)
    case round(Stage, Rounding)
    /// The price is raised to the least allowed.
    case floor(Money)
  }

  public struct Step: Hashable, Sendable {
    /// As `ladder.from_100`; empty where no rule made the move.
    public let rule: String
    public let move: Move
  }

  /// A rule that did not apply.
  public struct Miss: Hashable, Sendable {
    public let rule: String
    /// `quantity`, `date`, `level`, `payment`, `already_used`, `agreement`, `region`, `promotion`,
    /// `campaign`, `superseded`, `rule` and others by the field that failed.
    public let code: String
    /// With the values; empty in a waterfall that was read back from its text.
    public let reason: String
  }

  public internal(set) var steps: [Step] = []
  public internal(set) var misses: [Miss] = []

  init() {}

  /// What stands after each step.
  /// - Throws: `price.waterfall`, ``ValueError``.
  public func amounts() throws -> [ExactAmount] {
    var state = State()
    return try steps.map { step in
      try state.apply(step.move)
      return state.running
    }
  }

  /// The price of a piece and of the line, from the moves alone.
  /// - Throws: `price.waterfall`, ``ValueError``.
  public func replay() throws -> (unit: Money, amount: Money) {
    var state = State()
    for step in steps { try state.apply(step.move) }
    guard let amount = state.line else {
      throw PriceError("price.waterfall", "the steps do not end in the price of a line")
    }
    return (try state.unit ?? state.derivedUnit(amount), amount)
  }

  /// A price on its way through the moves.
  struct State {
    private(set) var running = ExactAmount(.zero)
    private(set) var base = ExactAmount(.zero)
    private(set) var pieces: Int64?
    private(set) var unit: Money?
    private(set) var line: Money?
    private var rounding: Rounding?

    mutating func apply(_ move: Move) throws {
      switch move {
      case .list(let money), .price(let money):
        running = ExactAmount(money)
        if let pieces { try running.multiply(by: pieces) }
        base = running
      case .factor(let rate): try running.multiply(by: rate)
      case .less(let rate):
        var part = base
        try part.multiply(by: rate)
        try running.subtract(part)
      case .pieces(let weight): try running.multiply(by: weight)
      case .quantity(let count):
        if unit != nil { try running.multiply(by: count) }
        pieces = count
      case .round(.unit, let mode):
        let money = try running.rounded(mode, to: .unit)
        (unit, running) = (money, ExactAmount(money))
      case .round(let stage, let mode):
        let money = try running.rounded(mode, to: stage)
        (line, running, rounding) = (money, ExactAmount(money), mode)
      case .floor(let money):
        running = ExactAmount(money)
        if let pieces { try running.multiply(by: pieces) }
      }
    }

    /// The price of a piece so far, to four decimals: what rules in Lua see.
    func perPiece(_ mode: Rounding) throws -> Money {
      guard let pieces else { return try running.rounded(mode, to: .unit) }
      return try running.divided(by: .one, pieces: pieces, rounding: mode, to: .unit)
    }

    func perPieceIsLess(than least: Money) throws -> Bool {
      try running.isLess(than: ExactAmount(least).times(pieces ?? 1))
    }

    /// The price of a piece of a line that was priced as a whole; for show.
    func derivedUnit(_ amount: Money) throws -> Money {
      guard let pieces, let rounding else {
        throw PriceError("price.waterfall", "the steps name no quantity")
      }
      return try amount.divided(by: pieces, rounding: rounding, to: .unit)
    }
  }
}
