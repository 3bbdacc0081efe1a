import Values

/// A contract with a customer.
/// - Source: FU8, FU9.
public struct Contract: SalesRecord, Hashable {
  /// Where it stands.
  public enum Status: String, FieldChoice {
    case draft, signed, completed, cancelled
  }

  public var id: Int64
  public var code: String?
  public var customer: Int64
  public var quote: Int64?
  public var rep: Int64?
  public var industry: String?
  public var amount: Money
  public var status: Status
  public var signedOn: Day?
  public var dueOn: Day?
  public var deliveredOn: Day?
  public var endsOn: Day?
  public var penaltyRate: Double?
  public var penaltyCap: Double?
  public var reason: String?

  public init(id: Int64 = 0, customer: Int64, amount: Money, status: Status) {
    self.id = id
    self.customer = customer
    self.amount = amount
    self.status = status
  }

  public static func blank(id: Int64) -> Contract {
    Contract(id: id, customer: 0, amount: .zero, status: .draft)
  }

  public static let schema = Schema<Contract>(
    "contracts", singular: "contract", label: Label("contracts", "合同"),
    help: "Contracts with customers.",
    columns: [
      Column(
        "code", \.code, .text, Label("contract number", "合同编号"),
        help: "Your own key of the contract.", unique: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who it is with.", required: true),
      Column(
        "quote", \.quote, .reference("quotes"), Label("quote", "报价单"), help: "Quote it came from.",
        source: "PR11"),
      Column("rep", \.rep, .reference("reps"), Label("rep", "销售人员"), help: "Who answers for it."),
      Column(
        "industry", \.industry, .text, Label("industry", "行业条款"),
        help: "Which clauses beside the general ones.", source: "FU9"),
      Column(
        "amount", \.amount, .money, Label("amount", "合同金额"), help: "What it is worth.",
        unit: "yuan", required: true),
      Column(
        "status", \.status, Status.fieldType, Label("status", "状态"), help: "Where it stands.",
        source: "FU9", required: true),
      Column(
        "signed_on", \.signedOn, .day, Label("signed on", "签订日期"), help: "Day of signature.",
        source: "FU9"),
      Column(
        "due_on", \.dueOn, .day, Label("due on", "交付期限"), help: "Day by which all is delivered.",
        source: "FU9"),
      Column(
        "delivered_on", \.deliveredOn, .day, Label("delivered on", "交付日期"),
        help: "Day the last piece was delivered.", source: "FU9"),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "到期日期"), help: "Last day it holds.",
        source: "CS4"),
      Column(
        "penalty_rate", \.penaltyRate, .number, Label("penalty a day", "日违约金率"),
        help: "Share of the amount for each day late.", source: "FU9", bounds: .between(0, 1)),
      Column(
        "penalty_cap", \.penaltyCap, .number, Label("largest penalty", "违约金上限"),
        help: "The most that a delay costs, as a share of the amount.", source: "FU9",
        bounds: .between(0, 1)),
      Column("reason", \.reason, .text, Label("reason", "原因"), help: "Why it was cancelled."),
    ])
}
