import Values

/// A named set of changes to policies and data, tried without being in force.
/// - Source: PF2.
public struct Scenario: SalesRecord, Hashable {
  /// What became of it.
  public enum State: String, FieldChoice {
    case open, promoted, dropped
  }

  public var id: Int64
  public var name: String
  public var script: String
  public var state: State
  public var createdOn: Day
  public var decidedOn: Day?
  public var note: String?

  public init(id: Int64 = 0, name: String, script: String, createdOn: Day) {
    self.id = id
    self.name = name
    self.script = script
    self.createdOn = createdOn
    self.state = .open
  }

  public static func blank(id: Int64) -> Scenario {
    Scenario(id: id, name: "", script: "", createdOn: .first)
  }

  public static let schema = Schema<Scenario>(
    "scenarios", singular: "scenario", label: Label("scenarios", "情景方案"),
    help:
      "Named what-ifs: changes to policies and data as Lua, compared before one is put in force.",
    columns: [
      Column(
        "name", \.name, .text, Label("name", "名称"),
        help: "Your own key of the scenario.", required: true, unique: true),
      Column(
        "script", \.script, .text, Label("script", "脚本"),
        help: "What it changes, in Lua.", required: true),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "What became of it.", required: true),
      Column(
        "created_on", \.createdOn, .day, Label("created on", "创建日期"),
        help: "Day it was named.", required: true),
      Column(
        "decided_on", \.decidedOn, .day, Label("decided on", "决定日期"),
        help: "Day it was promoted or dropped."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What it is for."),
    ])
}
