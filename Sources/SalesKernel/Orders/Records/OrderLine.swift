import Values

/// One product of an order; negative for a return.
/// - Source: PR11.
public struct OrderLine: SalesRecord, Hashable {
  public var id: Int64
  public var order: Int64
  public var line: Int64
  public var product: Int64?
  public var quantity: Int64?
  public var listPrice: Money?
  public var unitPrice: Money?
  public var amount: Money
  public var cost: Money?
  public var quoteLine: Int64?
  public var returns: Int64?
  public var cancels: Int64?
  public var bookedOn: Day?
  public var reason: String?

  public init(id: Int64 = 0, order: Int64, line: Int64, amount: Money) {
    self.id = id
    self.order = order
    self.line = line
    self.amount = amount
  }

  public static func blank(id: Int64) -> OrderLine {
    OrderLine(id: id, order: 0, line: 0, amount: .zero)
  }

  public static let schema = Schema<OrderLine>(
    "order_lines", singular: "order_line", label: Label("order lines", "订单行"),
    help: "Products of orders; returned and cancelled goods are lines of negative quantity.",
    columns: [
      Column(
        "order", \.order, .reference("orders"), Label("order", "订单"),
        help: "Order it is a line of.", required: true),
      Column(
        "line", \.line, .integer, Label("line", "行号"), help: "Counts from 1.", required: true,
        bounds: .atLeast(1)),
      Column(
        "product", \.product, .reference("products"), Label("product", "产品"),
        help: "What was ordered."),
      Column(
        "quantity", \.quantity, .integer, Label("quantity", "数量"),
        help: "Pieces; negative for a return.", unit: "pieces"),
      Column(
        "list_price", \.listPrice, .money, Label("list price", "目录价"),
        help: "List price of one piece on that day.", unit: "yuan", source: "PR1"),
      Column(
        "unit_price", \.unitPrice, .money, Label("unit price", "单价"),
        help: "Price of one piece, to four decimals.", unit: "yuan"),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "Price of the line; negative for a return.", unit: "yuan", required: true),
      Column("cost", \.cost, .money, Label("cost", "成本"), help: "Cost of the line.", unit: "yuan"),
      Column(
        "quote_line", \.quoteLine, .reference("quote_lines"), Label("quote line", "报价单行"),
        help: "Quote line it came from."),
      Column(
        "returns", \.returns, .reference("order_lines"), Label("returns", "退货对应行"),
        help: "Line whose goods come back."),
      Column(
        "cancels", \.cancels, .reference("order_lines"), Label("cancels", "取消对应行"),
        help: "Line whose goods are no longer wanted."),
      Column(
        "booked_on", \.bookedOn, .day, Label("booked on", "登记日期"),
        help: "Day the goods came back or were cancelled."),
      Column("reason", \.reason, .text, Label("reason", "原因"), help: "Why."),
    ])
}
