import Values

/// A piece of what the organisation knows: a talk track, a case, a competitor, a method.
/// - Source: OR7.
public struct Article: SalesRecord, Hashable {
  public var id: Int64
  public var code: String?
  public var kind: String
  public var title: String
  public var scene: String?
  public var industry: String?
  public var pain: String?
  public var solution: String?
  public var result: String?
  public var body: String?
  public var competitor: Int64?
  public var author: Int64?
  public var writtenOn: Day
  public var updatedOn: Day?

  public init(id: Int64 = 0, kind: String, title: String, writtenOn: Day) {
    self.id = id
    self.kind = kind
    self.title = title
    self.writtenOn = writtenOn
  }

  public static func blank(id: Int64) -> Article {
    Article(id: id, kind: "", title: "", writtenOn: .first)
  }

  public static let schema = Schema<Article>(
    "articles", singular: "article", label: Label("articles", "知识库"),
    help: "Knowledge base: talk tracks, cases, competitors, methods.",
    columns: [
      Column(
        "code", \.code, .text, Label("article number", "知识编号"),
        help: "Your own key of the article.", unique: true),
      Column(
        "kind", \.kind, .text, Label("kind", "类型"),
        help: "Word of the knowledge policy, as talk_track or case.", source: "OR7", required: true),
      Column(
        "title", \.title, .text, Label("title", "标题"),
        help: "What it is about.", required: true),
      Column(
        "scene", \.scene, .text, Label("scene", "场景"),
        help: "Scene of a talk track, as bargaining.", source: "OR7"),
      Column(
        "industry", \.industry, .text, Label("industry", "行业"),
        help: "Industry of a case.", source: "OR7"),
      Column(
        "pain", \.pain, .text, Label("pain", "痛点"),
        help: "What hurt.", source: "OR7"),
      Column(
        "solution", \.solution, .text, Label("solution", "解决方案"),
        help: "What was done.", source: "OR7"),
      Column(
        "result", \.result, .text, Label("result", "效果"),
        help: "What came of it.", source: "OR7"),
      Column(
        "body", \.body, .text, Label("text", "正文"),
        help: "The text."),
      Column(
        "competitor", \.competitor, .reference("competitors"), Label("competitor", "竞争对手"),
        help: "Whom it is about.", source: "OR7"),
      Column(
        "author", \.author, .reference("reps"), Label("author", "作者"),
        help: "Who wrote it."),
      Column(
        "written_on", \.writtenOn, .day, Label("written on", "撰写日期"),
        help: "Day it was written.", required: true),
      Column(
        "updated_on", \.updatedOn, .day, Label("updated on", "更新日期"),
        help: "Day it was last changed."),
    ])
}
