import Lua
import SalesKernel
import SalesStore
import Values

/// `compare`: two scenarios over one measure.
extension ScriptHost {
  func defineComparing(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "compare",
        "compare(a, b, {by = \"rep\", period =, plan =, figures =}) or compare(a, b, {measure = f})",
        "Runs two scenarios, each taken back, and compares what a measure gives under each: a, b, total_a, total_b, "
          + "difference, more, less, and table with a row a key. A scenario is a name, a function, or \"now\" for "
          + "things as they are. The measure is pay, by rep, role, team, area, component or period; or a function "
          + "that gives a number, an amount, or a table of them by key.", returns: "report",
        units: "more, less: keys for which b gives more or less than a",
        errors: ["scenario.unknown", "compare.measure", "policy.unknown", "incentive.period"],
        example: "local c\nplan(function()\n  " + Self.accrualExample
          + "  c = compare(\"now\", function() o.amount = wan(20) end, "
          + "{period = \"2020-Q2\"})\nend)\n"
          + "return c.total_a, c.total_b, c.difference, c.more",
        result: "money\"3000.00\"  money\"6000.00\"  money\"3000.00\"  1",
        seeAlso: ["whatif", "scenario.try", "incentive.try"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "compare", at: 2, allowing: ["by", "period", "plan", "figures", "measure"])
      let (a, b) = (try changing(try arguments[0]), try changing(try arguments[1]))
      let (before, _) = try tried { () -> ComparedFigures in
        _ = try a.run()
        return try measured(options, policies)
      }
      let (after, _) = try tried { () -> ComparedFigures in
        _ = try b.run()
        return try measured(options, policies)
      }
      try results.add(
        Value.object(try Comparison(before, after).report(from: a.name, to: b.name)))
    }
  }

  private func measured(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ComparedFigures {
    guard let measure = options["measure"] else { return try payFigures(options, policies) }
    guard case .function(let function) = measure, options["by"] == nil else {
      throw ArgumentError(
        options["by"] == nil
          ? "measure: expected a function, got \(measure.typeName)"
          : "give one of by and measure", code: "compare.measure",
        remedy: "as measure = function() return customers:sum(\"credit\") end")
    }
    return try ComparedFigures(try state.call(function).first ?? .nil)
  }

  private func payFigures(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ComparedFigures {
    let by = try payGrouping(options)
    let desk = try IncentiveDesk(self, policies, options.without(["by", "measure"]))
    let tables = try payTables(desk)
    let table = try tables.table(by: by)
    var figures = ComparedFigures(key: by.rawValue)
    for row in 0..<table.rows.count {
      guard case .table(let cells) = table.row(row), case .scalar(let scalar) = cells["pay"],
        case .money(let pay) = try TypedScalar(scalar)
      else { continue }
      figures.add(
        cells[by.rawValue], name: cells["name"].isNil ? nil : cells["name"].plain, .money(pay))
    }
    return figures
  }
}
