/// Which part of customers and of revenue each level is expected to hold.
/// - Source: CU8; `stdlib-lua/policy/mix.lua`.
public struct MixPolicy: Sendable {
  public struct Expected: Hashable, Sendable {
    public let level: String
    /// 0–1.
    public let customers: Double
    /// 0–1.
    public let revenue: Double
  }

  public struct Mix: Hashable, Sendable {
    public let name: String
    public let title: Label
    public let levels: [Expected]
    public let source: String
  }

  public let header: PolicyHeader
  public let mixes: [Mix]
  public let watch: ConcentrationWatch

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["mixes", "watch"])
    self.header = try PolicyHeader(table)
    self.mixes = try table["mixes"].filledList(of: { at throws(PolicyError) in
      try Mix(decoding: at)
    })
    try table["mixes"].refuseDuplicates(mixes.map(\.name))
    self.watch = try ConcentrationWatch(table["watch"])
  }

  /// The mix with a name, as `fastener`.
  public func mix(named name: String) -> Mix? { mixes.first { $0.name == name } }
}

extension MixPolicy.Mix {
  init(decoding at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["name", "title", "levels", "source", "note"])
    let levels = try table["levels"].filledList(of: { at throws(PolicyError) in
      let entry = try at.table(keys: ["level", "customers", "revenue"])
      return MixPolicy.Expected(
        level: try entry["level"].text(), customers: try entry["customers"].number(in: 0...1),
        revenue: try entry["revenue"].number(in: 0...1))
    })
    try table["levels"].refuseDuplicates(levels.map(\.level))
    for (name, sum) in [
      ("customers", levels.reduce(0) { $0 + $1.customers }),
      ("revenue", levels.reduce(0) { $0 + $1.revenue }),
    ] where abs(sum - 1) > 1e-9 {
      throw PolicyError(
        "policy.value", at: table["levels"].path, "shares of \(name) sum to \(sum), not 1")
    }
    self.init(
      name: try table["name"].text(), title: try table["title"].label(), levels: levels,
      source: try table.source())
  }
}
