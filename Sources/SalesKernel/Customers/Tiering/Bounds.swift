/// What a band asks of a measure: limits in order, or one of some values.
///
/// `over` is strictly more, `from` at least, `below` strictly less, `upto` at most, `is` equal to
/// one of its values. Nothing (null) never satisfies a bound.
public struct Bounds {
  public struct Edge: Hashable, Sendable {
    public let value: FieldValue
    /// Whether the value itself lies within.
    public let isIncluded: Bool
  }

  public let lower: Edge?
  public let upper: Edge?
  /// Empty where equality is not asked.
  public let choices: [FieldValue]

  let test: BoundsTest

  /// - Parameter isWhole: Whether the measure holds whole numbers only.
  public init(
    lower: Edge? = nil, upper: Edge? = nil, choices: [FieldValue] = [], isWhole: Bool = false
  ) {
    self.lower = lower
    self.upper = upper
    self.choices = choices
    self.test = BoundsTest(lower: lower, upper: upper, choices: choices, isWhole: isWhole)
  }

  public func admits(_ value: FieldValue) -> Bool { test.admits(value) }

  /// As `over 500,000.00` or `from 100,000.00 upto 500,000.00`.
  public var text: String {
    var parts: [String] = []
    if let lower { parts.append("\(lower.isIncluded ? "from" : "over") \(lower.value.display)") }
    if let upper { parts.append("\(upper.isIncluded ? "upto" : "below") \(upper.value.display)") }
    if !choices.isEmpty {
      parts.append("is " + choices.map(\.display).joined(separator: " or "))
    }
    return parts.joined(separator: " ")
  }

  /// Why a value is or is not within, with the values:
  /// `annual_purchase 320,000.00 is not over 500,000.00; short by 180,000.00`.
  public func reason(_ name: String, _ value: FieldValue) -> String {
    let subject = "\(name) \(value.display)"
    if value.isNull { return "\(name) is empty" }
    if admits(value) { return choices.isEmpty ? "\(subject) is \(text)" : "\(subject) fits" }
    if let lower, let order = value.order(to: lower.value),
      order < 0 || (order == 0 && !lower.isIncluded)
    {
      return missed(
        "\(subject) is \(lower.isIncluded ? "below" : "not over")", lower, value, "short by")
    }
    if let upper, let order = value.order(to: upper.value),
      order > 0 || (order == 0 && !upper.isIncluded)
    {
      return missed(
        "\(subject) is \(upper.isIncluded ? "over" : "not below")", upper, value, "beyond by")
    }
    if !choices.isEmpty {
      return "\(subject) is not " + choices.map(\.display).joined(separator: " or ")
    }
    return "\(subject) cannot be compared with \(lower?.value.kind ?? upper?.value.kind ?? "it")"
  }

  private func missed(
    _ opening: String, _ edge: Edge, _ value: FieldValue, _ word: String
  ) -> String {
    let gap = value.distance(to: edge.value).map { "; \(word) \($0)" } ?? ""
    return "\(opening) \(edge.value.display)\(gap)"
  }
}
