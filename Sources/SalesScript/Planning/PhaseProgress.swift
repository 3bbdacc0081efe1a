import Lua
import SalesKernel
import SalesStore
import Values

/// How far a plan is on a day.
struct PhaseProgress {
  struct Goal {
    let phase: PlanPhase
    let goal: PlanGoal
    let figure: PlanFigure
    /// Nil before the phase begins.
    let actual: Int128?

    var isReached: Bool? { actual.map(goal.isReached) }
  }

  let plan: String
  let day: Day
  let policy: PlanningPolicy
  let phases: [PlanPhase]
  let marks: [PlanMilestone]
  private(set) var goals: [Goal] = []

  /// - Throws: `planning.unknown` with the nearest name; `plan.goals`.
  init(_ host: ScriptHost, _ policy: PlanningPolicy, plan: String, on day: Day) throws {
    (self.plan, self.day, self.policy) = (plan, day, policy)
    let all = try host.records(PlanPhase.self)
    phases = all.filter { $0.plan == plan }.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    guard let first = phases.map(\.startsOn).min() else {
      throw ValidationError(
        "planning.unknown", "there is no plan \"\(plan.excerpt)\" in the book",
        remedy: all.isEmpty
          ? "begin one: planning.start{policy = \"planning_launch\"}"
          : Suggestion.sentence(for: plan, among: Set(all.map(\.plan)).sorted()), field: "plan")
    }
    marks = try phases.flatMap { phase in
      try host.related(PlanMilestone.self, by: "phase", to: phase.id)
    }.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
    let reader = PlanFigureReader(host: host)
    var known: [String: Int128] = [:]
    for phase in phases {
      for goal in try PlanGoal.parse(phase.goals, policy.figures) {
        let figure = try policy.figure(goal.figure)
        let end = min(day, phase.endsOn)
        var actual: Int128?
        if day >= phase.startsOn {
          let key = "\(figure.key) \(end)"
          actual = try known[key] ?? reader.sum(figure, from: first, upto: end)
          known[key] = actual
        }
        goals.append(Goal(phase: phase, goal: goal, figure: figure, actual: actual))
      }
    }
  }

  var due: [PlanMilestone] { marks.filter { $0.dueOn <= day } }
  /// Of those due.
  var done: [PlanMilestone] { due.filter { ($0.doneOn ?? .last) <= day } }
  var late: [PlanMilestone] { marks.filter { $0.dueOn < day && ($0.doneOn ?? .last) > day } }
  var share: Double? { due.isEmpty ? nil : Double(done.count) / Double(due.count) }

  private func state(_ phase: PlanPhase) -> String {
    day < phase.startsOn ? "to_come" : day > phase.endsOn ? "ended" : "running"
  }

  private func state(_ mark: PlanMilestone) -> String {
    if let done = mark.doneOn, done <= day { return done > mark.dueOn ? "done_late" : "done" }
    return mark.dueOn < day ? "late" : "to_come"
  }

  private func daysLate(_ mark: PlanMilestone) -> Int {
    max(0, min(mark.doneOn ?? .last, day).days(since: mark.dueOn))
  }

  func report() -> ReportObject {
    let meets = share.map { $0 >= policy.milestoneGoal }
    return ReportObject([
      .init("plan", .string(plan)), .init("as_of", .scalar(day.scalar)),
      .init("phases", .object(phaseTable)), .init("goals", .object(goalTable)),
      .init("milestones", .object(markTable)), .init("due", Value(due.count)),
      .init("done", Value(done.count)), .init("late", Value(late.count)),
      share.map { .init("share", share: $0) } ?? .init("share", .nil),
      .init("goal", share: policy.milestoneGoal),
      .init("meets", meets.map { .bool($0) } ?? .nil), .init(why: explanation),
    ])
  }

  private var phaseTable: ResultTable {
    ResultTable(
      columns: [
        .init("phase", .number), .init("title"), .init("starts_on"), .init("ends_on"),
        .init("state"), .init("reached", .number), .init("goals", .number),
      ],
      rows: phases.map { phase in
        let mine = goals.filter { $0.phase.id == phase.id }
        return [
          .integer(phase.position), .string(phase.title), .scalar(phase.startsOn.scalar),
          .scalar(phase.endsOn.scalar), .string(state(phase)),
          Value(mine.count { $0.isReached == true }), Value(mine.count),
        ]
      })
  }

  private var goalTable: ResultTable {
    ResultTable(
      columns: [
        .init("phase", .number), .init("figure"), .init("from", .number), .init("upto", .number),
        .init("actual", .number), .init("reached", .bool),
      ],
      rows: goals.map { goal in
        [
          .integer(goal.phase.position), .string(goal.goal.figure),
          goal.goal.fromValue.scriptValue, goal.goal.uptoValue.scriptValue,
          goal.actual.flatMap { try? goal.figure.value($0).scriptValue } ?? .nil,
          goal.isReached.map { .bool($0) } ?? .nil,
        ]
      })
  }

  private var markTable: ResultTable {
    let positions = Dictionary(
      phases.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    return ResultTable(
      columns: [
        .init("id", .number), .init("phase", .number), .init("title"), .init("due_on"),
        .init("done_on"), .init("state"), .init("days_late", .number),
      ],
      rows: marks.map { mark in
        [
          .integer(mark.id), .integer(positions[mark.phase] ?? 0), .string(mark.title),
          .scalar(mark.dueOn.scalar), Value(mark.doneOn), .string(state(mark)),
          Value(daysLate(mark)),
        ]
      })
  }

  private var explanation: Explanation {
    Explanation(
      "share", .step, value: share.map(FieldValue.number) ?? .null,
      reason: share == nil
        ? "no data: no milestone is due by \(day)"
        : "\(done.count) of \(due.count.text("milestone")) due by \(day) are reached; "
          + "the goal is \(ShareText.of(policy.milestoneGoal))",
      source: policy.header.source,
      children: due.map { mark in
        Explanation(
          mark.title, done.contains(mark) ? .matched : .notMatched,
          value: mark.doneOn.map(FieldValue.day) ?? .null, reason: "due on \(mark.dueOn)")
      })
  }
}
