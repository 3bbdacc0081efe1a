import Values

/// Which stage may follow which, and what is missing for it.
extension Playbook {
  public enum Direction: String, Hashable, Sendable {
    case forward
    case back
  }

  /// The way from one stage to another; nil where there is none.
  public func direction(from: Int, to: Int) -> Direction? {
    let (stage, key) = (stages[from], stages[to].key)
    if stage.next.contains(key) { return .forward }
    return stage.back.contains(key) ? .back : nil
  }

  /// Where an opportunity may go from a stage: forward first, then back.
  public func allowed(from: Int) -> [String] { stages[from].next + stages[from].back }

  /// What an opportunity lacks for a stage: deliverables of the stages that it leaves behind, conditions for
  /// leaving them, and conditions of the stage itself. Falling back asks for nothing.
  ///
  /// An allowed skip leaves out what lies between; where there is no way, all of that counts.
  /// - Throws: what a condition throws.
  public func missing(
    for opportunity: any RecordReader, _ done: [String: NodeProgress], from: Int, to: Int
  ) throws -> [MissingPart] {
    guard from < to else { return [] }
    let left = direction(from: from, to: to) == .forward ? from...from : from...(to - 1)
    var missing: [MissingPart] = []
    for stage in stages[left] {
      for node in stage.nodes where node.isRequired {
        missing += MissingPart.of(node, done[node.key], in: stage.key)
      }
      missing += try unmet(stage.exit, of: stage, opportunity)
    }
    return try missing + unmetEntry(of: to, opportunity)
  }

  /// The conditions for entering a stage that an opportunity does not meet.
  /// - Throws: what a condition throws.
  public func unmetEntry(of stage: Int, _ opportunity: any RecordReader) throws -> [MissingPart] {
    try unmet(stages[stage].entry, of: stages[stage], opportunity)
  }

  private func unmet(
    _ conditions: [PlaybookCondition], of stage: PlaybookStage, _ opportunity: any RecordReader
  ) throws -> [MissingPart] {
    try conditions.filter { try !$0.holds(of: opportunity) }.map {
      MissingPart(
        kind: .condition, stage: stage.key, key: $0.rule.text, title: $0.title, role: nil)
    }
  }

  /// - Parameter what: Names the opportunity in messages, as its code.
  /// - Throws: `playbook.move` where no way leads there, `playbook.missing` with all that is missing.
  public func require(
    _ what: String, from: Int, to: Int, missing: [MissingPart]
  ) throws(ValidationError) {
    let (old, new) = (stages[from].key, stages[to].key)
    guard direction(from: from, to: to) != nil else {
      throw ValidationError(
        "playbook.move",
        "opportunity \(what) cannot move from \(old) to \(new) by the playbook \(name)"
          + lacks(missing),
        remedy: ways(from), field: "stage")
    }
    guard missing.isEmpty else {
      throw ValidationError(
        "playbook.missing",
        "opportunity \(what) cannot move from \(old) to \(new)"
          + lacks(missing),
        remedy: "see selling.missing(opportunity, \"\(new)\"); \(ways(from))", field: "stage")
    }
  }

  private func lacks(_ missing: [MissingPart]) -> String {
    missing.isEmpty ? "" : "; it lacks " + missing.map(\.text).joined(separator: ", ")
  }

  private func ways(_ from: Int) -> String {
    let allowed = allowed(from: from)
    return allowed.isEmpty
      ? "\(stages[from].key) is its last stage"
      : "from \(stages[from].key) it may move to \(allowed.joined(separator: ", "))"
  }
}

/// One thing that an opportunity lacks for a stage.
public struct MissingPart: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case deliverable, review, condition
  }

  public let kind: Kind
  /// The stage that asks for it.
  public let stage: String
  /// The node, or the condition as its author wrote it.
  public let key: String
  public let title: Label
  /// Who owes it; nil for conditions.
  public let role: String?

  static func of(_ node: PlaybookNode, _ progress: NodeProgress?, in stage: String) -> [Self] {
    guard let progress else {
      return [
        Self(
          kind: .deliverable, stage: stage, key: node.key, title: node.deliverable,
          role: node.role)
      ]
    }
    return node.reviews.filter { !progress.passed.contains($0) }.map {
      Self(kind: .review, stage: stage, key: node.key, title: node.deliverable, role: $0)
    }
  }

  /// As messages list it.
  public var text: String {
    switch kind {
    case .deliverable: "deliverable \(key) (\(title.zh), by \(role ?? ""))"
    case .review: "review of \(key) by \(role ?? "")"
    case .condition: title.en == key ? "condition \"\(key)\"" : "\(title.en) (\"\(key)\")"
    }
  }
}
