import Values

/// One payment that a contract provides for.
/// - Source: FU9, AU6.
public struct Instalment: SalesRecord, Hashable {
  public var id: Int64
  public var contract: Int64
  public var position: Int64
  public var node: String
  public var share: Double?
  public var days: Int64?
  public var plan: String?
  public var amount: Money
  public var dueOn: Day?

  public init(id: Int64 = 0, contract: Int64, position: Int64, node: String, amount: Money) {
    self.id = id
    self.contract = contract
    self.position = position
    self.node = node
    self.amount = amount
  }

  public static func blank(id: Int64) -> Instalment {
    Instalment(id: id, contract: 0, position: 0, node: "", amount: .zero)
  }

  public static let schema = Schema<Instalment>(
    "instalments", singular: "instalment", label: Label("instalments", "付款节点"),
    help: "When a contract is to be paid, node by node.",
    columns: [
      Column(
        "contract", \.contract, .reference("contracts"), Label("contract", "合同"),
        help: "Contract it is a payment of.", required: true),
      Column(
        "position", \.position, .integer, Label("position", "序号"), help: "Counts from 1.",
        required: true, bounds: .atLeast(1)),
      Column(
        "node", \.node, .text, Label("node", "付款节点"),
        help: "A word of the policy, as signed or accepted.", source: "FU9", required: true),
      Column(
        "share", \.share, .number, Label("share", "比例"), help: "Share of the contract.",
        bounds: .between(0, 1)),
      Column(
        "days", \.days, .integer, Label("days after the node", "节点后天数"),
        help: "Days from its node to the day it is due.", unit: "days", source: "FU9",
        bounds: .atLeast(0)),
      Column(
        "plan", \.plan, .text, Label("payment plan", "付款方案"),
        help: "A word of the policy, as standard.", source: "PR5"),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"), help: "What is to be paid.",
        unit: "yuan", required: true),
      Column(
        "due_on", \.dueOn, .day, Label("due on", "到期日期"),
        help: "Day by which it is paid; empty until its node is reached."),
    ])
}
