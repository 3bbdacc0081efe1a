import Lua
import SalesKernel
import SalesStore
import Values

/// `channels.authorise` and `channels.rank`.
extension ScriptHost {
  func defineTerritories(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.authorise",
        "channels.authorise{agent = a, region = word, product = category, exclusive = bool, from = day, upto = day, "
          + "policy =}",
        "Gives an agent an area, alone where exclusive is true: only ranks that may have one alone get it, and only "
          + "where nobody else has it. Gives the territory.", returns: "territory",
        units: "from: the run's day unless given; upto: no end unless given",
        changes: "one new territory",
        errors: [
          "territory.exclusive", "territory.rank", "territory.dates", "agent.idle", "agent.rank",
          "record.missing",
        ],
        example: Self.channelExample + """
            channels.authorise{agent = a, region = "west", exclusive = true}
            r = select(2, pcall(channels.authorise, {agent = b, region = "west"})).code
          end)
          return r
          """, result: "\"territory.exclusive\"", seeAlso: ["channels.check", "channels.rank"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "channels.authorise",
        allowing: ["agent", "region", "product", "exclusive", "from", "upto", "policy"])
      let policy = try policies.channels(options["policy"])
      let today = self.options.clock.day()
      let agent = try record(Agent.self, options, "agent")
      var territory = Territory(
        agent: agent.id, region: try options.required("region", options.string("region")),
        isExclusive: try options.bool("exclusive") ?? false,
        startsOn: try options.day("from") ?? today)
      territory.product = try options.string("product")
      territory.endsOn = try options.day("upto")
      try policy.requireFree(
        territory, for: agent, among: records(Territory.self), on: max(today, territory.startsOn))
      let id = try requireSession().create(Territory.schema.entity, territory.values)
      try results.add(try binding(Territory.schema.entity).record(id))
    }
  }

  func defineAgentRank(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.rank", "channels.rank(agent[, {as_of = day, policy =}])",
        "The rank that an agent's sales of a year give: rank, volume, held (the one it has), why. Its sales are the "
          + "orders that came through it and those of the customer that it is.", returns: "report",
        units: "rank: nil below the first; the year ends on as_of, the run's day unless given",
        errors: ["record.missing", "money.overflow"],
        example: Self.channelExample + """
            orders:create{customer = c.id, agent = a.id, amount = wan(100), ordered_on = today()}
            r = channels.rank(a)
          end)
          return r.rank, r.volume, r.held
          """, result: "\"silver\"  money\"1000000.00\"  \"gold\"",
        seeAlso: ["channels.review", "channels.authorise"])
    ) { [unowned self] arguments, results in
      let agent = try Agent(reading: row(arguments[0], of: Agent.schema.entity, as: "agent"))
      let options = try NamedArguments(
        arguments, of: "channels.rank", at: 1, allowing: ["as_of", "policy"])
      let policy = try policies.channels(options["policy"])
      let day = try options.day("as_of") ?? self.options.clock.day()
      try results.add(Value.object(try rank(of: agent, policy, asOf: day)))
    }
  }

  /// Why an agent would have its rank today.
  func explainRank(of agent: Agent) throws -> Explanation {
    let policy = try EnginePolicies(self).channels()
    let year = try policy.year(upto: options.clock.day())
    return policy.ranks.explain(
      try AgentSales(self, [agent], in: [year]).volume(of: agent.id, in: 0),
      from: year.lowerBound, upto: year.upperBound, source: policy.header.source)
  }

  private func rank(
    of agent: Agent, _ policy: ChannelPolicy, asOf day: Day
  ) throws -> ReportObject {
    let year = try policy.year(upto: day)
    let volume = try AgentSales(self, [agent], in: [year]).volume(of: agent.id, in: 0)
    let rank = policy.ranks.rank(of: volume)
    return ReportObject([
      .init("rank", rank.map { .string($0.key) } ?? .nil, text: rank?.key ?? "no rank"),
      .init("volume", .scalar(volume.scalar)),
      .init("held", agent.rank.map(Value.string) ?? .nil),
      .init(
        why: policy.ranks.explain(
          volume, from: year.lowerBound, upto: day, source: policy.header.source)),
    ])
  }
}
