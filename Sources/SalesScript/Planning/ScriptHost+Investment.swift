import Lua
import SalesKernel
import SalesStore
import Values

/// `planning.roi`: what an investment returns, beside what is claimed of it.
extension ScriptHost {
  func defineInvestment(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.roi",
        "planning.roi{years = {{year =, revenue =, cost =, margin =}, …}, claim = number, policy =}",
        "The return on what years cost: Σ (revenue − cost) / Σ cost, with the formula, its inputs, and the claim of the "
          + "source beside it. Without years those of the policy, S0's first three.",
        returns: "report",
        units:
          "roi, by_margins, claim: of the cost, 1 is 100 %; nil where nothing was spent; by_margins: revenue × margin over "
          + "the cost, where every year states a margin",
        errors: ["policy.value", "script.argument", "money.overflow"],
        example: "local r = planning.roi{}\n"
          + "return math.floor(r.roi * 10000 + 0.5), r.claim, r.formula",
        result: "12295  2.5  \"Σ (revenue − cost) / Σ cost = (−5 + 100 + 280) / 305万\"",
        seeAlso: ["planning.budgets", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.roi", allowing: ["years", "claim", "policy"])
      let standing = try policies.planning(options["policy"]).investment
      try results.add(Value.object(try investmentReport(try investment(options, standing))))
    }
  }

  private func investment(
    _ options: NamedArguments, _ standing: InvestmentCase
  ) throws -> InvestmentCase {
    guard let value = options["years"] else {
      let claim = try options.finiteNumber("claim") ?? standing.claim
      return InvestmentCase(
        years: standing.years, parts: standing.parts, claim: claim, source: standing.source)
    }
    guard case .table(let table) = value, table.fields.isEmpty, !table.list.isEmpty else {
      throw ArgumentError(
        "years: expected a list of years",
        remedy: "as years = {{year = 2026, revenue = wan(80), cost = wan(85)}}")
    }
    let years = try table.list.map { entry in
      let year = try NamedArguments(
        entry, of: "planning.roi", allowing: ["year", "revenue", "cost", "margin"])
      let margin = try year.finiteNumber("margin")
      if let margin, margin < 0 || margin > 1 {
        throw ArgumentError("margin: \(NumberText.of(margin)) is outside 0–1", remedy: "as 0.15")
      }
      return InvestmentCase.Year(
        year: try year.required("year", year.integer("year")),
        revenue: try year.required("revenue", year.amount("revenue")),
        cost: try year.required("cost", year.amount("cost")),
        margin: try margin.map { try Rate(exactly: $0) })
    }
    return InvestmentCase(
      years: years, claim: try options.finiteNumber("claim"), source: "given by the call")
  }

  private func investmentReport(_ of: InvestmentCase) throws -> ReportObject {
    var running = Money.zero
    let rows = try of.years.map { year -> [Value] in
      let profit = try of.profit(year)
      running = try running.adding(profit)
      return [
        .integer(year.year), Value(year.revenue), Value(year.cost), Value(profit),
        Value(running), Value(year.margin?.double),
      ]
    }
    let roi = try of.roi()
    return ReportObject([
      .init(
        "years",
        .object(
          ResultTable(
            columns: [
              .init("year", .number), .init("revenue", .number), .init("cost", .number),
              .init("profit", .number), .init("profit_so_far", .number), .init("margin", .number),
            ], rows: rows))),
      .init(
        "cost_parts",
        .object(
          ResultTable(
            columns: [.init("part"), .init("amount", .number)],
            rows: of.parts.map { [.string($0.title.both), Value($0.amount)] })),
        text: of.parts.isEmpty ? "" : nil),
      .init("profit", Value(try of.profit())), .init("cost", Value(try of.cost())),
      .init("roi", shareOrNone: roi), .init("formula", .string(try of.formula())),
      .init("by_margins", shareOrNone: try of.roiByMargins()),
      of.claim.map { .init("claim", share: $0) } ?? .init("claim", .nil),
      .init(
        "difference",
        roi.flatMap { roi in of.claim.map { Value(Self.tenThousandth(roi - $0)) } } ?? .nil),
      .init("source", .string(of.source)), .init(why: try of.explanation()),
    ])
  }
}
