/// How well we know those who decide at one customer: Σ weight × relationship.
/// - Source: CU3.
public struct DecisionCoverage: Hashable, Sendable {
  /// 0–100.
  public let value: Double
  /// Codes of weighted roles without a contact.
  public let missing: [String]
  public let explanation: Explanation
}

extension DecisionPolicy {
  /// The coverage that a customer's contacts give.
  ///
  /// Of several contacts in a role the strongest relationship counts; a contact without a
  /// relationship counts 0; contacts whose role the policy does not know count nothing.
  public func coverage(of contacts: some Sequence<Contact>) -> DecisionCoverage {
    var strongest: [String: Int64] = [:]
    var unknown: [String] = []
    for contact in contacts {
      guard let code = contact.role, role(coded: code) != nil else {
        unknown.append(contact.name)
        continue
      }
      strongest[code] = max(strongest[code] ?? 0, contact.strength)
    }
    var sum: Int64 = 0
    var children: [Explanation] = []
    for role in roles {
      let strength = strongest[role.code]
      sum += role.weight * (strength ?? 0)
      children.append(
        Explanation(
          role.code, strength == nil ? .notMatched : .matched, value: .integer(strength ?? 0),
          reason: strength.map { "\($0) × \(role.weight) %" }
            ?? "no contact, weight \(role.weight) %",
          source: role.source))
    }
    children += unknown.map {
      Explanation($0, .notMatched, reason: "role not known to the policy")
    }
    let value = Double(sum) / 100
    return DecisionCoverage(
      value: value,
      missing: roles.filter { $0.weight > 0 && strongest[$0.code] == nil }.map(\.code),
      explanation: Explanation(
        "decision_coverage", .step, value: .number(value), reason: "Σ weight × relationship",
        source: header.source, children: children))
  }
}
