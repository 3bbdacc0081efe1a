import Values

/// A target shared out among its parts, whose sum is the target's.
///
/// The parts take the largest remainders, ties by their order. Money is shared out to the fen, pieces
/// whole.
/// - Source: OR2.
public struct TargetSplit: Sendable {
  public struct Part: Sendable {
    public let scope: TargetScope
    public let name: String
    public let weight: Int64
    public let value: TargetValue
  }

  public let parts: [Part]

  /// - Throws: `target.weights` where no weight is above zero; `target.negative`.
  public init(
    _ total: TargetValue, among scopes: [(scope: TargetScope, name: String)], weights: [Int64]
  ) throws(ValidationError) {
    let values: [TargetValue]
    do {
      switch total {
      case .money(let money):
        values = try Values.Allocation.split(money, by: weights, to: .document).map { .money($0) }
      case .pieces(let count):
        values = try Values.Allocation.split(Money(units: count), by: weights, to: .unit).map {
          .pieces($0.units)
        }
      }
    } catch {
      throw ValidationError(
        "target.weights", error.message, remedy: "give at least one part a weight above zero",
        field: "weights")
    }
    parts = zip(scopes, zip(weights, values)).map {
      Part(scope: $0.scope, name: $0.name, weight: $1.0, value: $1.1)
    }
  }

  /// Weights by what was reached: sums below zero weigh nothing.
  public static func weights(ofSums sums: [Int128]) -> [Int64] {
    var sums = sums.map { max(0, $0) }
    while let most = sums.max(), most > Int128(Int64.max) { sums = sums.map { $0 / 2 } }
    return sums.map { Int64($0) }
  }

  /// Weights by the mean of shares of several years; a year in which nothing was reached says nothing.
  ///
  /// - Parameter years: Sums of the parts, one list a year.
  public static func weights(ofYears years: [[Int128]]) -> [Int64] {
    guard let width = years.first?.count else { return [] }
    var weights = [Int128](repeating: 0, count: width)
    for year in years {
      let sums = year.map { max(0, $0) }
      let total = sums.reduce(0, +)
      guard total > 0 else { continue }
      for (place, sum) in sums.enumerated() {
        // In millionths of the year's whole.
        weights[place] += share(sum, of: total)
      }
    }
    return Self.weights(ofSums: weights)
  }

  private static func share(_ sum: Int128, of total: Int128) -> Int128 {
    let (scaled, overflow) = sum.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? sum / max(1, total / 1_000_000) : scaled / total
  }

  /// Percents as a call gives them, as weights of the same proportion.
  /// - Throws: `target.weights` for one below zero, or a sum other than 100.
  public static func weights(ofPercents percents: [Rate]) throws(ValidationError) -> [Int64] {
    func refuse(_ message: String) -> ValidationError {
      ValidationError(
        "target.weights", message, remedy: "give percents that sum to 100", field: "weights")
    }
    if let low = percents.first(where: { $0 < .zero }) {
      throw refuse("the weight \(low) is below zero")
    }
    let scale = percents.map(\.scale).max() ?? 0
    var weights: [Int64] = []
    var sum: Int128 = 0
    var hundred: Int128 = 100
    for _ in 0..<scale { hundred *= 10 }
    for percent in percents {
      var wide = Int128(percent.mantissa)
      for _ in percent.scale..<max(scale, percent.scale) { wide *= 10 }
      guard let weight = Int64(exactly: wide) else {
        throw refuse("the weight \(percent) is more than 100")
      }
      weights.append(weight)
      sum += wide
    }
    guard sum == hundred else {
      let total = Double(sum) / Double(hundred) * 100
      throw refuse("the weights sum to \(FieldValue.number(total).display), not to 100")
    }
    return weights
  }
}
