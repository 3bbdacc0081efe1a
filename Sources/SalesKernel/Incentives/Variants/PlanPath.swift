import Values

/// A place of a plan's table: `components.commission.bands.2.rate`.
///
/// A step on a list is the key of an element, or its number from 1.
public struct PlanPath: Hashable, Sendable, CustomStringConvertible {
  public let description: String
  private let steps: [String]

  public init(_ text: String) {
    description = text
    steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The table with another value in the place.
  /// - Throws: `incentive.path` with the nearest step, where there is no such place.
  public func setting(
    _ value: PolicyValue, in table: PolicyValue
  ) throws(ValidationError) -> PolicyValue {
    try set(steps[...], value, in: table)
  }

  private func set(
    _ rest: ArraySlice<String>, _ value: PolicyValue, in place: PolicyValue
  ) throws(ValidationError) -> PolicyValue {
    guard let step = rest.first else { return value }
    switch place {
    case .table(var entries):
      guard let inner = entries[step] else {
        guard rest.count == 1, Self.mayBeNew.contains(step) else {
          throw missing(step, among: entries.keys.sorted())
        }
        entries[step] = value
        return .table(entries)
      }
      entries[step] = try set(rest.dropFirst(), value, in: inner)
      return .table(entries)
    case .list(var elements):
      let keys = elements.map(Self.key)
      let number = Int(step).flatMap { elements.indices.contains($0 - 1) ? $0 - 1 : nil }
      guard let index = keys.firstIndex(of: step) ?? number else {
        let numbers = elements.indices.map { "\($0 + 1)" }
        throw missing(step, among: keys.compactMap { $0 } + numbers)
      }
      elements[index] = try set(rest.dropFirst(), value, in: elements[index])
      return .list(elements)
    default:
      throw ValidationError(
        "incentive.path",
        "\(description.excerpt): there is nothing below \"\(step.excerpt)\"; "
          + "the place before it is \(place)",
        remedy: "end the path there")
    }
  }

  /// What a component may have and often has not, so that a variation may bring it.
  private static let mayBeNew: Set<String> = ["threshold", "cap", "held", "landmark", "upto"]

  private static func key(_ element: PolicyValue) -> String? {
    guard case .table(let entries) = element, case .text(let key)? = entries["key"] else {
      return nil
    }
    return key
  }

  private func missing(_ step: String, among steps: [String]) -> ValidationError {
    ValidationError(
      "incentive.path", "\(description.excerpt): there is no \"\(step.excerpt)\"",
      remedy: Suggestion.sentence(for: step, among: steps))
  }
}
