import Lua
import SalesKernel
import SalesStore
import Values

/// Reads and writes targets by a policy.
final class TargetDesk {
  let host: ScriptHost
  let policy: TargetPolicy
  let org: TargetOrg
  private var known: [String: [TargetCell]] = [:]

  init(_ host: ScriptHost, _ policies: EnginePolicies, _ options: NamedArguments) throws {
    self.host = host
    policy = try policies.targets(options["policy"])
    org = TargetOrg(try host.records(Rep.self), levels: policy.levels)
  }

  init(_ host: ScriptHost, _ policies: EnginePolicies) throws {
    self.host = host
    policy = try policies.targets()
    org = TargetOrg(try host.records(Rep.self), levels: policy.levels)
  }

  /// What was reached of a metric from one day to another; read once for a call.
  func cells(
    _ metric: TargetMetric, from first: Day, upto last: Day, byProduct: Bool
  ) throws -> [TargetCell] {
    let key = "\(metric.key) \(first) \(last) \(byProduct)"
    if let cells = known[key] { return cells }
    let cells = try TargetReader(host: host, metric: metric).cells(
      from: first, upto: last, byProduct: byProduct)
    known[key] = cells
    return cells
  }

  /// What was reached within a scope, up to a day.
  func reached(
    _ metric: TargetMetric, _ scope: TargetScope, upto day: Day
  ) throws -> Int128 {
    let cells = try cells(
      metric, from: scope.period.first, upto: min(scope.period.last, day),
      byProduct: scope.product != nil)
    return cells.reduce(0) { scope.holds($1, in: org) ? $0 + $1.sum : $0 }
  }

  /// The targets of a metric and a scope; there is one at most.
  func target(_ metric: TargetMetric, _ scope: TargetScope) throws -> Target? {
    try host.records(
      Target.self,
      where: [
        ("metric", .text(metric.key)), ("period", .text(scope.period.text)),
        ("level", .text(policy.levels[scope.level].key)), ("unit", scope.unit.fieldValue),
        ("rep", scope.rep.map(FieldValue.integer) ?? .null),
        ("product", scope.product.fieldValue), ("region", scope.region.fieldValue),
        ("kind", scope.kind.fieldValue),
      ]
    ).first
  }

  /// The parts of a target, in the order that remainders are given out in.
  func children(of target: Target) throws -> [Target] {
    let parts = try host.related(Target.self, by: "parent", to: target.id)
    return try parts.map { (target: $0, scope: try TargetScope($0, policy)) }.sorted {
      let (one, other) = ($0.scope, $1.scope)
      if one.period.first != other.period.first { return one.period.first < other.period.first }
      let (mine, its) = (Self.words(one), Self.words(other))
      if mine != its { return mine.lexicographicallyPrecedes(its) }
      return (one.rep ?? 0, $0.target.id) < (other.rep ?? 0, $1.target.id)
    }.map(\.target)
  }

  private static func words(_ scope: TargetScope) -> [String] {
    [scope.unit, scope.product, scope.region, scope.kind].map { $0 ?? "" }
  }

  /// What it is of, as messages and tables say it: `2026-Q2 east bolts`.
  func name(_ scope: TargetScope) -> String {
    var words = [scope.period.text]
    switch org.levels[scope.level].reach {
    case .company: words.append(org.levels[scope.level].key)
    case .unit: words.append(scope.unit ?? "")
    case .rep: words.append(scope.rep.map { org.member($0)?.name ?? "rep \($0)" } ?? "")
    }
    words += [scope.product, scope.region, scope.kind].compactMap { $0 }
    return words.joined(separator: " ")
  }

  /// - Throws: `target.empty` where it has neither an amount nor a number.
  func value(of target: Target) throws -> TargetValue {
    guard let value = target.value else {
      throw ValidationError(
        "target.empty", "target \(target.id) has neither an amount nor a whole number",
        remedy: "set it again: target.set{…}", field: "amount")
    }
    return value
  }

  /// Deletes a target's parts with all theirs, those furthest down first.
  /// - Returns: how many there were.
  @discardableResult
  func deleteParts(of target: Target) throws -> Int {
    var count = 0
    let parts = try host.related(Target.self, by: "parent", to: target.id)
    for part in parts { count += try deleteParts(of: part) }
    if !parts.isEmpty {
      try host.requireSession().delete(Target.schema.entity, ids: parts.map(\.id))
    }
    return count + parts.count
  }

  /// Words that there are of a product line, a region or a kind of customers, by the alphabet.
  func words(_ facet: TargetFacet) throws -> [String] {
    switch facet {
    case .product: try distinct(Product.schema.entity, "category")
    case .region: try distinct(Customer.schema.entity, "region")
    case .kind: try distinct(Customer.schema.entity, "kind")
    case .level, .period: []
    }
  }

  private func distinct(_ entity: Entity, _ field: String) throws -> [String] {
    let table = try host.requireSession().columns(
      of: Selection(entity), slots: [try entity.requireSlot(of: field)],
      poll: host.state.checkStop)
    return table.columns[0].distinctTexts.filter { !$0.isEmpty }.sorted()
  }
}
