import Values

/// Who serves whom, and the rules of agents.
/// - Source: CH1–CH3; `stdlib-lua/policy/channels.lua`.
public struct ChannelPolicy {
  /// A channel, and which customers it serves.
  public struct Service {
    public let channel: String
    public let title: Label
    public let when: any Rule
    /// Whether an agent must have the customer, or the area alone.
    public let needsAgent: Bool
    public let source: String
  }

  public struct Claims: Sendable {
    public let days: Int
    public let warnDays: Int
    public let restDays: Int
    public let isInTerritory: Bool
    public let alert: String
    public let source: String
  }

  /// What is said of a kind of conflict.
  public struct ConflictRule: Sendable {
    public let kind: ChannelConflict.Kind
    public let title: Label
    /// Whether it counts against the agent.
    public let isBreach: Bool
    /// What the other agent gets of such a sale.
    public let other: Rate
    public let source: String
  }

  public let header: PolicyHeader
  public let ranks: AgentRanks
  /// Months whose sales make the rank.
  public let months: Int
  /// Over a customer: whether no agent may have it.
  public let protected: any Rule
  public let protectedSource: String
  public let serves: [Service]
  public let claims: Claims
  public let floorShare: Rate
  public let floorSource: String
  public let conflicts: [ConflictRule]
  public let sweepDays: Int
  public let sweepAlert: String
  public let review: AgentReviewRules

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "ranks", "months", "protected", "serves", "registration", "floor", "conflicts", "sweep",
        "review",
      ])
    header = try PolicyHeader(root)
    ranks = try AgentRanks(root["ranks"])
    months = Int(try root["months"].integer(in: 1...120))
    let entity = Customer.schema.entity
    let direct = try root["protected"].table(keys: ["when", "source"])
    protected = try direct["when"].rule(compiler, entity: entity, extra: [])
    protectedSource = try direct.source()
    serves = try root["serves"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["channel", "title", "when", "agent", "source"])
      return Service(
        channel: try table["channel"].key(), title: try table["title"].label(),
        when: try table["when"].rule(compiler, entity: entity, extra: []),
        needsAgent: try table["agent"].ifPresent?.bool() ?? false, source: try table.source())
    }
    claims = try Claims(root["registration"])
    let floor = try root["floor"].table(keys: ["list_share", "source"])
    floorShare = try floor["list_share"].rate(upTo: 1)
    floorSource = try floor.source()
    conflicts = try root["conflicts"].filledList { at throws(PolicyError) in
      try ConflictRule(at)
    }
    try root["conflicts"].refuseDuplicates(conflicts.map(\.kind.rawValue))
    for kind in ChannelConflict.Kind.allCases where !conflicts.contains(where: { $0.kind == kind })
    {
      throw PolicyError(
        "policy.missing", at: root["conflicts"].path, "says nothing of \(kind.rawValue)")
    }
    let sweep = try root["sweep"].table(keys: ["days", "alert", "source"])
    _ = try sweep.source()
    sweepDays = Int(try sweep["days"].integer(in: 1...3650))
    sweepAlert = try sweep["alert"].key()
    review = try AgentReviewRules(root["review"])
  }

  public func rule(of kind: ChannelConflict.Kind) -> ConflictRule? {
    conflicts.first { $0.kind == kind }
  }
}

extension ChannelPolicy.Claims {
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "days", "warn_days", "rest_days", "in_territory", "alert", "source",
    ])
    days = Int(try table["days"].integer(in: 1...3650))
    warnDays = Int(try table["warn_days"].integer(in: 0...3650))
    restDays = Int(try table["rest_days"].integer(in: 0...3650))
    isInTerritory = try table["in_territory"].bool()
    alert = try table["alert"].key()
    source = try table.source()
  }
}

extension ChannelPolicy.ConflictRule {
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "breach", "other", "source"])
    kind = try table["key"].oneOf(ChannelConflict.Kind.self)
    title = try table["title"].label()
    isBreach = try table["breach"].bool()
    other = try table["other"].ifPresent?.rate(upTo: 1) ?? .zero
    source = try table.source()
  }
}
