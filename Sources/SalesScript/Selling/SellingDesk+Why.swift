import Lua
import SalesKernel
import SalesStore
import Values

/// Why an opportunity stands where it does, and what that is worth.
extension SellingDesk {
  /// Title of its stage.
  var title: Label {
    opportunity.stage == Playbook.lost
      ? Label(Playbook.lost, "输单") : playbook.title(of: opportunity.stage)
  }

  /// - Throws: `playbook.version`.
  func probability() throws -> Rate {
    switch opportunity.status {
    case .won: .one
    case .lost: .zero
    case .open: playbook.stages[try stage()].probability
    }
  }

  func probabilityExplanation() throws -> Explanation {
    let value = FieldValue.number(try probability().double)
    let status = Explanation("status", .input, value: opportunity.status.fieldValue)
    guard opportunity.status == .open else {
      return Explanation(
        "probability", .step, value: value,
        reason: "what is \(opportunity.status.rawValue) is decided", source: playbook.source,
        children: [status])
    }
    let stage = playbook.stages[try stage()]
    return Explanation(
      "probability", .step, value: value,
      reason: "stage \(stage.key) of the playbook \(playbook.name), version \(playbook.version)",
      source: stage.source,
      children: [
        status,
        Explanation(
          "stage", .input, value: .text(stage.key), reason: stage.title.both, source: stage.source
        ),
      ] + (try versionNote()))
  }

  /// The moves that led to its stage, then the stages that it may go to, with what is missing for them.
  func stageExplanation() throws -> Explanation {
    let last = moves.last { $0.fromStage != $0.stage }
    let source =
      playbook.stages.first { $0.key == opportunity.stage }?.source ?? playbook.source
    return Explanation(
      "stage", .step, value: .text(opportunity.stage),
      reason: last.map {
        "\(Self.text($0)); playbook \(playbook.name), version \(playbook.version)"
      },
      source: source, children: moves.map(step) + (try ways()) + (try versionNote()))
  }

  private func step(_ move: StageMove) -> Explanation {
    Explanation(
      move.fromStage == move.stage ? "revision" : "move", .matched, value: .text(move.stage),
      reason: Self.text(move))
  }

  private static func text(_ move: StageMove) -> String {
    let way =
      switch move.fromStage {
      case nil: "opened"
      case move.stage?: "revised"
      case let from?: "moved from \(from)"
      }
    let who = move.actor.map { " by \($0)" } ?? ""
    return "\(way) at \(move.movedAt)\(who)" + (move.reason.map { ": \($0)" } ?? "")
  }

  private func ways() throws -> [Explanation] {
    guard opportunity.status == .open else { return [] }
    let from = try stage()
    return try playbook.allowed(from: from).map { word in
      let to = try playbook.index(of: word)
      let missing = try missing(for: to)
      let way = playbook.direction(from: from, to: to)?.rawValue ?? ""
      return Explanation(
        "\(way) to \(word)", missing.isEmpty ? .step : .notMatched,
        reason: missing.isEmpty
          ? "nothing is missing" : "lacks " + missing.map(\.text).joined(separator: ", "),
        source: playbook.stages[to].source)
    }
  }

  private func versionNote() throws -> [Explanation] {
    guard let opened = opportunity.playbookVersion, opened != playbook.version else { return [] }
    return [
      Explanation(
        "playbook_version", .input, value: .text(opened),
        reason: "opened under it; version \(playbook.version) holds now")
    ]
  }
}

extension ScriptHost {
  /// The desk of a record at hand, by the standing policies.
  func sellingDesk(of row: BlockRow) throws -> SellingDesk {
    try SellingDesk(
      self, EnginePolicies(self), try Opportunity(reading: row), NamedArguments("why"))
  }
}
