import Lua
import SalesKernel
import SalesStore
import Values

/// `pricing.replay`: past orders under another price policy.
extension ScriptHost {
  func defineReplay(_ policies: PricePolicies) throws {
    try define(
      HelpEntry(
        "pricing.replay",
        "pricing.replay{policy = name or table, since = day, upto = day, of = query, "
          + "approvals = name, top = 10}",
        "Prices the lines of past orders anew under a policy, with the agreements of their day, and compares: "
          + "lines, skipped, actual, priced, difference, margins, and how many decisions of the approval policy "
          + "the orders needed and would need; by_stage, by_level, by_product, by_customer. Other terms "
          + "of past orders are not known and count as none.", returns: "report",
        units: "yuan; margins of lines whose product has a cost",
        errors: ["policy.unknown", "price.rule", "approval.rule", "money.overflow"],
        example:
          "local r = pricing.replay{policy = \"pricing_additive\", since = date\"2026-01-01\"}\n"
          + "return r.lines > 0, r.difference == r.priced - r.actual",
        result: "true  true", seeAlso: ["pricing.price", "pricing.policy"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "pricing.replay",
        allowing: ["policy", "since", "upto", "of", "approvals", "top"])
      let policy = try policies.policy(options["policy"])
      let query = try options.query("of", of: Order.schema.entity) ?? query(Order.self)
      let since = try options["since"].map { try day($0, "since") } ?? .first
      let upto = try options["upto"].map { try day($0, "upto") } ?? .last
      guard since <= upto else {
        throw ArgumentError(
          "since \(since) is after upto \(upto)", remedy: "give the earlier day as since")
      }
      let approvals = try EnginePolicies(self).approvals(options["approvals"])
      let replay = try self.replay(query, policy, approvals, since...upto)
      let top = try options.integer("top") ?? 10
      guard top >= 0 else { throw ArgumentError("top \(top) is below 0") }
      try results.add(
        Value.object(try report(replay, top: Int(clamping: top))))
    }
  }

  private func day(_ value: Value, _ name: String) throws -> Day {
    guard case .day(let day) = try value.fieldValue(for: name) else {
      throw ArgumentError("\(name): expected a date, got \(value.typeName)")
    }
    return day
  }

  /// Past lines priced anew. Lines without a product, a list price or pieces, and lines that the policy
  /// refuses, are counted, not compared.
  private func replay(
    _ query: QueryObject, _ policy: PricePolicy, _ approvals: ApprovalPolicy,
    _ days: ClosedRange<Day>
  ) throws -> Replay {
    let builder = try PriceLinesBuilder(self, NamedArguments("pricing.replay"))
    let past = try PastLines(query, days, builder.records)
    let lines = try builder.build(
      past.products, past.customers, quantities: past.quantities, days: past.days,
      count: past.count)
    let priced = try policy.price(
      lines.lines, refusing: true,
      poll: { try self.work("replay", $0, of: lines.lines.count) })
    let refused = Set(priced.refusals.map(\.line))
    let decisions = try PastApprovals(past, priced, approvals, except: refused)
    var replay = Replay(
      policy: policy, approvals: approvals, decisions: decisions,
      skipped: past.skipped + refused.count)
    try replay.compare(past, lines, priced, except: refused)
    return replay
  }

  private func report(_ replay: Replay, top: Int) throws -> ReportObject {
    let comparison = replay.comparison
    let total = comparison.total
    let margins = try total.margins()
    return ReportObject([
      .init("policy", .string(replay.policy.name)),
      .init("lines", .integer(Int64(total.lines))),
      .init("skipped", .integer(Int64(replay.skipped))),
      .init("actual", .scalar(total.actual.scalar)),
      .init("priced", .scalar(total.priced.scalar)),
      .init("difference", .scalar(try total.difference().scalar)),
      .init("actual_margin", .scalar(margins.actual.scalar)),
      .init("priced_margin", .scalar(margins.priced.scalar)),
      .init("actual_approvals", .integer(Int64(total.approvals.actual))),
      .init("priced_approvals", .integer(Int64(total.approvals.priced))),
      .init("by_stage", .object(replay.stages)),
      .init(
        "by_level",
        .object(
          try table(
            "level",
            comparison.byLevel.sorted { $0.key < $1.key }.map {
              ($0.key.isEmpty ? Value.nil : .string($0.key), $0.value)
            }))),
      .init("by_product", .object(try table("product", largest(comparison.byProduct, top)))),
      .init("by_customer", .object(try table("customer", largest(comparison.byCustomer, top)))),
    ])
  }

  /// Those whose revenue changes most; ties by id.
  private func largest(
    _ totals: [Int64: PriceComparison.Total], _ top: Int
  ) throws -> [(Value, PriceComparison.Total)] {
    try totals.map { (id: $0.key, total: $0.value, change: try $0.value.difference().absolute()) }
      .sorted { $0.change != $1.change ? $0.change > $1.change : $0.id < $1.id }
      .prefix(top).map { (.integer($0.id), $0.total) }
  }

  private func table(
    _ name: String, _ rows: [(Value, PriceComparison.Total)]
  ) throws -> ResultTable {
    let numbers = [
      "lines", "actual", "priced", "difference", "actual_margin", "priced_margin",
      "actual_approvals", "priced_approvals",
    ]
    return ResultTable(
      columns: [.init(name)] + numbers.map { .init($0, .number) },
      rows: try rows.map { key, total in
        let margins = try total.margins()
        return [
          key, .integer(Int64(total.lines)), .scalar(total.actual.scalar),
          .scalar(total.priced.scalar), .scalar(try total.difference().scalar),
          .scalar(margins.actual.scalar), .scalar(margins.priced.scalar),
          .integer(Int64(total.approvals.actual)), .integer(Int64(total.approvals.priced)),
        ]
      })
  }
}

/// Past orders under another price policy, compared.
private struct Replay {
  let policy: PricePolicy
  let approvals: ApprovalPolicy
  let decisions: PastApprovals
  let skipped: Int
  private(set) var comparison = PriceComparison()

