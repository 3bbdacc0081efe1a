import Values

/// How agents are assessed: weights of what they reached, and what follows.
/// - Source: CH2.
public struct AgentReviewRules: Sendable {
  public struct Outcome: Sendable {
    public let key: String
    public let title: Label
    /// From so many breaches on.
    public let breaches: Int64?
    /// Below this score.
    public let below: Double?
    /// Whether the agent is suspended.
    public let suspends: Bool
    /// Whether its owner is told.
    public let tells: Bool

    func holds(_ score: Double, _ count: Int64) -> Bool {
      if breaches == nil, below == nil { return true }
      return breaches.map { count >= $0 } ?? false || below.map { score < $0 } ?? false
    }
  }

  public let volumeWeight: Int64
  public let conductWeight: Int64
  public let trainingWeight: Int64
  /// What a breach takes off conduct, of 1.
  public let perBreach: Double
  public let trainedMonths: Int
  /// Kind of period whose review changes the rank.
  public let movesRank: Period.Unit
  public let alert: String
  public let outcomes: [Outcome]
  public let source: String

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "weights", "per_breach", "trained_months", "moves_rank", "alert", "outcomes", "source",
    ])
    let weights = try table["weights"].table(keys: ["volume", "conduct", "training"])
    volumeWeight = try weights["volume"].integer(in: 0...100)
    conductWeight = try weights["conduct"].integer(in: 0...100)
    trainingWeight = try weights["training"].integer(in: 0...100)
    let sum = volumeWeight + conductWeight + trainingWeight
    guard sum == 100 else {
      throw PolicyError("policy.value", at: weights.path, "weights sum to \(sum), not 100")
    }
    perBreach = try table["per_breach"].number(in: 0...1)
    trainedMonths = Int(try table["trained_months"].integer(in: 1...120))
    movesRank = try table["moves_rank"].oneOf(Period.Unit.self)
    alert = try table["alert"].key()
    let list = table["outcomes"]
    outcomes = try list.filledList { at throws(PolicyError) in try Outcome(at) }
    try list.refuseDuplicates(outcomes.map(\.key))
    for (place, outcome) in outcomes.enumerated()
    where (outcome.breaches == nil && outcome.below == nil) != (place == outcomes.count - 1) {
      throw PolicyError(
        place == outcomes.count - 1 ? "policy.gap" : "policy.unreachable",
        at: "\(list.path)[\(place + 1)]",
        place == outcomes.count - 1
          ? "does not take the rest: leave out breaches and below"
          : "takes everything, so what follows it never holds")
    }
    source = try table.source()
  }
}

extension AgentReviewRules.Outcome {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "breaches", "below", "suspends", "tells"])
    key = try table["key"].key()
    title = try table["title"].label()
    breaches = try table["breaches"].ifPresent?.integer(in: 1...1_000_000)
    below = try table["below"].ifPresent?.number(in: 0...100)
    suspends = try table["suspends"].ifPresent?.bool() ?? false
    tells = try table["tells"].ifPresent?.bool() ?? false
  }
}

/// What one agent reached in a period.
public struct AgentAssessment: Sendable {
  public let volume: Money
  public let yearly: Money
  /// What the volume should have been: the start of its rank, by the part of the year.
  public let goal: Money
  public let breaches: Int64
  public let isTrained: Bool
  /// 0–100, to one decimal.
  public let score: Double
  public let rankBefore: String?
  public let rank: String?
  public let outcome: AgentReviewRules.Outcome
  public let explanation: Explanation

  /// - Throws: `agent.rank` for a word that the policy does not have, `money.overflow`.
  public init(
    _ policy: ChannelPolicy, agent: Agent, volume: Money, yearly: Money, months: Int64,
    breaches: Int64, on day: Day
  ) throws {
    let rules = policy.review
    (self.volume, self.yearly, self.breaches) = (volume, yearly, breaches)
    rankBefore = agent.rank
    rank = policy.ranks.rank(of: yearly)?.key
    let held = try agent.rank.map { try policy.ranks.rank(named: $0) } ?? policy.ranks.ranks[0]
    goal = try ExactAmount(held.start).times(months).divided(
      by: .one, pieces: 12, rounding: .halfUp, to: .document)
    let reached = goal.units <= 0 ? 1 : min(1, max(0, volume.ratio(to: goal)))
    let conduct = max(0, 1 - Double(breaches) * rules.perBreach)
    let since = try day.adding(months: -rules.trainedMonths)
    isTrained = agent.trainedOn.map { $0 > since && $0 <= day } ?? false
    let parts = [
      (rules.volumeWeight, reached), (rules.conductWeight, conduct),
      (rules.trainingWeight, isTrained ? 1 : 0),
    ]
    let score = (parts.reduce(0) { $0 + Double($1.0) * $1.1 } * 10).rounded() / 10
    self.score = score
    let chosen = rules.outcomes.first { $0.holds(score, breaches) }
    guard let outcome = chosen ?? rules.outcomes.last else {
      throw ValidationError("agent.review", "the policy has no outcome", remedy: "give one")
    }
    self.outcome = outcome
    func part(_ label: String, _ place: Int, _ reason: String) -> Explanation {
      let points = (Double(parts[place].0) * parts[place].1 * 10).rounded() / 10
      return Explanation(label, .step, value: .number(points), reason: reason)
    }
    explanation = Explanation(
      "score", .step, value: .number(score),
      reason:
        "\(outcome.key): \(Int(clamping: breaches).text("conflict")), rank by the year's \(yearly.grouped): "
        + (rank ?? "none"),
      source: rules.source,
      children: [
        part(
          "volume", 0,
          "\(volume.grouped) of \(goal.grouped), \(held.key)'s start for \(months) of 12 months; weight \(rules.volumeWeight)"
        ),
        part(
          "conduct", 1,
          "1 − \(breaches) × \(FieldValue.number(rules.perBreach).display), at least 0; weight \(rules.conductWeight)"
        ),
        part(
          "training", 2,
          (agent.trainedOn.map { "trained on \($0)" } ?? "never trained")
            + ", counts after \(since); weight \(rules.trainingWeight)"),
      ])
  }
}
