import Lua
import SalesKernel
import SalesStore
import Values

/// Reads columns of an entity's records into frames, following references.
///
/// ```
///   orders ──▶ customer ids, amounts …            one scan for all columns that are not known yet
///   customers ──▶ ids, regions                     then customer.region is looked up by id
/// ```
struct FrameLoader {
  let host: ScriptHost
  let cache: FrameCache
  private let session: Session

  /// - Throws: `store.missing` outside a run.
  init(_ host: ScriptHost) throws {
    self.host = host
    cache = host.frames
    session = try host.requireSession()
  }

  /// A field of the records, or of what they refer to: `amount`, `customer.region`, `id`.
  struct Path {
    let text: String
    let parts: [String]

    init(_ text: String) {
      self.text = text
      parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A frame of the selected records, by id.
  ///
  /// - Parameters:
  ///   - columns: Each with its name in the frame and its path.
  ///   - key: What tells the selection among those of its entity; nil for one that is not kept.
  /// - Throws: `entity.field`, `frame.path`, `frame.size`, `frame.range`.
  func load(
    _ selection: Selection, key: String?, _ columns: [(name: String, path: String)]
  ) throws -> Frame {
    let records = cache.records(selection.entity, key, session)
    let paths = columns.map { Path($0.path) }
    for path in paths { try check(path, of: selection.entity) }
    try read(paths.map { $0.parts[0] }, of: selection, records)
    let loaded = try zip(columns, paths).map { column, path in
      (name: column.name, column: try self.column(path, of: records))
    }
    cache.trim()
    return Frame(loaded, rows: .all(records.count ?? 0))
  }

  /// A frame of all records of an entity, each column named as its path; or of a selection that is told by a
  /// key.
  func load(entity name: String, columns: [String]) throws -> Frame {
    let entity = try host.catalog.require(name)
    return try load(Selection(entity), key: "", columns.map { (name: $0, path: $0) })
  }

  // MARK: Reading

  /// Reads the fields that are not known yet in one pass; at least the ids.
  private func read(_ fields: [String], of selection: Selection, _ records: FrameCache.Records)
    throws
  {
    var wanted = (["id"] + fields).filter { cache.column($0, of: records, session) == nil }
    wanted = wanted.indices.filter { wanted.firstIndex(of: wanted[$0]) == $0 }.map { wanted[$0] }
    if wanted.isEmpty { return }
    let entity = selection.entity
    let slots = try wanted.filter { $0 != "id" }.map { try entity.requireSlot(of: $0) }
    var builders = slots.map { FrameColumnBuilder(entity.fields[$0].type) }
    var ids = FrameColumnBuilder(.reference(entity.name))
    let noNulls = UnsafeMutablePointer<Bool>.allocate(capacity: ColumnChunk.size)
    noNulls.initialize(repeating: false, count: ColumnChunk.size)
    defer { noNulls.deallocate() }
    var count = 0
    let last = try session.forEachChunk(of: selection, slots: slots) { chunk in
      try host.state.checkStop()
      count += chunk.count
      guard count < Int(Int32.max) else { throw Self.tooLarge(entity) }
      try ids.append(chunk.ids, nulls: noNulls, count: chunk.count)
      for index in slots.indices {
        try builders[index].append(
          chunk.bits(index), nulls: chunk.nulls(index), count: chunk.count)
      }
    }
    cache.note(reading: count, of: records)
    cache.keep(ids.finish(), as: "id", of: records, session)
    for (index, name) in wanted.filter({ $0 != "id" }).enumerated() {
      let texts = (0..<last.textCount(index)).map { last.text(index, $0 + 1) }
      cache.keep(builders[index].finish(texts: texts), as: name, of: records, session)
    }
  }

  private static func tooLarge(_ entity: Entity) -> ArgumentError {
    ArgumentError(
      "a frame holds at most \(Int32.max) records of \(entity.name)", code: "frame.size",
      remedy: "narrow it with :where{…} before :frame{…}")
  }

  /// A column that is known, or brought in by a reference.
  private func column(_ path: Path, of records: FrameCache.Records) throws -> FrameColumn {
    if let known = cache.column(path.text, of: records, session) { return known }
    guard path.parts.count > 1, let base = cache.column(path.parts[0], of: records, session)
    else { throw ArgumentError("the column \(path.text) was not read", code: "frame.path") }
    var (column, joined): (FrameColumn, [Entity]) = (base, [])
    var rows: FrameBuffer<Int32>?
    for part in path.parts.dropFirst() {
      guard case .reference(let name) = column.type else { break }
      let entity = try host.catalog.require(name)
      joined.append(entity)
      let target = cache.records(entity, "", session)
      try read([part], of: Selection(entity), target)
      guard let ids = cache.column("id", of: target, session),
        let wanted = cache.column(part, of: target, session)
      else { break }
      let references = rows == nil ? base : column
      let found = cache.index(of: target, ids).rows(of: references)
      column = wanted.joined(found)
      rows = found
    }
    cache.keep(column, as: path.text, of: records, joined: joined, session)
    return column
  }

  /// - Throws: `entity.field`; `frame.path` for a step through a field that refers to nothing.
  private func check(_ path: Path, of entity: Entity) throws {
    var entity = entity
    for (step, part) in path.parts.enumerated() {
      let isLast = step == path.parts.count - 1
      if part == "id", isLast { return }
      let field = entity.fields[try entity.requireSlot(of: part)]
      if isLast { return }
      guard case .reference(let target) = field.type else {
        throw ArgumentError(
          "\(path.text): \(part) of \(entity.name) refers to no other record", code: "frame.path",
          remedy: "give a field, or ref.field through one that refers, as \"customer.region\"")
      }
      entity = try host.catalog.require(target)
    }
  }
}
