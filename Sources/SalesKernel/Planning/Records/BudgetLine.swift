import Values

/// Money set aside for a purpose in a period, and what was spent of it.
/// - Source: OR4, FU14.
public struct BudgetLine: SalesRecord, Hashable {
  public var id: Int64
  public var period: String
  public var line: String
  public var scope: String?
  public var planned: Money
  public var spent: Money?
  public var note: String?

  public init(id: Int64 = 0, period: String, line: String, planned: Money) {
    self.id = id
    self.period = period
    self.line = line
    self.planned = planned
  }

  public static func blank(id: Int64) -> BudgetLine {
    BudgetLine(id: id, period: "", line: "", planned: .zero)
  }

  public static let schema = Schema<BudgetLine>(
    "budget_lines", singular: "budget_line", label: Label("budget lines", "预算"),
    help: "Budgets: planned and spent, by period, line and scope.",
    columns: [
      Column(
        "period", \.period, .text, Label("period", "期间"),
        help: "As 2026, 2026-Q2 or 2026-06.", required: true),
      Column(
        "line", \.line, .text, Label("line", "预算科目"),
        help: "Word of the planning policy, as marketing.", source: "OR4", required: true),
      Column(
        "scope", \.scope, .text, Label("scope", "范围"),
        help: "Region, product line or channel; empty for all.", source: "FU14"),
      Column(
        "planned", \.planned, .money, Label("planned", "预算金额"),
        help: "What may be spent.", unit: "yuan", source: "OR4", required: true),
      Column(
        "spent", \.spent, .money, Label("spent", "已花费用"),
        help: "What was spent.", unit: "yuan", source: "OR4"),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
