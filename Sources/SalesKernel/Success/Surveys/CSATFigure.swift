/// The share of answers in the top box, with the uncertainty that their number leaves.
/// - Source: standards "Customer measures", SV5.
public struct CSATFigure: Hashable, Sendable {
  public let top: Int
  public let count: Int
  /// Of the share, by Wilson.
  public let interval: Confidence

  /// Nil where nobody answered: no data is not 0.
  public init?(top: Int, of count: Int) {
    guard (0...max(count, 0)).contains(top), let interval = Confidence(share: top, of: count)
    else { return nil }
    (self.top, self.count, self.interval) = (top, count, interval)
  }

  public var share: Double { Double(top) / Double(count) }

  public func meets(_ goal: SurveyPolicy.Goal) -> Bool { share > goal.over }
}
