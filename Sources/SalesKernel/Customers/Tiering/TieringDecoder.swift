import Values

/// Reads a tiering policy's table; see `docs/policies/tiering.md` for the shape.
struct TieringDecoder {
  let entity: Entity
  let compiler: any RuleCompiler
  /// Declared measures first, then a plain field measure for each field that a band names.
  private var measures: [Measure] = []
  private var declared: [String] = []

  static func decode(
    _ root: PolicyDecoder, entity: Entity, compiler: any RuleCompiler
  ) throws(PolicyError) -> TieringPolicy {
    var decoder = TieringDecoder(entity: entity, compiler: compiler)
    return try decoder.policy(root)
  }

  private init(entity: Entity, compiler: any RuleCompiler) {
    self.entity = entity
    self.compiler = compiler
  }

  private mutating func policy(_ root: PolicyDecoder) throws(PolicyError) -> TieringPolicy {
    let table = try root.table(keys: [
      "name", "title", "source", "note", "entity", "writes", "writes_score", "measures", "by",
      "levels", "axes", "groups",
    ])
    if let named = table["entity"].ifPresent { _ = try named.choice([entity.name]) }
    let source = try table.source()
    try declareMeasures(table["measures"])
    let axes = try axes(table, source: source)
    let groups = try table["axes"].isPresent ? groups(table["groups"], axes) : []
    let combinations = groups.isEmpty ? [] : try combinations(axes, groups, at: root.path)
    return TieringPolicy(
      name: try table["name"].text(), title: try table["title"].label(), source: source,
      note: try table["note"].ifPresent?.text(), entity: entity,
      writes: try codeSlot(table["writes"], axes, groups),
      writesScore: try table["writes_score"].ifPresent.map { at throws(PolicyError) in
        try slot(at, wanting: [.number])
      },
      measures: measures, axes: axes, groups: groups,
      outcomes: groups.isEmpty ? axes[0].bands.map(\.outcome) : groups.map(\.outcome),
      groupOfCombination: combinations, declaredMeasures: declared.count,
      program: axes.map { AxisProgram($0, measures) })
  }

  private mutating func axes(
    _ table: PolicyTable, source: String
  ) throws(PolicyError) -> [Axis] {
    guard table["axes"].isPresent else {
      guard !table["groups"].isPresent else {
        throw PolicyError("policy.key", at: table.path, "groups need axes, and there are levels")
      }
      let measure = try table["by"].ifPresent.map { at throws(PolicyError) in try index(at) }
      let bands = try bands(table["levels"], key: "level", measure)
      let axis = Axis(
        name: "level", label: try table["title"].label(), measure: measure, bands: bands,
        source: source)
      return [axis]
    }
    for key in ["levels", "by"] where table[key].isPresent {
      throw PolicyError(
        "policy.key", at: table.path, "has axes, so \(key) has no place",
        remedy: "give either by and levels, or axes and groups")
    }
    var axes: [Axis] = []
    for at in try table["axes"].list() {
      let entry = try at.table(keys: ["name", "label", "by", "bands", "source", "note"])
      let name = try entry["name"].text()
      guard !axes.contains(where: { $0.name == name }) else {
        throw PolicyError("policy.duplicate", at: at.path, "a second axis \"\(name)\"")
      }
      let measure = try entry["by"].ifPresent.map { at throws(PolicyError) in try index(at) }
      let bands = try bands(entry["bands"], key: "band", measure)
      axes.append(
        Axis(
          name: name, label: try entry["label"].label(), measure: measure, bands: bands,
          source: try entry.source()))
    }
    guard !axes.isEmpty else {
      throw PolicyError("policy.missing", at: table["axes"].path, "is empty")
    }
    return axes
  }

  private mutating func bands(
    _ list: PolicyDecoder, key: String, _ measure: Int?
  ) throws(PolicyError) -> [Band] {
    var bands: [Band] = []
    for at in try list.list() {
      let entry = try at.table(
        keys: [key, "label", "also", "when", "source", "note", "strategy"] + Bounds.keys)
      let outcome = try outcome(entry, key: key)
      guard !bands.contains(where: { $0.outcome.code == outcome.code }) else {
        throw PolicyError("policy.duplicate", at: at.path, "a second \"\(outcome.code)\"")
      }
      bands.append(
        Band(
          outcome: outcome, bounds: try bounds(entry, measure), also: try also(entry["also"]),
          when: try entry["when"].ifPresent.map { at throws(PolicyError) in
            try at.rule(compiler, entity: entity, extra: declared)
          },
          path: at.path))
    }
    guard !bands.isEmpty else { throw PolicyError("policy.missing", at: list.path, "is empty") }
    return bands
  }

