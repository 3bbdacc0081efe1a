/// Net changes: a second write of the same cell keeps the first value before; a cell that ends as
/// it
/// began drops out.
extension FieldChange {
  /// Sorted by id with one entry an id.
  func net() -> FieldChange {
    if isSorted { return self }
    let order = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
    var result = FieldChange(field, kind: before.kind)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, ids[order[end + 1]] == ids[order[start]] { end += 1 }
      let (first, last) = (order[start], order[end])
      if !before.isSame(first, as: after, last) {
        result.append(ids[first], first, of: self, afterIndex: last, of: self)
      }
      start = end + 1
    }
    return result
  }

  /// This change followed by another; both sorted.
  func followed(by later: FieldChange) -> FieldChange {
    if ids.isEmpty { return later }
    if later.ids.isEmpty { return self }
    var result = FieldChange(field, kind: before.kind)
    var (mine, theirs) = (0, 0)
    while mine < ids.count || theirs < later.ids.count {
      if theirs == later.ids.count || (mine < ids.count && ids[mine] < later.ids[theirs]) {
        result.append(mine, of: self)
        mine += 1
      } else if mine == ids.count || later.ids[theirs] < ids[mine] {
        result.append(theirs, of: later)
        theirs += 1
      } else {
        if !before.isSame(mine, as: later.after, theirs) {
          result.append(ids[mine], mine, of: self, afterIndex: theirs, of: later)
        }
        mine += 1
        theirs += 1
      }
    }
    return result
  }

  /// Without some records.
  func without(_ isGone: (Int64) -> Bool) -> FieldChange {
    guard ids.contains(where: isGone) else { return self }
    var result = FieldChange(field, kind: before.kind)
    for index in ids.indices where !isGone(ids[index]) { result.append(index, of: self) }
    return result
  }
}
