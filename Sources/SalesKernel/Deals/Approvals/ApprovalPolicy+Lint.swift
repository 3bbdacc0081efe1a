import Values

/// What can be read in an approval policy and is likely wrong.
public struct ApprovalFinding: Hashable, Sendable {
  /// `lint.steps`, `lint.condition`, `lint.covers`, `lint.reach`.
  public let code: String
  /// The stage's key, or the policy's name.
  public let place: String
  public let message: String
  public let remedy: String
}

extension ApprovalPolicy {
  /// Steps with holes, conditions that give no truth value, stages that do not cover what they read,
  /// and discounts within the deepest limit that no chain may give.
  ///
  /// Conditions are tried on cases where each two fields take plain values of their type; what an
  /// expression names counts as read.
  public func lint() -> [ApprovalFinding] {
    var found = stepFindings()
    for stage in stages { found += Self.findings(stage) }
    if !found.contains(where: { $0.code == "lint.condition" }) { found += reachFindings() }
    return found
  }

  private func stepFindings() -> [ApprovalFinding] {
    let steps = Set(stages.map(\.step))
    guard let last = steps.max() else { return [] }
    let missing = (1...last).filter { !steps.contains($0) }
    guard let first = missing.first else { return [] }
    return [
      ApprovalFinding(
        code: "lint.steps", place: name,
        message: "no stage stands at step \(first), though there is a step \(last)",
        remedy: "number the steps 1, 2, 3 without a hole")
    ]
  }

  private static func findings(_ stage: Stage) -> [ApprovalFinding] {
    var found: [ApprovalFinding] = []
    if stage.covers.isEmpty {
      found.append(
        ApprovalFinding(
          code: "lint.covers", place: stage.key,
          message: "it covers nothing, so every revision would keep its approval",
          remedy: "name the fields that \(stage.role) looks at"))
    }
    guard let when = stage.when else { return found }
    let (read, problem) = trial(of: when, at: stage.key)
    if let problem { found.append(problem) }
    let missed = read.subtracting(stage.covers).sorted()
    if !missed.isEmpty {
      found.append(
        ApprovalFinding(
          code: "lint.covers", place: stage.key,
          message:
            "when reads \(missed.joined(separator: ", ")), covers does not name it: a revision "
            + "that changes it would keep the approval",
          remedy: "add it to covers"))
    }
    return found
  }

  /// The fields that a condition names or reads, and what is wrong with what it gives.
  private static func trial(
    of when: any Rule, at place: String
  ) -> (read: Set<String>, problem: ApprovalFinding?) {
    var read = Set(when.named)
    for item in ApprovalCase.probes {
      do {
        let trace = try when.trace(item.reader)
        read.formUnion(trace.inputs.map(\.field))
        if case .bool = trace.value { continue }
        let message =
          "\(when.text) gives \(trace.value.display), no true or false, at \(item.words)"
        return (
          read,
          ApprovalFinding(
            code: "lint.condition", place: place, message: message,
            remedy: "write a comparison, as discount > 0.05")
        )
      } catch {
        return (
          read,
          ApprovalFinding(
            code: "lint.condition", place: place,
            message: "\(when.text) fails at \(item.words): \(error)",
            remedy: "write it so that it holds or not for every case")
        )
      }
    }
    return (read, nil)
  }

  /// Percents between nothing and the deepest limit that no chain reaches, on a case of nothing else.
  private func reachFindings() -> [ApprovalFinding] {
    guard let ceiling else { return [] }
    var item = ApprovalCase()
    for percent in 1...100 {
      item.discount = Double(percent) / 100
      guard item.discount <= ceiling.double else { break }
      guard let stage = try? beyond(item), let limit = stage.limit else { continue }
      return [
        ApprovalFinding(
          code: "lint.reach", place: stage.key,
          message:
            "at a discount of \(item.discount) the deepest limit of the chain is \(limit), though "
            + "a role of the policy may give \(ceiling)",
          remedy: "let a stage with a deeper limit hold there")
      ]
    }
    return []
  }
}

extension ApprovalCase {
  /// Cases of which each two fields take plain values of their type and the others nothing.
  static let probes: [ApprovalCase] = {
    let fields = schema.entity.fields
    let values = fields.map { plain($0.type) }
    var all = [ApprovalCase()]
    func put(_ settings: [(slot: Int, value: FieldValue)]) {
      var item = ApprovalCase()
      for (slot, value) in settings { try? schema.set(&item, slot: slot, to: value) }
      all.append(item)
    }
    for one in fields.indices {
      for first in values[one] {
        put([(one, first)])
        for two in fields.indices where two > one {
          for second in values[two] { put([(one, first), (two, second)]) }
        }
      }
    }
    return all
  }()

  private static func plain(_ type: FieldType) -> [FieldValue] {
    switch type {
    case .bool: [.bool(true)]
    case .integer: [.integer(1), .integer(10), .integer(1000)]
    case .number: [.number(0.01), .number(0.1), .number(0.5), .number(1)]
    case .money:
      [1, 1_000, 1_000_000, 1_000_000_000].map { .money(Money(units: $0 * Money.unitsPerYuan)) }
    default: [.text("A")]
    }
  }

  /// The fields that are not nothing.
  fileprivate var words: String {
    let entity = Self.schema.entity
    let nothing = ApprovalCase()
    let parts = entity.fields.indices.compactMap { slot -> String? in
      let value = Self.schema.value(of: self, slot: slot)
      guard value != Self.schema.value(of: nothing, slot: slot) else { return nil }
      return "\(entity.fields[slot].name) \(value.display)"
    }
    return parts.isEmpty ? "a case of nothing" : parts.joined(separator: ", ")
  }
}
