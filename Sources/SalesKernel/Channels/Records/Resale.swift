import Values

/// A sale of an agent to an end customer, as it was reported or seen.
/// - Source: CH2, CH3.
public struct Resale: SalesRecord, Hashable {
  public var id: Int64
  public var agent: Int64
  public var customer: Int64
  public var product: Int64?
  public var quantity: Int64?
  public var price: Money?
  public var amount: Money
  public var soldOn: Day
  public var order: Int64?
  public var note: String?

  public init(id: Int64 = 0, agent: Int64, customer: Int64, amount: Money, soldOn: Day) {
    self.id = id
    self.agent = agent
    self.customer = customer
    self.amount = amount
    self.soldOn = soldOn
  }

  public static func blank(id: Int64) -> Resale {
    Resale(id: id, agent: 0, customer: 0, amount: .zero, soldOn: .first)
  }

  public static let schema = Schema<Resale>(
    "resales", singular: "resale", label: Label("resales", "代理销售"),
    help: "Sales of agents: to whom, at which price.",
    columns: [
      Column(
        "agent", \.agent, .reference("agents"), Label("agent", "代理商"),
        help: "Who sold.", required: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "To whom.", required: true),
      Column(
        "product", \.product, .reference("products"), Label("product", "产品"),
        help: "What."),
      Column(
        "quantity", \.quantity, .integer, Label("quantity", "数量"),
        help: "Pieces.", bounds: .atLeast(1)),
      Column(
        "price", \.price, .money, Label("unit price", "单价"),
        help: "For a piece.", unit: "yuan", source: "CH3"),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "In all.", unit: "yuan", required: true),
      Column(
        "sold_on", \.soldOn, .day, Label("sold on", "销售日期"),
        help: "Day of the sale.", required: true),
      Column(
        "order", \.order, .reference("orders"), Label("order", "订单"),
        help: "Our order that served it."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "How it was seen."),
    ])
}
