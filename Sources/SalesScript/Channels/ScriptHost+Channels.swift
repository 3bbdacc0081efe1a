import Lua
import SalesKernel
import SalesStore
import Values

/// `channels`: who serves whom, and agents with their areas, claims and conflicts.
extension ScriptHost {
  func defineChannels(_ policies: EnginePolicies) throws {
    try defineChannelService(policies)
    try defineAgentRank(policies)
    try defineTerritories(policies)
    try defineRegistrations(policies)
    try defineChannelCheck(policies)
    try defineChannelSplit(policies)
    try defineChannelConflicts(policies)
    try defineChannelSweep(policies)
    try defineAgentReviews(policies)
  }

  /// A small world for examples: two agents, and a customer in the west.
  static let channelExample = """
    local r
    plan(function()
      local a = agents:create{name = "West Fasteners", rank = "gold", state = "active"}
      local b = agents:create{name = "Others", rank = "silver", state = "active"}
      local c = customers:where("level == 'C'"):first()
      c.region = "west"

    """

  private static let saleOptions = ["agent", "customer", "product", "price", "on", "policy"]

  private func defineChannelCheck(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.check",
        "channels.check{agent = a, customer = c, product = p, price = money, on = day, policy =}",
        "Whether a sale of an agent makes a conflict of price, area or customer: ok, conflicts (kind, title, message, "
          + "other), least, why.", returns: "report",
        units:
          "price: of a piece; least: the least price of a piece; on: the run's day unless given",
        errors: ["record.missing", "channel.rule", "policy.unknown"],
        example: Self.channelExample + """
            channels.authorise{agent = a, region = "west", exclusive = true}
            r = channels.check{agent = b, customer = c}.conflicts[1].kind
          end)
          return r
          """, result: "\"area\"", seeAlso: ["channels.conflicts", "channels.split", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "channels.check", allowing: Self.saleOptions)
      let policy = try policies.channels(options["policy"])
      let sale = try sale(options, policy)
      let conflicts = try policy.conflicts(sale)
      try results.add(
        Value.object(
          ReportObject([
            .init("ok", .bool(conflicts.isEmpty)),
            .init("conflicts", .object(table(conflicts, policy))),
            .init("least", try policy.leastPrice(sale).map { .scalar($0.scalar) } ?? .nil),
            .init(why: try policy.explain(sale)),
          ])))
    }
  }

  private func defineChannelSplit(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "channels.split",
        "channels.split{agent = a, customer = c, amount = money, product = p, price = money, on = day, policy =}",
        "How the gain of a sale is shared between the agent that sold and those whose customer or area it was: a table "
          + "of agent, name, share, amount, reason, the seller first.", returns: "results",
        units: "amount to the fen; the amounts sum to it exactly",
        errors: ["record.missing", "money.inexact", "receivable.amount", "policy.unknown"],
        example: Self.channelExample + """
            channels.register{agent = a, customer = c}
            r = channels.split{agent = b, customer = c, amount = yuan(100.01)}
          end)
          return r[1].amount, r[2].amount
          """, result: "money\"50.01\"  money\"50.00\"", seeAlso: ["channels.check"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "channels.split", allowing: Self.saleOptions + ["amount"])
      let policy = try policies.channels(options["policy"])
      let amount = try options.required("amount", options.documentAmount("amount"))
      let sale = try sale(options, policy)
      let split = try policy.split(amount, of: sale, policy.conflicts(sale))
      try results.add(Value.object(try table(split)))
    }
  }

  /// The sale of a call like `channels.check{agent =, customer =, …}`.
  private func sale(_ options: NamedArguments, _ policy: ChannelPolicy) throws -> ChannelCase {
    let agent = try record(Agent.self, options, "agent")
    let customer = try row(options["customer"], of: Customer.schema.entity, as: "customer").id
    let product = try options["product"].map {
      try row($0, of: Product.schema.entity, as: "product").id
    }
    return try ChannelBook(self, policy, customer: customer).sale(
      agent, customer: customer, product: product, price: try options.pieceAmount("price"),
      on: try options.day("on") ?? self.options.clock.day())
  }

  private func table(_ conflicts: [ChannelConflict], _ policy: ChannelPolicy) -> ResultTable {
    ResultTable(
      columns: [.init("kind"), .init("title"), .init("message"), .init("other", .number)],
      rows: conflicts.map { conflict in
        let title = policy.rule(of: conflict.kind).map { "\($0.title.en) · \($0.title.zh)" }
        return [
          .string(conflict.kind.rawValue), title.map(Value.string) ?? .nil,
          .string(conflict.message), conflict.other.map { .integer($0) } ?? .nil,
        ]
      })
  }

  private func table(_ split: InterestSplit) throws -> ResultTable {
    ResultTable(
      columns: [
        .init("agent", .number), .init("name"), .init("share", .number),
        .init("amount", .number), .init("reason"),
      ],
      rows: try split.parts.map { part in
        [
          .integer(part.agent), .string(try record(Agent.self, id: part.agent).name),
          .number(part.share.double), .scalar(part.amount.scalar), .string(part.reason),
        ]
      })
  }
}

extension NamedArguments {
  /// The price of a piece; nil where none is given.
  func pieceAmount(_ name: String) throws -> Money? {
    guard let value = self[name] else { return nil }
    guard case .scalar(let scalar) = value, case .money(let money) = try TypedScalar(scalar) else {
      throw ArgumentError(
        "\(name): expected money, got \(value.typeName)", remedy: "as yuan(12.5) or money\"12.5\"")
    }
    return money
  }
}
