import Values

/// A part of a payment, or a loss, that settles an invoice.
/// - Source: AU6.
public struct Allocation: SalesRecord, Hashable {
  /// Whether money came, or the claim was given up.
  public enum Kind: String, FieldChoice {
    case payment, badDebt = "bad_debt"
  }

  public var id: Int64
  public var invoice: Int64
  public var payment: Int64?
  public var kind: Kind
  public var allocatedOn: Day
  public var amount: Money
  public var reverses: Int64?
  public var reason: String?

  public init(id: Int64 = 0, invoice: Int64, kind: Kind, allocatedOn: Day, amount: Money) {
    self.id = id
    self.invoice = invoice
    self.kind = kind
    self.allocatedOn = allocatedOn
    self.amount = amount
  }

  public static func blank(id: Int64) -> Allocation {
    Allocation(id: id, invoice: 0, kind: .payment, allocatedOn: .first, amount: .zero)
  }

  public static let schema = Schema<Allocation>(
    "allocations", singular: "allocation", label: Label("allocations", "核销"),
    help: "Which payment, or which loss, settles which invoice.",
    ledger: Ledger(
      correctedBy: "receivables.reverse{allocation = …, reason = …}", editable: ["reason"]),
    columns: [
      Column(
        "invoice", \.invoice, .reference("invoices"), Label("invoice", "发票"),
        help: "What it settles.", required: true),
      Column(
        "payment", \.payment, .reference("payments"), Label("payment", "收款"),
        help: "What settles it; none for a bad debt."),
      Column(
        "kind", \.kind, Kind.fieldType, Label("kind", "类型"),
        help: "Whether money came, or the claim was given up.", source: "AU6", required: true),
      Column(
        "allocated_on", \.allocatedOn, .day, Label("allocated on", "核销日期"),
        help: "Day it counts from.", required: true),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "How much it settles; negative where it reverses another.", unit: "yuan",
        required: true),
      Column(
        "reverses", \.reverses, .reference("allocations"), Label("reverses", "冲销"),
        help: "Allocation that it takes back."),
      Column("reason", \.reason, .text, Label("reason", "原因"), help: "Why."),
    ])
}
