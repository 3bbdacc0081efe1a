import SalesKernel

/// The columns of a file against the fields of an entity, settled before any row is read.
struct ImportHeader {
  enum Target: Equatable {
    case id
    case slot(Int)
    case nothing
  }

  let names: [String]
  let targets: [Target]
  /// The column that tells which record a row is.
  let key: Int?

  /// Throws: `import.column` for a column that is no field, or stands twice; `import.key`.
  init(_ names: [String], _ entity: Entity, _ options: ImportOptions) throws {
    self.names = names
    var targets: [Target] = []
    for name in names {
      let target = try ImportHeader.target(name, entity, options)
      if target != .nothing, targets.contains(target) {
        throw StoreError(
          "import.column", "two columns of the file are the field of \"\(name)\"",
          remedy: "leave one out")
      }
      targets.append(target)
    }
    for field in options.mapping.keys where !names.contains(field) {
      throw StoreError(
        "import.column", "the mapping names \"\(field)\", which is no column of the file",
        remedy: Suggestion.sentence(for: field, among: names))
    }
    self.targets = targets
    key = try ImportHeader.key(targets, entity, options)
  }

  private static func target(
    _ name: String, _ entity: Entity, _ options: ImportOptions
  ) throws -> Target {
    let wanted = options.mapping[name] ?? name.trimmingWideBlanks
    if options.mapping[name] == "" { return .nothing }
    if entity.isIDHeader(wanted) { return .id }
    if RejectColumns.all.contains(wanted) { return .nothing }
    let slots = entity.slots(ofHeader: wanted)
    if let slot = slots.first, slots.count == 1 { return .slot(slot) }
    if slots.count > 1 {
      let fields = slots.map { "\"\(entity.fields[$0].name)\"" }.joined(separator: " and ")
      throw StoreError(
        "import.column", "the column \"\(wanted)\" may be \(fields) of \(entity.name)",
        remedy: "name the field in the file's header, or map the column")
    }
    throw StoreError(
      "import.column", "\(entity.name) has no field \"\(wanted)\"",
      remedy: nearest(wanted, entity).map { "did you mean \"\($0)\"? Or map the column" }
        ?? "map the column to a field, or to nothing")
  }

  /// The nearest name; for a header in Chinese the nearest label.
  private static func nearest(_ header: String, _ entity: Entity) -> String? {
    Suggestion.closest(to: header, among: ["id"] + entity.fields.map(\.name))
      ?? Suggestion.closest(to: header.narrowed, among: entity.fields.map(\.label.zh))
  }

  private static func key(
    _ targets: [Target], _ entity: Entity, _ options: ImportOptions
  ) throws -> Int? {
    guard let name = options.key else {
      return targets.firstIndex(of: .id)
        ?? entity.slot(of: "code").flatMap { targets.firstIndex(of: .slot($0)) }
    }
    if name == "id", let column = targets.firstIndex(of: .id) { return column }
    if let slot = entity.slot(of: name), entity.fields[slot].isUnique,
      let column = targets.firstIndex(of: .slot(slot))
    {
      return column
    }
    throw StoreError(
      "import.key", "\"\(name)\" is not a unique field of \(entity.name) with a column in the file",
      remedy: "give id or a unique field")
  }
}
