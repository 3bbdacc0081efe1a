import Lua
import Pictures
import SalesKernel
import Values

/// `report` and `chart`: a script's own pages, of results that it has.
extension ScriptHost {
  func defineComposing() throws {
    try define(
      HelpEntry(
        "report", "report{title = text, {name, value}, …}",
        "A report of a script's own: values, tables, other reports and charts, each under its name, in the order "
          + "given. It prints, and it saves as a page that needs no network. A value that is nil says no data.",
        returns: "report",
        errors: ["report.part"],
        example: """
          local r = report{title = "Today", {"customers", customers:count()},
            {"levels", customers:group_by("level"):count()}}
          return r.customers
          """, result: "200", seeAlso: ["report:save", "chart.bars", "chart.curves"])
    ) { arguments, results in
      guard case .table(let table) = try arguments[0] else {
        throw ArgumentError(
          "report: expected a table, got \(try arguments[0].typeName)", code: "report.part",
          remedy: "as report{title = \"Today\", {\"orders\", orders:count()}}")
      }
      try results.add(Value.object(try Self.composed(table)))
    }
    try defineBars()
    try defineCurves()
    try defineCharts()
    try defineSaving()
  }

  private static func composed(_ table: Table) throws -> ReportObject {
    if let stray = table.fields.first(where: { $0.key != "title" })?.key {
      throw ArgumentError(
        "report: '\(stray)' has no place in the order", code: "report.part",
        remedy: "give it as {\"\(stray)\", value}")
    }
    var title: String?
    switch table["title"] {
    case .nil: break
    case .string(let text): title = text
    case let other: throw ArgumentError("title: expected a string, got \(other.typeName)")
    }
    var names: Set<String> = []
    let parts = try table.list.enumerated().map { place, item -> ReportObject.Part in
      guard case .table(let pair) = item, case .string(let name)? = pair.list.first, !name.isEmpty,
        pair.list.count <= 2, pair.fields.isEmpty
      else {
        throw ArgumentError(
          "report: part #\(place + 1) is no {name, value}", code: "report.part",
          remedy: "as {\"orders\", orders:count()}")
      }
      guard names.insert(name).inserted else {
        throw ArgumentError(
          "report: there are two parts \"\(name.shortened)\"", code: "report.part",
          remedy: "give each a name of its own")
      }
      guard pair.list.count == 2, !pair.list[1].isNil else {
        return .init(name, .string(noData))
      }
      return .init(name, pair.list[1])
    }
    return ReportObject(parts, title: title)
  }

  /// What reports and tables say where there is no value.
  static let noData = "no data"

  private func defineBars() throws {
    try define(
      HelpEntry(
        "chart.bars",
        "chart.bars{title = text, rows = table or list, label = column, value = column, note = column}",
        "Bars of a table of results, or of a list of rows: one a row, the first on top. Rows without a value are "
          + "left out.", returns: "report",
        units: "value: a number or an amount, not negative",
        errors: ["chart.value", "entity.field"],
        example: """
          local t = customers:group_by("level"):count()
          return #chart.bars{title = "levels", rows = t, label = "level", value = "count"}:picture() > 0
          """, result: "true", seeAlso: ["report", "chart.curves", "report:save"])
    ) { arguments, results in
      let options = try NamedArguments(
        arguments, of: "chart.bars", allowing: ["title", "rows", "label", "value", "note"])
      let rows = try ChartRows(options["rows"], of: "chart.bars")
      let label = try options.required("label", try options.string("label"))
      let value = try options.required("value", try options.string("value"))
      let note = try options.string("note")
      let bars = try (0..<rows.count).compactMap { row -> Picture.Bar? in
        guard let height = try rows.number(row, value) else { return nil }
        guard height >= 0 else {
          throw ArgumentError(
            "row \(row + 1): a bar of \(NumberText.of(height)) cannot be drawn",
            code: "chart.value", remedy: "draw negative values with chart.curves")
        }
        let words = try note.map { try rows.value(row, $0).shown }
        return Picture.Bar(
          try rows.value(row, label).shown, height, note: try words ?? rows.value(row, value).shown)
      }
      let picture = Picture(try options.string("title") ?? value, .bars(bars))
      try results.add(Value.object(ReportObject([], pictures: [picture])))
    }
  }

  private func defineCurves() throws {
    try define(
      HelpEntry(
        "chart.curves",
        "chart.curves{title = text, rows = table or list, step = column, values = {column, …}, unit = text}",
        "Curves over the rows of a table of results, or of a list of rows: a point a row, a curve a column.",
        returns: "report",
        units: "values: numbers or amounts; a row without one leaves a gap",
        errors: ["chart.value", "entity.field"],
        example: """
          local rows = {{month = "2026-05", sales = 3}, {month = "2026-06", sales = 5}}
          return #chart.curves{rows = rows, step = "month", values = {"sales"}}:picture() > 0
          """, result: "true", seeAlso: ["report", "chart.bars", "report:save"])
    ) { arguments, results in
      let options = try NamedArguments(
        arguments, of: "chart.curves", allowing: ["title", "rows", "step", "values", "unit"])
      let rows = try ChartRows(options["rows"], of: "chart.curves")
      let step = try options.required("step", try options.string("step"))
      guard case .table(let list)? = options["values"], !list.list.isEmpty else {
        throw ArgumentError("chart.curves: give values", remedy: "as values = {\"sales\"}")
      }
      let curves = try list.list.map { item -> Picture.Curves.Curve in
        guard case .string(let name) = item else {
          throw ArgumentError("values: expected names of columns, got \(item.typeName)")
        }
        return .init(name, try (0..<rows.count).map { try rows.number($0, name) })
      }
      let steps = try (0..<rows.count).map { try rows.value($0, step).shown }
      let picture = Picture(
        try options.string("title") ?? curves[0].name,
        .curves(.init(steps: steps, curves: curves, unit: try options.string("unit") ?? "")))
      try results.add(Value.object(ReportObject([], pictures: [picture])))
    }
  }
}
