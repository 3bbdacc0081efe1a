import Values

/// Work that is due on a day.
/// - Source: FC3, CS4, CU11.
public struct DueTask: SalesRecord, Hashable {
  public var id: Int64
  public var kind: String
  public var key: String
  public var title: String
  public var owner: Int64?
  public var entity: String?
  public var record: Int64?
  public var dueOn: Day
  public var doneOn: Day?
  public var note: String?

  public init(id: Int64 = 0, kind: String, key: String, title: String, dueOn: Day) {
    self.id = id
    self.kind = kind
    self.key = key
    self.title = title
    self.dueOn = dueOn
  }

  public static func blank(id: Int64) -> DueTask {
    DueTask(id: id, kind: "", key: "", title: "", dueOn: .first)
  }

  public static let schema = Schema<DueTask>(
    "tasks", singular: "task", label: Label("tasks", "待办"),
    help: "Work that is due on a day, each opened once.",
    columns: [
      Column(
        "kind", \.kind, .text, Label("kind", "类型"), help: "As forecast_month.", required: true),
      Column(
        "key", \.key, .text, Label("key", "去重键"),
        help: "What makes it the same work, as forecast_month/2026-07.", required: true,
        unique: true),
      Column("title", \.title, .text, Label("title", "标题"), help: "What to do.", required: true),
      Column("owner", \.owner, .reference("reps"), Label("owner", "负责人"), help: "Who does it."),
      Column(
        "entity", \.entity, .text, Label("entity", "对象类型"),
        help: "Kind of record that it is about, as contracts."),
      Column("record", \.record, .integer, Label("record", "对象编号"), help: "Id of that record."),
      Column(
        "due_on", \.dueOn, .day, Label("due on", "到期日期"), help: "Day by which it is done.",
        required: true),
      Column("done_on", \.doneOn, .day, Label("done on", "完成日期"), help: "Day it was done."),
      Column("note", \.note, .text, Label("note", "备注"), help: "What came of it."),
    ])
}
