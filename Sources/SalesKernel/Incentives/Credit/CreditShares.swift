import Values

/// How an order is shared: exact parts that sum to it, by the shares of those who sold it.
/// - Source: PF2 (the iron triangle shares the commission).
public enum CreditShares {
  /// The parts of an amount by shares; what is left over by rounding goes by the largest remainder,
  /// ties to the share that was entered first.
  ///
  /// - Throws: `incentive.split` for shares that do not sum to 1.
  public static func parts(
    of amount: Money, by shares: [Double], _ what: String
  ) throws(ValidationError) -> [Money] {
    var rates: [Rate] = []
    for share in shares {
      guard share >= 0, share <= 1, let rate = try? Rate(exactly: share) else {
        throw ValidationError(
          "incentive.split", "\(what): a share of \(share) is not within 0–1",
          remedy: "give each share as a part of 1")
      }
      rates.append(rate)
    }
    var sum = Rate.zero
    do {
      for rate in rates { sum = try sum.adding(rate) }
      guard sum == .one else {
        throw ValidationError(
          "incentive.split", "\(what): the shares sum to \(sum), not 1",
          remedy: "let the shares of an order sum to 1; for thirds give 0.3333, 0.3333, 0.3334")
      }
      let scale = rates.map(\.scale).max() ?? 0
      let weights = try rates.map { rate throws(ValueError) in
        // A share of at most 1 with at most 18 decimals fits.
        var weight = rate.mantissa
        for _ in rate.scale..<scale { weight = weight &* 10 }
        return weight
      }
      return try Values.Allocation.split(amount, by: weights, to: .unit)
    } catch let error as ValidationError {
      throw error
    } catch {
      throw ValidationError("incentive.split", "\(what): \(error)")
    }
  }
}
