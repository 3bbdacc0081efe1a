import Values

/// What a good customer record is: fields that must be filled, how old they may be, and how names
/// compare.
/// - Source: CU14; `stdlib-lua/policy/quality.lua`.
public struct QualityPolicy: Sendable {
  public struct Freshness: Hashable, Sendable {
    /// Slot of the date that says when something was last known.
    public let slot: Int
    public let field: String
    public let staleAfter: Span
    public let source: String
  }

  public let header: PolicyHeader
  public let entity: Entity
  /// Slots of the fields that count for completeness.
  public let counted: [Int]
  /// Share of counted fields that should be filled, 0–1.
  public let goal: Double
  /// Share today, 0–1, for comparison.
  public let baseline: Double?
  public let freshness: [Freshness]
  /// Time from an activity to its summary.
  public let summaryWithin: Span
  public let names: NameNormaliser
  /// Slots that duplicates are looked for by.
  let uniqueSlot: Int?
  let nameSlot: Int?

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, entity: Entity) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "entity", "counted", "goal", "baseline", "freshness", "summary_within", "name_suffixes",
        "duplicates",
      ])
    self.header = try PolicyHeader(table)
    if let named = table["entity"].ifPresent { _ = try named.choice([entity.name]) }
    self.entity = entity
    self.counted = try table["counted"].filledList(of: { at throws(PolicyError) in
      try entity.policySlot(at)
    })
    try table["counted"].refuseDuplicates(counted.map { entity.fields[$0].name })
    self.goal = try table["goal"].number(in: 0...1)
    self.baseline = try table["baseline"].ifPresent?.number(in: 0...1)
    self.freshness = try table["freshness"].list(of: { at throws(PolicyError) in
      try Freshness(decoding: at, entity: entity)
    })
    self.summaryWithin = try table["summary_within"].duration()
    self.names = NameNormaliser(suffixes: try table["name_suffixes"].words())
    let duplicates = try table["duplicates"].table(keys: ["code", "name"])
    self.uniqueSlot = try Self.textSlot(duplicates["code"], entity)
    self.nameSlot = try Self.textSlot(duplicates["name"], entity)
  }

  private static func textSlot(
    _ at: PolicyDecoder, _ entity: Entity
  ) throws(PolicyError) -> Int? {
    guard at.isPresent else { return nil }
    let slot = try entity.policySlot(at)
    guard entity.fields[slot].type == .text else {
      throw PolicyError("policy.field", at: at.path, "\(entity.fields[slot].name) is not text")
    }
    return slot
  }
}

extension QualityPolicy.Freshness {
  init(decoding at: PolicyDecoder, entity: Entity) throws(PolicyError) {
    let entry = try at.table(keys: ["field", "stale_after", "source", "note"])
    let slot = try entity.policySlot(entry["field"])
    guard entity.fields[slot].type == .day else {
      throw PolicyError(
        "policy.field", at: entry["field"].path, "\(entity.fields[slot].name) is not a date")
    }
    self.init(
      slot: slot, field: entity.fields[slot].name, staleAfter: try entry["stale_after"].duration(),
      source: try entry.source())
  }
}
