/// One clause of a contract, as signed.
/// - Source: FU9.
public struct ContractClause: SalesRecord, Hashable {
  public var id: Int64
  public var contract: Int64
  public var position: Int64
  public var clause: String
  public var title: String
  public var body: String
  public var source: String?

  public init(
    id: Int64 = 0, contract: Int64, position: Int64, clause: String, title: String, body: String
  ) {
    self.id = id
    self.contract = contract
    self.position = position
    self.clause = clause
    self.title = title
    self.body = body
  }

  public static func blank(id: Int64) -> ContractClause {
    ContractClause(id: id, contract: 0, position: 0, clause: "", title: "", body: "")
  }

  public static let schema = Schema<ContractClause>(
    "contract_clauses", singular: "contract_clause", label: Label("contract clauses", "合同条款"),
    help: "Clauses of contracts, as signed.",
    columns: [
      Column(
        "contract", \.contract, .reference("contracts"), Label("contract", "合同"),
        help: "Contract it is in.", required: true),
      Column(
        "position", \.position, .integer, Label("position", "序号"), help: "Counts from 1.",
        required: true, bounds: .atLeast(1)),
      Column(
        "clause", \.clause, .text, Label("clause", "条款"), help: "Key in the clause library.",
        source: "FU9", required: true),
      Column("title", \.title, .text, Label("title", "标题"), help: "Title.", required: true),
      Column("body", \.body, .text, Label("body", "正文"), help: "Text.", required: true),
      Column("source", \.source, .text, Label("source", "出处"), help: "Where it is from."),
    ])
}
