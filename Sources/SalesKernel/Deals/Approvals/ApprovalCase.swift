import Values

/// What approvers look at: the quote's discount, amount and terms, and whose it is.
///
/// A record of an entity that no store keeps; conditions of an approval policy read its fields.
/// - Source: PR7, FU8.
public struct ApprovalCase: SalesRecord, Hashable {
  public var id: Int64 = 0
  /// Share off the list total.
  public var discount: Double = 0
  public var amount: Money = .zero
  public var prepaid: Double = 0
  public var renewalYears: Int64 = 0
  public var cash = false
  public var trialDays: Int64 = 0
  /// Share of the amount that the cost leaves; nil where a line has no cost.
  public var margin: Double?
  public var level: String?
  public var region: String?

  public init() {}

  public static func blank(id: Int64) -> ApprovalCase { ApprovalCase() }

  /// The share that an amount is below the list total.
  ///
  /// The quotient of two exact whole numbers is the double nearest to the true share, so that an amount
  /// of 95 of 100 is exactly the 0.05 that a policy writes.
  public static func discount(of amount: Money, from list: Money) -> Double {
    guard list.units > 0, let gap = try? list.subtracting(amount) else { return 0 }
    return gap.ratio(to: list)
  }

  public static let schema = Schema<ApprovalCase>(
    "approval_cases", singular: "approval_case", label: Label("approval cases", "审批事项"),
    help: "What approvers look at; conditions of approval policies read it.",
    columns: [
      Column(
        "discount", \.discount, .number, Label("discount", "折扣"), help: "Share off the list total.",
        source: "PR7", bounds: .between(0, 1)),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"), help: "What the customer pays.",
        unit: "yuan", source: "FU8", bounds: .atLeast(0)),
      Column(
        "prepaid", \.prepaid, .number, Label("prepaid share", "预付比例"),
        help: "Share paid before delivery.", source: "PR5", bounds: .between(0, 1)),
      Column(
        "renewal_years", \.renewalYears, .integer, Label("renewal years", "续约年限"),
        help: "Years the customer commits to.", source: "PR5", bounds: .atLeast(0)),
      Column("cash", \.cash, .bool, Label("cash", "现款"), help: "Paid in cash.", source: "PR3"),
      Column(
        "trial_days", \.trialDays, .integer, Label("trial days", "试用天数"),
        help: "Days of use before payment.", source: "PR11", bounds: .atLeast(0)),
      Column(
        "margin", \.margin, .number, Label("margin", "毛利率"),
        help: "Share of the amount that the cost leaves; empty where a line has no cost.",
        source: "PR10"),
      Column("level", \.level, .text, Label("level", "客户等级"), help: "As A.", source: "CU7"),
      Column("region", \.region, .text, Label("region", "区域"), help: "As west.", source: "CU1"),
    ])
}
