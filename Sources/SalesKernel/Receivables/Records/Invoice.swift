import Values

/// What a customer owes for something.
/// - Source: AU6.
public struct Invoice: SalesRecord, Hashable {
  public var id: Int64
  public var code: String?
  public var customer: Int64
  public var contract: Int64?
  public var order: Int64?
  public var instalment: Int64?
  public var issuedOn: Day
  public var dueOn: Day
  public var amount: Money
  public var reverses: Int64?
  public var note: String?

  public init(id: Int64 = 0, customer: Int64, issuedOn: Day, dueOn: Day, amount: Money) {
    self.id = id
    self.customer = customer
    self.issuedOn = issuedOn
    self.dueOn = dueOn
    self.amount = amount
  }

  public static func blank(id: Int64) -> Invoice {
    Invoice(id: id, customer: 0, issuedOn: .first, dueOn: .first, amount: .zero)
  }

  public static let schema = Schema<Invoice>(
    "invoices", singular: "invoice", label: Label("invoices", "发票"),
    help: "What customers owe.",
    ledger: Ledger(
      correctedBy: "receivables.reverse{invoice = …, reason = …}", editable: ["note"]),
    columns: [
      Column(
        "code", \.code, .text, Label("invoice number", "发票号"), help: "Number of the invoice.",
        unique: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"), help: "Who owes.",
        required: true),
      Column(
        "contract", \.contract, .reference("contracts"), Label("contract", "合同"),
        help: "Contract it is for."),
      Column(
        "order", \.order, .reference("orders"), Label("order", "订单"), help: "Order it is for."),
      Column(
        "instalment", \.instalment, .reference("instalments"), Label("instalment", "付款节点"),
        help: "Payment node it is for."),
      Column(
        "issued_on", \.issuedOn, .day, Label("issued on", "开票日期"), help: "Day of the invoice.",
        required: true),
      Column(
        "due_on", \.dueOn, .day, Label("due on", "到期日期"), help: "Day by which it is paid.",
        required: true),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "What is owed; negative where it reverses another.", unit: "yuan", required: true),
      Column(
        "reverses", \.reverses, .reference("invoices"), Label("reverses", "冲销"),
        help: "Invoice that it takes back."),
      Column("note", \.note, .text, Label("note", "备注"), help: "Why."),
    ])
}
