import Values

/// One version of an offer to a customer.
/// - Source: PR11.
public struct Quote: SalesRecord, Hashable {
  /// Where the quote stands.
  public enum Status: String, FieldChoice {
    case draft, pending, approved, rejected, sent, accepted, declined, expired, superseded
  }

  public var id: Int64
  public var code: String?
  public var customer: Int64
  public var rep: Int64?
  public var version: Int64?
  public var revises: Int64?
  public var status: Status?
  public var quotedOn: Day
  public var validUntil: Day?
  public var policy: String?
  public var ruleSet: Int64?
  public var agreement: String?
  public var vmi: Bool?
  public var cash: Bool?
  public var prepaid: Double?
  public var renewalYears: Int64?
  public var promotion: String?
  public var referral: Bool?
  public var trialDays: Int64?
  public var listTotal: Money?
  public var amount: Money?
  public var cost: Money?
  public var reason: String?

  public init(id: Int64 = 0, customer: Int64, quotedOn: Day) {
    self.id = id
    self.customer = customer
    self.quotedOn = quotedOn
  }

  public static func blank(id: Int64) -> Quote {
    Quote(id: id, customer: 0, quotedOn: .first)
  }

  public static let schema = Schema<Quote>(
    "quotes", singular: "quote", label: Label("quotes", "报价单"),
    help: "Offers to customers, in versions, each with its terms and totals.",
    columns: [
      Column(
        "code", \.code, .text, Label("quote number", "报价单号"),
        help: "Number of the quote with its version, as Q-00000012-2.", unique: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who is offered.", required: true),
      Column("rep", \.rep, .reference("reps"), Label("rep", "销售人员"), help: "Who made the offer."),
      Column(
        "version", \.version, .integer, Label("version", "版本"), help: "Counts from 1.",
        source: "PR11", bounds: .atLeast(1)),
      Column(
        "revises", \.revises, .reference("quotes"), Label("revises", "修订自"),
        help: "The version before this one.", source: "PR11"),
      Column(
        "status", \.status, Status.fieldType, Label("status", "状态"),
        help: "Where the quote stands.", source: "PR11"),
      Column(
        "quoted_on", \.quotedOn, .day, Label("quoted on", "报价日期"), help: "Day whose prices hold.",
        required: true),
      Column(
        "valid_until", \.validUntil, .day, Label("valid until", "有效期至"),
        help: "Last day it can be accepted.", source: "PR11"),
      Column(
        "policy", \.policy, .text, Label("price policy", "价格策略"), help: "Policy that priced it.",
        source: "PR11"),
      Column(
        "rule_set", \.ruleSet, .reference("rule_sets"), Label("rule set", "规则集"),
        help: "The rules that priced it, with their sources as they were.", source: "PR11"),
      Column(
        "agreement", \.agreement, .text, Label("agreement", "协议"),
        help: "Kind of price agreement it is under.", source: "PR3"),
      Column(
        "vmi", \.vmi, .bool, Label("VMI", "供应商管理库存"), help: "Whether we manage the stock.",
        source: "PR3"),
      Column(
        "cash", \.cash, .bool, Label("cash", "现款"), help: "Whether it is paid in cash.",
        source: "PR3"),
      Column(
        "prepaid", \.prepaid, .number, Label("prepaid share", "预付比例"),
        help: "Share paid before delivery.", source: "PR5", bounds: .between(0, 1)),
      Column(
        "renewal_years", \.renewalYears, .integer, Label("renewal years", "续约年限"),
        help: "Years the customer commits to.", source: "PR5", bounds: .atLeast(0)),
      Column(
        "promotion", \.promotion, .text, Label("promotion", "促销代码"),
        help: "Code of a dated promotion.", source: "PR4"),
      Column(
        "referral", \.referral, .bool, Label("referral", "推荐"),
        help: "Whether the customer referred another.", source: "PR4"),
      Column(
        "trial_days", \.trialDays, .integer, Label("trial days", "试用天数"),
        help: "Days of use before payment.", source: "PR11", bounds: .atLeast(0)),
      Column(
        "list_total", \.listTotal, .money, Label("list total", "目录价合计"),
        help: "Lines at list price.", unit: "yuan"),
      Column(
        "amount", \.amount, .money, Label("amount", "报价金额"), help: "What the customer pays.",
        unit: "yuan"),
      Column(
        "cost", \.cost, .money, Label("cost", "成本"),
        help: "Cost of the lines, with regional logistics.", unit: "yuan", source: "PR6"),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"), help: "Why it was declined or revised."),
    ])
}
