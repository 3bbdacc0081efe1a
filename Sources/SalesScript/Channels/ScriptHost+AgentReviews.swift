import Lua
import SalesKernel
import SalesStore
import Values

/// `channels.review`: agents assessed by quarter, their ranks reviewed by year.
extension ScriptHost {
  func defineAgentReviews(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.review", "channels.review{period = \"2026-Q2\", of = query of agents, policy =}",
        "Assesses agents over a period that is over: sales against what their rank wants, conflicts that they caused, "
          + "training. Keeps a review of each, suspends where the policy says so, tells owners, and, over a year, sets "
          + "the rank. A review that says what the last one of the period said is not written again. Gives a table: "
          + "review, agent, name, volume, goal, yearly, rank_before, rank, score, breaches, outcome, why.",
        returns: "results",
        units:
          "score 0–100; volume of the period, yearly of the twelve months to its end; period: a year, half, quarter "
          + "or month, as 2026-Q2; review: nil where nothing new was written",
        changes: "agent_reviews; rank and state of agents; alerts",
        errors: ["period.unknown", "channel.over", "agent.rank", "alert.kind", "money.overflow"],
        // Silver wants 50万 a year, 12.5万 a quarter: 60 points; 30 without conflicts; nobody is trained.
        example: Self.channelExample + """
            orders:create{customer = c.id, agent = b.id, amount = wan(60), ordered_on = date"2026-02-01"}
            r = channels.review{period = "2026-Q1"}
          end)
          return #r, r[2].score, r[2].outcome, r[1].outcome
          """, result: "2  90.0  \"passed\"  \"improve\"",
        seeAlso: ["channels.rank", "channels.conflicts", "agent_reviews"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "channels.review", allowing: ["period", "of", "policy"])
      let policy = try policies.channels(options["policy"])
      let review = AgentReviewRun(
        host: self, policy: policy, desk: try AlertDesk(self, policies),
        period: try reviewPeriod(options))
      try results.add(Value.object(try review.run(reviewed(options))))
    }
  }

  private func reviewPeriod(_ options: NamedArguments) throws -> Period {
    let period = try Period(parsing: options.required("period", options.string("period")))
    let today = self.options.clock.day()
    guard period.last <= today else {
      throw ValidationError(
        "channel.over", "\(period.text) ends on \(period.last), and today is \(today)",
        remedy: "review a period that is over", field: "period")
    }
    return period
  }

  /// Agents of the call that were not ended.
  private func reviewed(_ options: NamedArguments) throws -> [Agent] {
    let asked = try options.query("of", of: Agent.schema.entity) ?? query(Agent.self)
    let ids = Set(try asked.ids())
    return try records(Agent.self).filter { ids.contains($0.id) && $0.state != .ended }
  }
}
