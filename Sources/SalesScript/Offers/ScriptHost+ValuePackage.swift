import Lua
import SalesKernel
import SalesStore
import Values

/// `offers.package` and `offers.value`: value before price.
extension ScriptHost {
  func defineValue(_ policies: EnginePolicies) throws {
    try definePackage(policies)
    try defineRenewalValue(policies)
  }

  private func definePackage(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "offers.package",
        "offers.package{amount = money, gap = money, cost = money, customer = c, policy =}",
        "What to give instead of a price cut: the cheapest items of the value policy whose value reaches the "
          + "gap while the margin holds; where none reaches it, those worth most. items (item, title, "
          + "cost, value, chosen, reason, source), cost, value, covers, open (what of the gap stays), "
          + "margin after all costs, why.", returns: "report",
        units: "yuan; without cost the margin is not looked at", errors: ["policy.unknown"],
        example:
          "local p = offers.package{amount = yuan(10000), gap = yuan(500), cost = yuan(6000)}\n"
          + "return p.value, p.cost, p.covers, p.margin",
        result: "money\"700.00\"  money\"250.00\"  true  0.375",
        seeAlso: ["offers.compare", "offers.value", "offers.policy"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "offers.package", allowing: ["amount", "gap", "cost", "customer", "policy"])
      let policy = try policies.value(options["policy"])
      let package = try policy.package(
        for: try requiredMoney(options, "amount"), cost: try money(options, "cost"),
        gap: try requiredMoney(options, "gap"), customer: try customerRow(options))
      try results.add(Value.object(report(package, policy)))
    }
  }

  private func customerRow(_ options: NamedArguments) throws -> BlockRow? {
    try options["customer"].map { try row($0, of: Customer.schema.entity, as: "customer") }
  }

  private func report(_ package: ValuePackage, _ policy: ValuePolicy) -> ReportObject {
    let why = Explanation(
      "package", .step, value: .money(package.value),
      reason: "of \(package.need.grouped) that it should be worth", source: policy.packageSource,
      children: package.entries.map {
        Explanation(
          $0.item.key, $0.isChosen ? .matched : .notMatched, value: .money($0.value),
          reason: $0.reason, source: $0.item.source)
      })
    return ReportObject([
      .init(
        "items",
        .object(
          ResultTable(
            columns: [
              .init("item"), .init("title"), .init("标题"), .init("cost", .number),
              .init("value", .number), .init("chosen", .bool), .init("reason"), .init("source"),
            ],
            rows: package.entries.map {
              [
                .string($0.item.key), .string($0.item.title.en), .string($0.item.title.zh),
                .scalar($0.cost.scalar), .scalar($0.value.scalar), .bool($0.isChosen),
                .string($0.reason), .string($0.item.source),
              ]
            }))),
      .init("cost", .scalar(package.cost.scalar)), .init("value", .scalar(package.value.scalar)),
      .init("need", .scalar(package.need.scalar)), .init("covers", .bool(package.covers)),
      .init("open", .scalar(package.open.scalar)), shareOrNothing("margin", package.margin),
      .init(why: why),
    ])
  }

  private func defineRenewalValue(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "offers.value",
        "offers.value{created = money, customer = c, cost = money, last = money, policy =}",
        "The price of a renewal by the value that we created: the policy's share of it, not under what our "
          + "cost and the least margin ask: price, share, by (the share's key), floor, held (whether the "
          + "floor makes the price), change against last, why.", returns: "report",
        units: "yuan; created and cost for the time of the renewal",
        errors: ["value.created", "value.share", "policy.unknown"],
        example: "return offers.value{created = wan(100)}.price", result: "money\"300000.00\"",
        seeAlso: ["offers.package", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "offers.value",
        allowing: ["created", "customer", "cost", "last", "policy"])
      let last = try money(options, "last")
      let renewal = try policies.value(options["policy"]).renewal(
        created: try requiredMoney(options, "created"), cost: try money(options, "cost"),
        last: last, customer: try customerRow(options))
      let change = try last.map { try renewal.price.subtracting($0) }
      try results.add(
        Value.object(
          ReportObject([
            .init("price", .scalar(renewal.price.scalar)),
            .init("share", share: renewal.share.share.double),
            .init("by", .string(renewal.share.key)),
            .init("floor", renewal.floor.map { .scalar($0.scalar) } ?? .nil),
            .init("held", .bool(renewal.isHeld)),
            .init("change", change.map { .scalar($0.scalar) } ?? .nil),
            .init(why: renewal.explanation),
          ])))
    }
  }
}
