import Values

/// The health of one customer on a day, with what each factor gave.
public struct HealthResult: Sendable {
  public struct Line: Sendable {
    public let factor: HealthFactor
    /// What it read; nil where it knew nothing.
    public let reading: HealthFactor.Reading?
    public let value: FieldValue
    /// Points of what was read, or those that stand for what is missing; nil where it does not count.
    public let points: Double?
    public let isKnown: Bool
    /// Percent that it weighs among those that count.
    public let share: Double
    /// Points that it adds to the score.
    public let contribution: Double
  }

  public let asOf: Day
  /// Nil where the customer never ordered, or too little is known.
  public let score: Double?
  public let band: HealthPolicy.Band?
  public let lines: [Line]
  /// Weight, of 100, of the factors that are known.
  public let known: Int64
  public let explanation: Explanation
}

extension HealthBoard {
  /// The score of a customer with all that led to it.
  public func explained(_ place: Int) -> HealthResult {
    let score = score(place)
    let lines = lines(place)
    let known = lines.filter(\.isKnown).reduce(0) { $0 + $1.factor.weight }
    let band = score.map { policy.bands[policy.place(of: $0)] }
    var reason: String
    if !isBuyer(place) {
      reason = "never ordered up to \(asOf): there is nothing to be healthy in"
    } else if let band {
      reason = "Σ weight × points / Σ weight, to one decimal: \(band.key)"
      if known < 100 { reason += "; \(known) of 100 by weight is known" }
    } else {
      reason = "only \(known) of 100 by weight is known, \(policy.leastKnown) is needed"
    }
    return HealthResult(
      asOf: asOf, score: score, band: band, lines: lines, known: known,
      explanation: Explanation(
        "health", .step, value: score.map(FieldValue.number) ?? .null, reason: reason,
        source: policy.header.source,
        children: [
          Explanation("model", .input, value: .text(policy.header.name)),
          Explanation("as_of", .input, value: .day(asOf)),
        ] + lines.map(\.explanation)))
  }

  private func lines(_ place: Int) -> [HealthResult.Line] {
    let counted = policy.factors.indices.map { points($0, place) ?? policy.factors[$0].substitute }
    let whole = zip(policy.factors, counted).reduce(Int64(0)) {
      $1.1 == nil ? $0 : $0 + $1.0.weight
    }
    return policy.factors.indices.map { index in
      let factor = policy.factors[index]
      let way = factor.readings.indices.first { read(index, $0, place) != nil }
      let share =
        counted[index] == nil || whole == 0 ? 0 : 100 * Double(factor.weight) / Double(whole)
      var value = FieldValue.null
      if let way, let found = read(index, way, place) {
        value = word(index, way, place).map(FieldValue.text) ?? .number(found.value)
      }
      return HealthResult.Line(
        factor: factor, reading: way.map { factor.readings[$0] }, value: value,
        points: counted[index], isKnown: way != nil, share: share,
        contribution: share * (counted[index] ?? 0) / 100)
    }
  }
}

extension HealthResult.Line {
  var explanation: Explanation {
    let weighing =
      share == Double(factor.weight)
      ? "weight \(factor.weight)"
      : "weight \(factor.weight), as others are not known \(Self.text(share)) of 100"
    let first = factor.readings[0].measure.text
    guard let reading else {
      let missing =
        points.map { "\(factor.missing.rawValue), \(Self.text($0)) points, \(weighing)" }
        ?? "does not count: the others carry its weight"
      return Explanation(
        factor.key, .notMatched, value: points.map { _ in .number(contribution) },
        reason: "\(first) is not known: \(missing)", source: factor.source)
    }
    var what = "\(reading.measure.text) is \(value.display)"
    if reading.measure.text != first { what = "\(first) is not known; " + what }
    return Explanation(
      factor.key, .matched, value: .number(contribution),
      reason: "\(what): \(Self.text(points ?? 0)) points × \(weighing)", source: factor.source)
  }

  /// To one decimal.
  private static func text(_ number: Double) -> String {
    FieldValue.number(HealthBoard.tenth(number)).display
  }
}
