import Values

/// A figure of a customer on a day that no other record tells: how much a function is used, what was saved.
/// - Source: CS1, CS2, CU15.
public struct Reading: SalesRecord, Hashable {
  public var id: Int64
  public var customer: Int64
  public var metric: String
  public var day: Day
  public var value: Double
  public var note: String?

  public init(id: Int64 = 0, customer: Int64, metric: String, day: Day, value: Double) {
    self.id = id
    self.customer = customer
    self.metric = metric
    self.day = day
    self.value = value
  }

  public static func blank(id: Int64) -> Reading {
    Reading(id: id, customer: 0, metric: "", day: .first, value: 0)
  }

  public static let schema = Schema<Reading>(
    "readings", singular: "reading", label: Label("readings", "指标读数"),
    help: "Figures of customers by day that no other record tells, as logins or cost saved.",
    columns: [
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Whose figure it is.", required: true),
      Column(
        "metric", \.metric, .text, Label("metric", "指标"),
        help: "What was read, a word of the health policy, as function_use.", source: "CS1",
        required: true),
      Column(
        "day", \.day, .day, Label("day", "日期"),
        help: "Day that it is of.", required: true),
      Column(
        "value", \.value, .number, Label("value", "数值"),
        help: "What was read, in the unit of its metric.", source: "CS1", required: true),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "Where it is from."),
    ])
}
