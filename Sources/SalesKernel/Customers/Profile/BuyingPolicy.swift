import Values

/// How and when customers buy: rhythm by size, seasons, and the steps of a large firm's purchase.
/// - Source: CU5, CU6; `stdlib-lua/policy/buying.lua`.
public struct BuyingPolicy: Sendable {
  public struct Rhythm: Hashable, Sendable {
    public let size: Customer.Size
    public let label: Label
    public let source: String
  }

  public struct Season: Hashable, Sendable {
    /// 1–4.
    public let quarter: Int
    public let label: Label
    public let source: String
  }

  public struct Step: Hashable, Sendable {
    public let code: String
    public let label: Label
    /// Roles of the decision policy that take the step.
    public let roles: [String]
    public let source: String
  }

  public struct LeadTime: Hashable, Sendable {
    public let code: String
    public let label: Label
    public let atLeast: Span
    public let atMost: Span
    public let source: String
  }

  public let header: PolicyHeader
  public let rhythms: [Rhythm]
  public let seasons: [Season]
  public let steps: [Step]
  public let leadTimes: [LeadTime]

  public func rhythm(of size: Customer.Size) -> Rhythm? { rhythms.first { $0.size == size } }

  /// The season that a day is in.
  public func season(on day: Day) -> Season? { seasons.first { $0.quarter == day.quarter } }
}

extension BuyingPolicy {
  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["rhythms", "seasons", "steps", "lead_times"])
    let sizes = Customer.Size.allCases
    let rhythms = try table["rhythms"].filledList(of: { at throws(PolicyError) in
      let entry = try at.table(keys: ["size", "label", "source", "note"])
      let word = try entry["size"].choice(sizes.map(\.rawValue))
      return Rhythm(
        size: Customer.Size(rawValue: word) ?? sizes[0], label: try entry["label"].label(),
        source: try entry.source())
    })
    let seasons = try table["seasons"].filledList(of: { at throws(PolicyError) in
      let entry = try at.table(keys: ["quarter", "label", "source", "note"])
      return Season(
        quarter: try entry["quarter"].integer(in: 1...4).asInt, label: try entry["label"].label(),
        source: try entry.source())
    })
    let steps = try table["steps"].filledList(of: { at throws(PolicyError) in
      let entry = try at.table(keys: ["step", "label", "roles", "source", "note"])
      return Step(
        code: try entry["step"].text(), label: try entry["label"].label(),
        roles: try entry["roles"].words(), source: try entry.source())
    })
    try table["steps"].refuseDuplicates(steps.map(\.code))
    self.init(
      header: try PolicyHeader(table), rhythms: rhythms, seasons: seasons, steps: steps,
      leadTimes: try table["lead_times"].filledList(of: { at throws(PolicyError) in
        try LeadTime(decoding: at)
      }))
  }
}

extension BuyingPolicy.LeadTime {
  fileprivate init(decoding at: PolicyDecoder) throws(PolicyError) {
    let entry = try at.table(keys: ["name", "label", "at_least", "at_most", "source", "note"])
    let least = try entry["at_least"].duration()
    let most = try entry["at_most"].duration()
    guard least <= most else {
      throw PolicyError("policy.value", at: at.path, "at_least is more than at_most")
    }
    self.init(
      code: try entry["name"].text(), label: try entry["label"].label(), atLeast: least,
      atMost: most, source: try entry.source())
  }
}
