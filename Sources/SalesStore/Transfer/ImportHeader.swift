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
    let wanted = options.mapping[name] ?? name.trimmingSpaces
    if options.mapping[name] == "" { return .nothing }
    if wanted == "id" { return .id }
    if RejectColumns.all.contains(wanted) { return .nothing }
    if let slot = entity.slot(of: wanted) { return .slot(slot) }
    if let slot = entity.fields.firstIndex(where: { $0.label.zh == wanted }) { return .slot(slot) }
    let known = ["id"] + entity.fields.map(\.name)
    let near = Suggestion.closest(to: wanted, among: known)
    throw StoreError(
      "import.column", "\(entity.name) has no field \"\(wanted)\"",
      remedy: near.map { "did you mean \"\($0)\"? Or map the column" }
        ?? "map the column to a field, or to nothing")
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

extension String {
  /// Without the blanks around it.
  fileprivate var trimmingSpaces: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
