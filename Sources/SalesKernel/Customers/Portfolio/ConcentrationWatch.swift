/// How much of the revenue may hang on few customers before somebody is told.
/// - Source: AU2, CU8, PF9.
public struct ConcentrationWatch: Hashable, Sendable {
  /// A measure of concentration with the most that is accepted.
  public struct Limit: Hashable, Sendable {
    public enum Measure: String, CaseIterable, Sendable {
      case top1 = "top_1"
      case top5 = "top_5"
      case top10 = "top_10"
      case hhi
    }

    public let measure: Measure
    /// A share 0–1, or points of the index.
    public let most: Double
    public let source: String
  }

  /// Kind of the alert.
  public let alert: String
  public let limits: [Limit]

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["alert", "limits"])
    alert = try table["alert"].key()
    limits = try table["limits"].filledList(of: { at throws(PolicyError) in
      let entry = try at.table(keys: ["measure", "most", "source"])
      let measure = try entry["measure"].oneOf(Limit.Measure.self)
      return Limit(
        measure: measure, most: try entry["most"].number(in: 0...(measure == .hhi ? 10_000 : 1)),
        source: try entry.source())
    })
    try table["limits"].refuseDuplicates(limits.map(\.measure.rawValue))
  }

  /// The limits that a concentration goes beyond, each with what it is.
  public func exceeded(by concentration: Concentration) -> [(limit: Limit, value: Double)] {
    limits.compactMap { limit in
      let value = concentration.value(of: limit.measure)
      return value > limit.most ? (limit, value) : nil
    }
  }
}

extension Concentration {
  func value(of measure: ConcentrationWatch.Limit.Measure) -> Double {
    switch measure {
    case .top1: top1
    case .top5: top5
    case .top10: top10
    case .hhi: hhi
    }
  }
}
