import Values

/// Where leads come from, how they are graded, by when they are looked after, and by whom.
/// - Source: FU1, FU2, FU3; `stdlib-lua/policy/leads.lua`.
public struct LeadPolicy {
  /// A word of a lead's source.
  public struct Source: Hashable, Sendable {
    public let key: String
    public let label: Label
    public let source: String
  }

  /// When a lead may be converted, and what is assumed then.
  public struct Conversion: Hashable, Sendable {
    public let grades: [String]
    public let closeDays: Int
    public let source: String
  }

  public let header: PolicyHeader
  public let number: DocumentNumber
  public let sources: [Source]
  /// Ways to grade, by name.
  public let models: [String: TieringPolicy]
  /// The model where none is named.
  public let standing: String
  /// Grades whose leads go to the nurture pool as they are graded.
  public let nurture: [String]
  public let clocks: [LeadClock]
  public let moves: StatusMoves
  public let assignment: OwnerAssignment
  /// What makes two records the same firm, the surest first.
  public let duplicates: [DuplicateRule]
  public let conversion: Conversion
}

extension LeadPolicy {
  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + DocumentNumber.keys + [
        "sources", "model", "models", "nurture", "clocks", "moves", "assignment", "duplicates",
        "conversion",
      ])
    header = try PolicyHeader(root)
    number = try DocumentNumber(root)
    sources = try root["sources"].filledList { at throws(PolicyError) in
      let entry = try at.table(keys: ["key", "label", "source"])
      return Source(
        key: try entry["key"].key(), label: try entry["label"].label(),
        source: try entry.source())
    }
    try root["sources"].refuseDuplicates(sources.map(\.key))
    let models = try Self.models(root["models"], compiler)
    standing = try root["model"].choice(models.keys.sorted())
    let grades = Set(models.values.flatMap { $0.outcomes.map(\.code) }).sorted()
    nurture = try root["nurture"].list { at throws(PolicyError) in try at.choice(grades) }
    clocks = try root["clocks"].filledList { at throws(PolicyError) in
      try LeadClock(at, grades: grades)
    }
    try root["clocks"].refuseDuplicates(clocks.map(\.key))
    moves = try StatusMoves(root["moves"], among: Lead.Status.allCases.map(\.rawValue))
    assignment = try OwnerAssignment(
      root["assignment"], of: Lead.schema.entity, states: Lead.Status.allCases.map(\.rawValue))
    duplicates = try root["duplicates"].list { at throws(PolicyError) in try DuplicateRule(at) }
    try root["duplicates"].refuseDuplicates(duplicates.map(\.key.rawValue))
    conversion = try Self.conversion(root["conversion"], grades)
    self.models = models
  }

  private static func models(
    _ at: PolicyDecoder, _ compiler: any RuleCompiler
  ) throws(PolicyError) -> [String: TieringPolicy] {
    let (table, entity) = (try at.dictionary(), Lead.schema.entity)
    var models: [String: TieringPolicy] = [:]
    for key in table.keys {
      let model = try TieringDecoder.decode(table[key], entity: entity, compiler: compiler)
      if let finding = model.findings.first { throw finding }
      for (name, slot) in [("grade", model.writes), ("score", model.writesScore)] {
        guard slot == entity.slot(of: name) else {
          throw PolicyError(
            "policy.field", at: table[key].path, "does not write \(name)",
            remedy: "give writes = \"grade\" and writes_score = \"score\"")
        }
      }
      models[key] = model
    }
    guard !models.isEmpty else { throw PolicyError("policy.missing", at: at.path, "is empty") }
    return models
  }

  private static func conversion(
    _ at: PolicyDecoder, _ grades: [String]
  ) throws(PolicyError) -> Conversion {
    let table = try at.table(keys: ["source", "grades", "close_days"])
    return Conversion(
      grades: try table["grades"].filledList { at throws(PolicyError) in try at.choice(grades) },
      closeDays: Int(try table["close_days"].integer(in: 0...36_500)), source: try table.source())
  }
}

extension LeadPolicy {
  /// The model of a name, the standing one without.
  /// - Throws: `lead.model` with the nearest name.
  public func model(_ name: String?) throws(ValidationError) -> TieringPolicy {
    let name = name ?? standing
    guard let model = models[name] else {
      throw ValidationError(
        "lead.model", "there is no lead model \"\(name.excerpt)\"",
        remedy: Suggestion.sentence(for: name, among: models.keys.sorted()), field: "model")
    }
    return model
  }

  /// - Throws: `lead.source` with the nearest word.
  public func requireSource(_ word: String) throws(ValidationError) {
    guard !sources.contains(where: { $0.key == word }) else { return }
    throw ValidationError(
      "lead.source", "there is no lead source \"\(word.excerpt)\"",
      remedy: Suggestion.sentence(for: word, among: sources.map(\.key)), field: "source")
  }

  /// - Throws: `lead.status` with what is possible.
  public func require(
    _ lead: Lead, to status: Lead.Status
  ) throws(ValidationError) {
    try moves.require("lead", lead.title, from: lead.status.rawValue, to: status.rawValue)
  }
}
