/// Finds the place of a record by its id, among ids that go up.
struct RecordIndex {
  private let ids: [Int64]
  /// The place of each id from the first, -1 for none; empty where ids lie too far apart.
  private var dense: [Int32] = []

  init(_ ids: [Int64]) {
    self.ids = ids
    guard let first = ids.first, let last = ids.last else { return }
    let (span, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, span < Int64(ids.count) * 4 + 1024 else { return }
    dense = [Int32](repeating: -1, count: Int(span) + 1)
    for (place, id) in ids.enumerated() {
      dense[Int(id - first)] = Int32(truncatingIfNeeded: place)
    }
  }

  @inline(__always)
  func place(of id: Int64) -> Int? {
    if !dense.isEmpty {
      let place = id &- ids[0]
      guard place >= 0, place < dense.count, dense[Int(place)] >= 0 else { return nil }
      return Int(dense[Int(place)])
    }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }
}
