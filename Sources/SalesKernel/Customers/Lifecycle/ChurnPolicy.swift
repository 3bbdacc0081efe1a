import Values

/// When a customer is about to be lost: nothing bought and no e-mail opened for some months.
/// - Source: CU13; `stdlib-lua/policy/churn.lua`.
public struct ChurnPolicy: Sendable {
  /// What a signal can say; the words that are stored are the policy's.
  public enum State: String, CaseIterable, Sendable {
    /// Never bought, so there is nothing to lose.
    case prospect
    case active
    /// Will be at risk within the warning time unless something happens.
    case warning
    case atRisk = "at_risk"
  }

  public let header: PolicyHeader
  /// Months without a purchase that count as silence.
  public let purchaseMonths: Int
  /// Months without an opened e-mail that count as silence.
  public let emailMonths: Int
  /// Months of warning before a customer is at risk.
  public let warnMonths: Int
  public let codes: [State: String]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["purchase_months", "email_months", "warn_months", "states"])
    self.header = try PolicyHeader(table)
    self.purchaseMonths = try table["purchase_months"].integer(in: 1...120).asInt
    self.emailMonths = try table["email_months"].integer(in: 1...120).asInt
    self.warnMonths = try table["warn_months"].integer(in: 0...120).asInt
    let names = State.allCases.map(\.rawValue)
    let states = try table["states"].table(keys: names)
    var codes: [State: String] = [:]
    for state in State.allCases { codes[state] = try states[state.rawValue].text() }
    try table["states"].refuseDuplicates(Array(codes.values))
    self.codes = codes
    guard warnMonths < min(purchaseMonths, emailMonths) else {
      throw PolicyError(
        "policy.value", at: table["warn_months"].path,
        "\(warnMonths) months of warning leave nothing of the months of silence",
        remedy: "warn for fewer months than \(min(purchaseMonths, emailMonths))")
    }
  }

  public func code(of state: State) -> String { codes[state] ?? state.rawValue }
}
