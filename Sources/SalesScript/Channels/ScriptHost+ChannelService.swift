import Lua
import SalesKernel
import SalesStore
import Values

/// `channels.for_customer` and `channels.route`: which channel serves which customer.
extension ScriptHost {
  func defineChannelService(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.for_customer", "channels.for_customer(customer[, {on = day, policy =}])",
        "The channel that serves a customer: channel, agent where an agent does, why.",
        returns: "report",
        units: "on: the run's day unless given", errors: ["record.missing", "channel.rule"],
        example: "return channels.for_customer(customers:where(\"level == 'A'\"):first()).channel",
        result: "\"direct\"", seeAlso: ["channels.route", "channels.register"])
    ) { [unowned self] arguments, results in
      let row = try row(arguments[0], of: Customer.schema.entity, as: "customer")
      let options = try NamedArguments(
        arguments, of: "channels.for_customer", at: 1, allowing: ["on", "policy"])
      let policy = try policies.channels(options["policy"])
      let served = try channel(
        of: row, ChannelBook(self, policy, customer: row.id),
        on: options.day("on") ?? self.options.clock.day())
      try results.add(
        Value.object(
          ReportObject([
            .init("channel", .string(served.service.channel)),
            .init(
              "agent",
              try served.agent.map { try binding(Agent.schema.entity).record($0.id) } ?? .nil,
              text: served.agent?.name ?? ""),
            .init(why: served.explanation),
          ])))
    }
    try define(
      HelpEntry(
        "channels.route", "channels.route{of = query, on = day, policy =}",
        "How many customers each channel serves: a table of channel, title, customers, agents, annual_purchase.",
        returns: "results",
        units: "agents: how many agents serve them; of: all customers unless given",
        errors: ["channel.rule", "money.overflow"],
        example: """
          local n = 0
          for _, r in ipairs(channels.route{}) do n = n + r.customers end
          return n
          """, result: "200", seeAlso: ["channels.for_customer"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "channels.route", allowing: ["of", "on", "policy"])
      let policy = try policies.channels(options["policy"])
      let routes = try routes(
        customers(options, "of"), policy, on: options.day("on") ?? self.options.clock.day())
      try results.add(Value.object(routes))
    }
  }

  private func channel(
    of row: BlockRow, _ book: ChannelBook, on day: Day
  ) throws -> (service: ChannelPolicy.Service, agent: Agent?, explanation: Explanation) {
    let holder = try book.holder(of: row.id, region: try row.text("region"), on: day)
    var children: [Explanation] = []
    for service in book.policy.serves {
      let holds = try book.holds(service.when, row, "serves.when")
      let isServing = holds && (!service.needsAgent || holder != nil)
      var reason = holds ? service.when.text : "\(service.when.text) does not hold"
      if holds, service.needsAgent {
        reason = holder?.reason ?? "no agent has the customer, or the area alone"
      }
      children.append(
        Explanation(
          service.channel, isServing ? .matched : .notMatched, reason: reason,
          source: service.source))
      guard isServing else { continue }
      return (
        service, service.needsAgent ? holder?.agent : nil,
        Explanation(
          "channel", .step, value: .text(service.channel), source: book.policy.header.source,
          children: children)
      )
    }
    throw ValidationError(
      "channel.rule",
      "no channel of the policy \(book.policy.header.name) serves customer \(row.id)",
      remedy: "let the last of serves hold for all: when = \"true\"")
  }

  private func routes(
    _ query: QueryObject, _ policy: ChannelPolicy, on day: Day
  ) throws -> ResultTable {
    let book = try ChannelBook(self, policy)
    var sums: [String: RouteSum] = [:]
    try query.forEachBlock { block, rows in
      for row in rows {
        let reader = block.reader(row)
        let served = try channel(of: reader, book, on: day)
        let amount = try reader.money("annual_purchase") ?? .zero
        try sums[served.service.channel, default: RouteSum(title: served.service.title)].add(
          served.agent, amount)
      }
      return true
    }
    return ResultTable(
      columns: [
        .init("channel"), .init("title"), .init("customers", .number), .init("agents", .number),
        .init("annual_purchase", .number),
      ],
      rows: sums.sorted { $0.key < $1.key }.map { channel, sum in
        [
          .string(channel), .string("\(sum.title.en) · \(sum.title.zh)"), Value(sum.customers),
          Value(sum.agents.count), .scalar(sum.amount.scalar),
        ]
      })
  }
}

/// Customers of one channel.
private struct RouteSum {
  let title: Label
  var customers = 0
  var agents: Set<Int64> = []
  var amount = Money.zero

  init(title: Label) { self.title = title }

  mutating func add(_ agent: Agent?, _ purchase: Money) throws {
    customers += 1
    if let agent { agents.insert(agent.id) }
    amount = try amount.adding(purchase)
  }
}
