import Values

/// What a rep did in a day: results, obstacles, plan, one lesson for others.
/// - Source: OR7.
public struct DailyReport: SalesRecord, Hashable {
  public var id: Int64
  public var rep: Int64
  public var day: Day
  public var results: String?
  public var obstacles: String?
  public var plan: String?
  public var lesson: String?
  public var reached: Int64?
  public var converted: Int64?

  public init(id: Int64 = 0, rep: Int64, day: Day) {
    self.id = id
    self.rep = rep
    self.day = day
  }

  public static func blank(id: Int64) -> DailyReport {
    DailyReport(id: id, rep: 0, day: .first)
  }

  public static let schema = Schema<DailyReport>(
    "daily_reports", singular: "daily_report", label: Label("daily reports", "日报"),
    help: "Daily reports of reps, in four parts.",
    columns: [
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"),
        help: "Who reports.", required: true),
      Column(
        "day", \.day, .day, Label("day", "日期"),
        help: "Day that it is of.", required: true),
      Column(
        "results", \.results, .text, Label("results", "成果"),
        help: "What was reached.", source: "OR7"),
      Column(
        "obstacles", \.obstacles, .text, Label("obstacles", "障碍"),
        help: "What stood in the way, and which help is needed.", source: "OR7"),
      Column(
        "plan", \.plan, .text, Label("plan", "明日计划"),
        help: "Key accounts of tomorrow.", source: "OR7"),
      Column(
        "lesson", \.lesson, .text, Label("lesson", "可复用经验"),
        help: "One method for others.", source: "OR7"),
      Column(
        "reached", \.reached, .integer, Label("customers reached", "触达客户数"),
        help: "How many.", source: "OR7", bounds: .atLeast(0)),
      Column(
        "converted", \.converted, .integer, Label("converted", "转化数"),
        help: "How many of them went a step on.", source: "OR7", bounds: .atLeast(0)),
    ])
}
