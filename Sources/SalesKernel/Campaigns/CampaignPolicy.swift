import Values

/// What holds of campaigns where they say nothing else: hold-out, overlap, responses, margin, stop rule.
/// - Source: AU1, FU14; `stdlib-lua/policy/campaigns.lua`.
public struct CampaignPolicy: Sendable {
  /// What becomes of a customer who is in another campaign at the same time.
  public enum Overlap: String, CaseIterable, Sendable { case skip, refuse, allow }

  /// When a product line promotes well, and by how much its budget then rises.
  public struct LineRaise: Sendable {
    public let rate: Rate
    /// Kind of budget that rises.
    public let line: String
    public let period: Period.Unit
    public let source: String
  }

  public let header: PolicyHeader
  public let kinds: [TitledWord]
  /// Word of the arm of those held out.
  public let holdOutKey: String
  public let holdOut: Rate
  public let overlap: Overlap
  /// Two-sided, of the intervals of reports.
  public let confidence: Double
  public let response: CampaignResponse
  /// Share of a sale that is earned, for ROI.
  public let margin: Rate
  public let stop: CampaignStop
  /// The most tasks that one launch opens.
  public let mostTasks: Int
  public let taskKind: String
  public let alertKind: String
  /// Promotions that nobody gets but by a campaign.
  public let onlyByCampaign: [String]
  public let lineRaise: LineRaise

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "kinds", "hold_out", "overlap", "confidence", "response", "margin", "stop", "tasks",
        "alert", "only_by_campaign", "line_raise",
      ])
    header = try PolicyHeader(root)
    kinds = try TitledWord.list(root["kinds"])
    let out = try root["hold_out"].table(keys: ["key", "share", "source"])
    _ = try out.source()
    holdOutKey = try out["key"].key()
    holdOut = try out["share"].rate(upTo: 1)
    overlap = try root["overlap"].oneOf(Overlap.self)
    confidence = try root["confidence"].number(in: 0.5...0.9999)
    response = try CampaignResponse(root["response"], standing: nil)
    let earned = try root["margin"].table(keys: ["share", "source"])
    _ = try earned.source()
    margin = try earned["share"].rate(upTo: 1)
    stop = try CampaignStop(root["stop"], standing: nil)
    let tasks = try root["tasks"].table(keys: ["most", "kind", "source"])
    _ = try tasks.source()
    mostTasks = Int(try tasks["most"].integer(in: 1...1_000_000))
    taskKind = try tasks["kind"].key()
    alertKind = try root["alert"].key()
    onlyByCampaign = try root["only_by_campaign"].words()
    lineRaise = try LineRaise(root["line_raise"])
  }

  /// - Throws: `campaign.kind` with the nearest word.
  public func kind(_ word: String) throws(ValidationError) -> String {
    try kinds.require(word, "campaign.kind", "kind of campaign", field: "kind").key
  }
}

extension CampaignPolicy.LineRaise {
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["rate", "line", "period", "source"])
    rate = try table["rate"].rate(upTo: 1)
    line = try table["line"].key()
    period = try table["period"].oneOf(Period.Unit.self)
    source = try table.source()
  }
}
