/// Rules and associations together: what to suggest beside what is bought.
/// - Source: PR9.
public struct Suggester {
  /// One suggestion, with the rule or the numbers behind it.
  public struct Suggestion {
    public let product: Int64
    /// What it is suggested for.
    public let because: Int64
    /// Nil where only orders speak for it.
    public let rule: SuggestionRule?
    /// Nil where no basket holds both.
    public let association: Association?
  }

  public let policy: SuggestionPolicy
  public let associations: Associations
  private let facts: [ProductFacts]
  private let places: [Int64: Int]
  /// What each rule offers for a product, by the product's place.
  private var offers: [[(rule: Int, place: Int)]?]

  /// - Parameter facts: All products, ascending by id.
  public init(_ policy: SuggestionPolicy, _ associations: Associations, facts: [ProductFacts]) {
    self.policy = policy
    self.associations = associations
    self.facts = facts
    places = Dictionary(
      facts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    offers = Array(repeating: nil, count: facts.count)
  }

  /// The strongest suggestions for a basket, none of which it holds.
  ///
  /// A rule suggests whatever it offers; orders suggest what reaches the policy's minimum. Each product
  /// is suggested once, for what it is most often bought with. The order is by confidence, then by
  /// count, then rules before mere numbers, then by id.
  ///
  /// - Parameters:
  ///   - admitted: Which rules may speak, see ``SuggestionRule/admits(_:)``.
  public mutating func suggest(
    for basket: [Int64], top: Int, admitted: (SuggestionRule) -> Bool = { _ in true }
  ) -> [Suggestion] {
    let speaking = policy.rules.map(admitted)
    let held = Set(basket)
    var best: [Int64: Suggestion] = [:]
    func offer(_ new: Suggestion) {
      guard !held.contains(new.product) else { return }
      guard let old = best[new.product] else {
        best[new.product] = new
        return
      }
      let leads = Self.precedes(new, old)
      best[new.product] = Suggestion(
        product: new.product, because: leads ? new.because : old.because,
        rule: leads ? new.rule ?? old.rule : old.rule ?? new.rule,
        association: leads ? new.association : old.association)
    }
    for product in basket {
      for (rule, place) in offered(for: product) where speaking[rule] {
        let other = facts[place].id
        offer(
          Suggestion(
            product: other, because: product, rule: policy.rules[rule],
            association: associations.association(product, other)))
      }
      for association in associations.associations(of: product)
      where policy.minimum.admits(association) {
        offer(
          Suggestion(
            product: association.suggests, because: product, rule: nil, association: association))
      }
    }
    return Array(best.values.sorted(by: Self.precedes).prefix(max(top, 0)))
  }

  private static func precedes(_ left: Suggestion, _ right: Suggestion) -> Bool {
    switch (left.association, right.association) {
    case (let one?, let other?):
      if one.isStronger(than: other) { return true }
      if other.isStronger(than: one) { return false }
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): break
    }
    if (left.rule != nil) != (right.rule != nil) { return left.rule != nil }
    return (left.product, left.because) < (right.product, right.because)
  }

  private mutating func offered(for product: Int64) -> [(rule: Int, place: Int)] {
    guard let place = places[product] else { return [] }
    if let known = offers[place] { return known }
    var found: [(rule: Int, place: Int)] = []
    for (index, rule) in policy.rules.enumerated()
    where rule.terms.isEmpty && rule.fits(facts[place]) {
      for other in facts.indices where rule.offers(facts[other], for: facts[place]) {
        found.append((index, other))
      }
    }
    offers[place] = found
    return found
  }
}
