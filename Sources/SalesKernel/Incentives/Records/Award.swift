import Values

/// A reward or penalty given to a rep outside the plan.
/// - Source: PF2, PF4.
public struct Award: SalesRecord, Hashable {
  public var id: Int64
  public var rep: Int64
  public var kind: String
  public var amount: Money?
  public var givenOn: Day
  public var reason: String?

  public init(id: Int64 = 0, rep: Int64, kind: String, givenOn: Day) {
    self.id = id
    self.rep = rep
    self.kind = kind
    self.givenOn = givenOn
  }

  public static func blank(id: Int64) -> Award {
    Award(id: id, rep: 0, kind: "", givenOn: .first)
  }

  public static let schema = Schema<Award>(
    "awards", singular: "award", label: Label("awards", "奖惩记录"),
    help: "Rewards and penalties: champion, newcomer, deduction and the like.",
    columns: [
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"),
        help: "Who gets it.", required: true),
      Column(
        "kind", \.kind, .text, Label("kind", "类型"),
        help: "Word of the incentive policy, as champion or deduction.", source: "PF4",
        required: true),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "Signed; empty without money.", unit: "yuan"),
      Column(
        "given_on", \.givenOn, .day, Label("given on", "日期"),
        help: "Day.", required: true),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"),
        help: "Why."),
    ])
}
