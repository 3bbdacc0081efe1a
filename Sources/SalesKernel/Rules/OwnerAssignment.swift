import Values

/// Who gets a record, a lead or a ticket: the first rule that leaves somebody, and of those the one with
/// the least to do.
/// - Source: FU3, AU1, SV4.
public struct OwnerAssignment {
  struct Pair: Sendable {
    let name: String
    let record: Int
    let rep: Int
  }

  public struct Rule {
    public let key: String
    public let title: Label
    public let source: String
    let when: RecordCondition
    let who: RecordCondition
    /// Fields that record and rep have alike.
    let same: [Pair]
    let maxLoad: Int?
  }

  /// A rep with what there is to do.
  public struct Candidate {
    public let rep: Rep
    public var load: Int

    public init(_ rep: Rep, load: Int) {
      self.rep = rep
      self.load = load
    }
  }

  /// States of records that count for a rep's load.
  public let load: Set<String>
  public let rules: [Rule]
  private let entity: Entity

  /// - Parameters:
  ///   - entity: What is given to reps.
  ///   - states: The states that its records may have.
  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder, of entity: Entity, states: [String]) throws(PolicyError) {
    self.entity = entity
    let table = try at.table(keys: ["load", "rules"])
    load = Set(
      try table["load"].filledList { at throws(PolicyError) in try at.choice(states) })
    rules = try table["rules"].filledList { at throws(PolicyError) in try Rule(at, of: entity) }
    try table["rules"].refuseDuplicates(rules.map(\.key))
  }

  /// The rep for a record, as a place in the candidates, and why; nil where no rule leaves anybody.
  /// - Throws: what the record throws.
  public func choose(
    for record: any RecordReader, among candidates: [Candidate], on day: Day
  ) throws -> (chosen: Int?, why: Explanation) {
    var chosen: (place: Int, rule: Rule)?
    var nodes: [Explanation] = []
    for rule in rules {
      if let first = chosen {
        nodes.append(rule.node(.notMatched, "\(first.rule.key) comes first"))
        continue
      }
      if let failure = try rule.when.failure(record) {
        nodes.append(rule.node(.notMatched, failure))
        continue
      }
      let (fitting, misses) = try rule.fitting(candidates, record, day)
      let best = fitting.min {
        (candidates[$0].load, candidates[$0].rep.id) < (candidates[$1].load, candidates[$1].rep.id)
      }
      guard let best else {
        nodes.append(rule.node(.notMatched, misses.isEmpty ? "there are no reps" : misses))
        continue
      }
      chosen = (best, rule)
      let rep = candidates[best]
      nodes.append(
        rule.node(
          .matched,
          "\(fitting.count) of \(candidates.count) reps fit; \(rep.rep.name) has the fewest \(entity.name), "
            + "\(rep.load), ties by id"))
    }
    let name = chosen.map { candidates[$0.place].rep }
    return (
      chosen?.place,
      Explanation(
        "owner", .step, value: name.map { .integer($0.id) } ?? .null,
        reason: name.map { "\($0.name)" } ?? "no rule leaves anybody",
        source: chosen?.rule.source, children: nodes)
    )
  }
}

extension OwnerAssignment.Rule {
  init(_ at: PolicyDecoder, of entity: Entity) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "source", "when", "who", "same", "max_load"])
    var same: [OwnerAssignment.Pair] = []
    for at in try table["same"].ifPresent?.list() ?? [] { same.append(try .init(at, of: entity)) }
    self.init(
      key: try table["key"].key(), title: try table["title"].label(), source: try table.source(),
      when: try RecordCondition(table["when"], of: entity),
      who: try RecordCondition(table["who"], of: Rep.schema.entity), same: same,
      maxLoad: try table["max_load"].ifPresent.map { at throws(PolicyError) in
        Int(try at.integer(in: 1...1_000_000_000))
      })
  }

  fileprivate func node(_ outcome: Explanation.Outcome, _ reason: String) -> Explanation {
    Explanation(key, outcome, reason: reason, source: source)
  }

  /// Places of the candidates that fit, and how many were left out by what.
  fileprivate func fitting(
    _ candidates: [OwnerAssignment.Candidate], _ record: any RecordReader, _ day: Day
  ) throws -> (fitting: [Int], misses: String) {
    var fitting: [Int] = []
    var misses: [(why: String, count: Int)] = []
    for place in candidates.indices {
      guard let why = try miss(candidates[place], record, day) else {
        fitting.append(place)
        continue
      }
      if let known = misses.firstIndex(where: { $0.why == why }) {
        misses[known].count += 1
      } else {
        misses.append((why, 1))
      }
    }
    return (fitting, misses.map { "\($0.count) \($0.why)" }.joined(separator: ", "))
  }

  private func miss(
    _ candidate: OwnerAssignment.Candidate, _ record: any RecordReader, _ day: Day
  ) throws -> String? {
    let rep = candidate.rep
    if !rep.isWithUs(on: day) { return "not with us" }
    for pair in same {
      let value = try record.value(at: pair.record)
      guard !value.isNull, rep.reader.value(at: pair.rep) == value else {
        return "of another \(pair.name)"
      }
    }
    if try who.failure(rep.reader) != nil { return "not asked for" }
    if let maxLoad, candidate.load >= maxLoad { return "with \(maxLoad) or more" }
    return nil
  }
}

extension OwnerAssignment.Pair {
  /// Reads a field that both have, or `{ record = "team", rep = "role" }`.
  /// - Throws: ``PolicyError``.
  fileprivate init(_ at: PolicyDecoder, of entity: Entity) throws(PolicyError) {
    let reps = Rep.schema.entity
    if case .table = at.value {
      let table = try at.table(keys: ["record", "rep"])
      record = try entity.policySlot(table["record"])
      rep = try reps.policySlot(table["rep"])
    } else {
      (record, rep) = (try entity.policySlot(at), try reps.policySlot(at))
    }
    name = entity.fields[record].name
    guard entity.fields[record].type == reps.fields[rep].type else {
      throw PolicyError("policy.field", at: at.path, "\(name) is another kind for reps")
    }
  }
}

extension Rep {
  public func isWithUs(on day: Day) -> Bool {
    !(leftOn.map { $0 < day } ?? false || joinedOn.map { $0 > day } ?? false)
  }
}
