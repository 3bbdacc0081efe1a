import Lua
import SalesKernel
import SalesStore
import Values

/// `incentive.try`: a grid of plans over real history.
extension ScriptHost {
  func defineTrying(_ policies: EnginePolicies) throws {
    try state.defineClass(IncentiveGridObject.self, name: "grid of plans")
    try define(
      HelpEntry(
        "incentive.try",
        "incentive.try(plan, {vary = {rate = {0.02, 0.03}, …}, period =, rep =, figures =, against =})",
        "What variants of a plan would have paid, every combination of the values: variant, the values, cost, "
          + "difference to the plan in force, winners and losers. vary names parameters of the plan, or places, as "
          + "[\"components.commission.rate\"]. The grid has table, base, in_force, variants, :reps(n) and :plan(n). "
          + "Orders are summed once; a variant costs no pass over them unless it changes which of them count.",
        returns: "grid",
        units:
          "plan: a name or a table, the plan in force for nil; against: a plan that is compared with instead "
          + "of the one in force; at most 10,000 variants",
        errors: [
          "incentive.vary", "incentive.parameter", "incentive.path", "policy.unknown",
          "policy.value", "policy.gap", "policy.overlap", "policy.unreachable",
          "incentive.period", "incentive.split",
        ],
        example: "local g\nplan(function()\n  " + Self.accrualExample
          + "  g = incentive.try(nil, {vary = {rate = {0.03, 0.04}}, period = \"2020-Q2\"})\nend)\n"
          + "return g.table[2].cost, g.table[2].difference, g.table[2].winners",
        result: "money\"4000.00\"  money\"1000.00\"  1",
        seeAlso: ["grid:reps", "grid:plan", "incentive.pay", "whatif", "compare"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.try", at: 1,
        allowing: ["vary", "period", "rep", "figures", "against"])
      let plan = try arguments[0]
      try results.add(Value.object(try tried(plan.isNil ? nil : plan, options, policies)))
    }
    try defineGrid()
  }

  private func tried(
    _ plan: Value?, _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> IncentiveGridObject {
    let table = try planTable(plan)
    let desk = try IncentiveDesk(
      self, policies, options.without(["vary", "against"]).with("plan", plan))
    let against = try policies.incentive(options["against"])
    let variants = try PlanVariants(of: table, along: try axes(options))
    guard desk.plan.unit == against.unit else {
      throw ArgumentError(
        "\(desk.plan.name) is reckoned by the \(desk.plan.unit.rawValue), \(against.name) by the "
          + against.unit.rawValue, code: "incentive.period",
        remedy: "give against = a plan of the same period")
    }
    let plans = variants.variants.map(\.plan)
    let book = try IncentiveBook(
      self, plans + [against], try desk.periods(), figures: try desk.figures())
    let only = try desk.rep().flatMap { book.roster.place(of: $0.id) }
    let trials = PlanTrials(book, only: only)
    let base = try trials.pay(against)
    let outcomes = try plans.map { try PlanOutcome(pay: trials.pay($0), against: base) }
    return IncentiveGridObject(variants, outcomes, base: base, named: against.name, book.roster)
  }

  private func planTable(_ plan: Value?) throws -> PolicyValue {
    let value: Value
    switch plan {
    case nil: value = try library.table("incentive", host: self)
    case .string(let name)?: value = try library.table(name, host: self)
    case let other?: value = other
    }
    return try PolicyCoding.value(value, host: self, entity: Order.schema.entity)
  }

  private func axes(_ options: NamedArguments) throws -> [PlanVariants.Axis] {
    guard case .table(let vary)? = options["vary"], vary.list.isEmpty, vary.others.isEmpty else {
      throw ValidationError(
        "incentive.vary", "vary: expected what to vary, got \(options["vary"]?.typeName ?? "nil")",
        remedy: "as vary = {rate = {0.02, 0.025, 0.03}}")
    }
    return try vary.fields.sorted { $0.key < $1.key }.map { name, value in
      guard case .table(let values) = value, values.fields.isEmpty, values.others.isEmpty else {
        throw ValidationError(
          "incentive.vary", "\(name): expected a list of values, got \(value.typeName)",
          remedy: "as \(LuaText.isName(name) ? name : "[\"…\"]") = {0.02, 0.03}")
      }
      return PlanVariants.Axis(
        name,
        try values.list.map {
          try PolicyCoding.value($0, host: self, entity: Order.schema.entity)
        })
    }
  }

  private func defineGrid() throws {
    let example =
      "local g\nplan(function()\n  " + Self.accrualExample
      + "  g = incentive.try(nil, {vary = {rate = {0.03, 0.04}}, period = \"2020-Q2\"})\nend)\n"
    func method(
      _ entry: HelpEntry, _ body: @escaping (IncentiveGridObject, Int) throws -> Value
    ) throws {
      help.add(entry)
      let name = String(entry.name.split(separator: ":").last ?? "")
      try state.defineMethod(on: IncentiveGridObject.self, name) { arguments, results in
        let grid = try Self.grid(arguments)
        let number = try grid.number(try arguments.decode(1, as: Int64.self))
        try results.add(try body(grid, number))
      }
    }
    try method(
      HelpEntry(
        "grid:reps", "grid:reps(n)",
        "What a variant would have paid each rep: rep, name, in_force, variant, difference.",
        errors: ["incentive.variant"],
        example: example + "return g:reps(2)[1].difference", result: "money\"1000.00\"",
        seeAlso: ["incentive.try"])
    ) { grid, number in .object(try grid.reps(number)) }
    try method(
      HelpEntry(
        "grid:plan", "grid:plan(n)",
        "The table of a variant, for policies.use, scenarios, or another grid.",
        errors: ["incentive.variant"],
        example: example + "return incentive.plan(g:plan(2)).name", result: "\"incentive\"",
        seeAlso: ["incentive.try", "policies.use"])
    ) { grid, number in grid.variants.variants[number].table.scriptValue }
    try state.defineFallback(on: IncentiveGridObject.self) { arguments, results in
      let grid = try Self.grid(arguments)
      try results.add(try grid.member(try arguments.decode(1, as: String.self)))
    }
  }

  private static func grid(_ arguments: Arguments) throws -> IncentiveGridObject {
    guard case .object(let object) = try arguments[0], let grid = object as? IncentiveGridObject
    else {
      throw ArgumentError(
        "expected a grid of plans, got \(try arguments[0].typeName)",
        remedy: "call its methods with a colon, as grid:reps(1)")
    }
    return grid
  }
}
