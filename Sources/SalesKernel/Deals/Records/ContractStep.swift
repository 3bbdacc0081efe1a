import Values

/// One step of carrying a contract out.
/// - Source: FU9.
public struct ContractStep: SalesRecord, Hashable {
  public var id: Int64
  public var contract: Int64
  public var position: Int64
  public var step: String
  public var role: String?
  public var rep: Int64?
  public var dueOn: Day?
  public var doneOn: Day?
  public var doneBy: ContractEvent?
  public var note: String?

  public init(id: Int64 = 0, contract: Int64, position: Int64, step: String) {
    self.id = id
    self.contract = contract
    self.position = position
    self.step = step
  }

  public static func blank(id: Int64) -> ContractStep {
    ContractStep(id: id, contract: 0, position: 0, step: "")
  }

  public static let schema = Schema<ContractStep>(
    "contract_steps", singular: "contract_step", label: Label("contract steps", "合同执行步骤"),
    help: "Steps of carrying contracts out, with dates and owners.",
    columns: [
      Column(
        "contract", \.contract, .reference("contracts"), Label("contract", "合同"),
        help: "Contract it is a step of.", required: true),
      Column(
        "position", \.position, .integer, Label("position", "序号"), help: "Counts from 1.",
        required: true, bounds: .atLeast(1)),
      Column(
        "step", \.step, .text, Label("step", "步骤"), help: "A word of the policy, as shipped.",
        source: "FU9", required: true),
      Column(
        "role", \.role, .text, Label("role", "角色"), help: "Who does it, a word of the policy."),
      Column("rep", \.rep, .reference("reps"), Label("rep", "负责人"), help: "Who does it."),
      Column("due_on", \.dueOn, .day, Label("due on", "期限"), help: "Day by which it is done."),
      Column("done_on", \.doneOn, .day, Label("done on", "完成日期"), help: "Day it was done."),
      Column(
        "done_by", \.doneBy, ContractEvent.fieldType, Label("done by", "完成事件"),
        help: "What completes it by itself; by hand where empty."),
      Column("note", \.note, .text, Label("note", "备注"), help: "What came of it."),
    ])
}
