import Values

/// One signature under a milestone.
/// - Source: FU11.
public struct MilestoneSignature: SalesRecord, Hashable {
  public var id: Int64
  public var milestone: Int64
  public var role: String
  public var rep: Int64?
  public var contact: Int64?
  public var signedOn: Day
  public var note: String?

  public init(id: Int64 = 0, milestone: Int64, role: String, signedOn: Day) {
    self.id = id
    self.milestone = milestone
    self.role = role
    self.signedOn = signedOn
  }

  public static func blank(id: Int64) -> MilestoneSignature {
    MilestoneSignature(id: id, milestone: 0, role: "", signedOn: .first)
  }

  public static let schema = Schema<MilestoneSignature>(
    "milestone_signatures", singular: "milestone_signature",
    label: Label("signatures of milestones", "里程碑签署"),
    help: "Who accepted a milestone, in which role.",
    ledger: Ledger(correctedBy: "undo takes the run back", editable: ["note"]),
    columns: [
      Column(
        "milestone", \.milestone, .reference("milestones"), Label("milestone", "里程碑"),
        help: "What was accepted.", required: true),
      Column(
        "role", \.role, .text, Label("role", "签署角色"),
        help: "Word of the policy: sales, technical, customer.", source: "FU11", required: true),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "我方签署人"),
        help: "Who signed for us.", source: "FU11"),
      Column(
        "contact", \.contact, .reference("contacts"), Label("contact", "客户签署人"),
        help: "Who signed for the customer.", source: "FU11"),
      Column(
        "signed_on", \.signedOn, .day, Label("signed on", "签署日期"),
        help: "Day of the signature.", source: "FU11", required: true),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What it was signed with."),
    ])
}
