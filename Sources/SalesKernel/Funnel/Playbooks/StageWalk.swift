import Values

/// The way of one opportunity through its playbook, as its stage moves tell it.
public struct StageWalk {
  /// One stage move; from nothing at the opening.
  public struct Step: Hashable, Sendable {
    public let from: String?
    public let to: String
    public let at: Instant

    public init(from: String?, to: String, at: Instant) {
      (self.from, self.to, self.at) = (from, to, at)
    }
  }

  /// When each stage was first entered.
  public let entered: [String: Instant]
  /// Stages that a move the playbook does not allow left out, and when.
  public let jumped: [String: Instant]
  /// The moves forward that the playbook does not allow.
  public let jumps: [Step]
  /// When the last change of stage was; nil for an opportunity without moves.
  public let lastMove: Step?

  /// - Parameter steps: In their order. Steps that stay in their stage are revisions and change nothing.
  public init(_ steps: [Step], through playbook: Playbook) {
    var (entered, jumped): ([String: Instant], [String: Instant]) = ([:], [:])
    var jumps: [Step] = []
    let moves = steps.filter { $0.from != $0.to }
    for step in moves {
      guard let to = playbook.stages.firstIndex(where: { $0.key == step.to }) else { continue }
      if entered[step.to] == nil { entered[step.to] = step.at }
      guard let from = playbook.stages.firstIndex(where: { $0.key == step.from }), from < to,
        playbook.direction(from: from, to: to) == nil
      else { continue }
      jumps.append(step)
      for stage in playbook.stages[(from + 1)..<to] where jumped[stage.key] == nil {
        jumped[stage.key] = step.at
      }
    }
    self.entered = entered
    self.jumped = jumped.filter { entered[$0.key] == nil }
    self.jumps = jumps
    lastMove = moves.last
  }

  /// When a stage's time began: on entering it, or on leaving it out.
  public func start(of stage: String) -> Instant? { entered[stage] ?? jumped[stage] }
}

extension StageWalk {
  /// The way that stage moves tell, in the order of their time.
  public init(_ moves: [StageMove], through playbook: Playbook) {
    self.init(
      moves.sorted { ($0.movedAt, $0.id) < ($1.movedAt, $1.id) }.map {
        Step(from: $0.fromStage, to: $0.stage, at: $0.movedAt)
      }, through: playbook)
  }
}
