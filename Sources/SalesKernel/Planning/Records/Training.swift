import Values

/// A course that a rep took.
/// - Source: OR6.
public struct Training: SalesRecord, Hashable {
  public var id: Int64
  public var rep: Int64
  public var course: String
  public var kind: String?
  public var hours: Double
  public var heldOn: Day
  public var score: Double?
  public var passed: Bool?
  public var certificate: String?
  public var expiresOn: Day?
  public var note: String?

  public init(id: Int64 = 0, rep: Int64, course: String, hours: Double, heldOn: Day) {
    self.id = id
    self.rep = rep
    self.course = course
    self.hours = hours
    self.heldOn = heldOn
  }

  public static func blank(id: Int64) -> Training {
    Training(id: id, rep: 0, course: "", hours: 0, heldOn: .first)
  }

  public static let schema = Schema<Training>(
    "trainings", singular: "training", label: Label("trainings", "培训记录"),
    help: "Training of reps: hours, result, certificate.",
    columns: [
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"),
        help: "Who learned.", required: true),
      Column(
        "course", \.course, .text, Label("course", "课程"),
        help: "What, a word of the planning policy or a name.", source: "OR6", required: true),
      Column(
        "kind", \.kind, .text, Label("kind", "类型"),
        help: "As entry, monthly, quarterly or outside.", source: "OR6"),
      Column(
        "hours", \.hours, .number, Label("hours", "学时"),
        help: "How long.", source: "OR6", required: true, bounds: .atLeast(0)),
      Column(
        "held_on", \.heldOn, .day, Label("held on", "培训日期"),
        help: "Day.", required: true),
      Column(
        "score", \.score, .number, Label("score", "得分"),
        help: "Result of the test, 0–100.", bounds: .between(0, 100)),
      Column(
        "passed", \.passed, .bool, Label("passed", "是否通过"),
        help: "Whether the test was passed.", source: "OR6"),
      Column(
        "certificate", \.certificate, .text, Label("certificate", "证书"),
        help: "What was certified.", source: "OR6"),
      Column(
        "expires_on", \.expiresOn, .day, Label("expires on", "有效期至"),
        help: "Last day of the certificate."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
