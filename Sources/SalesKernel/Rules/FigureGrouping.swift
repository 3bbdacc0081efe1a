import Values

/// What figures are split by.
public enum FigureGrouping: Sendable {
  /// A number an item, in the order of the items; below 0 for those in no group.
  case codes([Int32])
  /// By the period that the day of the item falls into.
  case period(Grain)

  /// The group of an item; nil where it has none.
  @inline(__always)
  public func key(of item: Int, day: Int32?) -> Int32? {
    switch self {
    case .codes(let codes): codes[item] < 0 ? nil : codes[item]
    case .period(let grain):
      day.flatMap { try? Day(number: $0) }.flatMap { try? grain.start(of: $0) }?.number
    }
  }
}

/// A tally of all, and one a group.
public struct FigureGroups<Tally: Sendable>: Sendable {
  public internal(set) var total: Tally
  /// By the group's code, or by the first day of its period; nil for those in no group.
  public internal(set) var groups: [Int32?: Tally] = [:]
  private let empty: Tally

  init(_ empty: Tally) {
    total = empty
    self.empty = empty
  }

  @inline(__always)
  mutating func add(to key: Int32??, _ body: (inout Tally) -> Void) {
    body(&total)
    guard let key else { return }
    let empty = empty
    body(&groups[key, default: empty])
  }
}
