import Lua
import SalesKernel
import SalesStore
import Values

/// `lifecycle.actuals`: what each stage achieved in a period, against its targets.
extension ScriptHost {
  func defineLifecycleActuals(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "lifecycle.actuals", "lifecycle.actuals{from = day, to = day}",
        "Targets against what came about in a period: target, stage, value, actual, counted, base (counted of so "
          + "many customers), met, measure, source. A target that is not measured has no actual.",
        returns: "results",
        units:
          "from: a year before to unless given; to: the run's day; value and actual: a share 0–1, or a count "
          + "where the policy says so",
        errors: ["lifecycle.period", "policy.rule", "day.range"],
        example: """
          local a
          plan(function()
            customers:create{name = "甲", created_on = date"2020-03-01", first_order = date"2020-04-01"}
            customers:create{name = "乙", created_on = date"2020-05-01", potential = "high"}
            a = lifecycle.actuals{from = date"2020-01-01", to = date"2020-12-31"}
          end)
          return a[1].actual, a[2].actual, a[2].base, a[2].met, a[3].actual
          """,
        result: "1.0  0.5  2  true  nil", seeAlso: ["lifecycle.targets", "lifecycle.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "lifecycle.actuals", allowing: ["from", "to"])
      let to = try options.day("to") ?? self.options.clock.day()
      let from = try options.day("from") ?? to.adding(months: -12).adding(days: 1)
      guard from <= to else {
        throw ValidationError(
          "lifecycle.period", "\(from) is after \(to)", remedy: "give the earlier day as from")
      }
      let lifecycle = try policies.lifecycle()
      let actuals = try actuals(of: lifecycle, from...to)
      try results.add(Value.object(Self.actualTable(lifecycle, actuals)))
    }
  }

  private func actuals(
    of lifecycle: Lifecycle, _ days: ClosedRange<Day>
  ) throws -> [String: LifecycleActual] {
    let (ordering, categories) = try ordered(in: days)
    var referred: Set<Int64> = []
    for referral in try records(Referral.self) where referral.referredOn <= days.upperBound {
      referred.insert(referral.referred)
    }
    var actuals = lifecycle.measures.mapValues { LifecycleActual($0.kind) }
    let query = try query(Customer.self)
    try query.forEachBlock { block, rows in
      for row in rows {
        let (reader, id) = (block.reader(row), block.ids[row])
        let customer = CustomerInPeriod(
          reader, categories: categories[id]?.count ?? 0, isReferred: referred.contains(id),
          isNew: try reader.day("created_on").map(days.contains) ?? false,
          isOrdering: ordering.contains(id))
        for (name, measure) in lifecycle.measures { try actuals[name]?.add(customer, by: measure) }
      }
      return true
    }
    return actuals
  }

  /// Who ordered in a period, and the categories of products in it.
  private func ordered(
    in days: ClosedRange<Day>
  ) throws -> (customers: Set<Int64>, categories: [Int64: Set<String>]) {
    var customerOf: [Int64: Int64] = [:]
    for order in try records(Order.self) where days.contains(order.orderedOn) {
      customerOf[order.id] = order.customer
    }
    var categoryOf: [Int64: String] = [:]
    for product in try records(Product.self) { categoryOf[product.id] = product.category }
    var categories: [Int64: Set<String>] = [:]
    for line in try records(OrderLine.self) {
      guard let customer = customerOf[line.order],
        let category = line.product.flatMap({ categoryOf[$0] })
      else { continue }
      categories[customer, default: []].insert(category)
    }
    return (Set(customerOf.values), categories)
  }

  private static func actualTable(
    _ lifecycle: Lifecycle, _ actuals: [String: LifecycleActual]
  ) -> ResultTable {
    ResultTable(
      columns: [
        .init("target"), .init("stage"), .init("value", .number), .init("actual", .number),
        .init("counted", .number), .init("base", .number), .init("met", .bool), .init("measure"),
        .init("source"),
      ],
      rows: lifecycle.targets.map { target in
        let actual = actuals[target.name]
        let measure = lifecycle.measures[target.name].map {
          "\($0.kind.rawValue) of \($0.base.rawValue) customers: \($0.rule.text)"
        }
        return [
          .string(target.name), .string(target.stage), .number(target.value),
          actual?.value.map(Value.number) ?? .nil,
          actual.map { .integer(Int64($0.counted)) } ?? .nil,
          actual.map { .integer(Int64($0.base)) } ?? .nil,
          actual?.value.map { .bool($0 >= target.value) } ?? .nil,
          .string(measure ?? "not measured"), .string(target.source),
        ]
      })
  }
}
