import Lua
import SalesKernel
import SalesStore
import Values

/// `offers.compare`: our price against a competitor's, and how far a cut could go.
extension ScriptHost {
  func defineCompare(_ policies: EnginePolicies, _ prices: PricePolicies) throws {
    try define(
      HelpEntry(
        "offers.compare",
        "offers.compare{product = p, quantity = n, customer = c, price = money, competitor = name, "
          + "policy =, value_policy =, … terms}",
        "Our price of a line against what a competitor asks a piece: unit_price, amount, cost, margin; "
          + "comparable (their price with what they leave out) and gap (what we are dearer on the line); "
          + "floor and floor_rule; and the cut that keeps every floor: cut_price, cut_amount, "
          + "cut_discount (off the list price), cut_margin, meets (whether that reaches their price), why.",
        returns: "report",
        units:
          "prices of a piece to 4 decimals, amounts to the fen; discounts and margins are shares",
        errors: [
          "price.quantity", "price.list", "value.price", "policy.unknown", "record.missing",
        ],
        example: """
          local t
          plan(function()
            local p = products:create{name = "p", unit_price = yuan(10), floor_price = yuan(9)}
            t = offers.compare{product = p, quantity = 10, price = money"8.50"}
          end)
          return t.gap, t.cut_price, t.cut_discount, t.meets
          """,
        result: "money\"15.00\"  money\"9.00\"  0.1  false",
        seeAlso: ["offers.package", "approval.what_if", "pricing.price"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "offers.compare",
        allowing: [
          "product", "quantity", "customer", "price", "competitor", "policy", "value_policy",
        ] + PriceTerms.names)
      let policy = try prices.policy(options["policy"])
      let values = try policies.value(options["value_policy"])
      let customer = try options["customer"].map {
        try row($0, of: Customer.schema.entity, as: "customer")
      }
      let line = try priceLine(
        product: try row(options["product"], of: Product.schema.entity, as: "product"),
        customer: customer, quantity: try pieces(options["quantity"]),
        terms: try PriceTerms(options, today: self.options.clock.day()),
        records: try priceRecords())
      let rival = try options.string("competitor").flatMap { values.competitor($0) }
      let contest = try policy.contest(
        line, theirs: try requiredMoney(options, "price"), adjust: rival?.adjust ?? .zero)
      try results.add(Value.object(try report(contest, policy, line, rival)))
    }
  }

  /// - Throws: `script.argument` where it is missing or no money.
  func requiredMoney(_ options: NamedArguments, _ name: String) throws -> Money {
    guard let money = try money(options, name) else {
      throw ArgumentError("\(name): expected money, got nothing", remedy: "as \(name) = yuan(12)")
    }
    return money
  }

  func money(_ options: NamedArguments, _ name: String) throws -> Money? {
    guard let value = options[name] else { return nil }
    guard case .money(let money) = try value.fieldValue(for: name) else {
      throw ArgumentError(
        "\(name): expected money, got \(value.typeName)",
        remedy: "write yuan(…), wan(…) or money\"…\"")
    }
    return money
  }

  private func report(
    _ contest: PriceContest, _ policy: PricePolicy, _ line: PriceLine,
    _ rival: ValuePolicy.Competitor?
  ) throws -> ReportObject {
    let price = contest.price
    return ReportObject([
      .init("unit_price", .scalar(price.unit.scalar)),
      .init("amount", .scalar(price.amount.scalar)),
      .init("cost", price.cost.map { .scalar($0.scalar) } ?? .nil),
      .init("discount", share: price.discount), shareOrNothing("margin", price.margin),
      .init("comparable", .scalar(contest.comparable.scalar)),
      .init("gap", .scalar(contest.gap.scalar)),
      .init("floor", contest.floor.map { .scalar($0.unit.scalar) } ?? .nil),
      .init("floor_rule", contest.floor.map { .string($0.rule) } ?? .nil),
      .init("cut_price", .scalar(contest.cutUnit.scalar)),
      .init("cut_amount", .scalar(contest.cutAmount.scalar)),
      .init("cut_discount", share: contest.discount), shareOrNothing("cut_margin", contest.margin),
      .init("meets", .bool(contest.meets)),
      .init(why: try explanation(contest, policy, line, rival)),
    ])
  }

  func shareOrNothing(_ name: String, _ share: Double?) -> ReportObject.Part {
    .init(name, share.map(Value.number) ?? .nil, text: share.map(ShareText.of) ?? "")
  }

  private func explanation(
    _ contest: PriceContest, _ policy: PricePolicy, _ line: PriceLine,
    _ rival: ValuePolicy.Competitor?
  ) throws -> Explanation {
    var ours = try contest.price.waterfall?.explanation(of: "our price", sources: policy.sources)
    if let cost = try policy.explainCost(line) { ours?.children.append(cost) }
    let theirs = Explanation(
      "their price", rival == nil ? .input : .matched, value: .money(contest.comparable),
      reason: rival.map {
        "\(contest.theirs) and \($0.adjust) of it for what \($0.name) leaves out"
      },
      source: rival?.source)
    let floor = contest.floor.map {
      Explanation(
        $0.rule, contest.meets ? .notMatched : .matched, value: .money($0.unit),
        reason: "\($0.unit) is the floor of a piece", source: $0.source)
    }
    let cut = Explanation(
      "cut", .step, value: .money(contest.cutAmount),
      reason: "\(contest.cutUnit) a piece for \(line.quantity) pieces",
      children: [floor].compactMap { $0 })
    return Explanation(
      "gap", .step, value: .money(contest.gap),
      children: [ours, theirs, cut].compactMap { $0 })
  }
}
