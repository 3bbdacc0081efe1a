/// How needs are surveyed: dimensions, kinds of need, and what makes a diagnosis whole.
/// - Source: FU12; words and figures are the policy's.
public struct DiagnosisPolicy: Sendable {
  public let name: String
  public let source: String
  /// Findings that a dimension needs before it counts as surveyed.
  public let least: Int64
  /// Node of playbooks that hands the report in.
  public let report: String
  public let dimensions: [TitledWord]
  public let kinds: [TitledWord]

  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["least", "report", "dimensions", "kinds"])
    let header = try PolicyHeader(root)
    (name, source) = (header.name, header.source)
    least = try root["least"].integer(in: 1...1000)
    report = try root["report"].key()
    dimensions = try TitledWord.list(root["dimensions"])
    kinds = try TitledWord.list(root["kinds"])
  }

  /// Each dimension with its findings, and whether they are enough; findings of words that the policy
  /// does not know are left out.
  public func diagnose(
    _ findings: [NeedFinding]
  ) -> [(dimension: TitledWord, findings: [NeedFinding], isSurveyed: Bool)] {
    dimensions.map { dimension in
      let own = findings.filter { $0.dimension == dimension.key }
      return (dimension, own, Int64(own.count) >= least)
    }
  }
}
