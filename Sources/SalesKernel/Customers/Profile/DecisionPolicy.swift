/// Who decides at a customer: roles with weight, concerns, and how to speak to them.
/// - Source: CU3; `stdlib-lua/policy/decisions.lua`.
public struct DecisionPolicy: Sendable {
  public struct Role: Hashable, Sendable {
    /// As ``Contact/role`` holds it: `procurement`.
    public let code: String
    public let label: Label
    /// Percent of a decision; 0 for a role that takes part without a known weight.
    public let weight: Int64
    public let ages: Label?
    public let background: Label?
    public let concerns: Label?
    public let approach: Label?
    public let source: String
  }

  public let header: PolicyHeader
  public let roles: [Role]
  /// Whom to see next.
  public let sight: DecisionSight

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["roles", "see"])
    self.header = try PolicyHeader(table)
    self.roles = try table["roles"].filledList(of: { at throws(PolicyError) in
      try Role(decoding: at)
    })
    try table["roles"].refuseDuplicates(roles.map(\.code))
    let sum = roles.reduce(0) { $0 + $1.weight }
    self.sight = try DecisionSight(table["see"])
    guard sum == 100 else {
      throw PolicyError("policy.value", at: table["roles"].path, "weights sum to \(sum), not 100")
    }
  }

  public func role(coded code: String) -> Role? { roles.first { $0.code == code } }
}

extension DecisionPolicy.Role {
  init(decoding at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "role", "label", "weight", "ages", "background", "concerns", "approach", "source", "note",
    ])
    self.init(
      code: try table["role"].text(), label: try table["label"].label(),
      weight: try table["weight"].integer(in: 0...100),
      ages: try table["ages"].ifPresent?.label(),
      background: try table["background"].ifPresent?.label(),
      concerns: try table["concerns"].ifPresent?.label(),
      approach: try table["approach"].ifPresent?.label(), source: try table.source())
  }
}
