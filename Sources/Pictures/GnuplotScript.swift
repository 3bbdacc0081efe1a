/// A picture in the language of gnuplot.
///
/// Every text stands in single quotes, where gnuplot runs no commands and knows no escapes.
enum GnuplotScript {
  enum Terminal {
    case svg(width: Int, height: Int)
    case text(width: Int, height: Int)

    fileprivate var line: String {
      switch self {
      case .svg(let width, let height):
        "set terminal svg noenhanced size \(width),\(height) dynamic font 'sans-serif,13' "
          + "background '#ffffff'"
      case .text(let width, let height): "set terminal dumb noenhanced size \(width),\(height)"
      }
    }

    fileprivate var isText: Bool {
      if case .text = self { true } else { false }
    }
  }

  static func text(_ picture: Picture, _ terminal: Terminal) -> String {
    var lines = [
      "set encoding utf8", terminal.line, "set tics out", "set title \(quoted(picture.title))",
    ]
    switch picture.shape {
    case .bars(let bars): lines += Self.bars(bars)
    case .curves(let curves): lines += Self.curves(curves, isText: terminal.isText)
    case .points(let points): lines += Self.points(points, isText: terminal.isText)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func bars(_ bars: [Picture.Bar]) -> [String] {
    let ticks = bars.enumerated().map { "\(tick($1.label)) \($0)" }.joined(separator: ", ")
    let most = bars.map { BarText.finite($0.value) }.max() ?? 0
    let notes = bars.enumerated().filter { !$1.note.isEmpty }.map { index, bar in
      "set label \(tick(bar.note)) at \(BarText.finite(bar.value)),\(index) left offset 0.6,0"
    }
    let data = bars.enumerated().map { "\($0) \(BarText.finite($1.value))" }
    return ["unset key", "set yrange [\(bars.count).0 - 0.4:-0.6]"]
      + ["set xrange [0:\(most > 0 ? most * 1.3 : 1)]", "set ytics (\(ticks)) nomirror"]
      + [
        "set border 3", "set xtics nomirror format '\(axis(most))'",
        "set style fill solid 0.85 noborder",
      ]
      + notes + ["$data << EOD"] + data + ["EOD"]
      + ["plot $data using (0):1:(0):2:($1-0.36):($1+0.36) with boxxyerror lc rgb '#3b6ea5'"]
  }

  /// Small values, as shares, keep their decimals; large ones stay whole.
  private static func axis(_ most: Double) -> String { most < 10 ? "%g" : "%.0f" }

  private static func curves(_ curves: Picture.Curves, isText: Bool) -> [String] {
    let steps = curves.steps.count
    // About eight names fit below the drawing.
    let stride = max(1, (steps + 7) / 8)
    let ticks = Swift.stride(from: 0, to: steps, by: stride).map {
      "\(tick(curves.steps[$0])) \($0)"
    }.joined(separator: ", ")
    let values = curves.curves.flatMap(\.values) + (curves.band.map { $0.low + $0.high } ?? [])
    let most = values.compactMap { $0?.magnitude }.filter(\.isFinite).max() ?? 0
    var lines = ["set key top left", "set xrange [-0.5:\(max(steps, 1)).0 - 0.5]"]
    lines += [
      "set xtics (\(ticks)) nomirror", "set border 3", "set ytics nomirror format '\(axis(most))'",
    ]
    if !curves.unit.isEmpty { lines.append("set ylabel \(tick(curves.unit))") }
    if !isText { lines.append("set grid ytics lc rgb '#dddddd'") }
    var plots: [String] = []
    if let band = curves.band {
      lines += ["$band << EOD"]
      lines += (0..<steps).map { step in
        "\(step) \(cell(band.low, step)) \(cell(band.high, step))"
      }
      lines.append("EOD")
      plots += Self.band(band, isText: isText)
    }
    for (index, curve) in curves.curves.enumerated() {
      lines += ["$curve\(index) << EOD"]
      lines += (0..<steps).map { "\($0) \(cell(curve.values, $0))" } + ["EOD"]
      plots.append(
        "$curve\(index) using 1:2 with linespoints pt \(index == 0 ? 7 : 5) ps 0.4 lw 2 "
          + "lc rgb '\(colours[index % colours.count])' title \(tick(curve.name))")
    }
    return lines + ["plot \(plots.joined(separator: ", "))"]
  }

  private static func band(_ band: Picture.Curves.Band, isText: Bool) -> [String] {
    if isText {
      return [
        "$band using 1:2 with lines title \(tick(band.name))",
        "$band using 1:3 with lines notitle",
      ]
    }
    return [
      "$band using 1:2:3 with filledcurves fs solid 0.25 noborder lc rgb '#e0862c' "
        + "title \(tick(band.name))"
    ]
  }

  private static func points(_ points: Picture.Points, isText: Bool) -> [String] {
    var lines = ["unset key", "set xrange [0:1]", "set yrange [0:1]", "set border 3"]
    lines += ["set xtics nomirror", "set ytics nomirror"]
    lines += ["set xlabel \(quoted(points.xTitle))", "set ylabel \(quoted(points.yTitle))"]
    if !isText { lines.append("set grid lc rgb '#dddddd'") }
    for point in points.points where point.x.isFinite && point.y.isFinite {
      lines.append("set label \(tick(point.label)) at \(point.x),\(point.y) left offset 0.8,-0.6")
    }
    lines += ["$points << EOD"]
    for point in points.points
    where [point.x, point.y, point.low, point.high].allSatisfy({ $0.isFinite }) {
      lines.append("\(point.x) \(point.y) \(point.low) \(point.high)")
    }
    return lines + ["EOD"] + [
      "plot x with lines dt 2 lc rgb '#999999', "
        + "$points using 1:2:3:4 with yerrorbars pt 7 ps 0.6 lc rgb '#3b6ea5'"
    ]
  }

  private static let colours = ["#3b6ea5", "#c2571a", "#4f8a4b", "#7b5ea7"]

  private static func cell(_ values: [Double?], _ index: Int) -> String {
    guard values.indices.contains(index), let value = values[index], value.isFinite else {
      return "NaN"
    }
    return "\(value)"
  }

  /// Longer words would leave no room to draw.
  private static let longestTick = 28
  private static let longestTitle = 120

  private static func tick(_ text: String) -> String { quoted(text, upTo: longestTick) }

  /// In single quotes, on one line, cut where it is too long.
  static func quoted(_ text: String, upTo most: Int = longestTitle) -> String {
    var body = ""
    let shown = text.count > most ? text.prefix(most - 1) + "…" : text[...]
    for scalar in shown.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F {
        body += " "
      } else if scalar == "'" {
        body += "’"  // gnuplot takes a doubled quote for an empty text here and there
      } else {
        body.unicodeScalars.append(scalar)
      }
    }
    return "'\(body)'"
  }
}
