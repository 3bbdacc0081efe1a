import Lua
import SalesKernel
import SalesStore
import Values

/// `quoting.configure`: a base with modules, checked, priced, with its margin under control.
extension ScriptHost {
  func defineConfigurator(_ policies: EnginePolicies, _ prices: PricePolicies) throws {
    try define(
      HelpEntry(
        "quoting.configure",
        "quoting.configure{base = p, modules = {{module = p, quantity = n}, …}, quantity = n, "
          + "customer = c, policy =, configurator =, … terms}",
        "Checks a configuration against the module_rules of its base and prices every part: lines, "
          + "amount, list_total, discount, cost, margin, below_margin, lead_days, why. quantity counts "
          + "configurations, 1 unless given; those of modules are pieces in one.",
        returns: "report",
        units: "amounts to the fen; discount and margin are shares for show",
        errors: [
          "configurator.base", "configurator.unknown", "configurator.limit",
          "configurator.requires", "configurator.excludes", "configurator.circular",
          "configurator.margin", "configurator.cost", "price.quantity",
        ],
        example: """
          local amount
          plan(function()
            local base = products:create{name = "gateway", kind = "base", unit_price = yuan(1000), cost = yuan(600)}
            local power = products:create{name = "power", kind = "module", unit_price = yuan(100), cost = yuan(60)}
            module_rules:create{base = base.id, module = power.id, most = 2}
            amount = quoting.configure{base = base, modules = {{module = power, quantity = 2}}}.amount
          end)
          return amount
          """,
        result: "money\"1200.00\"", seeAlso: ["quoting.quote", "pricing.price", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "quoting.configure",
        allowing: ["base", "modules", "quantity", "customer", "policy", "configurator"]
          + PriceTerms.names)
      let given = Value.table(
        Table(fields: [
          ("base", options["base"] ?? .nil), ("modules", options["modules"] ?? .nil),
        ]))
      let configured = try configured(
        given, times: try options.integer("quantity") ?? 1, at: "configure")
      let customer = try options["customer"].map {
        try row($0, of: Customer.schema.entity, as: "customer")
      }
      let priced = try price(
        configured, by: prices.policy(options["policy"]), for: customer,
        terms: try PriceTerms(options, today: self.options.clock.day()))
      let name = try productName(configured.base.id)
      let policy = try policies.configurator(options["configurator"])
      let control = try policy.control(priced.amount, cost: priced.cost, name)
      try results.add(
        Value.object(try report(configured, priced, control, source: policy.source, name)))
    }
  }

  private struct PricedConfiguration {
    var lines: [(product: BlockRow, quantity: Int64, list: Money, price: Price)] = []
    var why: [Explanation] = []
    var listTotal = Money.zero
    var amount = Money.zero
    var cost: Money? = .zero
  }

  private func price(
    _ configured: Configured, by policy: PricePolicy, for customer: BlockRow?, terms: PriceTerms
  ) throws -> PricedConfiguration {
    var all = PricedConfiguration()
    let records = try priceRecords()
    for want in configured.lines {
      let line = try priceLine(
        product: want.product, customer: customer, quantity: want.quantity, terms: terms,
        records: records)
      let price = try policy.price(line)
      all.lines.append((want.product, want.quantity, line.listPrice, price))
      all.listTotal = try all.listTotal.adding(price.listTotal)
      all.amount = try all.amount.adding(price.amount)
      all.cost = try price.cost.flatMap { try all.cost?.adding($0) }
      let label = "\(want.quantity) × \(try productName(want.product.id))"
      if var why = try price.waterfall?.explanation(of: label, sources: policy.sources) {
        if let cost = try policy.explainCost(line) { why.children.append(cost) }
        all.why.append(why)
      }
    }
    return all
  }

  private func report(
    _ configured: Configured, _ priced: PricedConfiguration,
    _ control: ConfiguratorPolicy.Control, source: String, _ name: String
  ) throws -> ReportObject {
    let rules = configured.findings.map {
      Explanation("module_rules.\($0.code)", .matched, reason: $0.text, source: "PR10")
    }
    let margin = Explanation(
      "margin", control.isBelow ? .notMatched : .matched,
      value: control.margin.map(FieldValue.number), reason: control.text, source: source)
    let why = Explanation(
      "configuration of \(name)", .step, value: .money(priced.amount),
      children: rules + priced.why + [margin])
    let listed = priced.listTotal
    let discount = listed.isZero ? 0 : try listed.subtracting(priced.amount).ratio(to: listed)
    return ReportObject([
      .init("base", .integer(configured.base.id), text: name),
      .init("lines", .object(try table(priced))),
      .init("amount", .scalar(priced.amount.scalar)),
      .init("list_total", .scalar(listed.scalar)), .init("discount", share: discount),
      .init("cost", priced.cost.map { .scalar($0.scalar) } ?? .nil),
      .init(
        "margin", control.margin.map(Value.number) ?? .nil,
        text: control.margin.map(ShareText.of) ?? ""),
      .init("below_margin", .bool(control.isBelow)),
      .init(
        "lead_days", priced.lines.compactMap(\.price.leadDays).max().map(Value.integer) ?? .nil),
      .init(why: why),
    ])
  }

  private func table(_ priced: PricedConfiguration) throws -> ResultTable {
    ResultTable(
      columns: [
        .init("product", .number), .init("code"), .init("kind"), .init("quantity", .number),
        .init("list_price", .number), .init("unit_price", .number), .init("amount", .number),
        .init("cost", .number),
      ],
      rows: try priced.lines.map { product, quantity, list, price in
        [
          .integer(product.id), .string(try productName(product.id)),
          try product.text("kind").map(Value.string) ?? .nil, .integer(quantity),
          .scalar(list.scalar), .scalar(price.unit.scalar), .scalar(price.amount.scalar),
          price.cost.map { .scalar($0.scalar) } ?? .nil,
        ]
      })
  }
}
