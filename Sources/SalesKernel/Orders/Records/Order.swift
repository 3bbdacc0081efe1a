import Values

/// What a customer ordered on a day, as a whole; its products are ``OrderLine``s.
public struct Order: SalesRecord, Hashable {
  public var id: Int64
  public var code: String?
  /// Id of the customer.
  public var customer: Int64
  public var rep: Int64?
  public var agent: Int64?
  public var amount: Money
  public var orderedOn: Day
  public var status: String?
  public var contract: Int64?
  public var reason: String?

  public init(id: Int64 = 0, customer: Int64, amount: Money, orderedOn: Day) {
    self.id = id
    self.customer = customer
    self.amount = amount
    self.orderedOn = orderedOn
  }

  public static func blank(id: Int64) -> Order {
    Order(id: id, customer: 0, amount: .zero, orderedOn: .first)
  }

  public static let schema = Schema<Order>(
    "orders", singular: "order", label: Label("orders", "订单"),
    help: "Orders placed, each with its lines.",
    columns: [
      Column(
        "code", \.code, .text, Label("order number", "订单号"), help: "Your own key of the order.",
        unique: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Customer who ordered.", required: true),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"), help: "Rep who won the order."),
      Column(
        "agent", \.agent, .reference("agents"), Label("agent", "代理商"),
        help: "Agent through whom it came.", source: "CH2"),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "Amount of the order, its returns taken off.", unit: "yuan", required: true),
      Column(
        "ordered_on", \.orderedOn, .day, Label("ordered on", "下单日期"), help: "Day of the order.",
        required: true),
      Column("status", \.status, .text, Label("status", "状态"), help: "As open or delivered."),
      Column(
        "contract", \.contract, .reference("contracts"), Label("contract", "合同"),
        help: "Contract that it carries out.", source: "FU9"),
      Column("reason", \.reason, .text, Label("reason", "原因"), help: "Why it was cancelled."),
    ])
}
