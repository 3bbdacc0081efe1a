/// A list of numbers as one line of strokes.
public enum SparkText {
  private static let strokes = Array("▁▂▃▄▅▆▇█")
  private static let plainStrokes = Array("_.-=+*#@")

  /// The least value is the lowest stroke, the greatest the highest; equal values are all in the middle.
  public static func line(_ values: [Double], ascii: Bool = false) -> String {
    let marks = ascii ? plainStrokes : strokes
    let known = values.filter(\.isFinite)
    guard let least = known.min(), let most = known.max() else { return "" }
    let span = most - least
    return String(
      values.map { value in
        guard value.isFinite else { return " " }
        guard span > 0, span.isFinite else { return marks[marks.count / 2] }
        let step = ((value - least) / span * Double(marks.count - 1)).rounded()
        return marks[min(max(Int(exactly: step) ?? 0, 0), marks.count - 1)]
      })
  }
}
