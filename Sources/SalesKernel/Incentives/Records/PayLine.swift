import Values

/// One entry of the account of a rep: earned, held, paid or taken back.
/// - Source: PF1, PF2.
public struct PayLine: SalesRecord, Hashable {
  /// What the entry does to the account.
  public enum Kind: String, FieldChoice {
    case earned, held, released, paid, clawback, correction
  }

  public var id: Int64
  public var period: Int64
  public var rep: Int64
  public var component: String
  public var kind: Kind
  public var order: Int64?
  public var basis: Money?
  public var rate: Double?
  public var amount: Money
  public var enteredOn: Day
  public var corrects: Int64?
  public var source: String?
  public var reason: String?
  public var note: String?

  public init(
    id: Int64 = 0, period: Int64, rep: Int64, component: String, kind: Kind, amount: Money,
    enteredOn: Day
  ) {
    self.id = id
    self.period = period
    self.rep = rep
    self.component = component
    self.kind = kind
    self.amount = amount
    self.enteredOn = enteredOn
  }

  public static func blank(id: Int64) -> PayLine {
    PayLine(
      id: id, period: 0, rep: 0, component: "", kind: .earned, amount: .zero, enteredOn: .first)
  }

  public static let schema = Schema<PayLine>(
    "pay_lines", singular: "pay_line", label: Label("pay lines", "薪酬明细"),
    help:
      "The ledger of pay: what each rep earned, what is held, paid and taken back, and by which rule.",
    ledger: Ledger(correctedBy: "incentive.correct{} adds a delta line", editable: ["note"]),
    columns: [
      Column(
        "period", \.period, .reference("pay_periods"), Label("pay period", "薪酬期间"),
        help: "Period that it is entered in.", required: true),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"),
        help: "Whose pay it is.", required: true),
      Column(
        "component", \.component, .text, Label("component", "薪酬项目"),
        help: "Word of the plan, as base, commission or accelerator.", source: "PF1", required: true
      ),
      Column(
        "kind", \.kind, Kind.fieldType, Label("kind", "类型"),
        help: "What the entry does.", required: true),
      Column(
        "order", \.order, .reference("orders"), Label("order", "订单"),
        help: "Order that it is for."),
      Column(
        "basis", \.basis, .money, Label("basis", "计提基数"),
        help: "What the rate was applied to.", unit: "yuan"),
      Column(
        "rate", \.rate, .number, Label("rate", "提成比例"),
        help: "Rate applied, as 0.02."),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "Signed.", unit: "yuan", required: true),
      Column(
        "entered_on", \.enteredOn, .day, Label("entered on", "入账日期"),
        help: "Day of the entry.", required: true),
      Column(
        "corrects", \.corrects, .reference("pay_periods"), Label("corrects", "更正期间"),
        help: "Closed period that it corrects."),
      Column(
        "source", \.source, .text, Label("source", "出处"),
        help: "Source of the rule."),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"),
        help: "Why."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
