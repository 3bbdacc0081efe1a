import Values

/// A validated tiering policy: puts each record of an entity into a level or a strategy group.
///
/// ```
///   record ─▶ measures ─▶ axis: band, band, band …   first that holds
///              field       axis: band, band …          │ several axes: their combination
///              score                                   ▼ picks a strategy group
///              rank                                  outcome (code, label, strategy, source)
///              rule
/// ```
/// A policy is decoded once from its Lua table, with slots bound and every combination of bands
/// looked up beforehand, so that ``assign(_:ranks:)`` runs over millions of records.
///
/// ```swift
/// let policy = try TieringPolicy(
///   decoding: value, entity: Customer.schema.entity, compiler: compiler)
/// let assignment = try policy.assign(record)
/// policy.code(of: assignment)  // "A"
/// ```
/// - Source: CU7–CU10.
public struct TieringPolicy {
  public let name: String
  public let title: Label
  public let source: String
  public let note: String?
  public let entity: Entity
  /// Slot of the field that the outcome's code is written to.
  public let writes: Int
  /// Slot of the field that the score is written to; nil where there is none.
  public let writesScore: Int?
  public let measures: [Measure]
  public let axes: [Axis]
  /// Empty for a policy of one axis, whose bands are the outcomes themselves.
  public let groups: [TierGroup]
  /// Every outcome, in the policy's order; an ``Assignment`` holds an index of it.
  public let outcomes: [TierOutcome]
  /// Group index of each combination of bands; empty for one axis.
  let groupOfCombination: [Int]
  let declaredMeasures: Int
  /// The axes as ``assign(_:ranks:)`` runs them.
  let program: [AxisProgram]
}

extension TieringPolicy {
  /// - Parameter value: The policy's table, in the shape of `docs/policies/tiering.md`.
  /// - Throws: ``PolicyError`` of the first fault in the shape, or of the first lint finding.
  public init(decoding value: PolicyValue, entity: Entity, compiler: any RuleCompiler)
    throws(PolicyError)
  {
    let policy = try TieringDecoder.decode(PolicyDecoder(value), entity: entity, compiler: compiler)
    if let finding = policy.findings.first { throw finding }
    self = policy
  }

  /// Everything that is wrong with a policy; empty for one that can be used.
  public static func lint(
    _ value: PolicyValue, entity: Entity, compiler: any RuleCompiler
  ) -> [PolicyError] {
    do {
      return try TieringDecoder.decode(PolicyDecoder(value), entity: entity, compiler: compiler)
        .findings
    } catch {
      return [error]
    }
  }
}

/// What a policy gave one record.
public struct Assignment: Hashable, Sendable {
  /// Index into ``TieringPolicy/outcomes``; nil where no band holds and none is unconditional.
  public let outcome: Int?
  /// Value of the first axis's measure where that is a score.
  public let score: Double?
  /// Which band of each axis, as one number; see ``TieringPolicy/bands(of:)``.
  let combination: Int
}

extension TieringPolicy {
  public func code(of assignment: Assignment) -> String? {
    assignment.outcome.map { outcomes[$0].code }
  }

  /// The outcome with a code, as `A`.
  public func outcome(coded code: String) -> TierOutcome? { outcomes.first { $0.code == code } }

  /// The band of each axis that an assignment is in; empty where an axis had none.
  public func bands(of assignment: Assignment) -> [(axis: Axis, band: Band)] {
    guard assignment.combination >= 0 else { return [] }
    var rest = assignment.combination
    var found: [(axis: Axis, band: Band)] = []
    for axis in axes.reversed() {
      found.append((axis, axis.bands[rest % axis.bands.count]))
      rest /= axis.bands.count
    }
    return found.reversed()
  }

  /// Rank measures and the slot of the money field that each ranks by, in the order of
  /// ``prepare(ranked:)``.
  public var rankedFields: [(measure: String, slot: Int)] {
    measures.compactMap {
      if case .rank(let slot, _) = $0.kind { ($0.name, slot) } else { nil }
    }
  }

  /// Ranks all records for the rank measures: one list of ids and amounts each, in the order of
  /// ``rankedFields``.
  public func prepare(ranked amounts: [[(id: Int64, amount: Money)]]) -> Ranks {
    Ranks(amounts.map { RankTable($0) })
  }

  /// Slots that ``assign(_:ranks:)`` reads itself, ascending. Rules may read others: see
  /// ``hasRules``.
  public var needs: [Int] {
    var slots: Set<Int> = []
    var used = Set(axes.compactMap(\.measure))
    for band in axes.lazy.flatMap(\.bands) { used.formUnion(band.also.map(\.measure)) }
    if hasRules { used.formUnion(measures.indices) }
    for index in used {
      switch measures[index].kind {
      case .field(let slot): slots.insert(slot)
      case .score(let score): slots.formUnion(score.slots)
      case .rank, .rule: break
      }
    }
    return slots.sorted()
  }

  /// Whether the policy runs rules whose reading cannot be told beforehand.
  public var hasRules: Bool {
    let byMeasure = measures.contains {
      if case .rule = $0.kind { true } else { false }
    }
    return byMeasure || axes.contains { $0.bands.contains { $0.when != nil } }
  }
}

extension TieringPolicy {
  /// How many factors its scores have together.
  public var factors: Int {
    measures.reduce(0) { count, measure in
      if case .score(let score) = measure.kind { count + score.factors.count } else { count }
    }
  }
}
