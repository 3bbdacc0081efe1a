import Values

/// Money that a customer paid.
/// - Source: AU6.
public struct Payment: SalesRecord, Hashable {
  public var id: Int64
  public var code: String?
  public var customer: Int64
  public var receivedOn: Day
  public var amount: Money
  public var method: String?
  public var reverses: Int64?
  public var note: String?

  public init(id: Int64 = 0, customer: Int64, receivedOn: Day, amount: Money) {
    self.id = id
    self.customer = customer
    self.receivedOn = receivedOn
    self.amount = amount
  }

  public static func blank(id: Int64) -> Payment {
    Payment(id: id, customer: 0, receivedOn: .first, amount: .zero)
  }

  public static let schema = Schema<Payment>(
    "payments", singular: "payment", label: Label("payments", "收款"),
    help: "Money received.",
    ledger: Ledger(
      correctedBy: "receivables.reverse{payment = …, reason = …}", editable: ["method", "note"]),
    columns: [
      Column(
        "code", \.code, .text, Label("payment number", "收款号"),
        help: "Number of the payment, as at the bank.", unique: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"), help: "Who paid.",
        required: true),
      Column(
        "received_on", \.receivedOn, .day, Label("received on", "收款日期"), help: "Day it came in.",
        required: true),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "What came in; negative where it reverses another.", unit: "yuan", required: true),
      Column("method", \.method, .text, Label("method", "方式"), help: "As transfer or cash."),
      Column(
        "reverses", \.reverses, .reference("payments"), Label("reverses", "冲销"),
        help: "Payment that it takes back."),
      Column("note", \.note, .text, Label("note", "备注"), help: "Why."),
    ])
}
