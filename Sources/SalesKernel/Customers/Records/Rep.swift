import Values

/// Someone who sells.
public struct Rep: SalesRecord, Hashable {
  public var id: Int64
  public var code: String?
  public var name: String
  public var region: String?
  public var manager: String?
  public var email: String?
  public var role: String?
  public var team: String?
  public var area: String?
  public var basePay: Money?
  public var joinedOn: Day?
  public var leftOn: Day?

  public init(id: Int64 = 0, name: String) {
    self.id = id
    self.name = name
  }

  public static func blank(id: Int64) -> Rep { Rep(id: id, name: "") }

  public static let schema = Schema<Rep>(
    "reps", singular: "rep", label: Label("sales reps", "销售人员"),
    help: "People who sell and own customers.",
    columns: [
      Column(
        "code", \.code, .text, Label("staff code", "工号"), help: "Your own key of the rep.",
        unique: true),
      Column("name", \.name, .text, Label("name", "姓名"), help: "Name of the rep.", required: true),
      Column("region", \.region, .text, Label("region", "区域"), help: "Sales region, as east."),
      Column(
        "manager", \.manager, .text, Label("manager", "上级"), help: "Whom the rep reports to."),
      Column(
        "role", \.role, .text, Label("role", "角色"),
        help: "What the rep may decide, a word of the approval policy.", source: "FU8"),
      Column(
        "team", \.team, .text, Label("team", "团队"), help: "Team that the rep works in.",
        source: "OR1"),
      Column(
        "area", \.area, .text, Label("area", "大区"),
        help: "Area that answers for the rep; a rep without one belongs to its region.",
        source: "OR1"),
      Column(
        "base_pay", \.basePay, .money, Label("base pay", "底薪"),
        help: "Pay of a month before bonuses.",
        unit: "yuan", source: "PF1"),
      Column("email", \.email, .text, Label("e-mail", "邮箱"), help: "E-mail address."),
      Column("joined_on", \.joinedOn, .day, Label("joined on", "入职日期"), help: "First day."),
      Column(
        "left_on", \.leftOn, .day, Label("left on", "离职日期"),
        help: "Last day; empty while the rep is with us."),
    ])
}
