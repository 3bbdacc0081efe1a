import Values

/// Something that happened between us and a customer: a visit, a call, an e-mail sent or opened.
/// - Source: CU14, CU15.
public struct Activity: SalesRecord, Hashable {
  public var id: Int64
  /// Id of the customer.
  public var customer: Int64
  public var contact: Int64?
  public var rep: Int64?
  public var kind: String
  public var at: Instant
  public var summary: String?
  public var summarisedAt: Instant?

  public init(id: Int64 = 0, customer: Int64, kind: String, at: Instant) {
    self.id = id
    self.customer = customer
    self.kind = kind
    self.at = at
  }

  public static func blank(id: Int64) -> Activity {
    Activity(id: id, customer: 0, kind: "", at: .first)
  }

  public static let schema = Schema<Activity>(
    "activities", singular: "activity", label: Label("activities", "活动记录"),
    help: "Visits, calls, e-mails and other events with customers.",
    columns: [
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Customer it was with.", required: true),
      Column(
        "contact", \.contact, .reference("contacts"), Label("contact", "联系人"),
        help: "Person it was with."),
      Column("rep", \.rep, .reference("reps"), Label("rep", "销售人员"), help: "Rep who did it."),
      Column(
        "kind", \.kind, .text, Label("kind", "类型"),
        help: "As visit, call, email_sent or email_opened.", required: true),
      Column("at", \.at, .instant, Label("at", "时间"), help: "When it happened.", required: true),
      Column(
        "summary", \.summary, .text, Label("summary", "纪要"), help: "What came of it.",
        source: "CU14"),
      Column(
        "summarised_at", \.summarisedAt, .instant, Label("summarised at", "纪要时间"),
        help: "When the summary was written.", source: "CU14"),
    ])
}
