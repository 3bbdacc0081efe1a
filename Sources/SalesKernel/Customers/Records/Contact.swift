import Values

/// A person at a customer, with their part in its decisions.
/// - Source: CU3.
public struct Contact: SalesRecord, Hashable {
  public var id: Int64
  /// Id of the customer.
  public var customer: Int64
  public var name: String
  public var role: String?
  public var title: String?
  public var department: String?
  public var phone: String?
  public var email: String?
  public var relationship: Int64?
  public var createdOn: Day?

  public init(id: Int64 = 0, customer: Int64, name: String) {
    self.id = id
    self.customer = customer
    self.name = name
  }

  public static func blank(id: Int64) -> Contact { Contact(id: id, customer: 0, name: "") }

  public static let schema = Schema<Contact>(
    "contacts", singular: "contact", label: Label("contacts", "联系人"),
    help: "People at customers, their role in decisions and how well we know them.",
    columns: [
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Customer the person works for.", required: true),
      Column(
        "name", \.name, .text, Label("name", "姓名"), help: "Name of the person.", source: "CU3",
        required: true),
      Column(
        "role", \.role, .text, Label("decision role", "决策角色"),
        help: "Role in decisions, a word of the decision-chain policy, as procurement.",
        source: "CU3"),
      Column("title", \.title, .text, Label("title", "职务"), help: "Job title."),
      Column(
        "department", \.department, .text, Label("department", "部门"),
        help: "Department at the customer.", source: "CS1"),
      Column("phone", \.phone, .text, Label("phone", "电话"), help: "Telephone."),
      Column("email", \.email, .text, Label("e-mail", "邮箱"), help: "E-mail address."),
      Column(
        "relationship", \.relationship, .integer, Label("relationship", "关系强度"),
        help: "How strong the relationship is.", source: "CU3", bounds: .between(0, 100)),
      Column(
        "created_on", \.createdOn, .day, Label("created on", "创建日期"),
        help: "Day the record was made."),
    ])
}
