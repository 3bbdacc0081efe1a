import Values

/// What a customer and we agreed on prices, for a time.
/// - Source: PR3.
public struct Agreement: SalesRecord, Hashable {
  public var id: Int64
  public var code: String?
  public var customer: Int64
  public var kind: String
  public var startsOn: Day
  public var endsOn: Day?
  public var note: String?

  public init(id: Int64 = 0, customer: Int64, kind: String, startsOn: Day) {
    self.id = id
    self.customer = customer
    self.kind = kind
    self.startsOn = startsOn
  }

  public static func blank(id: Int64) -> Agreement {
    Agreement(id: id, customer: 0, kind: "", startsOn: .first)
  }

  public static let schema = Schema<Agreement>(
    "agreements", singular: "agreement", label: Label("agreements", "价格协议"),
    help: "Agreements on price with customers, with their dates.",
    columns: [
      Column(
        "code", \.code, .text, Label("agreement number", "协议编号"),
        help: "Your own key of the agreement.", unique: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who it is with.", source: "PR3", required: true),
      Column(
        "kind", \.kind, .text, Label("kind", "协议类型"),
        help: "A word of the price policy, as framework_1y or vmi.", source: "PR3", required: true),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "生效日期"), help: "First day it holds.",
        required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "到期日期"),
        help: "Last day it holds; empty while it has no end."),
      Column("note", \.note, .text, Label("note", "备注"), help: "What else was agreed."),
    ])
}
