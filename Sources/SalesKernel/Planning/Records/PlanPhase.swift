import Values

/// A stretch of a plan, with what is to be reached by its end.
/// - Source: OR3.
public struct PlanPhase: SalesRecord, Hashable {
  public var id: Int64
  public var plan: String
  public var position: Int64
  public var title: String
  public var startsOn: Day
  public var endsOn: Day
  public var goals: String?
  public var note: String?

  public init(
    id: Int64 = 0, plan: String, position: Int64, title: String, startsOn: Day, endsOn: Day
  ) {
    self.id = id
    self.plan = plan
    self.position = position
    self.title = title
    self.startsOn = startsOn
    self.endsOn = endsOn
  }

  public static func blank(id: Int64) -> PlanPhase {
    PlanPhase(id: id, plan: "", position: 0, title: "", startsOn: .first, endsOn: .first)
  }

  public static let schema = Schema<PlanPhase>(
    "plan_phases", singular: "plan_phase", label: Label("plan phases", "计划阶段"),
    help: "Phases of plans, with their goals.",
    columns: [
      Column(
        "plan", \.plan, .text, Label("plan", "计划"),
        help: "Name of the plan.", source: "OR3", required: true),
      Column(
        "position", \.position, .integer, Label("position", "序号"),
        help: "Counts from 1.", required: true, bounds: .atLeast(1)),
      Column(
        "title", \.title, .text, Label("title", "标题"),
        help: "What it is called.", required: true),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "开始日期"),
        help: "First day.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "结束日期"),
        help: "Last day.", required: true),
      Column(
        "goals", \.goals, .text, Label("goals", "目标"),
        help: "What is to be reached, as customers=10;revenue=100000.", source: "OR3"),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
