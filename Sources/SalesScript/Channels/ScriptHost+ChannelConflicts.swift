import Lua
import SalesKernel
import SalesStore
import Values

/// A sale of an agent that broke something.
struct ChannelBreach {
  let resale: Resale
  let agent: Agent
  let conflict: ChannelConflict
}

/// `channels.conflicts`: what the sales of agents broke.
extension ScriptHost {
  func defineChannelConflicts(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.conflicts",
        "channels.conflicts{from = day, upto = day, agent = a, kind = word, policy =}",
        "The conflicts in the sales that agents made (resales): a table of resale, agent, name, customer, sold_on, "
          + "kind, message, other.", returns: "results",
        units:
          "upto: the run's day unless given; from: so many days before it as the policy's sweep",
        errors: ["channel.window", "channel.kind", "record.missing", "channel.rule"],
        example: Self.channelExample + """
            channels.register{agent = a, customer = c}
            resales:create{agent = b.id, customer = c.id, amount = yuan(100), sold_on = today()}
            r = channels.conflicts{}
          end)
          return #r, r[1].kind
          """, result: "1  \"customer\"", seeAlso: ["channels.check", "channels.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "channels.conflicts", allowing: ["from", "upto", "agent", "kind", "policy"])
      let policy = try policies.channels(options["policy"])
      let kind = try conflictKind(options)
      let agent = try options["agent"].map { try row($0, of: Agent.schema.entity, as: "agent").id }
      let found = try breaches(conflictDays(options, policy), of: agent, policy).filter {
        kind == nil || $0.conflict.kind == kind
      }
      try results.add(Value.object(table(found)))
    }
  }

  private func conflictKind(_ options: NamedArguments) throws -> ChannelConflict.Kind? {
    guard let word = try options.string("kind") else { return nil }
    guard let kind = ChannelConflict.Kind(rawValue: word) else {
      throw ArgumentError(
        "there is no conflict '\(word)'", code: "channel.kind",
        remedy: Suggestion.sentence(for: word, among: ChannelConflict.Kind.allCases.map(\.rawValue))
      )
    }
    return kind
  }

  private func conflictDays(
    _ options: NamedArguments, _ policy: ChannelPolicy
  ) throws -> ClosedRange<Day> {
    let upto = try options.day("upto") ?? self.options.clock.day()
    let from = try options.day("from") ?? upto.adding(days: 1 - policy.sweepDays)
    guard from <= upto else {
      throw ArgumentError(
        "the window is from \(from) to \(upto): it ends before it begins", code: "channel.window",
        remedy: "give from and upto the other way round")
    }
    return from...upto
  }

  /// - Parameter agent: Nil for all.
  func breaches(
    _ days: ClosedRange<Day>, of agent: Int64? = nil, _ policy: ChannelPolicy
  ) throws -> [ChannelBreach] {
    let book = try ChannelBook(self, policy)
    var found: [ChannelBreach] = []
    let slots = Array(Resale.schema.entity.fields.indices)
    try query(Resale.self, where: agent.map { [("agent", .integer($0))] } ?? []).forEachBlock(
      reading: slots
    ) { block, rows in
      for row in rows {
        let resale = try Resale(reading: block.reader(row))
        guard days.contains(resale.soldOn) else { continue }
        let sale = try book.sale(resale)
        for conflict in try policy.conflicts(sale) {
          found.append(ChannelBreach(resale: resale, agent: sale.agent, conflict: conflict))
        }
      }
      return true
    }
    return found
  }

  private func table(_ found: [ChannelBreach]) -> ResultTable {
    ResultTable(
      columns: [
        .init("resale", .number), .init("agent", .number), .init("name"),
        .init("customer", .number), .init("sold_on"), .init("kind"), .init("message"),
        .init("other", .number),
      ],
      rows: found.map { breach in
        [
          .integer(breach.resale.id), .integer(breach.agent.id), .string(breach.agent.name),
          .integer(breach.resale.customer), .scalar(breach.resale.soldOn.scalar),
          .string(breach.conflict.kind.rawValue), .string(breach.conflict.message),
          breach.conflict.other.map { .integer($0) } ?? .nil,
        ]
      })
  }
}
