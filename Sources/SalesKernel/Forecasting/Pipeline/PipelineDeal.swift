import Values

/// An open deal as forecasts count it.
public struct PipelineDeal: Hashable, Sendable {
  public let id: Int64
  public let amount: Money
  /// 0–1.
  public let probability: Double
  /// What it is counted under: a period, a rep, a region.
  public let group: Int
  /// What it is counted under where it slips; the same without slips.
  public let slipped: Int

  /// - Throws: `forecast.probability` outside 0–1, `forecast.amount` for an amount below zero.
  public init(
    id: Int64, amount: Money, probability: Double, group: Int, slipped: Int? = nil
  ) throws(ValidationError) {
    guard probability >= 0, probability <= 1 else {
      throw ValidationError(
        "forecast.probability",
        "the probability of opportunity \(id) is \(FieldValue.number(probability).display), outside "
          + "0–1", remedy: "give a share, as 0.4")
    }
    guard amount >= .zero else {
      throw ValidationError(
        "forecast.amount", "the amount of opportunity \(id) is \(amount.grouped), below zero",
        remedy: "correct it, or leave the opportunity out")
    }
    self.id = id
    self.amount = amount
    self.probability = probability
    self.group = group
    self.slipped = slipped ?? group
  }
}
