import Lua
import SalesKernel
import SalesStore
import Values

/// One opportunity as its playbook sees it, and the writing of its moves.
struct SellingDesk {
  let host: ScriptHost
  let policy: SellingPolicy
  let playbook: Playbook
  let opportunity: Opportunity
  /// In the order of their time.
  let moves: [StageMove]

  init(
    _ host: ScriptHost, _ policies: EnginePolicies, _ opportunity: Opportunity,
    _ options: NamedArguments
  ) throws {
    self.host = host
    self.opportunity = opportunity
    policy = try policies.selling(options["policy"])
    playbook = try policies.playbook(options["playbook"], standing: opportunity.playbook)
    moves = try host.related(StageMove.self, by: "opportunity", to: opportunity.id)
      .sorted { ($0.movedAt, $0.id) < ($1.movedAt, $1.id) }
  }

  /// As messages name it.
  var code: String { opportunity.code ?? "\(opportunity.id)" }

  var walk: StageWalk { StageWalk(moves, through: playbook) }

  /// Place of its stage in the playbook.
  /// - Throws: `playbook.version` where the playbook has no such stage any more.
  func stage() throws -> Int {
    if let index = playbook.stages.firstIndex(where: { $0.key == opportunity.stage }) {
      return index
    }
    throw ValidationError(
      "playbook.version",
      "opportunity \(code) is at \(opportunity.stage), which the playbook \(playbook.name) does not have"
        + " in its version \(playbook.version)",
      remedy: "it was opened under version \(opportunity.playbookVersion ?? "?"): give that as "
        + "playbook = table", field: "stage")
  }

  var deliverables: [Deliverable] {
    get throws { try host.related(Deliverable.self, by: "opportunity", to: opportunity.id) }
  }

  /// How far its nodes are.
  func progress() throws -> [String: NodeProgress] {
    let handed = try deliverables
    return playbook.progress(
      handed,
      try handed.flatMap {
        try host.related(DeliverableReview.self, by: "deliverable", to: $0.id)
      })
  }

  /// What it lacks for a stage, by the fields that the store holds now.
  func missing(for stage: Int) throws -> [MissingPart] {
    let row = try host.row(
      .integer(opportunity.id), of: Opportunity.schema.entity, as: "opportunity")
    return try playbook.missing(for: row, progress(), from: self.stage(), to: stage)
  }

  /// When a call happens: the moment or day it names, else now. A day stands for its first moment, or for
  /// that of the last move where that was on the same day.
  /// - Throws: `opportunity.time` for a moment before the last move or after now.
  func moment(_ options: NamedArguments) throws -> Instant {
    let last = moves.last?.movedAt
    let now = host.options.clock
    var moment = try options.moment("at") ?? now
    if options.isDay("at"), let last, last.day() == moment.day() { moment = last }
    if let last, moment < last {
      throw ValidationError(
        "opportunity.time", "\(moment) is before the last move of opportunity \(code) at \(last)",
        remedy: "its history goes forward only: give a time from then on", field: "at")
    }
    guard moment.day() >= opportunity.openedOn else {
      throw ValidationError(
        "opportunity.time",
        "\(moment) is before opportunity \(code) was opened on \(opportunity.openedOn)",
        remedy: "give a time from then on", field: "at")
    }
    guard moment <= now else { throw ValidationError.future(moment, now) }
    return moment
  }

  /// Refuses a closed opportunity.
  /// - Throws: `opportunity.closed`.
  func requireOpen() throws {
    guard opportunity.status != .open else { return }
    let closed = opportunity.closedOn.map { " on \($0)" } ?? ""
    throw ValidationError(
      "opportunity.closed", "opportunity \(code) was \(opportunity.status.rawValue)\(closed)",
      remedy: policy.reopens.contains(opportunity.status)
        ? "open it again first: selling.reopen" : "open a new one: selling.open", field: "status")
  }

  /// Writes a stage move of the opportunity as the store holds it now.
  func note(
    from old: String?, to new: String, at moment: Instant, reason: String?
  ) throws {
    let now = try host.record(Opportunity.self, id: opportunity.id)
    var move = StageMove(opportunity: now.id, movedAt: moment, stage: new)
    move.fromStage = old
    (move.amount, move.expectedClose) = (now.amount, now.expectedClose)
    move.actor = host.options.actor.isEmpty ? nil : host.options.actor
    move.reason = reason
    try host.requireSession().create(StageMove.schema.entity, move.values)
  }
}

extension ValidationError {
  static func future(_ moment: Instant, _ now: Instant) -> ValidationError {
    ValidationError(
      "opportunity.time", "\(moment) is still to come: it is \(now)",
      remedy: "give a time up to now, or run with a later --as-of", field: "at")
  }
}

extension NamedArguments {
  func isDay(_ name: String) -> Bool {
    guard case .scalar(let scalar)? = self[name], case .day? = try? TypedScalar(scalar) else {
      return false
    }
    return true
  }

  /// An instant, or a date as its first moment.
  func moment(_ name: String) throws -> Instant? {
    guard let value = self[name] else { return nil }
    if case .scalar(let scalar) = value {
      switch try TypedScalar(scalar) {
      case .instant(let instant): return instant
      case .day(let day): return try Instant(startOf: day)
      default: break
      }
    }
    throw ArgumentError(
      "\(name): expected an instant or a date, got \(value.typeName)",
      remedy: "as instant\"2026-06-30T09:00:00\" or date\"2026-06-30\"")
  }
}
