import Values

/// Pieces of an order line handed over.
/// - Source: FU9.
public struct Delivery: SalesRecord, Hashable {
  public var id: Int64
  public var orderLine: Int64
  public var quantity: Int64
  public var deliveredOn: Day
  public var acceptedOn: Day?
  public var note: String?

  public init(id: Int64 = 0, orderLine: Int64, quantity: Int64, deliveredOn: Day) {
    self.id = id
    self.orderLine = orderLine
    self.quantity = quantity
    self.deliveredOn = deliveredOn
  }

  public static func blank(id: Int64) -> Delivery {
    Delivery(id: id, orderLine: 0, quantity: 0, deliveredOn: .first)
  }

  public static let schema = Schema<Delivery>(
    "deliveries", singular: "delivery", label: Label("deliveries", "交货"),
    help: "Goods handed over, in parts where need be.",
    columns: [
      Column(
        "order_line", \.orderLine, .reference("order_lines"), Label("order line", "订单行"),
        help: "What was delivered.", source: "FU9", required: true),
      Column(
        "quantity", \.quantity, .integer, Label("quantity", "数量"), help: "Pieces delivered.",
        unit: "pieces", required: true, bounds: .atLeast(1)),
      Column(
        "delivered_on", \.deliveredOn, .day, Label("delivered on", "交货日期"),
        help: "Day of delivery.", source: "FU9", required: true),
      Column(
        "accepted_on", \.acceptedOn, .day, Label("accepted on", "验收日期"),
        help: "Day the customer accepted it.", source: "FU9"),
      Column("note", \.note, .text, Label("note", "备注"), help: "What else was noted."),
    ])
}
