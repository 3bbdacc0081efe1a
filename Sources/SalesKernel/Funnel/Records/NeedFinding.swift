import Values

/// One finding of a need survey.
/// - Source: FU12.
public struct NeedFinding: SalesRecord, Hashable {
  public var id: Int64
  public var opportunity: Int64
  public var dimension: String
  public var kind: String
  public var finding: String
  public var scene: String?
  public var solution: String?
  public var rep: Int64?
  public var notedOn: Day

  public init(
    id: Int64 = 0, opportunity: Int64, dimension: String, kind: String, finding: String,
    notedOn: Day
  ) {
    self.id = id
    self.opportunity = opportunity
    self.dimension = dimension
    self.kind = kind
    self.finding = finding
    self.notedOn = notedOn
  }

  public static func blank(id: Int64) -> NeedFinding {
    NeedFinding(id: id, opportunity: 0, dimension: "", kind: "", finding: "", notedOn: .first)
  }

  public static let schema = Schema<NeedFinding>(
    "need_findings", singular: "need_finding", label: Label("need findings", "需求发现"),
    help: "What surveys found of customers' needs, by dimension.",
    columns: [
      Column(
        "opportunity", \.opportunity, .reference("opportunities"), Label("opportunity", "商机"),
        help: "Where it was found.", required: true),
      Column(
        "dimension", \.dimension, .text, Label("dimension", "维度"),
        help: "Word of the policy, as business.", source: "FU12", required: true),
      Column(
        "kind", \.kind, .text, Label("kind", "需求类型"),
        help: "Word of the policy: explicit or implicit.", source: "FU12", required: true),
      Column(
        "finding", \.finding, .text, Label("finding", "需求描述"),
        help: "What was found.", source: "FU12", required: true),
      Column(
        "scene", \.scene, .text, Label("scene", "场景"),
        help: "Where it shows.", source: "CU14"),
      Column(
        "solution", \.solution, .text, Label("expected solution", "期望方案"),
        help: "What the customer expects.", source: "CU14"),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "调研人"),
        help: "Who found it."),
      Column(
        "noted_on", \.notedOn, .day, Label("noted on", "记录日期"),
        help: "Day it was found.", required: true),
    ])
}
