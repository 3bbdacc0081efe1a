import Values

/// One milestone of delivering what was sold, accepted by signatures.
/// - Source: FU11.
public struct Milestone: SalesRecord, Hashable {
  public var id: Int64
  public var opportunity: Int64
  public var position: Int64
  public var milestone: String
  public var criteria: String
  public var dueOn: Day?
  public var doneOn: Day?
  public var note: String?

  public init(
    id: Int64 = 0, opportunity: Int64, position: Int64, milestone: String, criteria: String
  ) {
    self.id = id
    self.opportunity = opportunity
    self.position = position
    self.milestone = milestone
    self.criteria = criteria
  }

  public static func blank(id: Int64) -> Milestone {
    Milestone(id: id, opportunity: 0, position: 0, milestone: "", criteria: "")
  }

  public static let schema = Schema<Milestone>(
    "milestones", singular: "milestone", label: Label("milestones", "交付里程碑"),
    help: "Milestones of delivery, with criteria and signatures.",
    columns: [
      Column(
        "opportunity", \.opportunity, .reference("opportunities"), Label("opportunity", "商机"),
        help: "What is delivered.", required: true),
      Column(
        "position", \.position, .integer, Label("position", "序号"),
        help: "Counts from 1.", required: true, bounds: .atLeast(1)),
      Column(
        "milestone", \.milestone, .text, Label("milestone", "里程碑"),
        help: "Word of the policy, as go_live.", source: "FU11", required: true),
      Column(
        "criteria", \.criteria, .text, Label("criteria", "验收标准"),
        help: "What must be so for it to be accepted.", source: "FU11", required: true),
      Column(
        "due_on", \.dueOn, .day, Label("due on", "期限"),
        help: "Day by which it is accepted."),
      Column(
        "done_on", \.doneOn, .day, Label("done on", "完成日期"),
        help: "Day of the last signature that it needs.", source: "FU11"),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
