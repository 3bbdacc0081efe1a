/// How accurate forecasts of a period length should be.
/// - Source: FC4.
public struct ForecastGoal: Sendable {
  public let grain: Grain
  /// Where it holds for parts only: `region`, `rep`, `product`; nil for the whole.
  public let by: String?
  public let source: String
  /// The least accuracy.
  public let accuracy: Double
  /// Whether exactly that is not enough.
  public let isStrict: Bool

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["grain", "by", "source", "over", "from", "note"])
    grain = try table["grain"].oneOf(Grain.self)
    by = try table["by"].ifPresent?.choice(["region", "rep", "product"])
    source = try table.source()
    isStrict = table["over"].isPresent
    accuracy = try table[isStrict ? "over" : "from"].number(in: 0...1)
  }

  public func isMet(by accuracy: Double) -> Bool {
    isStrict ? accuracy > self.accuracy : accuracy >= self.accuracy
  }

  /// As `over 85 %`.
  public var text: String {
    "\(isStrict ? "over" : "at least") \(SalesForecast.percent(accuracy))"
  }
}
