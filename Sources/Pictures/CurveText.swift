/// Curves in dots of braille, two across and four down a character, with their least and greatest value beside them.
///
/// ```
///  5 │    ⢀⠔⠢⡀
///    │  ⡠⠊   ⠈⠒
///  1 │⠔⠁
///     2026-01 … 2026-06
/// ```
public enum CurveText {
  /// Rows of the drawing.
  private static let height = 10

  /// - Parameters:
  ///   - width: Columns of the screen.
  ///   - measure: Columns that a text takes.
  public static func lines(
    _ curves: Picture.Curves, width: Int, ascii: Bool = false,
    measure: (String) -> Int = { $0.count }
  ) -> [String] {
    let known = curves.curves.flatMap { $0.values.compactMap { $0 } }.filter(\.isFinite)
    guard let least = known.min(), let most = known.max() else { return [] }
    let labels = [short(most), short(least)]
    let side = labels.map(measure).max() ?? 0
    let room = max(10, min(width - side - 3, max(30, curves.steps.count * 2)))
    var canvas = DotCanvas(columns: room, rows: height, across: ascii ? 1 : 2, down: ascii ? 1 : 4)
    for curve in curves.curves { canvas.draw(curve.values, from: least, to: most) }
    let drawn = ascii ? canvas.stars : canvas.braille
    var lines = drawn.enumerated().map { row, text in
      let label = row == 0 ? labels[0] : row == height - 1 ? labels[1] : ""
      return String(repeating: " ", count: side - measure(label)) + label + (ascii ? " | " : " │ ")
        + text
    }
    if let first = curves.steps.first, let last = curves.steps.last {
      lines.append(
        String(repeating: " ", count: side + 3) + (first == last ? first : "\(first) … \(last)"))
    }
    return lines
  }

  private static func short(_ value: Double) -> String {
    if let whole = Int64(exactly: value) { return "\(whole)" }
    return "\((value * 10_000).rounded() / 10_000)"
  }
}

/// Dots that are set one by one and read as characters.
struct DotCanvas {
  private let columns, rows, across, down: Int
  private var dots: [Bool]
  private var width: Int { columns * across }
  private var height: Int { rows * down }

  init(columns: Int, rows: Int, across: Int, down: Int) {
    (self.columns, self.rows, self.across, self.down) = (columns, rows, across, down)
    dots = Array(repeating: false, count: columns * across * rows * down)
  }

  /// A curve over the whole width; a gap where there is no value.
  mutating func draw(_ values: [Double?], from least: Double, to most: Double) {
    let span = most - least
    func place(_ index: Int) -> (x: Double, y: Double)? {
      guard let value = values[index], value.isFinite else { return nil }
      let x = values.count < 2 ? 0 : Double(index) / Double(values.count - 1) * Double(width - 1)
      let share = span > 0 && span.isFinite ? (value - least) / span : 0.5
      return (x, (1 - share) * Double(height - 1))
    }
    for index in values.indices {
      guard let end = place(index) else { continue }
      let start = index > 0 ? place(index - 1) ?? end : end
      let steps = max(
        1, Int(exactly: max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)) ?? 1)
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        set(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
      }
    }
  }

  private mutating func set(_ x: Double, _ y: Double) {
    let column = min(max(Int(exactly: x.rounded()) ?? 0, 0), width - 1)
    let row = min(max(Int(exactly: y.rounded()) ?? 0, 0), height - 1)
    dots[row * width + column] = true
  }

  /// The bits of a braille character by column and row of its dots.
  private static let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  var braille: [String] {
    lines { cell in
      var bits: UInt32 = 0x2800
      for x in 0..<across {
        for y in 0..<down where cell(x, y) { bits |= DotCanvas.bits[x][y] }
      }
      return bits == 0x2800 ? " " : Character(Unicode.Scalar(bits) ?? " ")
    }
  }

  var stars: [String] { lines { $0(0, 0) ? "*" : " " } }

  private func lines(_ character: ((Int, Int) -> Bool) -> Character) -> [String] {
    (0..<rows).map { row in
      let line = String(
        (0..<columns).map { column in
          character { x, y in dots[(row * down + y) * width + column * across + x] }
        })
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
