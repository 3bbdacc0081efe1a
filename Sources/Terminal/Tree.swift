/// A labelled tree in text.
///
/// ```
/// level = A
/// ├─ rule 1 matched
/// │  └─ annual_purchase = 620,000.00
/// └─ rule 2 not tried
/// ```
public struct Tree: Hashable, Sendable {
  /// The node's words; several lines stand under each other.
  public let text: String
  public let role: Style.Role?
  public let children: [Tree]

  public init(_ text: String, role: Style.Role? = nil, children: [Tree] = []) {
    self.text = text
    self.role = role
    self.children = children
  }

  /// The tree, a newline after every line. With a width, longer texts are wrapped under themselves.
  public func render(
    width: Int? = nil, measure: DisplayWidth = DisplayWidth(), style: Style = .plain
  ) -> String {
    var lines: [String] = []
    append(first: "", rest: "", width, measure, style, &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(
    first: String, rest: String, _ width: Int?, _ measure: DisplayWidth, _ style: Style,
    _ lines: inout [String]
  ) {
    let stems = Stems.of(measure)
    let under = rest + (children.isEmpty ? "" : stems.open)
    let shown = DisplayWidth.visibleLines(text)
    let room = width.map { max(1, $0 - measure.of(under)) }
    let texts =
      room.map { measure.wrapped(shown, to: $0) }
      ?? shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in texts.enumerated() {
      let stem = style.paint(index == 0 ? first : under, .muted)
      lines.append(stem + (role.map { style.paint(line, $0) } ?? line))
    }
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      child.append(
        first: rest + (isLast ? stems.last : stems.branch),
        rest: rest + (isLast ? stems.none : stems.open), width, measure, style, &lines)
    }
  }

  private struct Stems {
    let branch: String
    let last: String
    let open: String
    let none = "   "

    static func of(_ measure: DisplayWidth) -> Stems {
      measure.ambiguous == .one
        ? Stems(branch: "├─ ", last: "└─ ", open: "│  ")
        : Stems(branch: "|- ", last: "`- ", open: "|  ")
    }
  }
}
