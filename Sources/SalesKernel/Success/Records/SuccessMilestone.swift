import Values

/// A mark on the way of a success plan.
/// - Source: CS3.
public struct SuccessMilestone: SalesRecord, Hashable {
  public var id: Int64
  public var plan: Int64
  public var position: Int64
  public var title: String
  public var metric: String?
  public var target: Double?
  public var actual: Double?
  public var dueOn: Day?
  public var doneOn: Day?
  public var note: String?

  public init(id: Int64 = 0, plan: Int64, position: Int64, title: String) {
    self.id = id
    self.plan = plan
    self.position = position
    self.title = title
  }

  public static func blank(id: Int64) -> SuccessMilestone {
    SuccessMilestone(id: id, plan: 0, position: 0, title: "")
  }

  public static let schema = Schema<SuccessMilestone>(
    "success_milestones", singular: "success_milestone",
    label: Label("success milestones", "成功里程碑"),
    help: "Marks on the way of success plans, with what is to be measured.",
    columns: [
      Column(
        "plan", \.plan, .reference("success_plans"), Label("success plan", "成功计划"),
        help: "Plan that it belongs to.", required: true),
      Column(
        "position", \.position, .integer, Label("position", "序号"),
        help: "Counts from 1.", required: true, bounds: .atLeast(1)),
      Column(
        "title", \.title, .text, Label("title", "标题"),
        help: "What is reached.", source: "CS3", required: true),
      Column(
        "metric", \.metric, .text, Label("metric", "指标"),
        help: "What tells it, as first_month_use."),
      Column(
        "target", \.target, .number, Label("target", "目标值"),
        help: "What the metric is to be."),
      Column(
        "actual", \.actual, .number, Label("actual", "实际值"),
        help: "What it was."),
      Column(
        "due_on", \.dueOn, .day, Label("due on", "到期日期"),
        help: "Day by which it is reached."),
      Column(
        "done_on", \.doneOn, .day, Label("done on", "完成日期"),
        help: "Day it was reached."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What came of it."),
    ])
}
