import Values

/// Which part of an order counts for whom. Without splits it counts wholly for its rep.
/// - Source: PF2.
public struct CreditSplit: SalesRecord, Hashable {
  public var id: Int64
  public var order: Int64
  public var rep: Int64
  public var share: Double
  public var role: String?
  public var reason: String?

  public init(id: Int64 = 0, order: Int64, rep: Int64, share: Double) {
    self.id = id
    self.order = order
    self.rep = rep
    self.share = share
  }

  public static func blank(id: Int64) -> CreditSplit {
    CreditSplit(id: id, order: 0, rep: 0, share: 0)
  }

  public static let schema = Schema<CreditSplit>(
    "credit_splits", singular: "credit_split", label: Label("credit splits", "业绩分摊"),
    help: "Shares of orders that count for several people.",
    columns: [
      Column(
        "order", \.order, .reference("orders"), Label("order", "订单"),
        help: "What is shared.", required: true),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"),
        help: "For whom the share counts.", required: true),
      Column(
        "share", \.share, .number, Label("share", "份额"),
        help: "0–1; the shares of an order sum to 1.", source: "PF2", required: true,
        bounds: .between(0, 1)),
      Column(
        "role", \.role, .text, Label("role", "角色"),
        help: "As sales, technical or csm.", source: "PF2"),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"),
        help: "Why."),
    ])
}
