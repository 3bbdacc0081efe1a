/// A card a level: what to offer, how to sell, what to reach.
/// - Source: CU16; `stdlib-lua/policy/strategy.lua`.
public struct StrategyPolicy: Sendable {
  public struct Card: Hashable, Sendable {
    public let level: String
    public let title: Label
    public let who: Label
    public let buying: Label
    public let proposition: Label
    public let tactics: Label
    public let target: Label
    public let source: String
  }

  public let header: PolicyHeader
  public let cards: [Card]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["cards"])
    self.header = try PolicyHeader(table)
    self.cards = try table["cards"].filledList(of: { at throws(PolicyError) in
      try Card(decoding: at)
    })
    try table["cards"].refuseDuplicates(cards.map(\.level))
  }

  /// The card of a level; nil for a level without one.
  public func card(for level: String) -> Card? { cards.first { $0.level == level } }
}

extension StrategyPolicy.Card {
  init(decoding at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "level", "title", "who", "buying", "proposition", "tactics", "target", "source", "note",
    ])
    self.init(
      level: try table["level"].text(), title: try table["title"].label(),
      who: try table["who"].label(), buying: try table["buying"].label(),
      proposition: try table["proposition"].label(), tactics: try table["tactics"].label(),
      target: try table["target"].label(), source: try table.source())
  }
}
