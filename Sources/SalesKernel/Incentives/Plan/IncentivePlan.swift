import Values

/// An incentive plan: who earns what on which orders, over which period.
///
/// ```
/// orders ─▶ credit (rep, day, amount, class) ─▶ sums per rep, period and class ─▶ components ─▶ pay
/// ```
/// Every component is computed on sums of the period and rounded once, so that the order of deals
/// cannot matter.
/// - Source: PF1, PF2, FU7; roles, rates and limits are the policy's.
public struct IncentivePlan: Hashable, Sendable {
  /// Which orders count, and which of them are large.
  public struct Credit: Hashable, Sendable {
    /// Statuses of orders that do not count.
    public let without: [String]
    /// From it on an order is a landmark; none is where there is none.
    public let landmark: Money?
  }

  public let header: PolicyHeader
  /// Over which pay is computed.
  public let unit: Period.Unit
  /// How each component becomes fen.
  public let rounding: Rounding
  /// The metric of targets that attainment is measured against.
  public let metric: String
  public let credit: Credit
  public let roles: [PlanRole]
  public let components: [PayComponent]
  /// Names for places of the plan that are often varied.
  public let parameters: [String: [String]]
  /// Rewards and penalties that are given by name.
  public let awards: [TitledWord]
  /// Orders that still have an invoice open so long after its due day no longer count; nil for never.
  public let loseAfter: Span?

  public var name: String { header.name }

  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "period", "rounding", "metric", "credit", "roles", "components", "parameters", "awards",
        "lose_after",
      ])
    header = try PolicyHeader(root)
    unit = try root["period"].oneOf(Period.Unit.self)
    rounding = try root["rounding"].oneOf(Rounding.self)
    metric = try root["metric"].key()
    let credit = try root["credit"].table(keys: ["without", "landmark", "note"])
    self.credit = Credit(
      without: try credit["without"].ifPresent?.words() ?? [],
      landmark: try credit["landmark"].ifPresent?.amountFromZero())
    roles = try root["roles"].filledList { at throws(PolicyError) in try PlanRole(at) }
    try root["roles"].refuseDuplicates(roles.map(\.key))
    try root["roles"].refuseDuplicates(roles.flatMap(\.words))
    components = try root["components"].filledList { at throws(PolicyError) in
      try PayComponent(at)
    }
    try root["components"].refuseDuplicates(components.map(\.key))
    parameters = try Self.parameters(root["parameters"])
    awards =
      try root["awards"].ifPresent.map { at throws(PolicyError) in
        try TitledWord.list(at)
      } ?? []
    loseAfter = try root["lose_after"].ifPresent?.duration()
    try requireKnown(at: root["components"])
  }

  private static func parameters(
    _ at: PolicyDecoder
  ) throws(PolicyError) -> [String: [String]] {
    guard at.isPresent else { return [:] }
    let table = try at.dictionary()
    var parameters: [String: [String]] = [:]
    for name in table.keys {
      var paths: [String] = []
      for path in try table[name].oneOrMore() { paths.append(try path.text()) }
      parameters[name] = paths
    }
    return parameters
  }

  /// Roles and components that components name must be there, components before they are used.
  private func requireKnown(at list: PolicyDecoder) throws(PolicyError) {
    let roleKeys = roles.map(\.key)
    for (index, component) in components.enumerated() {
      let path = "\(list.path)[\(index + 1)]"
      for role in component.roles where !roleKeys.contains(role) {
        throw PolicyError(
          "policy.value", at: "\(path).roles", "there is no role \"\(role)\"",
          remedy: Suggestion.sentence(for: role, among: roleKeys))
      }
      let before = components[..<index].map(\.key)
      for key in component.uses where !before.contains(key) {
        throw PolicyError(
          "policy.value", at: "\(path).of",
          components.contains { $0.key == key }
            ? "\"\(key)\" is listed after it" : "there is no component \"\(key)\"",
          remedy: components.contains { $0.key == key }
            ? "list \"\(key)\" first" : Suggestion.sentence(for: key, among: before))
      }
      if component.isHeld, !component.mayBeHeld {
        throw PolicyError(
          "policy.value", at: "\(path).held", "a component of this kind waits for no customer",
          remedy: "leave out held")
      }
      if case .pool = component.kind, component.threshold != nil || component.cap != nil {
        throw PolicyError("policy.key", at: path, "a pool has no threshold and no cap")
      }
    }
  }

  /// The role that a word of a rep stands for.
  public func role(of word: String?) -> PlanRole? {
    guard let word else { return nil }
    return roles.first { $0.words.contains(word) }
  }

  /// Whether pay asks which orders were won outside the standard process.
  public var readsProcess: Bool {
    components.contains {
      switch $0.kind {
      case .commission(_, _, .outside), .pool(_, .outside), .cut(_, .outside, _): true
      default: false
      }
    }
  }

  /// Whether pay asks for first orders of apprentices.
  public var readsFirstOrders: Bool {
    components.contains { if case .mentor = $0.kind { true } else { false } }
  }

  /// The measures that it asks figures of.
  public var measures: [String] {
    components.flatMap { component -> [String] in
      switch component.kind {
      case .behaviour(let rule): rule.measures.map(\.key)
      case .months(let measure, _, _): [measure]
      default: []
      }
    }
  }
}
