import Values

/// A firm that sells for us.
/// - Source: CH2.
public struct Agent: SalesRecord, Hashable {
  /// Whether it sells for us.
  public enum State: String, FieldChoice {
    case active, suspended, ended
  }

  public var id: Int64
  public var code: String?
  public var name: String
  public var customer: Int64?
  public var rank: String?
  public var owner: Int64?
  public var state: State
  public var signedOn: Day?
  public var endsOn: Day?
  public var trainedOn: Day?
  public var note: String?

  public init(id: Int64 = 0, name: String) {
    self.id = id
    self.name = name
    self.state = .active
  }

  public static func blank(id: Int64) -> Agent {
    Agent(id: id, name: "")
  }

  public static let schema = Schema<Agent>(
    "agents", singular: "agent", label: Label("agents", "代理商"),
    help: "Agents: rank, contract, and who looks after them.",
    columns: [
      Column(
        "code", \.code, .text, Label("agent number", "代理商编号"),
        help: "Your own key of the agent.", unique: true),
      Column(
        "name", \.name, .text, Label("name", "名称"),
        help: "Registered name.", required: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "The customer record through which it buys and gets rebates.", source: "CH2"),
      Column(
        "rank", \.rank, .text, Label("rank", "等级"),
        help: "Word of the channel policy, as gold.", source: "CH2"),
      Column(
        "owner", \.owner, .reference("reps"), Label("owner", "负责人"),
        help: "Rep who looks after it."),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "Whether it sells for us.", required: true),
      Column(
        "signed_on", \.signedOn, .day, Label("signed on", "签约日期"),
        help: "Day of the contract."),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "到期日期"),
        help: "Last day of the contract."),
      Column(
        "trained_on", \.trainedOn, .day, Label("trained on", "培训日期"),
        help: "Day of the last training.", source: "CH2"),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
