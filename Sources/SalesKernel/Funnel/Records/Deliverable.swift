import Values

/// What was handed in for a node of an opportunity's playbook; a new version for each revision.
/// - Source: FU4.
public struct Deliverable: SalesRecord, Hashable {
  public var id: Int64
  public var opportunity: Int64
  public var stage: String
  public var node: String
  public var version: Int64
  public var document: String?
  public var rep: Int64?
  public var doneOn: Day
  public var dueOn: Day?
  public var note: String?

  public init(
    id: Int64 = 0, opportunity: Int64, stage: String, node: String, version: Int64, doneOn: Day
  ) {
    self.id = id
    self.opportunity = opportunity
    self.stage = stage
    self.node = node
    self.version = version
    self.doneOn = doneOn
  }

  public static func blank(id: Int64) -> Deliverable {
    Deliverable(id: id, opportunity: 0, stage: "", node: "", version: 0, doneOn: .first)
  }

  public static let schema = Schema<Deliverable>(
    "deliverables", singular: "deliverable", label: Label("deliverables", "阶段交付物"),
    help: "What was handed in for nodes of playbooks.",
    ledger: Ledger(
      correctedBy: "selling.deliver hands a new version in", editable: ["document", "note"]),
    columns: [
      Column(
        "opportunity", \.opportunity, .reference("opportunities"), Label("opportunity", "商机"),
        help: "What it belongs to.", required: true),
      Column(
        "stage", \.stage, .text, Label("stage", "阶段"),
        help: "Stage of the node.", source: "FU4", required: true),
      Column(
        "node", \.node, .text, Label("node", "关键节点"),
        help: "Word of the playbook, as need_survey.", source: "FU4", required: true),
      Column(
        "version", \.version, .integer, Label("version", "版本"),
        help: "Counts from 1.", source: "FU12", required: true, bounds: .atLeast(1)),
      Column(
        "document", \.document, .text, Label("document", "文件"),
        help: "Where it is, or what it is called."),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "提交人"),
        help: "Who handed it in."),
      Column(
        "done_on", \.doneOn, .day, Label("done on", "完成日期"),
        help: "Day it was handed in.", source: "FU7", required: true),
      Column(
        "due_on", \.dueOn, .day, Label("due on", "期限"),
        help: "Day by which it was due.", source: "FU7"),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
