/// A set of ids as runs of neighbours, in order of ids.
public struct IDRuns: Sendable, Equatable {
  public private(set) var ranges: [ClosedRange<Int64>] = []

  public init() {}

  public var isEmpty: Bool { ranges.isEmpty }

  public var count: Int { ranges.reduce(0) { $0 + $1.count } }

  public mutating func insert(_ id: Int64) { insert(id...id) }

  mutating func insert(_ range: ClosedRange<Int64>) {
    if let last = ranges.last, range.lowerBound > last.upperBound {
      if last.upperBound + 1 == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound...range.upperBound
      } else {
        ranges.append(range)
      }
      return
    }
    guard !ranges.isEmpty else { return ranges = [range] }
    var (lower, upper) = (range.lowerBound, range.upperBound)
    var start = position(of: lower)
    if start > 0, ranges[start - 1].upperBound + 1 == lower { start -= 1 }
    var end = start
    while end < ranges.count, upper == .max || ranges[end].lowerBound <= upper + 1 {
      lower = min(lower, ranges[end].lowerBound)
      upper = max(upper, ranges[end].upperBound)
      end += 1
    }
    ranges.replaceSubrange(start..<end, with: [lower...upper])
  }

  mutating func remove(_ id: Int64) {
    let place = position(of: id)
    guard place < ranges.count, ranges[place].contains(id) else { return }
    let range = ranges[place]
    var parts: [ClosedRange<Int64>] = []
    if range.lowerBound < id { parts.append(range.lowerBound...(id - 1)) }
    if id < range.upperBound { parts.append((id + 1)...range.upperBound) }
    ranges.replaceSubrange(place...place, with: parts)
  }

  public func contains(_ id: Int64) -> Bool {
    let place = position(of: id)
    return place < ranges.count && ranges[place].contains(id)
  }

  /// The smallest member that lies in a range.
  func first(in range: ClosedRange<Int64>) -> Int64? {
    let place = position(of: range.lowerBound)
    guard place < ranges.count, ranges[place].lowerBound <= range.upperBound else { return nil }
    return max(ranges[place].lowerBound, range.lowerBound)
  }

  public func forEach(_ body: (Int64) throws -> Void) rethrows {
    for range in ranges { for id in range { try body(id) } }
  }

  /// The first range that ends at or after an id.
  private func position(of id: Int64) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
