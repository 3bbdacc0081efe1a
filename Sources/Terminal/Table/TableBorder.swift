/// The lines around and between a table's cells.
public struct TableBorder: Hashable, Sendable {
  let horizontal: String
  let vertical: String
  /// Left, middle and right joints of the top, the rule under the header, and the bottom.
  let top: [String]
  let rule: [String]
  let bottom: [String]

  /// Box drawing characters.
  public static let box = TableBorder(
    horizontal: "─", vertical: "│", top: ["┌", "┬", "┐"], rule: ["├", "┼", "┤"],
    bottom: ["└", "┴", "┘"])

  /// Minus, plus and bar, for terminals that draw boxes in two columns.
  public static let ascii = TableBorder(
    horizontal: "-", vertical: "|", top: ["+", "+", "+"], rule: ["+", "+", "+"],
    bottom: ["+", "+", "+"])

  func line(_ joints: [String], _ widths: [Int]) -> String {
    let runs = widths.map { String(repeating: horizontal, count: $0 + 2) }
    return joints[0] + runs.joined(separator: joints[1]) + joints[2]
  }
}
