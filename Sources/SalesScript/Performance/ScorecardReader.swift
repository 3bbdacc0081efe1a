import Lua
import SalesKernel
import SalesStore
import Values

/// Reads what scorecards are made of: key figures by rep, targets, points that were given.
final class ScorecardReader {
  private let host: ScriptHost
  private let policy: ScorecardPolicy
  private let span: KPISpan
  private let given: [Int64: [String: Double]]
  private var figures: [String: [Int64: FieldValue]] = [:]
  private var wholes: [String: FieldValue?] = [:]
  private lazy var targets = Result { try host.records(Target.self) }

  init(
    _ host: ScriptHost, _ policy: ScorecardPolicy, _ span: KPISpan,
    given: [Int64: [String: Double]] = [:]
  ) {
    (self.host, self.policy, self.span, self.given) = (host, policy, span, given)
  }

  /// - Throws: `kpi.unknown`, and what key figures throw.
  func result(of rep: Rep, by card: ScorecardPolicy.Card) throws -> ScorecardResult {
    ScorecardResult(
      card, by: policy,
      try card.parts.map { part in try reading(part, card, rep) })
  }

  private typealias Reading = (attained: Double?, reason: String, inputs: [Explanation])

  private func reading(
    _ part: ScorecardPolicy.Part, _ card: ScorecardPolicy.Card, _ rep: Rep
  ) throws -> Reading {
    switch part.reading {
    case .given:
      guard let points = given[rep.id]?[part.key] else { return (nil, "nobody gave points", []) }
      return (points / 100, "given: \(FieldValue.number(points).display) of 100", [])
    case .card(let key): return try score(of: rep, by: policy.card(key))
    case .role:
      guard let key = rep.role.flatMap({ policy.roles[$0] }) else {
        return (nil, "the rep's role has no card", [])
      }
      return try score(of: rep, by: policy.card(key))
    case .kpi(let name):
      let definition = try host.kpis.definition(name, host)
      let value = try self.value(definition, card.scope, rep)
      let goal = part.goal ?? definition.goal?.amount
      return attained(definition, value, goal: goal.map { .number($0) }, "goal")
    case .target(let metric, let name):
      let definition = try host.kpis.definition(name, host)
      let value = try self.value(definition, card.scope, rep)
      return attained(definition, value, goal: try target(metric, card.scope, rep), "target")
    }
  }

  private func score(of rep: Rep, by card: ScorecardPolicy.Card) throws -> Reading {
    let result = try result(of: rep, by: card)
    return (result.score.map { $0 / 100 }, "by the card \(card.key)", [result.explanation])
  }

  private func attained(
    _ definition: KPIDefinition, _ value: FieldValue?, goal: FieldValue?, _ what: String
  ) -> Reading {
    var inputs = [
      Explanation(definition.name, .input, value: value ?? .null, source: definition.source)
    ]
    guard let value else { return (nil, "\(definition.name): no data", inputs) }
    guard let goal else { return (nil, "\(definition.name) has no \(what)", inputs) }
    inputs.append(Explanation(what, .input, value: goal))
    let standing = KPIStanding(
      value: value, goal: goal, previous: nil, lastYear: nil, better: definition.better)
    return (
      standing.attained,
      "\(definition.name) \(value.display) against a \(what) of \(goal.display)", inputs
    )
  }

  private func value(
    _ definition: KPIDefinition, _ scope: ScorecardPolicy.Scope, _ rep: Rep
  ) throws -> FieldValue? {
    if scope == .company {
      if let known = wholes[definition.name] { return known }
      let value = try KPIRun(definition, span, host: host).whole().value
      wholes[definition.name] = .some(value)
      return value
    }
    if let known = figures[definition.name] { return known[rep.id] }
    var values: [Int64: FieldValue] = [:]
    if definition.formula != nil, definition.splits.contains("rep") {
      for group in try KPIRun(definition, span, by: ["rep"], host: host).groups() {
        if case .integer(let id) = group.key[0], let value = group.value { values[id] = value }
      }
    }
    figures[definition.name] = values
    return values[rep.id]
  }

  /// What is to be reached in the days: the target of just them, else the sum of those within that are not
  /// split further.
  private func target(
    _ metric: String, _ scope: ScorecardPolicy.Scope, _ rep: Rep
  ) throws -> FieldValue? {
    let own = try targets.get().filter { target in
      target.metric == metric && target.startsOn >= span.first && target.endsOn <= span.last
        && (scope == .rep
          ? target.rep == rep.id : target.rep == nil && target.unit == nil && target.isWhole)
    }
    let exact = own.filter {
      $0.startsOn == span.first && $0.endsOn == span.last && $0.isWhole
    }
    let parents = Set(own.compactMap(\.parent))
    let counted = exact.isEmpty ? own.filter { !parents.contains($0.id) } : Array(exact.prefix(1))
    if counted.isEmpty { return nil }
    let amounts = counted.compactMap(\.amount)
    guard amounts.count == counted.count else {
      return .number(counted.reduce(0) { $0 + ($1.number ?? 0) })
    }
    return .money(try amounts.reduce(.zero) { try $0.adding($1) })
  }
}

extension Target {
  /// Whether it is of all products, regions and kinds of customers.
  fileprivate var isWhole: Bool { product == nil && region == nil && kind == nil }
}
