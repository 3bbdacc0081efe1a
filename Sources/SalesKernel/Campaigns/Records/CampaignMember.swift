import Values

/// A customer in the audience of a campaign, and the arm that a stable hash chose.
/// - Source: AU1.
public struct CampaignMember: SalesRecord, Hashable {
  public var id: Int64
  public var campaign: Int64
  public var customer: Int64
  public var arm: String
  public var isHeldOut: Bool
  public var enrolledOn: Day
  public var leftOn: Day?
  public var treatedOn: Day?
  public var respondedOn: Day?
  public var amount: Money?
  public var note: String?

  public init(
    id: Int64 = 0, campaign: Int64, customer: Int64, arm: String, isHeldOut: Bool, enrolledOn: Day
  ) {
    self.id = id
    self.campaign = campaign
    self.customer = customer
    self.arm = arm
    self.isHeldOut = isHeldOut
    self.enrolledOn = enrolledOn
  }

  public static func blank(id: Int64) -> CampaignMember {
    CampaignMember(id: id, campaign: 0, customer: 0, arm: "", isHeldOut: false, enrolledOn: .first)
  }

  public static let schema = Schema<CampaignMember>(
    "campaign_members", singular: "campaign_member", label: Label("campaign members", "活动成员"),
    help: "Customers of campaigns: arm, whether they are held out, and how they responded.",
    columns: [
      Column(
        "campaign", \.campaign, .reference("campaigns"), Label("campaign", "营销活动"),
        help: "Campaign that it belongs to.", required: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who.", required: true),
      Column(
        "arm", \.arm, .text, Label("arm", "分组"),
        help: "Arm of the campaign, as offer_a or hold_out.", source: "AU1", required: true),
      Column(
        "is_held_out", \.isHeldOut, .bool, Label("held out", "对照组"),
        help: "Whether nothing may be done to the customer for it.", source: "AU1", required: true),
      Column(
        "enrolled_on", \.enrolledOn, .day, Label("enrolled on", "入选日期"),
        help: "Day of enrolment.", required: true),
      Column(
        "left_on", \.leftOn, .day, Label("left on", "退出日期"),
        help: "Day the customer left it; empty while in."),
      Column(
        "treated_on", \.treatedOn, .day, Label("treated on", "触达日期"),
        help: "Day the offer or the talk came; never of those held out.", source: "AU1"),
      Column(
        "responded_on", \.respondedOn, .day, Label("responded on", "响应日期"),
        help: "Day of the first response.", source: "AU1"),
      Column(
        "amount", \.amount, .money, Label("amount", "响应金额"),
        help: "What was ordered in the period.", unit: "yuan", source: "AU1"),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
