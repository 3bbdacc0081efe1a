/// How often one product is bought with another.
///
/// With N baskets, of which n(A) hold A, n(B) hold B and n(AB) both:
/// support = n(AB) / N, confidence of A → B = n(AB) / n(A), lift = confidence · N / n(B).
/// - Source: PR9.
public struct Association: Hashable, Sendable {
  public let product: Int64
  public let suggests: Int64
  /// Baskets with both, n(AB).
  public let count: Int
  public let ofProduct: Int
  public let ofSuggested: Int
  public let baskets: Int

  public var support: Double { Double(count) / Double(baskets) }
  public var confidence: Double { Double(count) / Double(ofProduct) }
  /// Over 1: bought together more often than by chance.
  public var lift: Double {
    (Double(count) * Double(baskets)) / (Double(ofProduct) * Double(ofSuggested))
  }

  /// Whether the other's confidence is less; equal ones by count. Exact, in whole numbers.
  func isStronger(than other: Association) -> Bool {
    let mine = count.multipliedFullWidth(by: other.ofProduct)
    let its = other.count.multipliedFullWidth(by: ofProduct)
    if mine != its { return (mine.high, mine.low) > (its.high, its.low) }
    return count > other.count
  }

  /// The least that an association must have to be told.
  public struct Minimum: Hashable, Sendable {
    public var count: Int
    public var support: Double
    public var confidence: Double

    public init(count: Int, support: Double, confidence: Double) {
      self.count = count
      self.support = support
      self.confidence = confidence
    }

    func admits(_ association: Association) -> Bool {
      association.count >= count && association.support >= support
        && association.confidence >= confidence
    }
  }
}
