import Lua
import SalesKernel
import SalesStore
import Values

/// `incentive`: plans, and what they pay.
extension ScriptHost {
  func defineIncentives(_ policies: EnginePolicies) throws {
    try definePlan(policies)
    try definePay(policies)
    try defineAccruing(policies)
    try definePayingOut(policies)
    try defineStatement(policies)
    try defineSplitting(policies)
    try defineTrying(policies)
  }

  /// Reps with roles and base pay, for examples.
  static let payExample =
    "reps:update{role = \"regional_manager\", base_pay = yuan(12000), joined_on = date\"2019-01-01\"}\n"

  private func definePlan(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.plan", "incentive.plan([plan])",
        "An incentive plan as it is read: period, roles, components with whom they are for, their kind and source, "
          + "and the parameters that incentive.try may vary. A name or a table; the plan in force without.",
        returns: "report",
        errors: ["policy.unknown", "policy.gap", "policy.overlap", "policy.unreachable"],
        example: "local p = incentive.plan()\nreturn p.name, p.period, p.components[1].component",
        result: "\"incentive\"  \"quarter\"  \"base\"",
        seeAlso: ["incentive.pay", "incentive.try", "policies.use"])
    ) { [unowned self] arguments, results in
      let plan = try policies.incentive(try arguments[0].isNil ? nil : arguments[0])
      try results.add(Value.object(Self.report(on: plan)))
    }
  }

  private static func report(on plan: IncentivePlan) -> ReportObject {
    ReportObject([
      .init("name", .string(plan.name)), .init("title", plan.header.title),
      .init("source", .string(plan.header.source)),
      .init("period", .string(plan.unit.rawValue)), .init("metric", .string(plan.metric)),
      .init(
        "roles",
        .object(
          ResultTable(
            columns: ["role", "title", "标题", "words", "source"].map { .init($0) },
            rows: plan.roles.map {
              [
                .string($0.key), .string($0.title.en), .string($0.title.zh),
                .string($0.words.joined(separator: ", ")), .string($0.source),
              ]
            }))),
      .init(
        "components",
        .object(
          ResultTable(
            columns: ["component", "title", "标题", "kind", "roles", "held", "source"].map {
              .init($0)
            },
            rows: plan.components.map {
              [
                .string($0.key), .string($0.title.en), .string($0.title.zh),
                .string($0.kind.word), .string($0.roles.joined(separator: ", ")),
                .bool($0.isHeld), .string($0.source),
              ]
            }))),
      .init(
        "parameters",
        .object(
          ResultTable(
            columns: ["parameter", "places"].map { .init($0) },
            rows: plan.parameters.sorted { $0.key < $1.key }.map {
              [.string($0.key), .string($0.value.joined(separator: ", "))]
            }))),
    ])
  }

  private func definePay(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.pay",
        "incentive.pay{plan =, period = \"2026-Q2\", rep = r, by = \"rep\", figures =}",
        "What a plan pays for the orders of a period: plan, period, total, table, gaps and why. By rep (each "
          + "component a column), role, team, area, component or period. Gaps say what is not known: no role, no "
          + "target, no base pay, no figure. Of one rep, why has every step. Writes nothing.",
        returns: "report",
        units:
          "period: of the plan's length or made up of such, that of the run's day unless given; credit: what "
          + "counts for a rep; figures: {[rep] = {conversion = 0.2}} or function(rep, measure, period), the "
          + "snapshots of KPIs unless given; amounts to the fen",
        errors: [
          "policy.unknown", "period.unknown", "incentive.period", "incentive.split",
          "incentive.figure", "record.missing", "money.overflow",
        ],
        // 3 % of 10万, and three months of 12,000.
        example: "local pay\nplan(function()\n  " + Self.payExample
          + "  orders:create{customer = 1, rep = 1, amount = wan(10), ordered_on = date\"2020-05-04\"}\n"
          + "  pay = incentive.pay{period = \"2020-Q2\", rep = 1}.table[1]\nend)\n"
          + "return pay.commission, pay.base, pay.pay",
        result: "money\"3000.00\"  money\"36000.00\"  money\"39000.00\"",
        seeAlso: ["incentive.plan", "incentive.try", "incentive.accrue", "incentive.statement"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.pay", allowing: ["plan", "period", "rep", "by", "figures"])
      let desk = try IncentiveDesk(self, policies, options)
      let tables = try payTables(desk)
      try results.add(Value.object(try payReport(tables, try payGrouping(options))))
    }
  }

  func payGrouping(_ options: NamedArguments) throws -> PayTables.By {
    guard let word = try options.string("by") else { return .rep }
    guard let by = PayTables.By(rawValue: word) else {
      throw unknown("grouping of pay", word, among: PayTables.By.allCases.map(\.rawValue))
    }
    return by
  }

  func payTables(_ desk: IncentiveDesk) throws -> PayTables {
    let (periods, rep) = (try desk.periods(), try desk.rep())
    let book = try IncentiveBook(self, [desk.plan], periods, figures: try desk.figures())
    return PayTables(
      plan: desk.plan, books: try book.books(desk.plan, explained: rep != nil),
      only: rep.flatMap { book.roster.place(of: $0.id) })
  }

  private func payReport(_ tables: PayTables, _ by: PayTables.By) throws -> ReportObject {
    let periods = tables.books.map(\.inputs.period.text)
    return ReportObject([
      .init("plan", .string(tables.plan.name)),
      .init("period", .string(periods.joined(separator: ", "))),
      .init("total", .scalar(try tables.total().scalar)),
      .init("unassigned", .scalar(try tables.unassigned().scalar)),
      .init("table", .object(try tables.table(by: by))),
      .init("gaps", .object(try tables.gaps())),
      .init("why", .object(WhyObject(try tables.explanation())), text: ""),
    ])
  }
}

extension PayComponent.Kind {
  /// As the policy calls it.
  var word: String {
    switch self {
    case .base: "base"
    case .commission: "commission"
    case .bonus: "bonus"
    case .pool: "pool"
    case .mentor: "mentor"
    case .behaviour: "behaviour"
    case .cut: "cut"
    case .months: "months"
    case .awards: "awards"
    case .draw: "draw"
    }
  }
}
