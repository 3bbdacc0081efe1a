/// Net promoter score: the percent of promoters less the percent of detractors.
///
///     NPS      = 100 · (p − d)                      p, d: shares of promoters and detractors
///     variance = p + d − (p − d)²                   of one answer: +1, 0 or −1 (trinomial)
///     interval = NPS ± 100 · 1.96 · √(variance / n), within −100 and 100
/// - Source: standards "Customer measures", CS2.
public struct NPSFigure: Hashable, Sendable {
  public let promoters: Int
  public let detractors: Int
  public let count: Int

  /// Nil where nobody answered: no data is not 0.
  public init?(promoters: Int, detractors: Int, of count: Int) {
    let (both, overflow) = promoters.addingReportingOverflow(detractors)
    guard count > 0, promoters >= 0, detractors >= 0, !overflow, both <= count else { return nil }
    (self.promoters, self.detractors, self.count) = (promoters, detractors, count)
  }

  public var passives: Int { count - promoters - detractors }

  /// −100 to 100.
  public var score: Double { 100 * Double(promoters - detractors) / Double(count) }

  /// Where it lies with 95 % confidence.
  public var interval: Confidence {
    let n = Double(count)
    let (p, d) = (Double(promoters) / n, Double(detractors) / n)
    let variance = max(0, p + d - (p - d) * (p - d))
    return Confidence(score, error: 100 * (variance / n).squareRoot(), within: -100...100)
  }
}
