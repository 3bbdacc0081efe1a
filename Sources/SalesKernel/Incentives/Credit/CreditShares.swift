import Values

/// How an order is shared: exact parts that sum to it, by the shares of those who sold it.
/// - Source: PF2 (the iron triangle shares the commission).
public enum CreditShares {
  /// Shares count to nine decimals, so that 0.41 and 1 - 0.41 sum to 1.
  private static let whole = 1_000_000_000.0

  /// The parts of an amount by shares; what is left over by rounding goes by the largest remainder,
  /// ties to the share that was entered first.
  ///
  /// - Throws: `incentive.split` for shares that do not sum to 1.
  public static func parts(
    of amount: Money, by shares: [Double], _ what: String
  ) throws(ValidationError) -> [Money] {
    var weights: [Int64] = []
    for share in shares {
      guard share >= 0, share <= 1 else {
        throw ValidationError(
          "incentive.split",
          "\(what): a share of \(FieldValue.number(share).display) is not within 0–1",
          remedy: "give each share as a part of 1")
      }
      weights.append(Int64((share * whole).rounded()))
    }
    let sum = weights.reduce(0, +)
    guard sum == Int64(whole) else {
      let shown = FieldValue.number(Double(sum) / whole).display
      throw ValidationError(
        "incentive.split", "\(what): the shares sum to \(shown), not 1",
        remedy: "let the shares of an order sum to 1; for thirds give 0.3333, 0.3333, 0.3334")
    }
    do {
      return try Values.Allocation.split(amount, by: weights, to: .unit)
    } catch {
      throw ValidationError("incentive.split", "\(what): \(error.message)")
    }
  }
}
