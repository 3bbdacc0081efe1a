/// Bars as lines of text, each as long as its value.
public enum BarText {
  /// - Parameters:
  ///   - width: Columns of the screen.
  ///   - measure: Columns that a text takes.
  public static func lines(
    _ bars: [Picture.Bar], width: Int, ascii: Bool = false, measure: (String) -> Int = { $0.count }
  ) -> [String] {
    let labels = bars.map { measure($0.label) }.max() ?? 0
    let notes = bars.map { measure($0.note) }.max() ?? 0
    let room = max(8, min(60, width - labels - notes - 4))
    let most = bars.map { finite($0.value) }.max() ?? 0
    return bars.map { bar in
      let share = most > 0 ? finite(bar.value) / most : 0
      let label = bar.label + String(repeating: " ", count: labels - measure(bar.label))
      let drawn = stroke(share * Double(room), ascii)
      let rest = String(repeating: " ", count: max(0, room - drawn.count))
      return bar.note.isEmpty ? "\(label)  \(drawn)" : "\(label)  \(drawn)\(rest)  \(bar.note)"
    }
  }

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar to an eighth of a column; what is more than nothing shows.
  private static func stroke(_ length: Double, _ ascii: Bool) -> String {
    if ascii {
      let count = Int(exactly: length.rounded()) ?? 0
      return String(repeating: "#", count: max(count, length > 0 ? 1 : 0))
    }
    let parts = max(Int((length * 8).rounded()), length > 0 ? 1 : 0)
    return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
  }

  static func finite(_ value: Double) -> Double { value.isFinite ? max(0, value) : 0 }
}
