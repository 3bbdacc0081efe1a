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
    /// How likely it is to be bought too, see ``Associations/likelihood(of:with:prior:)``.
    public let likelihood: Double
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
  /// is suggested once, for what it is most likely bought with. The order is by likelihood, then rules
  /// before mere numbers, then by id.
  ///
  /// - Parameters:
  ///   - admitted: Which rules may speak, see ``SuggestionRule/admits(_:)``.
  public mutating func suggest(
    for basket: [Int64], top: Int, admitted: (SuggestionRule) -> Bool = { _ in true }
  ) -> [Suggestion] {
    let speaking = policy.rules.map(admitted)
    let held = Set(basket)
    var best: [Int64: Suggestion] = [:]
    func offer(_ product: Int64, _ because: Int64, _ rule: SuggestionRule?) {
      guard !held.contains(product) else { return }
      let new = Suggestion(
        product: product, because: because, rule: rule,
        association: associations.association(because, product),
        likelihood: associations.likelihood(of: product, with: because, prior: policy.prior))
      guard let old = best[product] else {
        best[product] = new
        return
      }
      let (lead, other) = Self.precedes(new, old) ? (new, old) : (old, new)
      best[product] = Suggestion(
        product: product, because: lead.because, rule: lead.rule ?? other.rule,
        association: lead.association, likelihood: lead.likelihood)
    }
    for product in basket {
      for (rule, place) in offered(for: product) where speaking[rule] {
        offer(facts[place].id, product, policy.rules[rule])
      }
      for association in associations.associations(of: product)
      where policy.minimum.admits(association) {
        offer(association.suggests, product, nil)
      }
    }
    return Array(best.values.sorted(by: Self.precedes).prefix(max(top, 0)))
  }

  private static func precedes(_ left: Suggestion, _ right: Suggestion) -> Bool {
    if left.likelihood != right.likelihood { return left.likelihood > right.likelihood }
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
