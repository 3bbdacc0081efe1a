import Values

/// A stretch of days whose pay is computed as a whole. Once closed it is final.
/// - Source: PF1.
public struct PayPeriod: SalesRecord, Hashable {
  /// Whether its pay may still change.
  public enum State: String, FieldChoice {
    case open, closed
  }

  public var id: Int64
  public var plan: String
  public var period: String
  public var startsOn: Day
  public var endsOn: Day
  public var state: State
  public var rules: String?
  public var closedOn: Day?
  public var note: String?

  public init(id: Int64 = 0, plan: String, period: String, startsOn: Day, endsOn: Day) {
    self.id = id
    self.plan = plan
    self.period = period
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.state = .open
  }

  public static func blank(id: Int64) -> PayPeriod {
    PayPeriod(id: id, plan: "", period: "", startsOn: .first, endsOn: .first)
  }

  public static let schema = Schema<PayPeriod>(
    "pay_periods", singular: "pay_period", label: Label("pay periods", "薪酬期间"),
    help: "Periods of pay, open or closed, each with the plan that it was computed by.",
    columns: [
      Column(
        "plan", \.plan, .text, Label("plan", "激励方案"),
        help: "Name of the incentive plan.", source: "PF1", required: true),
      Column(
        "period", \.period, .text, Label("period", "期间"),
        help: "As 2026-Q2 or 2026-06.", required: true),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "开始日期"),
        help: "First day of the period.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "结束日期"),
        help: "Last day of the period.", required: true),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "Whether its pay may still change.", required: true),
      Column(
        "rules", \.rules, .text, Label("rules", "方案内容"),
        help: "The plan as it was when the period was computed, as text."),
      Column(
        "closed_on", \.closedOn, .day, Label("closed on", "关账日期"),
        help: "Day it was closed."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
