/// A look back: what would have been suggested on a day, and what was bought after it.
/// - Source: PR9 (S1: an accuracy of 70 %).
public struct SuggestionTrial: Hashable, Sendable {
  /// Customers who had bought before, got a suggestion, and bought something after.
  public private(set) var customers = 0
  /// Of them, those who bought one of their suggestions.
  public private(set) var hits = 0
  /// Suggestions made to them, and how many of those were bought.
  public private(set) var suggestions = 0
  public private(set) var bought = 0
  /// The same count where everyone is suggested what most buy.
  public private(set) var plainHits = 0
  /// Who bought before and after and could be suggested nothing.
  public private(set) var without = 0

  public var hitRate: Double? { customers == 0 ? nil : Double(hits) / Double(customers) }
  public var plainHitRate: Double? { customers == 0 ? nil : Double(plainHits) / Double(customers) }
  public var precision: Double? {
    suggestions == 0 ? nil : Double(bought) / Double(suggestions)
  }

  /// - Parameters:
  ///   - before: What each customer bought up to the day, a basket a customer.
  ///   - after: What each bought after it.
  public init(
    _ suggester: inout Suggester, before: Baskets, after: Baskets, top: Int
  ) {
    let later = Dictionary(
      after.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let popular = suggester.associations.byBaskets
    for (place, customer) in before.ids.enumerated() {
      guard let then = later[customer] else { continue }
      let held = before.contents(of: place)
      let suggested = suggester.suggest(for: held, top: top).map(\.product)
      guard !suggested.isEmpty else {
        without += 1
        continue
      }
      let taken = Set(after.contents(of: then))
      let right = suggested.filter(taken.contains).count
      customers += 1
      suggestions += suggested.count
      bought += right
      if right > 0 { hits += 1 }
      let known = Set(held)
      if popular.lazy.filter({ !known.contains($0) }).prefix(top).contains(where: taken.contains) {
        plainHits += 1
      }
    }
  }
}
