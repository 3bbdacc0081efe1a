import Values

/// A customer that an agent has claimed for some time.
/// - Source: CH3.
public struct Registration: SalesRecord, Hashable {
  /// What became of the claim.
  public enum State: String, FieldChoice {
    case open, won, expired, rejected
  }

  public var id: Int64
  public var agent: Int64
  public var customer: Int64
  public var product: String?
  public var registeredOn: Day
  public var expiresOn: Day
  public var state: State
  public var reason: String?
  public var note: String?

  public init(id: Int64 = 0, agent: Int64, customer: Int64, registeredOn: Day, expiresOn: Day) {
    self.id = id
    self.agent = agent
    self.customer = customer
    self.registeredOn = registeredOn
    self.expiresOn = expiresOn
    self.state = .open
  }

  public static func blank(id: Int64) -> Registration {
    Registration(id: id, agent: 0, customer: 0, registeredOn: .first, expiresOn: .first)
  }

  public static let schema = Schema<Registration>(
    "registrations", singular: "registration", label: Label("registrations", "客户报备"),
    help: "Customers that agents registered, with until when the claim holds.",
    columns: [
      Column(
        "agent", \.agent, .reference("agents"), Label("agent", "代理商"),
        help: "Who claims.", required: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who is claimed.", source: "CH3", required: true),
      Column(
        "product", \.product, .text, Label("product line", "产品线"),
        help: "Category of products; empty for all."),
      Column(
        "registered_on", \.registeredOn, .day, Label("registered on", "报备日期"),
        help: "Day of the claim.", source: "CH3", required: true),
      Column(
        "expires_on", \.expiresOn, .day, Label("expires on", "失效日期"),
        help: "Last day on which it holds.", source: "CH3", required: true),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "What became of it.", required: true),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"),
        help: "Why it was rejected or let go."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
