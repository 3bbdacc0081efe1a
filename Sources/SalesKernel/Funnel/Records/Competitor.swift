import Values

/// A competitor: who, what it is good and bad at, and what our customers say.
/// - Source: FU15.
public struct Competitor: SalesRecord, Hashable {
  public var id: Int64
  public var code: String
  public var name: String
  public var strengths: String?
  public var weaknesses: String?
  public var pricing: String?
  public var share: Double?
  public var view: String?
  public var rating: Double?
  public var difference: String?
  public var updatedOn: Day?

  public init(id: Int64 = 0, code: String, name: String) {
    self.id = id
    self.code = code
    self.name = name
  }

  public static func blank(id: Int64) -> Competitor {
    Competitor(id: id, code: "", name: "")
  }

  public static let schema = Schema<Competitor>(
    "competitors", singular: "competitor", label: Label("competitors", "竞争对手"),
    help: "Who else sells what we sell.",
    columns: [
      Column(
        "code", \.code, .text, Label("competitor code", "竞争对手编号"),
        help: "Your own key of the competitor.", required: true, unique: true),
      Column(
        "name", \.name, .text, Label("name", "名称"),
        help: "Who it is.", source: "FU15", required: true),
      Column(
        "strengths", \.strengths, .text, Label("strengths", "优势"),
        help: "What it does well.", source: "FU15"),
      Column(
        "weaknesses", \.weaknesses, .text, Label("weaknesses", "劣势"),
        help: "What it does badly.", source: "FU15"),
      Column(
        "pricing", \.pricing, .text, Label("pricing", "价格策略"),
        help: "How it sets its prices.", source: "FU15"),
      Column(
        "share", \.share, .number, Label("market share", "市场份额"),
        help: "Share of the market.", source: "FU15", bounds: .between(0, 1)),
      Column(
        "view", \.view, .text, Label("customers' view", "客户评价"),
        help: "What customers say of it.", source: "FU15"),
      Column(
        "rating", \.rating, .number, Label("customer rating", "客户评分"),
        help: "How customers rate it.", source: "FU15", bounds: .between(0, 5)),
      Column(
        "difference", \.difference, .text, Label("our difference", "我方差异"),
        help: "What sets us apart from it.", source: "FU15"),
      Column(
        "updated_on", \.updatedOn, .day, Label("updated on", "更新日期"),
        help: "Day this was last confirmed.", source: "FU15"),
    ])
}
