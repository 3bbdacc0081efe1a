import Values

/// That one customer brought another.
/// - Source: PR4, CU12.
public struct Referral: SalesRecord, Hashable {
  public var id: Int64
  public var customer: Int64
  public var referred: Int64
  public var referredOn: Day

  public init(id: Int64 = 0, customer: Int64, referred: Int64, referredOn: Day) {
    self.id = id
    self.customer = customer
    self.referred = referred
    self.referredOn = referredOn
  }

  public static func blank(id: Int64) -> Referral {
    Referral(id: id, customer: 0, referred: 0, referredOn: .first)
  }

  public static let schema = Schema<Referral>(
    "referrals", singular: "referral", label: Label("referrals", "客户推荐"),
    help: "Customers who brought other customers.",
    columns: [
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "推荐人"),
        help: "Who referred.", source: "PR4", required: true),
      Column(
        "referred", \.referred, .reference("customers"), Label("referred", "被推荐客户"),
        help: "Who was brought.", source: "PR4", required: true),
      Column(
        "referred_on", \.referredOn, .day, Label("referred on", "推荐日期"),
        help: "Day of the referral.", required: true),
    ])
}
