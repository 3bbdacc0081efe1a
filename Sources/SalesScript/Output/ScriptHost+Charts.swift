import Lua
import Pictures
import SalesKernel
import Values

/// `chart.bar`, `chart.spark`, `chart.hist`, `chart.line` and `chart.funnel`: a look at a few numbers, in one call.
extension ScriptHost {
  private static let looks = ["title", "svg", "ascii"]

  func defineCharts() throws {
    try define(
      HelpEntry(
        "chart.bar", "chart.bar(values, {title = text, svg = path, ascii = true})",
        "Bars of a few numbers: a table by name, a list of {name, value}, a list of numbers, or a table of results "
          + "(its first column and its first of numbers).",
        units: "values: numbers or amounts, not negative", errors: ["chart.value", "sandbox.file"],
        example: "return chart.bar{east = 5, west = 7}:picture(60):find(\"west  █\") ~= nil",
        result: "true", seeAlso: ["chart.hist", "chart.funnel", "chart.bars"])
    ) { [unowned self] arguments, results in
      let points = try ChartPoints(try arguments[0], of: "chart.bar").points
      let options = try looks(arguments, of: "chart.bar")
      let bars = points.map { Picture.Bar($0.label, $0.value, note: $0.text) }
      try results.add(Value.object(try drawn("values", .bars(bars), options)))
    }
    try define(
      HelpEntry(
        "chart.funnel", "chart.funnel(steps, {title = text, svg = path, ascii = true})",
        "Bars of the steps of a funnel, in order, with each step's share of the first and of the one before.",
        units: "steps: a list of {name, count}", errors: ["chart.value", "sandbox.file"],
        example:
          "return chart.funnel{{\"leads\", 200}, {\"won\", 50}}:picture(60):find(\"25 %%\") ~= nil",
        result: "true", seeAlso: ["chart.bar", "funnel.report"])
    ) { [unowned self] arguments, results in
      let points = try ChartPoints(try arguments[0], of: "chart.funnel").points
      let options = try looks(arguments, of: "chart.funnel")
      let bars = points.enumerated().map { place, point in
        Picture.Bar(point.label, point.value, note: Self.shares(points, place))
      }
      try results.add(Value.object(try drawn("funnel", .bars(bars), options)))
    }
    try define(
      HelpEntry(
        "chart.hist", "chart.hist(values, {bins = n, title = text, svg = path, ascii = true})",
        "How many of the values lie in each of n equal ranges; the last range has its end in it.",
        units: "values: a list of numbers or of amounts; bins: 10 unless given",
        errors: ["chart.value", "sandbox.file"],
        example: "return chart.hist({1, 2, 2, 9}, {bins = 2}):picture(60):find(\"1 … 5\") ~= nil",
        result: "true", seeAlso: ["chart.bar", "chart.spark"])
    ) { [unowned self] arguments, results in
      let values = try ChartPoints(try arguments[0], of: "chart.hist").points.map(\.value)
      let options = try looks(arguments, of: "chart.hist", ["bins"])
      let bins = try options.integer("bins") ?? 10
      guard (1...1000).contains(bins) else {
        throw ArgumentError("bins: \(bins) is not between 1 and 1000", code: "chart.value")
      }
      let bars = Histogram(values, bins: Int(bins)).ranges.map {
        Picture.Bar(
          "\(Self.plain($0.from)) … \(Self.plain($0.upto))", Double($0.count), note: "\($0.count)")
      }
      try results.add(Value.object(try drawn("distribution", .bars(bars), options)))
    }
    try defineLines()
  }

  private func defineLines() throws {
    try define(
      HelpEntry(
        "chart.spark", "chart.spark(values, {ascii = true})",
        "A list of numbers as one line of text, with its least, greatest and last value.",
        units: "values: numbers or amounts", errors: ["chart.value"],
        example: "return chart.spark{1, 5, 3}", result: "\"▁█▅  1 … 5, last 3\"",
        seeAlso: ["chart.line", "chart.hist"])
    ) { [unowned self] arguments, results in
      let points = try ChartPoints(try arguments[0], of: "chart.spark").points
      let options = try looks(arguments, of: "chart.spark")
      let values = points.map(\.value)
      let strokes = SparkText.line(values, ascii: try options.bool("ascii") ?? false)
      guard let least = points.min(by: { $0.value < $1.value }),
        let most = points.max(by: { $0.value < $1.value }), let last = points.last
      else {
        try results.add(Self.noData)
        return
      }
      try results.add("\(strokes)  \(least.text) … \(most.text), last \(last.text)")
    }
    try define(
      HelpEntry(
        "chart.line", "chart.line(values, {title = text, svg = path, ascii = true})",
        "A curve over a list of numbers, or over {name, value} by name, in dots of braille.",
        units: "values: numbers or amounts", errors: ["chart.value", "sandbox.file"],
        example: "return tostring(chart.line{1, 5, 3}):find(\"5\") ~= nil", result: "true",
        seeAlso: ["chart.spark", "chart.curves"])
    ) { [unowned self] arguments, results in
      let points = try ChartPoints(try arguments[0], of: "chart.line").points
      let options = try looks(arguments, of: "chart.line")
      let curve = Picture.Curves.Curve("value", points.map(\.value))
      let shape = Picture.Shape.curves(.init(steps: points.map(\.label), curves: [curve]))
      try results.add(Value.object(try drawn("values", shape, options)))
    }
  }

  private func looks(
    _ arguments: Arguments, of name: String, _ more: [String] = []
  ) throws -> NamedArguments {
    try NamedArguments(arguments, of: name, at: 1, allowing: Self.looks + more)
  }

  /// A report of one picture, saved where `svg` says so.
  private func drawn(
    _ title: String, _ shape: Picture.Shape, _ options: NamedArguments
  ) throws -> ReportObject {
    var picture = Picture(try options.string("title") ?? title, shape)
    picture.isASCII = try options.bool("ascii") ?? false
    if let path = try options.string("svg") {
      let real = try self.options.grants.resolveForReplacing(path)
      try TemporaryFile(holding: try Gnuplot().svg(picture) + "\n").copy(to: real)
    }
    return ReportObject([], pictures: [picture])
  }

  /// `62 · 31 % of the first, 50 % of the step before`.
  private static func shares(_ points: [ChartPoints.Point], _ place: Int) -> String {
    func share(_ whole: Double) -> String {
      whole > 0 ? "\(plain((points[place].value / whole * 1000).rounded() / 10)) %" : noData
    }
    if place == 0 { return points[0].text }
    let first = "\(points[place].text) · \(share(points[0].value))"
    return place == 1 ? first : first + ", \(share(points[place - 1].value)) of the step before"
  }

  /// Without `.0`, to four decimals.
  private static func plain(_ number: Double) -> String {
    let text = FractionText.of(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
