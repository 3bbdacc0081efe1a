import Values

/// That one rep decides for another for some days.
/// - Source: FU8.
public struct Delegation: SalesRecord, Hashable {
  public var id: Int64
  public var rep: Int64
  public var delegate: Int64
  public var role: String?
  public var fromOn: Day
  public var uptoOn: Day
  public var reason: String?

  public init(id: Int64 = 0, rep: Int64, delegate: Int64, fromOn: Day, uptoOn: Day) {
    self.id = id
    self.rep = rep
    self.delegate = delegate
    self.fromOn = fromOn
    self.uptoOn = uptoOn
  }

  public static func blank(id: Int64) -> Delegation {
    Delegation(id: id, rep: 0, delegate: 0, fromOn: .first, uptoOn: .first)
  }

  public static let schema = Schema<Delegation>(
    "delegations", singular: "delegation", label: Label("delegations", "审批授权"),
    help: "Who decides for whom, and when.",
    columns: [
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "授权人"), help: "Who is away.", required: true),
      Column(
        "delegate", \.delegate, .reference("reps"), Label("delegate", "代理人"),
        help: "Who decides instead.", required: true),
      Column(
        "role", \.role, .text, Label("role", "角色"),
        help: "The role handed over; all of them when empty."),
      Column("from_on", \.fromOn, .day, Label("from", "起始日期"), help: "First day.", required: true),
      Column("upto_on", \.uptoOn, .day, Label("up to", "截止日期"), help: "Last day.", required: true),
      Column("reason", \.reason, .text, Label("reason", "原因"), help: "Why."),
    ])
}
