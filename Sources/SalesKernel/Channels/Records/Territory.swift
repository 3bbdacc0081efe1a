import Values

/// Where an agent may sell, and whether alone.
/// - Source: CH2, CH3.
public struct Territory: SalesRecord, Hashable {
  public var id: Int64
  public var agent: Int64
  public var region: String
  public var product: String?
  public var isExclusive: Bool
  public var startsOn: Day
  public var endsOn: Day?

  public init(id: Int64 = 0, agent: Int64, region: String, isExclusive: Bool, startsOn: Day) {
    self.id = id
    self.agent = agent
    self.region = region
    self.isExclusive = isExclusive
    self.startsOn = startsOn
  }

  public static func blank(id: Int64) -> Territory {
    Territory(id: id, agent: 0, region: "", isExclusive: false, startsOn: .first)
  }

  public static let schema = Schema<Territory>(
    "territories", singular: "territory", label: Label("territories", "授权区域"),
    help: "Areas in which agents may sell.",
    columns: [
      Column(
        "agent", \.agent, .reference("agents"), Label("agent", "代理商"),
        help: "Who may sell.", required: true),
      Column(
        "region", \.region, .text, Label("region", "区域"),
        help: "Where.", source: "CH3", required: true),
      Column(
        "product", \.product, .text, Label("product line", "产品线"),
        help: "Category of products; empty for all."),
      Column(
        "is_exclusive", \.isExclusive, .bool, Label("exclusive", "独家"),
        help: "Whether nobody else may sell there.", source: "CH2", required: true),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "开始日期"),
        help: "First day.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "结束日期"),
        help: "Last day; empty while it lasts."),
    ])
}
