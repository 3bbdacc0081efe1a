import Lua
import SalesKernel
import SalesStore
import Values

/// The verbs that boil a query down to one value.
extension ScriptHost {
  func defineAggregateVerbs() throws {
    try aggregate(
      "sum", "The sum of a field or rule; exact for money. Missing values do not count.",
      "return customers:sum(\"annual_purchase\") == customers:sum(function(c) return c.annual_purchase end)",
      "true",
      errors: ["sum.overflow", "sum.mixed", "sum.kind"]
    ) { try $0.sum() }
    try aggregate(
      "avg", "The mean of a field or rule; money to 1/10,000 yuan, half to even.",
      "return products:where{category = \"bolt\"}:avg(\"lead_days\") > 0", "true",
      errors: ["sum.mixed", "sum.kind"]
    ) { try $0.mean() }
    try aggregate(
      "min", "The least value of a field or rule.", "return customers:min(\"id\")", "1"
    ) { $0.least }
    try aggregate(
      "max", "The greatest value of a field or rule.", "return customers:max(\"id\")", "200"
    ) {
      $0.greatest
    }
  }

  private func aggregate(
    _ name: String, _ summary: String, _ example: String, _ result: String, errors: [String] = [],
    _ finish: @escaping (Tally) throws -> FieldValue
  ) throws {
    try verb(
      HelpEntry(
        "query:\(name)", "query:\(name)(field or rule)", summary,
        errors: ["rule.syntax", "rule.unknown_name"] + errors, example: example, result: result,
        seeAlso: ["query:group_by"])
    ) { query, arguments in
      let measure = try QueryMeasure(try arguments[1], of: query, what: name)
      var tally = Tally()
      try query.forEachBlock(reading: measure.reading) { block, rows in
        try measure.forEach(block, rows) { try tally.add($1) }
        return true
      }
      return try finish(tally).scriptValue
    }
  }
}
