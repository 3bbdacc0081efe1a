import Values

/// One role's verdict on a version of a deliverable.
/// - Source: FU12.
public struct DeliverableReview: SalesRecord, Hashable {
  public var id: Int64
  public var deliverable: Int64
  public var role: String
  public var rep: Int64?
  public var passed: Bool
  public var reviewedOn: Day
  public var note: String?

  public init(id: Int64 = 0, deliverable: Int64, role: String, passed: Bool, reviewedOn: Day) {
    self.id = id
    self.deliverable = deliverable
    self.role = role
    self.passed = passed
    self.reviewedOn = reviewedOn
  }

  public static func blank(id: Int64) -> DeliverableReview {
    DeliverableReview(id: id, deliverable: 0, role: "", passed: false, reviewedOn: .first)
  }

  public static let schema = Schema<DeliverableReview>(
    "deliverable_reviews", singular: "deliverable_review",
    label: Label("reviews of deliverables", "交付物评审"),
    help: "Who passed or failed what was handed in.",
    ledger: Ledger(
      correctedBy: "selling.deliver hands a new version in, which is reviewed anew",
      editable: ["note"]),
    columns: [
      Column(
        "deliverable", \.deliverable, .reference("deliverables"), Label("deliverable", "交付物"),
        help: "What was reviewed.", required: true),
      Column(
        "role", \.role, .text, Label("role", "评审角色"),
        help: "Word of the playbook, as technical.", source: "FU12", required: true),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "评审人"),
        help: "Who reviewed it."),
      Column(
        "passed", \.passed, .bool, Label("passed", "是否通过"),
        help: "Whether it is good as it is.", source: "FU12", required: true),
      Column(
        "reviewed_on", \.reviewedOn, .day, Label("reviewed on", "评审日期"),
        help: "Day of the verdict.", required: true),
      Column(
        "note", \.note, .text, Label("note", "意见"),
        help: "What is to be changed.", source: "FU12"),
    ])
}
