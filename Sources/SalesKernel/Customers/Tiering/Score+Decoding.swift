/// Reads a score: `{ combine = "sum", missing = "zero", clamp = { 1, 5 }, factors = { … } }`.
extension Score {
  init(decoding at: PolicyDecoder, entity: Entity) throws(PolicyError) {
    let table = try at.table(keys: ["combine", "missing", "neutral", "clamp", "factors"])
    let combine = try table["combine"].choice(Combination.allCases.map(\.rawValue))
    let combination = Combination(rawValue: combine) ?? .weighted
    let word = try table["missing"].choice(Missing.allCases.map(\.rawValue))
    let missing = Missing(rawValue: word) ?? .zero
    let list = try table["factors"].list()
    guard !list.isEmpty else {
      throw PolicyError("policy.missing", at: table["factors"].path, "is empty")
    }
    var factors: [Factor] = []
    for entry in list {
      factors.append(
        try Factor(
          decoding: entry, entity: entity, clamp: table["clamp"], neutral: table["neutral"],
          isWeighted: combination == .weighted))
    }
    let sum = factors.reduce(0) { $0 + $1.weight }
    guard combination == .sum || sum == 100 else {
      throw PolicyError(
        "policy.value", at: table["factors"].path, "weights sum to \(sum), not 100")
    }
    if missing == .neutral, let lacking = factors.first(where: { $0.neutral == nil }) {
      throw PolicyError(
        "policy.missing", at: table.path,
        "missing = \"neutral\" and \(lacking.field) has no neutral points",
        remedy: "give neutral = …")
    }
    self.init(factors: factors, combination: combination, missing: missing)
  }
}

extension Score.Factor {
  fileprivate init(
    decoding at: PolicyDecoder, entity: Entity, clamp shared: PolicyDecoder,
    neutral sharedNeutral: PolicyDecoder, isWeighted: Bool
  ) throws(PolicyError) {
    let keys =
      ["field", "clamp", "neutral", "points", "half_life", "evidence", "source"]
      + (isWeighted ? ["weight"] : [])
    let entry = try at.table(keys: keys)
    let slot = try entity.policySlot(entry["field"])
    let field = entity.fields[slot]
    var points: [String: Double]?
    switch field.type {
    case .integer, .number:
      guard !entry["points"].isPresent else {
        throw PolicyError(
          "policy.key", at: entry.path, "\(field.name) is a number and holds its own points")
      }
    case .text, .choice: points = try Self.points(entry["points"], of: field)
    default:
      throw PolicyError("policy.field", at: entry["field"].path, "\(field.name) gives no points")
    }
    let own = entry["clamp"].ifPresent ?? shared
    let neutral = try (entry["neutral"].ifPresent ?? sharedNeutral.ifPresent)?.number()
    self.init(
      slot: slot, field: field.name,
      weight: isWeighted ? try entry["weight"].integer(in: 1...100) : 1,
      clamp: try Self.range(own), neutral: neutral, points: points,
      decay: try Score.Decay(entry, entity),
      source: try entry["source"].ifPresent?.text())
  }

  private static func points(
    _ at: PolicyDecoder, of field: Field
  ) throws(PolicyError) -> [String: Double] {
    let table = try at.dictionary()
    var points: [String: Double] = [:]
    for word in table.keys {
      if case .choice(let words) = field.type {
        _ = try PolicyDecoder(.text(word), at: at.path).choice(words)
      }
      points[word] = try table[word].number()
    }
    return points
  }

  private static func range(_ at: PolicyDecoder) throws(PolicyError) -> ClosedRange<Double> {
    let ends = try at.list()
    guard ends.count == 2 else {
      throw PolicyError(
        "policy.value", at: at.path, "has \(ends.count) ends, not 2", remedy: "write { 1, 5 }")
    }
    let low = try ends[0].number()
    let high = try ends[1].number()
    guard low <= high else {
      throw PolicyError("policy.value", at: at.path, "starts above its end")
    }
    return low...high
  }
}

extension Entity {
  /// The slot of a field that a policy names.
  /// - Throws: `policy.field` with the nearest name.
  func policySlot(
    _ at: PolicyDecoder, among others: [String] = []
  ) throws(PolicyError) -> Int {
    let name = try at.text()
    if let slot = slot(of: name) { return slot }
    let near = Suggestion.closest(to: name, among: others + fields.map(\.name))
    throw PolicyError(
      "policy.field", at: at.path, "\(self.name) has no field \"\(name)\"",
      remedy: near.map { "did you mean \"\($0)\"?" } ?? "")
  }
}
