/// Finds rows by their id, to bring columns of other records in.
public struct FrameIndex: Sendable {
  private let ids: FrameColumn
  private let first: Int64
  /// The row of each id from the first; empty where ids lie far apart.
  private let dense: FrameBuffer<Int32>?

  /// - Parameter ids: Upward, as scans give them.
  public init(_ ids: FrameColumn) {
    self.ids = ids
    guard ids.count > 0, let first = ids.whole(0), let last = ids.whole(ids.count - 1) else {
      (self.first, dense) = (0, nil)
      return
    }
    self.first = first
    let (span, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, span < Int64(ids.count) * 4 + 1024 else {
      dense = nil
      return
    }
    let rows = FrameBuffer<Int32>(repeating: -1, count: Int(span) + 1)
    for row in 0..<ids.count {
      if let id = ids.whole(row), id >= first, id <= last {
        rows.base[Int(id - first)] = Int32(truncatingIfNeeded: row)
      }
    }
    dense = rows
  }

  @inline(__always)
  func row(of id: Int64) -> Int32 {
    if let dense {
      let (place, overflow) = id.subtractingReportingOverflow(first)
      return !overflow && place >= 0 && place < dense.count ? dense.base[Int(place)] : -1
    }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids.whole(middle) ?? .min < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids.whole(low) == id ? Int32(truncatingIfNeeded: low) : -1
  }

  /// For each row of a column of references the row that it refers to, below 0 where there is none.
  public func rows(of references: FrameColumn) -> FrameBuffer<Int32> {
    let result = FrameBuffer<Int32>(capacity: references.count)
    let to = result.extend(by: references.count)
    switch (dense, references.storage) {
    case (let dense?, .narrow(let values)): look(up: values, in: dense, to)
    case (let dense?, .wide(let values)): look(up: values, in: dense, to)
    default:
      for row in 0..<references.count { to[row] = references.whole(row).map(self.row) ?? -1 }
    }
    return result
  }

  /// An empty reference lies below every id, so it is found nowhere.
  private func look<Whole: FixedWidthInteger>(
    up values: FrameBuffer<Whole>, in dense: FrameBuffer<Int32>,
    _ to: UnsafeMutablePointer<Int32>
  ) {
    let (from, rows, span, first) = (values.base, dense.base, UInt64(dense.count), first)
    for row in 0..<values.count {
      let place = UInt64(bitPattern: Int64(from[row]) &- first)
      to[row] = place < span && from[row] != .min ? rows[Int(place)] : -1
    }
  }
}

extension FrameColumn {
  /// This column for the rows that an index found.
  public func joined(_ rows: FrameBuffer<Int32>) -> FrameColumn { picked(rows) }
}

extension Frame {
  /// For each row of a column of references the row of this frame's columns that it refers to, below 0 where
  /// there is none.
  ///
  /// - Parameter ids: Of the columns' rows, upward.
  public func rows(of references: FrameColumn, ids: FrameColumn) -> FrameBuffer<Int32> {
    guard case .some(let own) = rows else { return FrameIndex(ids).rows(of: references) }
    let found = FrameIndex(ids.picked(own)).rows(of: references)
    for place in 0..<found.count where found.base[place] >= 0 {
      found.base[place] = own.base[Int(found.base[place])]
    }
    return found
  }
}
