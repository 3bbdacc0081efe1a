/// One rule of cross-selling or up-selling: what is offered to whom, and where that is from.
/// - Source: PR9; `stdlib-lua/policy/suggestions.lua`.
public struct SuggestionRule {
  public enum Kind: String, CaseIterable, Sendable {
    /// Something beside what is bought.
    case crossSell = "cross_sell"
    /// Something better in its place, or other terms for all of it.
    case upSell = "up_sell"
  }

  struct Limit {
    /// Place among the facts of a product.
    let place: Int
    let bounds: Bounds
  }

  public let key: String
  public let kind: Kind
  public let reason: Label
  public let source: String
  /// Pieces that go with one piece of what is bought.
  public let pieces: Int64
  /// Terms that are offered instead of a product, as `agreement` to `framework_1y`.
  public let terms: [(name: String, value: FieldValue)]
  let when: [Limit]
  let offer: [Limit]
  /// Facts that both products share.
  let same: [Int]
  let customer: RecordCondition

  /// Whether the rule offers the second product for the first.
  func offers(_ other: ProductFacts, for product: ProductFacts) -> Bool {
    terms.isEmpty && other.id != product.id && holds(when, product.values)
      && holds(offer, other.values)
      && same.allSatisfy { !product.values[$0].isNull && product.values[$0] == other.values[$0] }
  }

  func fits(_ product: ProductFacts) -> Bool { holds(when, product.values) }

  /// Whether the rule is for such a customer; a rule that asks nothing is for everyone.
  /// - Parameter reader: Nil where no customer is known.
  public func admits(_ reader: (any RecordReader)?) throws -> Bool {
    try customer.failure(reader) == nil
  }

  private func holds(_ limits: [Limit], _ values: [FieldValue]) -> Bool {
    limits.allSatisfy { $0.bounds.admits(values[$0.place]) }
  }
}

/// What rules look at: a product's fields, and what the policy derives from them.
public struct ProductFacts: Sendable {
  public let id: Int64
  let values: [FieldValue]

  /// - Parameter derived: In the order of the policy.
  public init(id: Int64, fields: [FieldValue], derived: [FieldValue]) {
    self.id = id
    self.values = fields + derived
  }
}
