/// Kinds of customers, the group each belongs to, what they need and where it hurts.
/// - Source: CU2, CU4; `stdlib-lua/policy/kinds.lua`.
public struct KindPolicy: Sendable {
  public struct Term: Hashable, Sendable {
    public let code: String
    public let label: Label
  }

  public struct Need: Hashable, Sendable {
    /// Code of the dimension: `cost`.
    public let dimension: String
    /// Code of the level: `high`.
    public let level: String
    /// Whether the source's text is lost here and the level is a default to correct.
    public let isAssumed: Bool
  }

  public struct Kind: Hashable, Sendable {
    /// As ``Customer/kind`` holds it: `satellite_maker`.
    public let code: String
    public let label: Label
    public let group: String
    /// In the order of the dimensions; empty where nothing is known.
    public let needs: [Need]
    public let source: String
  }

  public struct Pain: Hashable, Sendable {
    public let dimension: String
    public let items: [Label]
    public let source: String
  }

  public let header: PolicyHeader
  public let groups: [Term]
  public let dimensions: [Term]
  /// From the least to the most.
  public let needLevels: [Term]
  public let kinds: [Kind]
  public let pains: [Pain]

  public func kind(coded code: String) -> Kind? { kinds.first { $0.code == code } }
}

extension KindPolicy {
  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["groups", "dimensions", "need_levels", "kinds", "pains"])
    let groups = try Self.terms(table["groups"])
    let dimensions = try Self.terms(table["dimensions"])
    let levels = try Self.terms(table["need_levels"])
    let kinds = try table["kinds"].filledList(of: { at throws(PolicyError) in
      try Self.kind(at, groups, dimensions, levels)
    })
    try table["kinds"].refuseDuplicates(kinds.map(\.code))
    let pains = try table["pains"].list(of: { at throws(PolicyError) in
      let entry = try at.table(keys: ["dimension", "items", "source", "note"])
      return Pain(
        dimension: try entry["dimension"].choice(dimensions.map(\.code)),
        items: try entry["items"].filledList(of: { at throws(PolicyError) in try at.label() }),
        source: try entry.source())
    })
    self.init(
      header: try PolicyHeader(table), groups: groups, dimensions: dimensions, needLevels: levels,
      kinds: kinds, pains: pains)
  }

  private static func terms(_ at: PolicyDecoder) throws(PolicyError) -> [Term] {
    let terms = try at.filledList(of: { at throws(PolicyError) in
      let entry = try at.table(keys: ["code", "label"])
      return Term(code: try entry["code"].text(), label: try entry["label"].label())
    })
    try at.refuseDuplicates(terms.map(\.code))
    return terms
  }

  private static func kind(
    _ at: PolicyDecoder, _ groups: [Term], _ dimensions: [Term], _ levels: [Term]
  ) throws(PolicyError) -> Kind {
    let entry = try at.table(keys: ["kind", "label", "group", "needs", "source", "note"])
    var needs: [Need] = []
    if let at = entry["needs"].ifPresent {
      let names = dimensions.map(\.code)
      let cells = try at.table(keys: names + ["assumed"])
      let assumed =
        try cells["assumed"].ifPresent?.list(of: { at throws(PolicyError) in
          try at.choice(names)
        }) ?? []
      for name in names where cells[name].isPresent {
        needs.append(
          Need(
            dimension: name, level: try cells[name].choice(levels.map(\.code)),
            isAssumed: assumed.contains(name)))
      }
    }
    return Kind(
      code: try entry["kind"].text(), label: try entry["label"].label(),
      group: try entry["group"].choice(groups.map(\.code)), needs: needs,
      source: try entry.source())
  }
}