  init(policy: PricePolicy, approvals: ApprovalPolicy, decisions: PastApprovals, skipped: Int) {
    (self.policy, self.approvals) = (policy, approvals)
    (self.decisions, self.skipped) = (decisions, skipped)
  }

  /// - Throws: `money.overflow`.
  mutating func compare(
    _ past: PastLines, _ lines: PriceLinesObject, _ priced: PricedLines, except: Set<Int>
  ) throws {
    let slot = try PriceLine.schema.entity.requireSlot(of: "level")
    var orders: [Int64: (level: String?, customer: Int64, products: Set<Int64>)] = [:]
    for index in 0..<past.count where !except.contains(index) {
      let cost = priced.costs[index]
      let level = lines.lines.value(index, slot: slot).word
      let (product, customer) = (lines.product(index), lines.customer(index) ?? 0)
      try comparison.add(
        actual: past.amounts[index], priced: Money(units: priced.amounts[index]),
        cost: cost == PricedLines.noCost ? nil : Money(units: cost), level: level,
        product: product, customer: customer)
      orders[past.orders[index], default: (level, customer, [])].products.insert(product)
    }
    for (order, facts) in orders {
      guard let counts = decisions.byOrder[order] else { continue }
      comparison.add(
        approvals: (counts.actual, counts.priced), level: facts.level, products: facts.products,
        customer: facts.customer)
    }
  }

  var stages: ResultTable {
    ResultTable(
      columns: [
        .init("step", .number), .init("role"), .init("actual", .number), .init("priced", .number),
      ],
      rows: zip(approvals.stages, decisions.byStage).map { stage, counts in
        [
          .integer(stage.step), .string(stage.role), .integer(Int64(counts.actual)),
          .integer(Int64(counts.priced)),
        ]
      })
  }
}

extension FieldValue {
  /// The text of a text.
  var word: String? { if case .text(let word) = self { word } else { nil } }
}
