import CRows
import SalesKernel

/// What changed in one field of an entity: ids upward, with the values before and after.
public struct FieldChange: Sendable {
  public let field: String
  public internal(set) var ids: [Int64] = []
  public internal(set) var before: CellColumn
  public internal(set) var after: CellColumn
  /// Whether ``ids`` go up without repeats, as they do in every finished change set.
  private(set) var isSorted = true

  init(_ field: String, _ type: FieldType) {
    self.init(field, kind: CellKind.of(type))
  }

  init(_ field: String, kind: UInt32) {
    self.field = field
    before = CellColumn(kind: kind)
    after = CellColumn(kind: kind)
  }

  public var count: Int { ids.count }

  /// Where an id stands.
  /// - Complexity: O(log count).
  public func index(of id: Int64) -> Int? {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }

  /// How often each value turned into each other, most often first.
  public func moves() -> [(before: FieldValue, after: FieldValue, count: Int)] {
    struct Pair: Hashable {
      let before: FieldValue
      let after: FieldValue
    }
    var counts: [Pair: Int] = [:]
    if before.isText {
      var pairs: [UInt64: Int] = [:]
      for index in ids.indices {
        pairs[UInt64(before.codes[index]) << 32 | UInt64(after.codes[index]), default: 0] += 1
      }
      for (key, count) in pairs {
        let (old, new) = (UInt32(key >> 32), UInt32(truncatingIfNeeded: key))
        let pair = Pair(
          before: before.texts.text(old).map(FieldValue.text) ?? .null,
          after: after.texts.text(new).map(FieldValue.text) ?? .null)
        counts[pair, default: 0] += count
      }
    } else {
      for index in ids.indices {
        counts[Pair(before: before.value(index), after: after.value(index)), default: 0] += 1
      }
    }
    return counts.map { ($0.key.before, $0.key.after, $0.value) }.sorted {
      ($1.2, $0.0.text, $0.1.text) < ($0.2, $1.0.text, $1.1.text)
    }
  }

  mutating func noteID(_ id: Int64) {
    if let last = ids.last, id <= last { isSorted = false }
    ids.append(id)
  }

  mutating func append(_ id: Int64, before old: FieldValue, after new: FieldValue) {
    noteID(id)
    before.append(old)
    after.append(new)
  }

  mutating func append(_ index: Int, of other: FieldChange, after source: FieldChange? = nil) {
    append(other.ids[index], index, of: other, afterIndex: index, of: source ?? other)
  }

  mutating func append(
    _ id: Int64, _ index: Int, of old: FieldChange, afterIndex: Int, of new: FieldChange
  ) {
    noteID(id)
    before.append(index, of: old.before)
    after.append(afterIndex, of: new.after)
  }

  mutating func append(contentsOf other: FieldChange) {
    if ids.isEmpty {
      self = other
      return
    }
    for index in other.ids.indices { append(index, of: other) }
  }

  /// The change that takes this one back.
  var inverse: FieldChange {
    var result = self
    swap(&result.before, &result.after)
    return result
  }
}
