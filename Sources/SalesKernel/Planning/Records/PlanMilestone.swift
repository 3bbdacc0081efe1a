import Values

/// Something that a plan has ready by a day.
/// - Source: OR3.
public struct PlanMilestone: SalesRecord, Hashable {
  public var id: Int64
  public var phase: Int64
  public var title: String
  public var owner: Int64?
  public var dueOn: Day
  public var doneOn: Day?
  public var contingency: String?
  public var note: String?

  public init(id: Int64 = 0, phase: Int64, title: String, dueOn: Day) {
    self.id = id
    self.phase = phase
    self.title = title
    self.dueOn = dueOn
  }

  public static func blank(id: Int64) -> PlanMilestone {
    PlanMilestone(id: id, phase: 0, title: "", dueOn: .first)
  }

  public static let schema = Schema<PlanMilestone>(
    "plan_milestones", singular: "plan_milestone", label: Label("plan milestones", "计划里程碑"),
    help: "Marks of plans: by when, by whom, and what if it is late.",
    columns: [
      Column(
        "phase", \.phase, .reference("plan_phases"), Label("phase", "计划阶段"),
        help: "Phase that it belongs to.", required: true),
      Column(
        "title", \.title, .text, Label("title", "标题"),
        help: "What is ready.", source: "OR3", required: true),
      Column(
        "owner", \.owner, .reference("reps"), Label("owner", "负责人"),
        help: "Who answers for it."),
      Column(
        "due_on", \.dueOn, .day, Label("due on", "到期日期"),
        help: "Day by which it is ready.", required: true),
      Column(
        "done_on", \.doneOn, .day, Label("done on", "完成日期"),
        help: "Day it was."),
      Column(
        "contingency", \.contingency, .text, Label("contingency", "应急预案"),
        help: "What is done when it is late.", source: "OR3"),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
