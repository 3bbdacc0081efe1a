/// A list whose elements come up in proportion to their weights.
struct Weighted<Element: Sendable>: Sendable {
  let elements: [Element]
  /// Sum of the weights up to and with each element.
  private let upto: [Int64]

  /// Weights are not negative; their sum must fit an Int64.
  init(_ pairs: [(element: Element, weight: Int64)]) {
    var sum: Int64 = 0
    elements = pairs.map(\.element)
    upto = pairs.map { pair in
      sum += pair.weight
      return sum
    }
  }

  var isEmpty: Bool { total == 0 }
  var total: Int64 { upto.last ?? 0 }
  subscript(index: Int) -> Element { elements[index] }

  func weight(at index: Int) -> Int64 { upto[index] - (index == 0 ? 0 : upto[index - 1]) }

  /// The index of an element; never one of weight 0. Only for a list that is not empty.
  /// - Complexity: O(log n).
  func index(_ random: inout SampleRandom) -> Int {
    let point = random.below(total)
    var (low, high) = (0, upto.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if upto[middle] > point { high = middle } else { low = middle + 1 }
    }
    return low
  }

  func pick(_ random: inout SampleRandom) -> Element { elements[index(&random)] }
}
