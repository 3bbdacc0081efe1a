import Values

/// One arm of a campaign: its part of the audience, and what is done with it.
/// - Source: AU1.
public struct CampaignArm: SalesRecord, Hashable {
  public var id: Int64
  public var campaign: Int64
  public var key: String
  public var share: Double
  public var isHeldOut: Bool
  public var promotion: String?
  public var task: String?
  public var dueDays: Int64?
  public var talk: String?
  public var enrolled: Int64

  public init(id: Int64 = 0, campaign: Int64, key: String, share: Double, isHeldOut: Bool) {
    self.id = id
    self.campaign = campaign
    self.key = key
    self.share = share
    self.isHeldOut = isHeldOut
    self.enrolled = 0
  }

  public static func blank(id: Int64) -> CampaignArm {
    CampaignArm(id: id, campaign: 0, key: "", share: 0, isHeldOut: false)
  }

  public static let schema = Schema<CampaignArm>(
    "campaign_arms", singular: "campaign_arm", label: Label("campaign arms", "活动分组"),
    help: "Arms of campaigns: which part of the audience gets what.",
    columns: [
      Column(
        "campaign", \.campaign, .reference("campaigns"), Label("campaign", "营销活动"),
        help: "Campaign that it belongs to.", required: true),
      Column(
        "key", \.key, .text, Label("arm", "分组"),
        help: "Its word, as offer_a or hold_out.", source: "AU1", required: true),
      Column(
        "share", \.share, .number, Label("share", "份额"),
        help: "Part of the whole audience that it gets, 0–1.", source: "AU1", required: true,
        bounds: .between(0, 1)),
      Column(
        "is_held_out", \.isHeldOut, .bool, Label("held out", "对照组"),
        help: "Whether nothing may be done to its customers.", source: "AU1", required: true),
      Column(
        "promotion", \.promotion, .text, Label("promotion", "促销"),
        help: "Promotion of the price policy that it gets.", source: "PR4"),
      Column(
        "task", \.task, .text, Label("task", "任务"),
        help: "What reps do with each of its customers.", source: "AU1"),
      Column(
        "due_days", \.dueDays, .integer, Label("days for the task", "任务天数"),
        help: "Days from the start by which it is done.", unit: "days", bounds: .atLeast(0)),
      Column(
        "talk", \.talk, .text, Label("talk track", "话术"),
        help: "What is said to its customers.", source: "AU1"),
      Column(
        "enrolled", \.enrolled, .integer, Label("enrolled", "入选数"),
        help: "Customers that it got at the launch.", required: true, bounds: .atLeast(0)),
    ])
}
