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

  /// How long before a customer is at risk somebody hears of it.
  public struct Notice: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// Months before the customer is at risk.
    public let months: Int
    /// Silence in the customer's own purchase cycles from which it holds; nil where that does not
    /// matter.
    public let cycles: Double?
    public let source: String
  }

  /// Who is put into the inbox.
  public struct Watch: Hashable, Sendable {
    public let alert: String
    /// Levels of customers; empty for all.
    public let levels: [String]
    /// Notices, or the word of customers at risk.
    public let grades: [String]
    public let source: String
  }

  public let header: PolicyHeader
  /// Months without a purchase that count as silence.
  public let purchaseMonths: Int
  /// Months without an opened e-mail that count as silence.
  public let emailMonths: Int
  /// Months of warning before a customer is at risk.
  public let warnMonths: Int
  public let codes: [State: String]
  /// The most pressing first: fewer months before more.
  public let notices: [Notice]
  /// Orders from which a customer's own cycle is known.
  public let cycleOrders: Int
  public let watch: Watch
  /// Months of silence after which a customer is lost, for the back-test.
  public let lostMonths: Int

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "purchase_months", "email_months", "warn_months", "states", "notices", "cycle_orders",
        "watch", "lost_months",
      ])
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
    notices = try Self.notices(table["notices"])
    cycleOrders = try table["cycle_orders"].integer(in: 2...1000).asInt
    lostMonths = try table["lost_months"].integer(in: 1...120).asInt
    let risk = codes[.atRisk] ?? State.atRisk.rawValue
    watch = try Watch(table["watch"], grades: notices.map(\.key) + [risk])
    guard warnMonths < min(purchaseMonths, emailMonths) else {
      throw PolicyError(
        "policy.value", at: table["warn_months"].path,
        "\(warnMonths) months of warning leave nothing of the months of silence",
        remedy: "warn for fewer months than \(min(purchaseMonths, emailMonths))")
    }
  }

  private static func notices(_ at: PolicyDecoder) throws(PolicyError) -> [Notice] {
    let notices = try at.filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "months", "cycles", "source"])
      return Notice(
        key: try table["key"].key(), title: try table["title"].label(),
        months: try table["months"].integer(in: 1...120).asInt,
        cycles: try table["cycles"].ifPresent?.number(in: 0...1000), source: try table.source())
    }
    try at.refuseDuplicates(notices.map(\.key))
    for (one, next) in zip(notices, notices.dropFirst()) where next.months <= one.months {
      throw PolicyError(
        "policy.unreachable", at: at.path,
        "\(next.months) months of \(next.key) are not more than those of \(one.key)",
        remedy: "list the notices from fewer months to more")
    }
    return notices
  }

  public func code(of state: State) -> String { codes[state] ?? state.rawValue }
}

extension ChurnPolicy.Watch {
  fileprivate init(_ at: PolicyDecoder, grades words: [String]) throws(PolicyError) {
    let table = try at.table(keys: ["alert", "levels", "grades", "source"])
    alert = try table["alert"].key()
    levels = try table["levels"].words()
    grades = try table["grades"].filledList { at throws(PolicyError) in try at.choice(words) }
    source = try table.source()
  }
}