  private func outcome(_ entry: PolicyTable, key: String) throws(PolicyError) -> TierOutcome {
    TierOutcome(
      code: try entry[key].text(), label: try entry["label"].label(),
      strategy: try entry["strategy"].ifPresent?.label(),
      note: try entry["note"].ifPresent?.text(), source: try entry.source())
  }
}

// Bounds
extension TieringDecoder {
  private mutating func also(
    _ at: PolicyDecoder
  ) throws(PolicyError) -> [(measure: Int, bounds: Bounds)] {
    guard at.isPresent else { return [] }
    let conditions = try at.dictionary()
    var also: [(measure: Int, bounds: Bounds)] = []
    for name in conditions.keys {
      let measure = try index(PolicyDecoder(.text(name), at: conditions[name].path))
      let entry = try conditions[name].table(keys: Bounds.keys)
      guard let bounds = try bounds(entry, measure) else {
        throw PolicyError(
          "policy.missing", at: entry.path, "has no limit",
          remedy: "give one of: \(Bounds.keys.joined(separator: ", "))")
      }
      also.append((measure, bounds))
    }
    return also
  }

  private func bounds(_ entry: PolicyTable, _ measure: Int?) throws(PolicyError) -> Bounds? {
    let given = Bounds.keys.filter { entry[$0].isPresent }
    guard !given.isEmpty else { return nil }
    guard let measure else {
      throw PolicyError(
        "policy.missing", at: entry.path, "has \(given[0]) and there is no measure for it",
        remedy: "say by = \"…\", or put the limit under also")
    }
    for (one, other) in [("over", "from"), ("below", "upto")]
    where entry[one].isPresent && entry[other].isPresent {
      throw PolicyError("policy.value", at: entry.path, "has both \(one) and \(other)")
    }
    let type = type(of: measures[measure])
    var edges: [String: Bounds.Edge] = [:]
    for key in given where key != "is" {
      edges[key] = .init(
        value: try limit(entry[key], type), isIncluded: key == "from" || key == "upto")
    }
    var choices: [FieldValue] = []
    if let list = entry["is"].ifPresent {
      for at in try list.oneOrMore() { choices.append(try member(at, type)) }
    }
    let lower = edges["over"] ?? edges["from"]
    let upper = edges["below"] ?? edges["upto"]
    if let lower, let upper, lower.value.order(to: upper.value) == nil {
      throw PolicyError(
        "policy.value", at: entry.path,
        "limits of different kinds: \(lower.value.kind) and \(upper.value.kind)")
    }
    return Bounds(lower: lower, upper: upper, choices: choices, isWhole: type == .integer)
  }

  private func limit(_ at: PolicyDecoder, _ type: FieldType?) throws(PolicyError) -> FieldValue {
    switch type {
    case .money: return .money(try at.money())
    case .integer, .number:
      if case .integer(let integer) = at.value { return .integer(integer) }
      return .number(try at.number())
    case .day: return .day(try at.day())
    case nil:
      switch at.value {
      case .money, .integer, .day: return at.value.fieldValue ?? .null
      default: return .number(try at.number())
      }
    case .bool, .text, .choice, .reference, .instant:
      throw PolicyError(
        "policy.type", at: at.path, "a limit needs money, a number or a date to measure",
        remedy: "use is = …, or when = …")
    }
  }

  private func member(_ at: PolicyDecoder, _ type: FieldType?) throws(PolicyError) -> FieldValue {
    switch type {
    case .choice(let words): return .text(try at.choice(words))
    case .text: return .text(try at.text())
    case .bool: return .bool(try at.bool())
    case .reference, .integer: return .integer(try at.integer())
    case .money, .number, .day, .instant: return try limit(at, type)
    case nil:
      guard let value = at.value.fieldValue, !value.isNull else { throw at.unexpected("a value") }
      return value
    }
  }

  private func type(of measure: Measure) -> FieldType? {
    switch measure.kind {
    case .field(let slot): entity.fields[slot].type
    case .score, .rank: .number
    case .rule: nil
    }
  }
}

extension Bounds {
  static let keys = ["over", "from", "below", "upto", "is"]
}

// Measures
extension TieringDecoder {
  private mutating func declareMeasures(_ at: PolicyDecoder) throws(PolicyError) {
    guard at.isPresent else { return }
    let table = try at.dictionary()
    declared = table.keys
    for name in table.keys {
      let entry = try table[name].table(keys: ["field", "score", "rank", "rule", "label", "source"])
      guard entity.slot(of: name) == nil else {
        throw PolicyError(
          "policy.duplicate", at: entry.path, "\(entity.name) already has a field \"\(name)\"",
          remedy: "give the measure another name")
      }
      measures.append(
        Measure(
          name: name, kind: try kind(entry), source: try entry["source"].ifPresent?.text()))
    }
  }

