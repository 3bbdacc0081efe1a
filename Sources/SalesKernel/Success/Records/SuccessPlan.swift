import Values

/// What a customer is to reach with us, by which path.
/// - Source: CS3.
public struct SuccessPlan: SalesRecord, Hashable {
  public var id: Int64
  public var code: String?
  public var customer: Int64
  public var contract: Int64?
  public var owner: Int64?
  public var goal: String
  public var path: String?
  public var resources: String?
  public var risks: String?
  public var step: String
  public var beginsOn: Day
  public var endsOn: Day?
  public var closedOn: Day?
  public var note: String?

  public init(id: Int64 = 0, customer: Int64, goal: String, step: String, beginsOn: Day) {
    self.id = id
    self.customer = customer
    self.goal = goal
    self.step = step
    self.beginsOn = beginsOn
  }

  public static func blank(id: Int64) -> SuccessPlan {
    SuccessPlan(id: id, customer: 0, goal: "", step: "", beginsOn: .first)
  }

  public static let schema = Schema<SuccessPlan>(
    "success_plans", singular: "success_plan", label: Label("success plans", "成功计划"),
    help: "What customers are to reach with us: goal, path, resources and risks.",
    columns: [
      Column(
        "code", \.code, .text, Label("plan number", "计划编号"),
        help: "Your own key of the plan.", unique: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Whose plan it is.", required: true),
      Column(
        "contract", \.contract, .reference("contracts"), Label("contract", "合同"),
        help: "Contract that it belongs to."),
      Column(
        "owner", \.owner, .reference("reps"), Label("owner", "负责人"),
        help: "Success manager who answers for it.", source: "CS3"),
      Column(
        "goal", \.goal, .text, Label("goal", "目标"),
        help: "What the customer is to reach.", source: "CS3", required: true),
      Column(
        "path", \.path, .text, Label("path", "路径"),
        help: "How.", source: "CS3"),
      Column(
        "resources", \.resources, .text, Label("resources", "资源"),
        help: "With what.", source: "CS3"),
      Column(
        "risks", \.risks, .text, Label("risks", "风险"),
        help: "What may come between.", source: "CS3"),
      Column(
        "step", \.step, .text, Label("step", "步骤"),
        help: "How far it is, a word of the success policy.", source: "CS3", required: true),
      Column(
        "begins_on", \.beginsOn, .day, Label("begins on", "开始日期"),
        help: "First day.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "结束日期"),
        help: "Day by which the goal is reached."),
      Column(
        "closed_on", \.closedOn, .day, Label("closed on", "关闭日期"),
        help: "Day it was ended."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
