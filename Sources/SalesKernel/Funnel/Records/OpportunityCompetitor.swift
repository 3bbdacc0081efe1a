import Values

/// A competitor in one opportunity, with what it asks.
/// - Source: FU15.
public struct OpportunityCompetitor: SalesRecord, Hashable {
  public var id: Int64
  public var opportunity: Int64
  public var competitor: Int64
  public var price: Money?
  public var notedOn: Day
  public var note: String?

  public init(id: Int64 = 0, opportunity: Int64, competitor: Int64, notedOn: Day) {
    self.id = id
    self.opportunity = opportunity
    self.competitor = competitor
    self.notedOn = notedOn
  }

  public static func blank(id: Int64) -> OpportunityCompetitor {
    OpportunityCompetitor(id: id, opportunity: 0, competitor: 0, notedOn: .first)
  }

  public static let schema = Schema<OpportunityCompetitor>(
    "opportunity_competitors", singular: "opportunity_competitor",
    label: Label("competitors of opportunities", "商机竞争对手"),
    help: "Who competes for an opportunity, at which price.",
    columns: [
      Column(
        "opportunity", \.opportunity, .reference("opportunities"), Label("opportunity", "商机"),
        help: "What is competed for.", required: true),
      Column(
        "competitor", \.competitor, .reference("competitors"), Label("competitor", "竞争对手"),
        help: "Who competes.", source: "FU15", required: true),
      Column(
        "price", \.price, .money, Label("price", "对手报价"),
        help: "What it asks, as far as known.", unit: "yuan", source: "FU15", bounds: .atLeast(0)),
      Column(
        "noted_on", \.notedOn, .day, Label("noted on", "记录日期"),
        help: "Day this was learnt.", required: true),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is known."),
    ])
}
