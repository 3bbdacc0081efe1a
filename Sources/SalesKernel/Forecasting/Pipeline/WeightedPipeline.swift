import Values

/// The weighted value of open deals, Σ a p, with its spread, √Σ a² p (1 − p).
///
/// The sum is exact for probabilities of up to 12 decimals and rounded once; the spread takes the
/// deals as
/// independent.
/// - Source: FC1; standards, "Forecasting".
public struct WeightedPipeline: Hashable, Sendable {
  public private(set) var deals = 0
  private var whole = ExactAmount(.zero)
  private var weighted = ExactAmount(.zero)
  private var variance = 0.0

  private static let decimals = 12

  public init() {}

  /// - Throws: `price.precision` for sums beyond all amounts of money.
  public mutating func add(_ deal: PipelineDeal) throws(ValueError) {
    let share = Int64((deal.probability * 1_000_000_000_000).rounded())
    var part = ExactAmount(deal.amount)
    try whole.add(part)
    try part.multiply(by: Rate(mantissa: share, scale: Self.decimals))
    try weighted.add(part)
    deals += 1
    let amount = deal.amount.yuan
    variance += amount * amount * deal.probability * (1 - deal.probability)
  }

  /// Σ a, as exact as the amounts are.
  /// - Throws: `money.overflow`.
  public func amount() throws(ValueError) -> Money { try whole.rounded(.halfUp, to: .unit) }

  /// Σ a p, to the fen.
  /// - Throws: `money.overflow`.
  public func value(_ rounding: Rounding) throws(ValueError) -> Money {
    try weighted.rounded(rounding, to: .document)
  }

  /// √Σ a² p (1 − p), in yuan.
  public var deviation: Double { variance.squareRoot() }
}
