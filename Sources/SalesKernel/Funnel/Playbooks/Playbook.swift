import Values

/// A way of selling: the stages of an opportunity, what is done in each, and which may follow which.
///
/// Stages stand in their order. Those before the won stage are open, those behind it follow a sale:
/// delivery, operation, renewal.
/// - Source: FU4, FU7, FU10; stages, words and figures are the policy's.
public struct Playbook {
  /// The stage of opportunities that were lost: every playbook has it.
  public static let lost = "lost"

  public let name: String
  public let title: Label
  public let source: String
  public let note: String?
  /// As its author counts: a playbook is reviewed by the quarter and renewed by the year.
  public let version: String
  public let stages: [PlaybookStage]
  /// Index of the stage that a won opportunity moves to; nil where the author named none.
  public let won: Int?

  /// The place of a stage.
  /// - Throws: `playbook.stage` with the nearest word.
  public func index(of stage: String) throws(ValidationError) -> Int {
    if let index = stages.firstIndex(where: { $0.key == stage }) { return index }
    throw ValidationError(
      "playbook.stage", "the playbook \(name) has no stage \"\(stage.excerpt)\"",
      remedy: stage == Self.lost
        ? "lose it by selling.lose" : Suggestion.sentence(for: stage, among: stages.map(\.key)),
      field: "stage")
  }

  /// The node with a word, and the place of its stage.
  /// - Throws: `playbook.node` with the nearest word.
  public func node(_ word: String) throws(ValidationError) -> (stage: Int, node: PlaybookNode) {
    for (index, stage) in stages.enumerated() {
      if let node = stage.nodes.first(where: { $0.key == word }) { return (index, node) }
    }
    let words = stages.flatMap(\.nodes).map(\.key)
    throw ValidationError(
      "playbook.node", "the playbook \(name) has no node \"\(word.excerpt)\"",
      remedy: words.isEmpty
        ? "none of its stages has any" : Suggestion.sentence(for: word, among: words),
      field: "node")
  }

  /// The place of the won stage.
  /// - Throws: `playbook.won` where there is none.
  public func requireWon() throws(ValidationError) -> Int {
    if let won { return won }
    throw ValidationError(
      "playbook.won", "the playbook \(name) names no won stage",
      remedy: "write won = \"…\" into it; playbooks.lint shows what else is doubtful")
  }

  /// Words of a stage; the key itself where the playbook does not know it.
  public func title(of stage: String) -> Label {
    stages.first { $0.key == stage }?.title ?? Label(stage, stage)
  }

  /// Every role that a node or a review names, in order of first mention.
  public var roles: [String] {
    var roles: [String] = []
    for node in stages.flatMap(\.nodes) {
      for role in [node.role] + node.reviews where !roles.contains(role) { roles.append(role) }
    }
    return roles
  }
}

/// One stage of a playbook.
public struct PlaybookStage {
  public let key: String
  public let title: Label
  public let source: String
  /// Share of the opportunities in this stage that are won in the end.
  public let probability: Rate
  /// Stages that may follow, the nearest first; those beyond the nearest are skips.
  public let next: [String]
  /// Earlier stages that it may fall back to.
  public let back: [String]
  /// How long the stage takes at least, as a rule, and at most; nil where nobody says.
  public let usual: Span?
  public let limit: Span?
  public let entry: [PlaybookCondition]
  public let exit: [PlaybookCondition]
  public let nodes: [PlaybookNode]
}

/// What must hold of an opportunity for it to enter a stage, or to leave it.
public struct PlaybookCondition {
  public let title: Label
  public let rule: any Rule

  /// Whether it holds: as in Lua, all but nothing and false is true.
  public func holds(of opportunity: any RecordReader) throws -> Bool {
    switch try rule.evaluate(opportunity) {
    case .null, .bool(false): false
    default: true
    }
  }
}

/// A key node of a stage: what is handed in, by whom, by when.
/// - Source: FU4 (S2).
public struct PlaybookNode: Hashable, Sendable {
  public let key: String
  public let title: Label
  public let deliverable: Label
  /// Who owns it.
  public let role: String
  public let source: String
  /// From entering the stage; nil where nobody says.
  public let limit: Span?
  /// Whether the stage cannot be left without it.
  public let isRequired: Bool
  /// Roles that must have passed it before it counts as done.
  public let reviews: [String]

  /// The day by which it is done, where its stage was entered then; nil without a limit.
  /// - Throws: `instant.range`.
  public func dueOn(enteredAt instant: Instant) throws(ValueError) -> Day? {
    guard let limit else { return nil }
    return try instant.adding(limit).day()
  }
}
