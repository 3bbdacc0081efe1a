import Values

/// Playbooks from their tables.
extension Playbook {
  /// - Parameter entity: What conditions read: opportunities.
  /// - Throws: ``PolicyError`` with the place in the table.
  public init(
    decoding value: PolicyValue, entity: Entity, compiler: any RuleCompiler
  ) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["version", "won", "stages"])
    let header = try PolicyHeader(root)
    (name, title, source, note) = (header.name, header.title, header.source, header.note)
    version = try root["version"].text()
    let places = try root["stages"].filledList { at throws(PolicyError) in at }
    var keys: [String] = []
    for at in places { keys.append(try Self.key(of: at)) }
    try root["stages"].refuseDuplicates(keys)
    var stages: [PlaybookStage] = []
    for (index, at) in places.enumerated() {
      stages.append(try PlaybookStage(at, index: index, of: keys, entity, compiler))
    }
    self.stages = stages
    try root["stages"].refuseDuplicates(stages.flatMap { $0.nodes.map(\.key) })
    let won = try root["won"].ifPresent?.choice(keys)
    self.won = won.flatMap { keys.firstIndex(of: $0) }
  }

  private static func key(of stage: PolicyDecoder) throws(PolicyError) -> String {
    let at = try stage.table(keys: PlaybookStage.keys)["key"]
    let key = try at.key()
    guard key != lost else {
      throw PolicyError(
        "policy.value", at: at.path, "\"\(lost)\" is the stage of what was lost",
        remedy: "every playbook has it; leave it out")
    }
    return key
  }
}

extension PlaybookStage {
  static let keys = [
    "key", "title", "source", "probability", "next", "back", "usual", "limit", "entry", "exit",
    "nodes", "note",
  ]

  /// Without `next`, the stage that stands behind it in the list.
  fileprivate init(
    _ at: PolicyDecoder, index: Int, of keys: [String], _ entity: Entity,
    _ compiler: any RuleCompiler
  ) throws(PolicyError) {
    let table = try at.table(keys: Self.keys)
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    probability = try table["probability"].rate(upTo: 1)
    let following = index + 1 < keys.count ? [keys[index + 1]] : []
    next = try Self.moves(table["next"], keys[(index + 1)...], "after") ?? following
    back = try Self.moves(table["back"], keys[..<index], "before") ?? []
    usual = try table["usual"].ifPresent?.duration()
    limit = try table["limit"].ifPresent?.duration()
    entry = try Self.conditions(table["entry"], entity, compiler)
    exit = try Self.conditions(table["exit"], entity, compiler)
    guard let nodes = table["nodes"].ifPresent else {
      self.nodes = []
      return
    }
    self.nodes = try nodes.list { at throws(PolicyError) in try PlaybookNode(at) }
  }

  private static func moves(
    _ at: PolicyDecoder, _ possible: ArraySlice<String>, _ side: String
  ) throws(PolicyError) -> [String]? {
    guard at.isPresent else { return nil }
    let words = try at.words()
    for word in words where !possible.contains(word) {
      throw PolicyError(
        "policy.value", at: at.path, "\"\(word)\" is no stage \(side) this one",
        remedy: Suggestion.sentence(for: word, among: Array(possible)))
    }
    return words
  }

  private static func conditions(
    _ at: PolicyDecoder, _ entity: Entity, _ compiler: any RuleCompiler
  ) throws(PolicyError) -> [PlaybookCondition] {
    guard at.isPresent else { return [] }
    return try at.list { at throws(PolicyError) in
      if case .table = at.value {
        let table = try at.table(keys: ["when", "title"])
        return PlaybookCondition(
          title: try table["title"].label(),
          rule: try table["when"].rule(compiler, entity: entity, extra: []))
      }
      let rule = try at.rule(compiler, entity: entity, extra: [])
      return PlaybookCondition(title: Label(rule.text, rule.text), rule: rule)
    }
  }
}

extension PlaybookNode {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(
      keys: [
        "key", "title", "deliverable", "role", "source", "limit", "required", "reviews", "note",
      ])
    key = try table["key"].key()
    title = try table["title"].label()
    deliverable = try table["deliverable"].label()
    role = try table["role"].key()
    source = try table.source()
    limit = try table["limit"].ifPresent?.duration()
    isRequired = try table["required"].ifPresent?.bool() ?? true
    reviews = try table["reviews"].ifPresent?.words() ?? []
  }
}
