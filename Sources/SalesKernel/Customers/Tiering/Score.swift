import Values

/// A number made of factors: weighted mean, or plain sum, of the points that fields give.
///
/// Each factor's points are clamped before they count. Weights sum to 100, so that a weighted score
/// stays on the scale of its points. A factor may fade with the age of its evidence: see ``Decay``.
/// - Source: CU10, FU2; standards "Scores".
public struct Score {
  public enum Combination: String, CaseIterable, Sendable {
    /// Σ weight × points / 100
    case weighted
    /// Σ points
    case sum
  }

  /// What a factor without a value counts.
  public enum Missing: String, CaseIterable, Sendable {
    /// No points.
    case zero
    /// The factor's stated neutral points.
    case neutral
    /// Nothing: the factors present carry its weight.
    case renormalise
  }

  public struct Factor {
    public let slot: Int
    public let field: String
    /// 1 each where the score is a sum.
    public let weight: Int64
    public let clamp: ClosedRange<Double>
    public let neutral: Double?
    /// Points of a word; nil where the field itself holds the points.
    public let points: [String: Double]?
    public let decay: Decay?
    public let source: String?
  }

  public let factors: [Factor]
  public let combination: Combination
  public let missing: Missing

  /// Points of one factor, clamped and faded; nil where the record has none, or where they fade from a
  /// day that is not known.
  func points(_ factor: Factor, _ record: any RecordReader, asOf: Instant?) throws -> Double? {
    guard let points = try clamped(factor, record) else { return nil }
    guard let decay = factor.decay else { return points }
    guard let share = try decay.share(record, asOf: asOf) else { return nil }
    let low = factor.clamp.lowerBound
    return low + (points - low) * share
  }

  private func clamped(_ factor: Factor, _ record: any RecordReader) throws -> Double? {
    let value = try record.value(at: factor.slot)
    let raw: Double?
    if let points = factor.points {
      if case .text(let word) = value { raw = points[word] } else { raw = nil }
    } else {
      raw = value.plainNumber
    }
    guard let raw, !raw.isNaN else { return nil }
    return min(max(raw, factor.clamp.lowerBound), factor.clamp.upperBound)
  }

  /// The score of a record; nil where nothing is known and the policy is to renormalise.
  /// - Parameter asOf: The moment that evidence ages to; without it, a factor that fades is missing.
  /// - Complexity: O(factors), without allocation.
  public func value(of record: any RecordReader, asOf: Instant? = nil) throws -> Double? {
    var total = 0.0
    var weight: Int64 = 0
    var whole: Int64 = 0
    for factor in factors {
      whole += factor.weight
      if let points = try points(factor, record, asOf: asOf) ?? substitute(factor) {
        total += Double(factor.weight) * points
        weight += factor.weight
      }
    }
    guard weight > 0 else { return nil }
    switch combination {
    case .weighted: return total / Double(weight)
    case .sum: return weight == whole ? total : total * Double(whole) / Double(weight)
    }
  }

  /// Points of a missing factor; nil where it does not count at all.
  private func substitute(_ factor: Factor) -> Double? {
    switch missing {
    case .zero: 0
    case .neutral: factor.neutral ?? 0
    case .renormalise: nil
    }
  }

  /// Slots that the score reads.
  var slots: [Int] { factors.flatMap { [$0.slot] + ($0.decay?.slots ?? []) } }

  /// The score with each factor's points and weight.
  public func explain(
    _ name: String, _ record: any RecordReader, asOf: Instant? = nil
  ) throws -> Explanation {
    let children = try factors.map { try explain($0, record, asOf) }
    let formula = combination == .weighted ? "Σ weight × points / Σ weight" : "Σ points"
    return Explanation(
      name, .step, value: try value(of: record, asOf: asOf).map(FieldValue.number) ?? .null,
      reason: formula, children: children)
  }

  private func explain(
    _ factor: Factor, _ record: any RecordReader, _ asOf: Instant?
  ) throws -> Explanation {
    let value = try record.value(at: factor.slot)
    let given = try points(factor, record, asOf: asOf)
    let counted = (given ?? substitute(factor)).map(FieldValue.number)
    let weighing = combination == .weighted ? ", weight \(factor.weight)" : ""
    var reason: String
    if given != nil {
      reason = "\(value.display) gives \(counted?.display ?? "nothing")"
    } else if value.isNull {
      reason = "is empty: \(missing.rawValue)"
    } else if try clamped(factor, record) != nil {
      reason = "\(value.display) has no date of its evidence: \(missing.rawValue)"
    } else {
      reason = "\(value.display) has no points: \(missing.rawValue)"
    }
    reason += weighing
    var children: [Explanation] = []
    if given != nil, let decay = factor.decay {
      children = [try decay.explain(record, asOf: asOf)]
    }
    return Explanation(
      factor.field, .input, value: counted ?? .null, reason: reason, source: factor.source,
      children: children)
  }
}
