import Values

/// What holds for all key figures: units, and what is watched and compared.
/// - Source: PF5–PF8, PF11, AU2.
public struct KPIPolicy: Sendable {
  /// A figure whose fall calls for somebody.
  public struct Watch: Sendable {
    public let kpi: String
    /// What it is split by, as the team.
    public let by: String
    /// The fall against the same length of time before, as a share, that is too much.
    public let drop: Double
    /// Days that are held against as many before.
    public let days: Int
    /// A kind of the inbox policy.
    public let alert: String
    public let source: String
  }

  /// What regions are compared by, and how many of the best are named.
  public struct Comparison: Sendable {
    public let kpis: [String]
    public let by: String
    public let best: Int
    public let source: String
  }

  public let header: PolicyHeader
  public let units: [KPIUnit]
  public let watch: Watch
  public let comparison: Comparison

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["units", "watch", "comparison"])
    header = try PolicyHeader(table)
    units = try table["units"].filledList { at throws(PolicyError) in try KPIUnit(at) }
    try table["units"].refuseDuplicates(units.map(\.key))
    watch = try Self.watch(table["watch"])
    comparison = try Self.comparison(table["comparison"])
  }

  private static func watch(_ at: PolicyDecoder) throws(PolicyError) -> Watch {
    let table = try at.table(keys: ["kpi", "by", "drop", "days", "alert", "source"])
    return Watch(
      kpi: try table["kpi"].key(), by: try table["by"].key(),
      drop: try table["drop"].number(in: 0...1),
      days: Int(try table["days"].integer(in: 1...366)), alert: try table["alert"].key(),
      source: try table.source())
  }

  private static func comparison(_ at: PolicyDecoder) throws(PolicyError) -> Comparison {
    let table = try at.table(keys: ["kpis", "by", "best", "source"])
    return Comparison(
      kpis: try table["kpis"].words(), by: try table["by"].key(),
      best: Int(try table["best"].integer(in: 1...100)), source: try table.source())
  }

  /// - Throws: `kpi.unit`, with the nearest word.
  public func unit(_ key: String) throws(ValidationError) -> KPIUnit {
    if let unit = units.first(where: { $0.key == key }) { return unit }
    throw ValidationError(
      "kpi.unit", "there is no unit \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: units.map(\.key)))
  }
}
