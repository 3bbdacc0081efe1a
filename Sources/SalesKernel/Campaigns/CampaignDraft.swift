import Values

/// A campaign as a script describes it, checked: everything but who is in it.
/// - Source: AU1.
public struct CampaignDraft: Sendable {
  public struct Arm: Sendable {
    public let key: String
    /// Of those who are treated.
    public let share: Rate
    /// Word of the price policy.
    public let promotion: String?
    public let task: Task?
    public let talk: String?
  }

  public struct Task: Sendable {
    public let title: String
    /// Days from the first day of the campaign.
    public let days: Int64
  }

  public static let keys = [
    "code", "name", "kind", "arms", "hold_out", "starts_on", "ends_on", "budget", "product",
    "response", "stop", "overlap", "note",
  ]

  static let mostArms = 100

  public let code: String
  public let name: String
  public let kind: String
  public let arms: [Arm]
  public let holdOut: Rate
  public let startsOn: Day
  public let endsOn: Day
  public let budget: Money?
  public let product: String?
  public let terms: CampaignTerms
  public let note: String?

  /// - Throws: ``PolicyError`` for the shape; `campaign.kind`, `campaign.shares`, `campaign.hold_out`,
  ///   `campaign.dates`, `campaign.budget`.
  public init(decoding value: PolicyValue, _ policy: CampaignPolicy) throws {
    let root = try PolicyDecoder(value, at: "campaign").table(keys: Self.keys)
    code = try root["code"].text()
    name = try root["name"].ifPresent?.text() ?? code
    kind = try policy.kind(try root["kind"].ifPresent?.text() ?? policy.kinds[0].key)
    startsOn = try root["starts_on"].day()
    endsOn = try root["ends_on"].day()
    budget = try root["budget"].ifPresent?.money()
    product = try root["product"].ifPresent?.text()
    note = try root["note"].ifPresent?.text()
    holdOut = try root["hold_out"].ifPresent?.rate(upTo: nil) ?? policy.holdOut
    terms = CampaignTerms(
      response: try CampaignResponse(root["response"], standing: policy.response),
      stop: try CampaignStop(root["stop"], standing: policy.stop),
      overlap: try root["overlap"].ifPresent?.oneOf(CampaignPolicy.Overlap.self)
        ?? policy.overlap)
    let list = root["arms"]
    let count = try list.list().count
    arms = try list.filledList { at throws(PolicyError) in
      try Arm(at, isOnly: count == 1)
    }
    try list.refuseDuplicates(arms.map(\.key) + [policy.holdOutKey])
    try check()
  }

  private func check() throws {
    guard code.utf8.allSatisfy({ $0 > 32 && $0 != 127 && $0 != 47 }) else {
      throw ValidationError(
        "campaign.code", "\"\(code.excerpt)\" is no campaign number",
        remedy: "write it without blanks and slashes", field: "code")
    }
    guard startsOn <= endsOn else {
      throw ValidationError(
        "campaign.dates", "\(code) ends on \(endsOn), before it starts on \(startsOn)",
        remedy: "give the dates the other way round", field: "ends_on")
    }
    if let budget, budget < .zero {
      throw ValidationError(
        "campaign.budget", "a budget of \(budget) is below zero",
        remedy: "give none, or an amount from zero", field: "budget")
    }
    guard holdOut < .one else {
      throw ValidationError(
        "campaign.hold_out", "with a hold-out of \(holdOut) nobody would be treated",
        remedy: "give a share from 0 and below 1", field: "hold_out")
    }
    guard arms.count <= Self.mostArms else {
      throw ValidationError(
        "campaign.shares", "\(code) has \(arms.count) arms; \(Self.mostArms) is the most",
        remedy: "compare fewer things at once", field: "arms")
    }
    let sum = try arms.reduce(Rate.zero) { try $0.adding($1.share) }
    guard sum == .one else {
      throw ValidationError(
        "campaign.shares",
        "the shares \(arms.map { "\($0.key) \($0.share)" }.joined(separator: ", ")) sum to \(sum), not 1",
        remedy: "share out the treated customers; hold_out is apart", field: "arms")
    }
  }

  /// Shares of the whole audience: the hold-out first, then the arms.
  /// - Throws: `campaign.shares` where they have more digits than a record keeps exactly.
  public func parts() throws -> [Rate] {
    do {
      let treated = try holdOut.complement()
      let parts = [holdOut] + (try arms.map { try $0.share.times(treated) })
      if parts.allSatisfy({ $0.scale <= Self.digits }) { return parts }
    } catch let error as ValueError where error.code == "rate.overflow" {
      // Said below, as of shares that are a little shorter.
    }
    throw ValidationError(
      "campaign.shares", "the shares of \(code) have more than \(Self.digits) decimals",
      remedy: "give shares with a few decimals", field: "arms")
  }

  /// Decimals that a share of the whole may have.
  private static let digits = 15
}

extension CampaignDraft.Arm {
  init(_ at: PolicyDecoder, isOnly: Bool) throws(PolicyError) {
    let table = try at.table(keys: ["key", "share", "offer", "task", "talk"])
    key = try table["key"].key()
    if isOnly, !table["share"].isPresent {
      share = .one
    } else {
      share = try table["share"].rate(upTo: nil)
    }
    promotion = try table["offer"].ifPresent?.text()
    talk = try table["talk"].ifPresent?.text()
    if let task = table["task"].ifPresent {
      let part = try task.table(keys: ["title", "days"])
      self.task = .init(
        title: try part["title"].text(), days: try part["days"].integer(in: 0...3650))
    } else {
      task = nil
    }
    guard promotion != nil || task != nil || talk != nil else {
      throw PolicyError(
        "policy.missing", at: at.path, "does nothing with its customers",
        remedy: "give an offer, a task or a talk; those of whom nothing is wanted are hold_out")
    }
    if talk != nil, task == nil {
      throw PolicyError(
        "policy.missing", at: at.path, "has a talk and no task by which reps hear of it",
        remedy: "add task = {title = …, days = …}")
    }
  }
}
