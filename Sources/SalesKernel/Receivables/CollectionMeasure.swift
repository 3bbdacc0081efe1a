import Values

/// A measure of collection: one exact amount over another, and how it comes about.
/// - Source: PF5, AU6; standards, customer measures.
public struct CollectionMeasure: Hashable, Sendable {
  public struct Side: Hashable, Sendable {
    public let name: String
    public let amount: Money
    /// What it counts, with days and numbers of records.
    public let reason: String
  }

  public let name: String
  public let formula: String
  public let numerator: Side
  public let denominator: Side
  /// Days that the quotient is multiplied with; nil for a rate.
  public let days: Int64?
  public let source: String

  /// For show; nil where the denominator is nothing.
  public var value: Double? {
    guard denominator.amount != .zero else { return nil }
    return numerator.amount.ratio(to: denominator.amount) * Double(days ?? 1)
  }

  public var explanation: Explanation {
    var children = [numerator, denominator].map {
      Explanation($0.name, .input, value: .money($0.amount), reason: $0.reason)
    }
    if let days { children.append(Explanation("days", .input, value: .integer(days))) }
    return Explanation(
      name, .step, value: value.map(FieldValue.number) ?? .null,
      reason: value == nil ? "\(denominator.name) is 0: there is no \(name)" : formula,
      source: source, children: children)
  }
}
