import Values

/// One change of what we owe a customer in rebates.
/// - Source: PR4, CH2.
public struct RebateEntry: SalesRecord, Hashable {
  /// Whether it is owed or paid.
  public enum Kind: String, FieldChoice {
    case accrual, settlement
  }

  public var id: Int64
  public var program: String
  public var customer: Int64
  public var period: String
  public var kind: Kind
  public var enteredOn: Day
  public var volume: Money?
  public var amount: Money
  public var note: String?

  public init(
    id: Int64 = 0, program: String, customer: Int64, period: String, kind: Kind, enteredOn: Day,
    amount: Money
  ) {
    self.id = id
    self.program = program
    self.customer = customer
    self.period = period
    self.kind = kind
    self.enteredOn = enteredOn
    self.amount = amount
  }

  public static func blank(id: Int64) -> RebateEntry {
    RebateEntry(
      id: id, program: "", customer: 0, period: "", kind: .accrual, enteredOn: .first, amount: .zero
    )
  }

  public static let schema = Schema<RebateEntry>(
    "rebate_entries", singular: "rebate_entry", label: Label("rebate entries", "返利流水"),
    help: "Rebates accrued and settled, each as the difference to what was entered before.",
    ledger: Ledger(
      correctedBy: "rebates.accrue{…} or rebates.settle{…} enters the difference",
      editable: ["note"]),
    columns: [
      Column(
        "program", \.program, .text, Label("program", "返利方案"),
        help: "A word of the rebate policy, as yearly.", source: "PR4", required: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who gets it.", required: true),
      Column("period", \.period, .text, Label("period", "期间"), help: "As 2026.", required: true),
      Column(
        "kind", \.kind, Kind.fieldType, Label("kind", "类型"), help: "Whether it is owed or paid.",
        required: true),
      Column(
        "entered_on", \.enteredOn, .day, Label("entered on", "入账日期"), help: "Day of the entry.",
        required: true),
      Column(
        "volume", \.volume, .money, Label("volume", "返利基数"),
        help: "Purchases of the period that it counts.", unit: "yuan"),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "The difference to what was entered before.", unit: "yuan", required: true),
      Column("note", \.note, .text, Label("note", "备注"), help: "How it comes about."),
    ])
}