  private func kind(_ entry: PolicyTable) throws(PolicyError) -> Measure.Kind {
    let kinds = ["field", "score", "rank", "rule"]
    guard kinds.count(where: { entry[$0].isPresent }) == 1 else {
      throw PolicyError(
        "policy.value", at: entry.path, "is not one measure",
        remedy: "give exactly one of: " + kinds.joined(separator: ", "))
    }
    if let at = entry["field"].ifPresent { return .field(slot: try slot(at, wanting: nil)) }
    if let at = entry["score"].ifPresent { return .score(try Score(decoding: at, entity: entity)) }
    if let at = entry["rank"].ifPresent {
      let tables = measures.count {
        if case .rank = $0.kind { true } else { false }
      }
      return .rank(slot: try slot(at, wanting: [.money]), table: tables)
    }
    return .rule(try entry["rule"].rule(compiler, entity: entity, extra: []))
  }

  /// The measure that a name means: a declared one, or else a field.
  private mutating func index(_ at: PolicyDecoder) throws(PolicyError) -> Int {
    let name = try at.text()
    if let known = measures.firstIndex(where: { $0.name == name }) { return known }
    let slot = try entity.policySlot(at, among: declared)
    measures.append(Measure(name: name, kind: .field(slot: slot), source: nil))
    return measures.count - 1
  }

  /// The field that takes the outcome's code: text, or a choice that has every code.
  private func codeSlot(
    _ at: PolicyDecoder, _ axes: [Axis], _ groups: [TierGroup]
  ) throws(PolicyError) -> Int {
    let slot = try entity.policySlot(at)
    guard case .choice(let words) = entity.fields[slot].type else {
      return try self.slot(at, wanting: [.text])
    }
    let outcomes = groups.isEmpty ? axes[0].bands.map(\.outcome) : groups.map(\.outcome)
    for outcome in outcomes where !words.contains(outcome.code) {
      throw PolicyError(
        "policy.field", at: at.path,
        "\(entity.fields[slot].name) cannot hold \"\(outcome.code)\"",
        remedy: Suggestion.sentence(for: outcome.code, among: words))
    }
    return slot
  }

  private func slot(
    _ at: PolicyDecoder, wanting types: [FieldType]?
  ) throws(PolicyError) -> Int {
    let slot = try entity.policySlot(at)
    if let types, !types.contains(entity.fields[slot].type) {
      throw PolicyError(
        "policy.field", at: at.path,
        "\(entity.fields[slot].name) holds \(entity.fields[slot].type.expectation), not "
          + types.map(\.expectation).joined(separator: " or "))
    }
    return slot
  }
}

// Groups
extension TieringDecoder {
  private func groups(
    _ list: PolicyDecoder, _ axes: [Axis]
  ) throws(PolicyError) -> [TierGroup] {
    var groups: [TierGroup] = []
    for at in try list.list() {
      let entry = try at.table(keys: ["group", "label", "match", "strategy", "source", "note"])
      let match = try entry["match"].ifPresent?.table(keys: axes.map(\.name))
      var pattern: [Set<Int>?] = []
      for axis in axes {
        pattern.append(
          try match.flatMap { table throws(PolicyError) in
            try bandSet(table[axis.name], axis)
          })
      }
      let outcome = try outcome(entry, key: "group")
      guard !groups.contains(where: { $0.outcome.code == outcome.code }) else {
        throw PolicyError("policy.duplicate", at: at.path, "a second \"\(outcome.code)\"")
      }
      groups.append(TierGroup(outcome: outcome, pattern: pattern, path: at.path))
    }
    guard !groups.isEmpty else { throw PolicyError("policy.missing", at: list.path, "is empty") }
    return groups
  }

  private func bandSet(_ at: PolicyDecoder, _ axis: Axis) throws(PolicyError) -> Set<Int>? {
    guard at.isPresent else { return nil }
    let codes = axis.bands.map(\.outcome.code)
    var bands: Set<Int> = []
    for word in try at.oneOrMore() {
      if case .text("*") = word.value { return nil }
      let code = try word.choice(codes)
      if let index = codes.firstIndex(of: code) { bands.insert(index) }
    }
    return bands
  }

  /// The first group of each combination, −1 for none.
  private func combinations(
    _ axes: [Axis], _ groups: [TierGroup], at path: String
  ) throws(PolicyError) -> [Int] {
    var total = 1
    for axis in axes {
      let (product, overflow) = total.multipliedReportingOverflow(by: axis.bands.count)
      guard !overflow, product <= 65_536 else {
        throw PolicyError(
          "policy.value", at: path, "the axes make more than 65,536 combinations",
          remedy: "use fewer axes or bands")
      }
      total = product
    }
    return (0..<total).map { combination in
      var rest = combination
      var bands: [Int] = []
      for axis in axes.reversed() {
        bands.append(rest % axis.bands.count)
        rest /= axis.bands.count
      }
      return groups.firstIndex { $0.takes(bands.reversed()) } ?? -1
    }
  }
}
