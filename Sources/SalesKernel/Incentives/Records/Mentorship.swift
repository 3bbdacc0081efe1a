import Values

/// Who guides whom, and for how long.
/// - Source: PF2.
public struct Mentorship: SalesRecord, Hashable {
  public var id: Int64
  public var mentor: Int64
  public var apprentice: Int64
  public var startsOn: Day
  public var endsOn: Day?
  public var note: String?

  public init(id: Int64 = 0, mentor: Int64, apprentice: Int64, startsOn: Day) {
    self.id = id
    self.mentor = mentor
    self.apprentice = apprentice
    self.startsOn = startsOn
  }

  public static func blank(id: Int64) -> Mentorship {
    Mentorship(id: id, mentor: 0, apprentice: 0, startsOn: .first)
  }

  public static let schema = Schema<Mentorship>(
    "mentorships", singular: "mentorship", label: Label("mentorships", "师徒关系"),
    help: "Mentors and their apprentices.",
    columns: [
      Column(
        "mentor", \.mentor, .reference("reps"), Label("mentor", "导师"),
        help: "Who guides.", source: "PF2", required: true),
      Column(
        "apprentice", \.apprentice, .reference("reps"), Label("apprentice", "徒弟"),
        help: "Who is guided.", source: "PF2", required: true),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "开始日期"),
        help: "First day.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "结束日期"),
        help: "Last day; empty while it lasts."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
