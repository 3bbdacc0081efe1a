import Values

/// The points of one rep by one card, part by part.
public struct ScorecardResult: Sendable {
  public struct Line: Sendable {
    public let part: ScorecardPolicy.Part
    /// What was reached of what was to be, as a share; nil without data.
    public let attained: Double?
    /// Weight among the parts that count.
    public let weight: Double
    /// Points of the score.
    public let points: Double
    /// What it rests on.
    public let reason: String
    public let inputs: [Explanation]
  }

  public let card: ScorecardPolicy.Card
  public let lines: [Line]
  /// 0 to the cap × 100, to one decimal; nil where less is known than the policy asks for.
  public let score: Double?

  /// - Parameter readings: One a part: the share attained, and what it rests on.
  public init(
    _ card: ScorecardPolicy.Card, by policy: ScorecardPolicy,
    _ readings: [(attained: Double?, reason: String, inputs: [Explanation])]
  ) {
    self.card = card
    let known = zip(card.parts, readings).reduce(0) { sum, pair in
      pair.1.attained == nil ? sum : sum + pair.0.weight
    }
    let isWhole = known >= 100 - 1e-9
    let scale = policy.missing == .renormalise && known > 0 ? 100 / known : 1
    lines = zip(card.parts, readings).map { part, reading in
      let weight =
        reading.attained == nil && policy.missing == .renormalise ? 0 : part.weight * scale
      let share = min(max(reading.attained ?? 0, 0), policy.cap)
      return Line(
        part: part, attained: reading.attained, weight: weight, points: weight * share,
        reason: reading.reason, inputs: reading.inputs)
    }
    let sum = lines.reduce(0) { $0 + $1.points }
    let isKnown = policy.missing == .none ? isWhole : known > 0
    score = isKnown ? (sum * 10).rounded() / 10 : nil
  }

  /// As `sales=38.0;customers=12.5;other=-`.
  public var text: String {
    lines.map { line in
      "\(line.part.key)="
        + (line.attained == nil
          ? "-" : FieldValue.number((line.points * 10).rounded() / 10).display)
    }.joined(separator: ";")
  }

  public var explanation: Explanation {
    Explanation(
      "score by \(card.key)", .step, value: score.map { .number($0) } ?? .null,
      reason: score == nil ? "no data" : "the sum of points, to one decimal",
      source: card.source,
      children: lines.map { line in
        Explanation(
          line.part.key, line.attained == nil ? .notMatched : .step,
          value: .number(line.points), reason: line.reason, source: line.part.source,
          children: line.inputs)
      })
  }
}

extension ScorecardPolicy.Bottom {
  /// The places that are at the bottom: of so many reps with a score, the lowest share, at least one of ten.
  ///
  /// Ties with the last of them are not among them: nobody is there by the order of names.
  public func bottom(_ scores: [Double?]) -> [Int] {
    let known = scores.indices.filter { scores[$0] != nil }
    let count = Int((Double(known.count) * share).rounded(.down))
    guard count > 0 else { return [] }
    let sorted = known.sorted { (scores[$0] ?? 0, $0) < (scores[$1] ?? 0, $1) }
    guard count < sorted.count else { return sorted }
    let next = scores[sorted[count]] ?? 0
    return sorted.prefix(count).filter { (scores[$0] ?? 0) < next }
  }

  /// What follows the bottom, by how many times it was so in a row before.
  public func outcome(before times: Int) -> String { times + 1 >= self.times ? again : first }
}
