import Lua
import SalesKernel
import Values

/// `forecast.regress`: what a series depends on.
extension ScriptHost {
  func defineRegression() throws {
    try define(
      HelpEntry(
        "forecast.regress",
        "forecast.regress{y = list, factors = {name = list, …}, at = {name = number, …}}",
        "A linear regression on named factors: intercept, coefficients (factor, coefficient, error, t, "
          + "correlation), r2, adjusted_r2, n, degrees, fitted, value (for the factors at), why.",
        returns: "report",
        units:
          "y and factors: lists of numbers or amounts of one length, or series; amounts count in yuan. correlation: of "
          + "the factor alone with y",
        errors: [
          "forecast.singular", "forecast.short", "forecast.factor", "forecast.number",
          "forecast.empty",
        ],
        example:
          "local r = forecast.regress{y = {5, 7, 9, 14}, factors = {price = {1, 2, 3, 4}, season = {0, 0, 0, 1}}, "
          + "at = {price = 5, season = 1}}\n"
          + "return (\"%.3f %.3f %.3f %.3f\"):format(r.intercept, r.coefficients[1].coefficient, "
          + "r.coefficients[2].coefficient, r.value), r.coefficients[2].factor",
        result: "\"3.000 2.000 3.000 16.000\"  \"season\"", seeAlso: ["forecast.run", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.regress", allowing: ["y", "factors", "at"])
      let day = self.options.clock.day()
      guard case .table(let table)? = options["factors"], table.list.isEmpty, table.others.isEmpty
      else {
        throw ArgumentError(
          "factors: expected lists by name", remedy: "as factors = {price = {…}, visits = {…}}")
      }
      let names = table.fields.map(\.key)
      let lists = try NamedArguments(.table(table), of: "factors", allowing: names)
      let factors = try names.sorted().map { name in
        (name: name, values: try lists.series(name, asOf: day).series.values)
      }
      let fit = try LinearRegression(
        y: try options.series("y", asOf: day).series.values, factors: factors)
      try results.add(Value.object(Self.report(fit, at: try Self.place(options, fit))))
    }
  }

  /// The values of the factors that a prediction is asked for.
  private static func place(
    _ options: NamedArguments, _ fit: LinearRegression
  ) throws -> [Double]? {
    guard let value = options["at"] else { return nil }
    let names = fit.factors.map(\.name)
    let at = try NamedArguments(value, of: "at", allowing: names)
    return try names.map { name in
      let number = try at.required(name, try at.number(name))
      guard number.isFinite else {
        throw ArgumentError("at.\(name) is no finite number", code: "forecast.number")
      }
      return number
    }
  }

  private static func report(_ fit: LinearRegression, at place: [Double]?) -> ReportObject {
    let rows = fit.factors.map { factor -> [Value] in
      [
        .string(factor.name), .number(factor.coefficient), .optional(factor.error),
        .optional(factor.error.flatMap { $0 > 0 ? factor.coefficient / $0 : nil }),
        .optional(factor.correlation),
      ]
    }
    let why = Explanation(
      "regression", .step, value: place.map { .number(fit.value(at: $0)) },
      reason: "least squares over \(fit.count.text("point")), "
        + fit.degrees.text("degree") + " of freedom", source: "FC1",
      children: [Explanation("intercept", .step, value: .number(fit.intercept))]
        + fit.factors.enumerated().map { index, factor in
          Explanation(
            factor.name, .step, value: .number(factor.coefficient),
            reason: place.map { "times \(FieldValue.number($0[index]).display)" })
        })
    return ReportObject([
      .init("intercept", .number(fit.intercept)),
      .init(
        "coefficients",
        .object(
          ResultTable(
            columns: [
              .init("factor"), .init("coefficient", .number), .init("error", .number),
              .init("t", .number), .init("correlation", .number),
            ], rows: rows))),
      .init("r2", .optional(fit.rSquared)), .init("adjusted_r2", .optional(fit.adjusted)),
      .init("n", .integer(Int64(fit.count))), .init("degrees", .integer(Int64(fit.degrees))),
      .init("fitted", .table(Table(list: fit.fitted.map(Value.number))), text: ""),
      .init("value", .optional(place.map(fit.value))),
      .init("why", .object(WhyObject(why)), text: ""),
    ])
  }
}
