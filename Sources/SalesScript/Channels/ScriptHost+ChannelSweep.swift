import Lua
import SalesKernel
import SalesStore
import Values

/// `channels.expire` and `channels.sweep`: claims by their days, conflicts into the inbox.
extension ScriptHost {
  func defineChannelSweep(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.expire", "channels.expire{}",
        "Settles registrations: one whose agent sold to the customer in its days is won, one whose last day is over has "
          + "expired. Gives won, expired, open.", returns: "report",
        changes: "state of registrations", errors: ["script.argument"],
        example: Self.channelExample + """
            local claim = channels.register{agent = a, customer = c}
            resales:create{agent = a.id, customer = c.id, amount = yuan(9), sold_on = today()}
            r = channels.expire{}.won
          end)
          return r
          """, result: "1", seeAlso: ["channels.sweep", "channels.register"])
    ) { [unowned self] arguments, results in
      _ = try NamedArguments(arguments, of: "channels.expire", allowing: [])
      let result = try requireSession().savepoint { try settleClaims() }
      try results.add(
        Value.object(
          ReportObject([
            .init("won", Value(result.won)), .init("expired", Value(result.expired)),
            .init("open", Value(result.open.count)),
          ])))
    }
    try define(
      HelpEntry(
        "channels.sweep", "channels.sweep{policy =}",
        "What channels.expire does; tells the owners of agents of claims that soon run out and of conflicts in the sales "
          + "of the last days, and settles those that are no more. Gives won, expired, open, expiring, conflicts, raised, "
          + "settled.", returns: "report",
        units: "days: of the policy", changes: "state of registrations; alerts",
        errors: ["policy.unknown", "alert.kind", "channel.rule"],
        example: Self.channelExample + """
            channels.register{agent = a, customer = c}
            resales:create{agent = b.id, customer = c.id, amount = yuan(9), sold_on = today()}
            r = channels.sweep{}
          end)
          return r.open, r.conflicts, r.raised
          """, result: "1  1  1", seeAlso: ["channels.expire", "channels.conflicts", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "channels.sweep", allowing: ["policy"])
      let policy = try policies.channels(options["policy"])
      try results.add(
        Value.object(
          try requireSession().savepoint {
            try sweepChannels(policy, AlertDesk(self, policies))
          }))
    }
  }

  private func sweepChannels(_ policy: ChannelPolicy, _ desk: AlertDesk) throws -> ReportObject {
    let today = options.clock.day()
    let settled = try settleClaims()
    let soon = try today.adding(days: policy.claims.warnDays)
    let ending = settled.open.filter { $0.expiresOn <= soon }
    let warned = try desk.sweep(
      policy.claims.alert, try ending.map { try draft($0, policy) },
      settledAs: "won, expired, let go or renewed by \(today)")
    let first = try today.adding(days: 1 - policy.sweepDays)
    let found = try breaches(first...today, policy).filter {
      policy.rule(of: $0.conflict.kind)?.isBreach ?? false
    }
    let told = try desk.sweep(
      policy.sweepAlert, found.map { draft($0, policy) }, settledAs: "no more by \(today)")
    return ReportObject([
      .init("won", Value(settled.won)), .init("expired", Value(settled.expired)),
      .init("open", Value(settled.open.count)), .init("expiring", Value(ending.count)),
      .init("conflicts", Value(found.count)), .init("raised", Value(warned.raised + told.raised)),
      .init("settled", Value(warned.settled + told.settled)),
    ])
  }

  private func draft(_ claim: Registration, _ policy: ChannelPolicy) throws -> AlertDraft {
    let agent = try record(Agent.self, id: claim.agent)
    return AlertDraft(
      kind: policy.claims.alert, of: Registration.schema.entity, claim.id, owner: agent.owner,
      message: "the registration of customer \(claim.customer) by \(agent.name) runs out on "
        + "\(claim.expiresOn)")
  }

  private func draft(_ breach: ChannelBreach, _ policy: ChannelPolicy) -> AlertDraft {
    var draft = AlertDraft(
      kind: policy.sweepAlert, of: Resale.schema.entity, breach.resale.id,
      owner: breach.agent.owner,
      message: "\(breach.agent.name) to customer \(breach.resale.customer) on "
        + "\(breach.resale.soldOn): \(breach.conflict.message)")
    draft.key += "/\(breach.conflict.kind.rawValue)"
    return draft
  }

  /// Ends the open registrations that are over.
  private func settleClaims() throws -> (won: Int, expired: Int, open: [Registration]) {
    let today = options.clock.day()
    var result = (won: 0, expired: 0, open: [Registration]())
    for claim in try records(
      Registration.self, where: [("state", .text(Registration.State.open.rawValue))])
    {
      let end: Registration.State
      if try isWon(claim) {
        end = .won
        result.won += 1
      } else if today > claim.expiresOn {
        end = .expired
        result.expired += 1
      } else {
        result.open.append(claim)
        continue
      }
      try set(Registration.self, claim.id, ["state": .text(end.rawValue)])
    }
    return result
  }

  /// Whether the agent sold to the customer in the days of the claim: by its own report, or by an order.
  private func isWon(_ claim: Registration) throws -> Bool {
    guard claim.registeredOn <= claim.expiresOn else { return false }
    let days = claim.registeredOn...claim.expiresOn
    let who: [(name: String, value: FieldValue)] = [
      ("agent", .integer(claim.agent)), ("customer", .integer(claim.customer)),
    ]
    if try records(Resale.self, where: who).contains(where: { days.contains($0.soldOn) }) {
      return true
    }
    let cancelled = try cancelledWord()
    return try records(Order.self, where: who).contains {
      days.contains($0.orderedOn) && !($0.amount.isZero && $0.status == cancelled)
    }
  }
}
