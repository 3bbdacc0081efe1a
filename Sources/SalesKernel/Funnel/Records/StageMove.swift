import Values

/// One step in the history of an opportunity: the stage it came to, and what was known then.
///
/// Opening an opportunity is its first move. A move to the stage where it stands already records
/// that its amount or expected close was revised.
/// - Source: FU4, FU6.
public struct StageMove: SalesRecord, Hashable {
  public var id: Int64
  public var opportunity: Int64
  public var movedAt: Instant
  public var fromStage: String?
  public var stage: String
  public var amount: Money?
  public var expectedClose: Day?
  public var actor: String?
  public var reason: String?

  public init(id: Int64 = 0, opportunity: Int64, movedAt: Instant, stage: String) {
    self.id = id
    self.opportunity = opportunity
    self.movedAt = movedAt
    self.stage = stage
  }

  public static func blank(id: Int64) -> StageMove {
    StageMove(id: id, opportunity: 0, movedAt: .first, stage: "")
  }

  public static let schema = Schema<StageMove>(
    "stage_moves", singular: "stage_move", label: Label("stage moves", "阶段变动"),
    help: "The history of opportunities: every change of stage, amount and expected close.",
    ledger: Ledger(
      correctedBy: "selling.move(opportunity, stage, {reason = …}) moves it on or back",
      editable: ["reason"]),
    columns: [
      Column(
        "opportunity", \.opportunity, .reference("opportunities"), Label("opportunity", "商机"),
        help: "What moved.", required: true),
      Column(
        "moved_at", \.movedAt, .instant, Label("moved at", "变动时间"), help: "When it moved.",
        source: "FU4", required: true),
      Column(
        "from_stage", \.fromStage, .text, Label("from stage", "原阶段"),
        help: "Stage it left; empty when it was opened.", source: "FU4"),
      Column(
        "stage", \.stage, .text, Label("stage", "阶段"), help: "Stage it came to.", source: "FU4",
        required: true),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "What it was worth as known then.", unit: "yuan", bounds: .atLeast(0)),
      Column(
        "expected_close", \.expectedClose, .day, Label("expected close", "预计成交日期"),
        help: "Expected close as known then."),
      Column("actor", \.actor, .text, Label("actor", "操作人"), help: "Who moved it."),
      Column("reason", \.reason, .text, Label("reason", "原因"), help: "Why."),
    ])
}
