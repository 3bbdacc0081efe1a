import SalesKernel

/// One stored piece of a change set: the created ids, or one field of the updated or deleted
/// records.
struct ChangePart {
  enum Kind: String { case created, updated, deleted }

  let entity: String
  /// Empty for created records.
  let field: String
  let kind: Kind
  let count: Int
  let ids: [UInt8]
  let before: [UInt8]
  let after: [UInt8]
}

/// Change sets as bytes and back: ids as runs, texts once each, whole numbers as differences.
enum ChangeCodec {
  /// The most cells of one field that a change set holds.
  static let limit = 1 << 28

  static func parts(of changes: EntityChanges) -> [ChangePart] {
    var parts: [ChangePart] = []
    if !changes.created.isEmpty {
      parts.append(
        ChangePart(
          entity: changes.entity, field: "", kind: .created, count: changes.created.count,
          ids: encode(changes.created.ranges), before: [], after: []))
    }
    let ids = encode(runs(changes.deleted.ids))
    for (field, column) in changes.deleted.values where !changes.deleted.ids.isEmpty {
      parts.append(
        ChangePart(
          entity: changes.entity, field: field, kind: .deleted, count: column.count, ids: ids,
          before: encode(column), after: []))
    }
    for change in changes.updated where !change.ids.isEmpty {
      parts.append(
        ChangePart(
          entity: changes.entity, field: change.field, kind: .updated, count: change.count,
          ids: encode(runs(change.ids)), before: encode(change.before),
          after: encode(change.after)))
    }
    return parts
  }

  /// Throws: `store.corrupt`.
  static func changeSet(_ parts: [ChangePart]) throws -> ChangeSet {
    var entities: [EntityChanges] = []
    for part in parts {
      let place = entities.firstIndex { $0.entity == part.entity } ?? entities.count
      if place == entities.count { entities.append(EntityChanges(part.entity)) }
      try add(part, to: &entities[place])
    }
    return ChangeSet(entities)
  }

  private static func add(_ part: ChangePart, to changes: inout EntityChanges) throws {
    let ranges = try decodeRuns(part.ids, count: part.count)
    switch part.kind {
    case .created:
      for range in ranges { changes.created.insert(range) }
    case .deleted:
      let ids = ranges.flatMap { Array($0) }
      guard changes.deleted.values.isEmpty || changes.deleted.ids == ids else {
        throw ByteReader.corrupt("deleted records differ between fields")
      }
      changes.deleted.ids = ids
      changes.deleted.values.append((part.field, try decode(part.before, count: ids.count)))
    case .updated:
      let count = ranges.reduce(0) { $0 + $1.count }
      let (before, after) = try (
        decode(part.before, count: count), decode(part.after, count: count)
      )
      guard before.kind == after.kind else { throw ByteReader.corrupt("kinds differ") }
      var change = FieldChange(part.field, kind: before.kind)
      change.ids.reserveCapacity(count)
      for range in ranges { change.ids.append(contentsOf: range) }
      (change.before, change.after) = (before, after)
      changes.updated.append(change)
    }
  }

  private static func encode(_ column: CellColumn) -> [UInt8] {
    var writer = ByteWriter()
    column.write(to: &writer)
    return writer.bytes
  }

  /// - Throws: `store.corrupt`.
  static func decode(_ bytes: [UInt8], count: Int) throws -> CellColumn {
    var reader = ByteReader(bytes)
    let column = try CellColumn(from: &reader, count: count)
    try reader.requireEnd()
    return column
  }

  private static func runs(_ ids: [Int64]) -> [ClosedRange<Int64>] {
    var runs: [ClosedRange<Int64>] = []
    var index = 0
    while index < ids.count {
      let first = index
      while index + 1 < ids.count, ids[index + 1] == ids[index] + 1 { index += 1 }
      runs.append(ids[first]...ids[index])
      index += 1
    }
    return runs
  }

  /// Runs as (gap to the end of the one before, length − 1).
  private static func encode(_ runs: [ClosedRange<Int64>]) -> [UInt8] {
    var writer = ByteWriter()
    writer.count(runs.count)
    var last: Int64 = 0
    for run in runs {
      writer.signed(run.lowerBound &- last)
      writer.unsigned(UInt64(run.upperBound - run.lowerBound))
      last = run.upperBound
    }
    return writer.bytes
  }

  /// Ids of a known number: said twice, so that no damaged byte asks for memory without end.
  static func decodeRuns(_ bytes: [UInt8], count: Int) throws -> [ClosedRange<Int64>] {
    let ranges = try decodeRuns(bytes)
    guard ranges.reduce(0, { $0 + $1.count }) == count else {
      throw ByteReader.corrupt("its count is another than that of its ids")
    }
    return ranges
  }

  /// Runs upward, not touching, of at most ``limit`` ids together.
  static func decodeRuns(_ bytes: [UInt8]) throws -> [ClosedRange<Int64>] {
    var reader = ByteReader(bytes)
    let count = try reader.count(atMost: bytes.count)
    var runs: [ClosedRange<Int64>] = []
    var (last, total) = (Int64(0), 0)
    for index in 0..<count {
      let gap = try reader.signed()
      let (lower, overflow) = last.addingReportingOverflow(gap)
      let length = try reader.count(atMost: limit)
      let (upper, tooFar) = lower.addingReportingOverflow(Int64(length))
      total += length + 1
      guard !overflow, !tooFar, index == 0 || gap > 0, total <= limit else {
        throw ByteReader.corrupt("ids out of order")
      }
      runs.append(lower...upper)
      last = upper
    }
    try reader.requireEnd()
    return runs
  }
}
