import Values

/// Which parts reps are scored by, how much each weighs, and what follows a place at the bottom.
/// - Source: PF3, PF4.
public struct ScorecardPolicy: Sendable {
  /// What a part without data counts.
  public enum Missing: String, CaseIterable, Sendable {
    /// The others carry its weight.
    case renormalise
    case zero
    /// Then there is no score.
    case none
  }

  /// Where the points of a part come from.
  public enum Reading: Hashable, Sendable {
    /// How far a key figure of the rep reached its goal.
    case kpi(String)
    /// How far the targets of the rep are reached: a metric of the targets, and the figure that counts it.
    case target(metric: String, kpi: String)
    /// The score by another card.
    case card(String)
    /// The score by the card of the rep's role.
    case role
    /// Points that somebody gives.
    case given
  }

  public struct Part: Sendable {
    public let key: String
    public let title: Label
    public let weight: Double
    public let reading: Reading
    /// What is to be reached, where the figure itself does not say.
    public let goal: Double?
    public let source: String
  }

  /// Whose figures a card reads.
  public enum Scope: String, CaseIterable, Sendable {
    case rep, company
  }

  public struct Card: Sendable {
    public let key: String
    public let scope: Scope
    public let title: Label
    public let parts: [Part]
    public let source: String

    fileprivate var isMadeOfCards: Bool {
      parts.contains { part in
        switch part.reading {
        case .card, .role: true
        case .kpi, .target, .given: false
        }
      }
    }
  }

  /// What the lowest get.
  public struct Bottom: Sendable {
    /// The share of the reps with a place.
    public let share: Double
    public let cards: [String]
    /// A word for the first time, and for so many times in a row.
    public let first: String
    public let again: String
    public let times: Int
    public let source: String
  }

  public let header: PolicyHeader
  public let cards: [Card]
  /// The card of each role word.
  public let roles: [String: String]
  public let missing: Missing
  /// The most of its weight that a part may give, as a share.
  public let cap: Double
  public let bottom: Bottom

  /// - Throws: ``PolicyError``; `policy.weights` where weights do not sum to 100.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["cards", "roles", "missing", "cap", "bottom"])
    header = try PolicyHeader(table)
    cards = try table["cards"].filledList { at throws(PolicyError) in try Self.card(at) }
    let keys = cards.map(\.key)
    try table["cards"].refuseDuplicates(keys)
    var roles: [String: String] = [:]
    let named = try table["roles"].dictionary()
    for role in named.keys { roles[role] = try named[role].choice(keys) }
    self.roles = roles
    try Self.refuseNesting(cards, roles, at: table["cards"])
    missing = try table["missing"].oneOf(Missing.self)
    cap = try table["cap"].number(in: 1...10)
    bottom = try Self.bottom(table["bottom"], keys)
  }

  /// A card that others are made of is made of none itself, so that no score rests on itself.
  private static func refuseNesting(
    _ cards: [Card], _ roles: [String: String], at place: PolicyDecoder
  ) throws(PolicyError) {
    let keys = cards.map(\.key)
    for (card, at) in zip(cards, try place.list()) {
      for part in card.parts {
        let inner: [String]
        switch part.reading {
        case .card(let key): inner = [key]
        case .role: inner = roles.values.sorted()
        default: continue
        }
        for key in inner {
          guard let other = cards.first(where: { $0.key == key }) else {
            throw PolicyError(
              "policy.value", at: at.path, "refers to the card \"\(key)\"",
              remedy: Suggestion.sentence(for: key, among: keys))
          }
          guard !other.isMadeOfCards else {
            throw PolicyError(
              "policy.value", at: at.path,
              "rests on the card \"\(key)\", which rests on cards itself",
              remedy: "let it rest on a card of figures")
          }
        }
      }
    }
  }

  private static func card(_ at: PolicyDecoder) throws(PolicyError) -> Card {
    let table = try at.table(keys: ["key", "title", "of", "parts", "source"])
    let scope = try table["of"].ifPresent?.oneOf(Scope.self) ?? .rep
    let parts = try table["parts"].filledList { at throws(PolicyError) in try part(at) }
    try table["parts"].refuseDuplicates(parts.map(\.key))
    let sum = parts.reduce(0) { $0 + $1.weight }
    guard abs(sum - 100) < 1e-9 else {
      throw PolicyError(
        "policy.weights", at: table["parts"].path,
        "the weights sum to \(FieldValue.number(sum).display), not 100",
        remedy: "change a weight")
    }
    return Card(
      key: try table["key"].key(), scope: scope, title: try table["title"].label(), parts: parts,
      source: try table.source())
  }

  private static func part(_ at: PolicyDecoder) throws(PolicyError) -> Part {
    let table = try at.table(
      keys: ["key", "title", "weight", "kpi", "target", "card", "given", "goal", "source"])
    let ways = ["card", "given"].filter { table[$0].isPresent }
    let kpi = try table["kpi"].ifPresent?.key()
    let target = try table["target"].ifPresent?.key()
    let reading: Reading
    switch (kpi, target, ways) {
    case (let kpi?, nil, []): reading = .kpi(kpi)
    case (let kpi?, let metric?, []): reading = .target(metric: metric, kpi: kpi)
    case (nil, nil, ["card"]):
      let card = try table["card"].key()
      reading = card == "role" ? .role : .card(card)
    case (nil, nil, ["given"]):
      guard try table["given"].bool() else { fallthrough }
      reading = .given
    default:
      throw PolicyError(
        "policy.value", at: at.path, "says not how it is read",
        remedy: "give one of kpi, kpi with target, card, given = true")
    }
    return Part(
      key: try table["key"].key(), title: try table["title"].label(),
      weight: try table["weight"].number(in: 0...100), reading: reading,
      goal: try table["goal"].ifPresent?.number(), source: try table.source())
  }

  private static func bottom(
    _ at: PolicyDecoder, _ cards: [String]
  ) throws(PolicyError) -> Bottom {
    let table = try at.table(keys: ["share", "cards", "first", "again", "times", "source"])
    let named = try table["cards"].words()
    for card in named where !cards.contains(card) {
      throw PolicyError(
        "policy.value", at: table["cards"].path, "there is no card \"\(card)\"",
        remedy: Suggestion.sentence(for: card, among: cards))
    }
    return Bottom(
      share: try table["share"].number(in: 0...1), cards: named,
      first: try table["first"].key(), again: try table["again"].key(),
      times: Int(try table["times"].integer(in: 2...12)), source: try table.source())
  }

  /// - Throws: `kpi.card`, with the nearest word.
  public func card(_ key: String) throws(ValidationError) -> Card {
    if let card = cards.first(where: { $0.key == key }) { return card }
    throw ValidationError(
      "kpi.card", "there is no card \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: cards.map(\.key)))
  }
}
