/// Which columns of a table are shown and how wide, within a terminal's width.
///
/// Text columns give way first, the widest before the others, down to ``least`` columns. Numbers are never
/// cut: a shorter number is another number. When that is not enough, columns are left out from the right.
struct ColumnLayout: Hashable {
  /// A text column is not made narrower than this.
  static let least = 4
  /// Left border and padding take two, right padding and border two, and between columns three.
  static let frame = 4
  static let between = 3

  /// Widths of the columns that are shown, from the first on.
  private(set) var widths: [Int]
  /// Columns left out at the right.
  let hidden: Int

  init(natural: [Int], floor: [Int], width: Int?) {
    guard let width else {
      widths = natural
      hidden = 0
      return
    }
    let floor = zip(natural, floor).map(min)
    var shown = natural.count
    while shown > 1, ColumnLayout.total(Array(floor.prefix(shown))) > width { shown -= 1 }
    hidden = natural.count - shown
    widths = Array(natural.prefix(shown))
    shrink(floor: Array(floor.prefix(shown)), to: width)
  }

  /// Columns of a whole row.
  static func total(_ widths: [Int]) -> Int {
    frame + between * max(0, widths.count - 1) + widths.reduce(0, +)
  }

  /// Takes from the widest column that can give until the row fits; a single column gives all it must.
  private mutating func shrink(floor: [Int], to width: Int) {
    var excess = ColumnLayout.total(widths) - width
    while excess > 0 {
      let able = widths.indices.filter { widths[$0] > floor[$0] }
      guard let widest = able.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = able.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? 0
      let step = min(excess, max(1, widths[widest] - max(next, floor[widest])))
      widths[widest] -= step
      excess -= step
    }
    if excess > 0, widths.count == 1 { widths[0] = max(1, widths[0] - excess) }
  }
}
