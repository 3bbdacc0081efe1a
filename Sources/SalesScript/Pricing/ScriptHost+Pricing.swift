import Lua
import SalesKernel
import SalesStore
import Values

/// `pricing`: exact prices that say how they came about.
extension ScriptHost {
  func definePricing(_ engines: EnginePolicies) throws {
    let policies = PricePolicies(self)
    try definePrice(policies)
    try define(
      HelpEntry(
        "pricing.policy", "pricing.policy(name)",
        "A price policy as a table, to read or to change before pricing with it.", returns: "table",
        errors: ["policy.unknown"],
        example: "return pricing.policy(\"pricing\").steps[1].rules[2].discount", result: "0.05",
        seeAlso: ["pricing.price", "pricing.policies"])
    ) { [unowned self] arguments, results in
      let name = try arguments.decode(0, as: String?.self) ?? PricePolicies.standing
      try results.add(try library.table(name, host: self))
    }
    try define(
      HelpEntry(
        "pricing.policies", "pricing.policies()",
        "The price policies that ship with Tenon: name, title, composition, source.",
        returns: "results",
        example: "return pricing.policies()[1].policy", result: "\"pricing\"",
        seeAlso: ["pricing.policy"])
    ) { [unowned self] _, results in
      let packs = try PolicyLibrary.names.filter { $0.hasPrefix(PricePolicies.standing) }
        .map { try policies.policy(.string($0)) }
      try results.add(
        Value.object(
          ResultTable(
            columns: ["policy", "title", "标题", "compose", "source"].map { .init($0) },
            rows: packs.map {
              [
                .string($0.name), .string($0.title.en), .string($0.title.zh),
                .string($0.composition.rawValue), .string($0.source),
              ]
            })))
    }
    try definePriceLines(policies)
    try defineWaterfall()
    try defineReplay(policies)
    try definePriceLint(policies, engines)
  }

  private func definePrice(_ policies: PricePolicies) throws {
    try define(
      HelpEntry(
        "pricing.price",
        "pricing.price{product = p, quantity = n, customer = c, agreement =, vmi =, cash =, "
          + "prepaid =, renewal_years =, promotion =, referral =, first_order =, on =, policy =}",
        "The price of a line: unit_price, amount, list_total, discount, cost, margin, lead_days, "
          + "hint, policy, waterfall, why.", returns: "report",
        units: "unit_price in yuan to 4 decimals, amounts to the fen; prepaid 0–1; discount and "
          + "margin are shares for show",
        errors: [
          "price.quantity", "price.list", "price.agreement", "price.rule", "price.floor",
          "price.terms", "policy.unknown", "record.missing",
        ],
        example:
          "local p = products:first()\n"
          + "local price = pricing.price{product = p, quantity = 1000}\n"
          + "return price.amount <= p.unit_price * 900, price.lead_days",
        result: "true  14", seeAlso: ["why", "pricing.policy", "pricing.waterfall"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "pricing.price",
        allowing: ["product", "quantity", "customer", "policy"] + PriceTerms.names)
      let policy = try policies.policy(options["policy"])
      let terms = try PriceTerms(options, today: self.options.clock.day())
      try requireKnown(terms, by: policy)
      let customer = try options["customer"].map {
        try row($0, of: Customer.schema.entity, as: "customer")
      }
      let line = try priceLine(
        product: try row(options["product"], of: Product.schema.entity, as: "product"),
        customer: customer, quantity: try pieces(options["quantity"]), terms: terms,
        records: try priceRecords())
      let price = try policy.price(line)
      try results.add(
        Value.object(try report(price, of: line, hint: policy.hint(for: line, at: price), policy)))
    }
  }

  /// - Throws: `price.quantity` for what is no whole number.
  func pieces(_ value: Value?) throws -> Int64 {
    guard let value, let pieces = try? value.wholeNumber("quantity") else {
      throw PriceError(
        "price.quantity", "a quantity of \(value?.plain ?? "nothing") has no price",
        remedy: "give whole pieces from 1")
    }
    return pieces
  }

  func report(
    _ price: Price, of line: PriceLine, hint: QuantityHint?, _ policy: PricePolicy
  ) throws -> ReportObject {
    let waterfall = price.waterfall
    var why = try waterfall?.explanation(of: "price", sources: policy.sources)
    if let cost = try policy.explainCost(line) { why?.children.append(cost) }
    return ReportObject([
      .init("unit_price", .scalar(price.unit.scalar)),
      .init("amount", .scalar(price.amount.scalar)),
      .init("list_total", .scalar(price.listTotal.scalar)),
      .init("discount", share: price.discount),
      .init("cost", price.cost.map { .scalar($0.scalar) } ?? .nil),
      .init(
        "margin", price.margin.map(Value.number) ?? .nil,
        text: price.margin.map(ShareText.of) ?? ""),
      .init("lead_days", price.leadDays.map(Value.integer) ?? .nil),
      .init("hint", hint.map(\.value) ?? .nil, text: hint?.sentence ?? ""),
      .init("policy", .string(policy.name)),
      .init("waterfall", waterfall.map { .string($0.text) } ?? .nil, text: ""),
      .init("why", why.map { .object(WhyObject($0)) } ?? .nil),
    ])
  }

  private func defineWaterfall() throws {
    try define(
      HelpEntry(
        "pricing.waterfall", "pricing.waterfall(text)",
        "Reads a waterfall as quotes keep it and replays it: unit_price, amount, why.",
        returns: "report",
        errors: ["price.waterfall"],
        example:
          "return pricing.waterfall(\"list 10;factor ladder.from_100 0.95;round unit half_up;"
          + "quantity 100;round line half_up|\").amount",
        result: "money\"950.00\"", seeAlso: ["pricing.price"])
    ) { arguments, results in
      let waterfall = try Waterfall(parsing: try arguments.decode(0, as: String.self))
      let price = try waterfall.replay()
      let why = try waterfall.explanation(of: "price", sources: [:])
      try results.add(
        Value.object(
          ReportObject([
            .init("unit_price", .scalar(price.unit.scalar)),
            .init("amount", .scalar(price.amount.scalar)),
            .init("why", .object(WhyObject(why))),
          ])))
    }
  }
}

extension QuantityHint {
  var value: Value {
    .table(
      Table(fields: [
        ("amount", .scalar(amount.scalar)), ("is_cheaper", .bool(isCheaper)),
        ("more", .integer(more)), ("unit_price", .scalar(unit.scalar)),
      ]))
  }

  var sentence: String {
    "\(more) pieces more cost \(unit) a piece, \(amount.grouped) in all"
      + (isCheaper ? ", less than now" : "")
  }
}
