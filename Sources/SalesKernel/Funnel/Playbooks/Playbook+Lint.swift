import Values

/// What is doubtful in a playbook that can be decoded.
extension Playbook {
  public struct Finding: Hashable, Sendable {
    /// `lint.won`, `lint.first`, `lint.unreachable`, `lint.probability`, `lint.limit`.
    public let code: String
    /// The stage or node, or the playbook itself.
    public let place: String
    public let message: String
    public let remedy: String
  }

  public func lint() -> [Finding] {
    wonFindings() + reachFindings() + probabilityFindings() + limitFindings()
  }

  private func wonFindings() -> [Finding] {
    guard let won else {
      return [
        Finding(
          code: "lint.won", place: name, message: "no stage is named as won",
          remedy: "write won = \"…\", one of \(stages.map(\.key).joined(separator: ", "))")
      ]
    }
    var findings: [Finding] = []
    if stages[won].probability != Self.certain {
      findings.append(
        Finding(
          code: "lint.won", place: stages[won].key,
          message: "the won stage has the probability \(stages[won].probability)",
          remedy: "what is won is certain: write probability = 1"))
    }
    for stage in stages[..<won] where stage.probability == Self.certain {
      findings.append(
        Finding(
          code: "lint.probability", place: stage.key,
          message: "an open stage has the probability 1, as if it were won",
          remedy: "only the won stage and those behind it are certain"))
    }
    return findings
  }

  private static let certain = Rate.one

  /// A stage that none leads to is a second first stage; what only such stages lead to is out of reach.
  private func reachFindings() -> [Finding] {
    var reached: Set<String> = []
    var open = stages.first.map { [$0.key] } ?? []
    while let key = open.popLast() {
      guard reached.insert(key).inserted, let stage = stages.first(where: { $0.key == key })
      else { continue }
      open += stage.next + stage.back
    }
    let named = Set(stages.flatMap { $0.next + $0.back })
    return stages.dropFirst().filter { !reached.contains($0.key) }.map { stage in
      named.contains(stage.key)
        ? Finding(
          code: "lint.unreachable", place: stage.key,
          message: "no way from \(stages[0].key) leads to it",
          remedy: "name it in next of an earlier stage, or leave it out")
        : Finding(
          code: "lint.first", place: stage.key,
          message: "no stage leads to it, as if opportunities opened here too",
          remedy: "opportunities open in \(stages[0].key); name it in next of an earlier stage")
    }
  }

  private func probabilityFindings() -> [Finding] {
    stages.flatMap { stage in
      stage.next.compactMap { key in stages.first { $0.key == key } }
        .filter { $0.probability < stage.probability }
        .map {
          Finding(
            code: "lint.probability", place: $0.key,
            message: "\($0.probability) after \(stage.probability) of \(stage.key): going forward "
              + "makes it less likely",
            remedy: "let probabilities rise, or make it a way back")
        }
    }
  }

  private func limitFindings() -> [Finding] {
    var findings: [Finding] = []
    for stage in stages {
      if let usual = stage.usual, let limit = stage.limit, usual > limit {
        findings.append(
          Finding(
            code: "lint.limit", place: stage.key,
            message: "takes \(usual) as a rule, and \(limit) at most",
            remedy: "usual is the shorter of the two"))
      }
      for node in stage.nodes {
        switch (node.limit, stage.limit) {
        case (nil, _) where node.isRequired:
          findings.append(
            Finding(
              code: "lint.limit", place: node.key,
              message: "is required and has no limit: nobody can tell whether it is in time",
              remedy: "write limit = days(…)"))
        case (let limit?, let most?) where limit > most:
          findings.append(
            Finding(
              code: "lint.limit", place: node.key,
              message: "has \(limit), more than the \(most) of its stage \(stage.key)",
              remedy: "give the node less time, or the stage more"))
        default: break
        }
      }
    }
    return findings
  }
}
