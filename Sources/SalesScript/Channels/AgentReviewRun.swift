import Lua
import SalesKernel
import SalesStore
import Values

/// Assesses agents over one period, writes the reviews and what follows from them.
struct AgentReviewRun {
  let host: ScriptHost
  let policy: ChannelPolicy
  let desk: AlertDesk
  let period: Period

  func run(_ agents: [Agent]) throws -> ResultTable {
    let live = agents.filter { agent in agent.signedOn.map { $0 <= period.last } ?? true }
    let sales = try AgentSales(
      host, live, in: [period.first...period.last, policy.year(upto: period.last)])
    var breaches: [Int64: Int64] = [:]
    for breach in try host.breaches(period.first...period.last, policy)
    where policy.rule(of: breach.conflict.kind)?.isBreach ?? false {
      breaches[breach.agent.id, default: 0] += 1
    }
    let rows = try host.requireSession().savepoint {
      try live.map { agent in
        let result = try AgentAssessment(
          policy, agent: agent, volume: sales.volume(of: agent.id, in: 0),
          yearly: sales.volume(of: agent.id, in: 1), months: Int64(period.unit.months),
          breaches: breaches[agent.id] ?? 0, on: period.last)
        return row(agent, result, try keep(result, of: agent))
      }
    }
    return ResultTable(
      columns: [
        .init("review", .number), .init("agent", .number), .init("name"),
        .init("volume", .number), .init("goal", .number), .init("yearly", .number),
        .init("rank_before"), .init("rank"), .init("score", .number), .init("breaches", .number),
        .init("outcome"), .init("why"),
      ], rows: rows)
  }

  private func row(_ agent: Agent, _ result: AgentAssessment, _ review: Int64?) -> [Value] {
    [
      review.map { .integer($0) } ?? .nil, .integer(agent.id), .string(agent.name),
      .scalar(result.volume.scalar), .scalar(result.goal.scalar), .scalar(result.yearly.scalar),
      result.rankBefore.map(Value.string) ?? .nil, result.rank.map(Value.string) ?? .nil,
      .number(result.score), .integer(result.breaches), .string(result.outcome.key),
      .object(WhyObject(result.explanation)),
    ]
  }

  /// - Returns: the review's id; nil where the last one of the period says the same.
  private func keep(_ result: AgentAssessment, of agent: Agent) throws -> Int64? {
    var review = AgentReview(
      agent: agent.id, period: period.text, startsOn: period.first, endsOn: period.last,
      volume: result.volume, reviewedOn: host.options.clock.day())
    review.yearly = result.yearly
    (review.rankBefore, review.rank) = (result.rankBefore, result.rank)
    (review.score, review.breaches) = (result.score, result.breaches)
    review.outcome = result.outcome.key
    let last = try host.records(
      AgentReview.self,
      where: [("agent", .integer(agent.id)), ("period", .text(period.text))]
    ).last
    if let last, last.says(review) { return nil }
    let id = try host.requireSession().create(AgentReview.schema.entity, review.values)
    try follow(result, agent)
    return id
  }

  private func follow(_ result: AgentAssessment, _ agent: Agent) throws {
    if period.unit == policy.review.movesRank, result.rank != agent.rank {
      try host.set(Agent.self, agent.id, ["rank": result.rank.fieldValue])
    }
    if result.outcome.suspends, agent.state == .active {
      try host.set(
        Agent.self, agent.id, ["state": .text(Agent.State.suspended.rawValue)])
    }
    guard result.outcome.tells else { return }
    var draft = AlertDraft(
      kind: policy.review.alert, of: Agent.schema.entity, agent.id, owner: agent.owner,
      message: "\(agent.name) in \(period.text): \(result.outcome.title.en) · "
        + "\(result.outcome.title.zh), score \(FieldValue.number(result.score).display), "
        + Int(clamping: result.breaches).text("conflict"))
    draft.key += "/\(period.text)"
    try desk.raise(draft)
  }
}

extension AgentReview {
  /// Whether it says what another says but for its day; what a review over a year did to the rank is no difference.
  fileprivate func says(_ other: AgentReview) -> Bool {
    (volume, yearly, rank) == (other.volume, other.yearly, other.rank)
      && (breaches, outcome) == (other.breaches, other.outcome)
  }
}
