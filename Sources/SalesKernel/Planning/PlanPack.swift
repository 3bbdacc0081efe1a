import Values

/// A plan as a pack brings it: phases with goals and milestones, counted in months from its first day.
/// - Source: OR3; `stdlib-lua/policy/planning_*.lua`.
public struct PlanPack: Sendable {
  public struct Mark: Hashable, Sendable {
    public let title: Label
    /// The month of the plan by whose end it is ready.
    public let month: Int
    public let contingency: Label?
    public let source: String
  }

  public struct Phase: Sendable {
    public let key: String
    public let title: Label
    /// First and last month of the plan, from 1.
    public let months: ClosedRange<Int>
    public let tasks: [Label]
    public let goals: [PlanGoal]
    public let marks: [Mark]
    public let questions: [SelfQuestion]
    public let source: String

    /// As records of plans call it.
    public var label: String { title.both }
  }

  public let header: PolicyHeader
  public let phases: [Phase]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, _ figures: [PlanFigure]) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["phases"])
    header = try PolicyHeader(root)
    phases = try root["phases"].filledList { at throws(PolicyError) in
      try Phase(at, figures)
    }
    try root["phases"].refuseDuplicates(phases.map(\.key))
    for (before, after) in zip(phases, phases.dropFirst())
    where after.months.lowerBound < before.months.lowerBound {
      throw PolicyError(
        "policy.value", at: root["phases"].path, "\(after.key) begins before \(before.key)",
        remedy: "list the phases in their order")
    }
  }

  /// - Throws: `plan.phase` with the nearest word.
  public func phase(_ key: String) throws(ValidationError) -> Phase {
    if let phase = phases.first(where: { $0.key == key }) { return phase }
    throw ValidationError(
      "plan.phase", "\(header.name) has no phase \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: phases.map(\.key)), field: "phase")
  }

  /// The records of a plan that begins on a day: a phase each, with its milestones.
  /// - Throws: `day.range`.
  public func schedule(
    _ plan: String, from day: Day
  ) throws(ValueError) -> [(phase: PlanPhase, marks: [PlanMilestone])] {
    var all: [(phase: PlanPhase, marks: [PlanMilestone])] = []
    for (place, phase) in phases.enumerated() {
      var record = PlanPhase(
        plan: plan, position: Int64(place + 1), title: phase.label,
        startsOn: try day.adding(months: phase.months.lowerBound - 1),
        endsOn: try Self.end(of: phase.months.upperBound, from: day))
      record.goals = PlanGoal.text(phase.goals)
      record.note = phase.tasks.isEmpty ? nil : phase.tasks.map(\.both).joined(separator: "; ")
      var marks: [PlanMilestone] = []
      for mark in phase.marks {
        var milestone = PlanMilestone(
          phase: 0, title: mark.title.both, dueOn: try Self.end(of: mark.month, from: day))
        milestone.contingency = mark.contingency?.both
        marks.append(milestone)
      }
      all.append((record, marks))
    }
    return all
  }

  /// The last day of a month of a plan.
  private static func end(of month: Int, from day: Day) throws(ValueError) -> Day {
    try day.adding(months: month).adding(days: -1)
  }
}

extension PlanPack.Phase {
  fileprivate init(_ at: PolicyDecoder, _ figures: [PlanFigure]) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "months", "tasks", "goals", "milestones", "questions", "source", "note",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    let months = try table["months"].list(of: { at throws(PolicyError) in
      Int(try at.integer(in: 1...600))
    })
    guard months.count == 2, months[0] <= months[1] else {
      throw PolicyError(
        "policy.value", at: table["months"].path, "is not the first and the last month",
        remedy: "as {1, 3}")
    }
    let range = months[0]...months[1]
    self.months = range
    tasks =
      try table["tasks"].ifPresent?.list(of: { at throws(PolicyError) in try at.label() }) ?? []
    goals =
      try table["goals"].ifPresent?.list(of: { at throws(PolicyError) in
        try PlanGoal(at, figures)
      }) ?? []
    marks =
      try table["milestones"].ifPresent?.list(of: { at throws(PolicyError) in
        try PlanPack.Mark(at, range)
      }) ?? []
    let keys = figures.map(\.key)
    questions =
      try table["questions"].ifPresent?.list(of: { at throws(PolicyError) in
        try SelfQuestion(at, figures: keys)
      }) ?? []
    try table["questions"].refuseDuplicates(questions.map(\.key))
  }
}

extension PlanPack.Mark {
  fileprivate init(_ at: PolicyDecoder, _ months: ClosedRange<Int>) throws(PolicyError) {
    let table = try at.table(keys: ["title", "month", "contingency", "source", "note"])
    title = try table["title"].label()
    month =
      try table["month"].ifPresent.map { at throws(PolicyError) in
        Int(try at.integer(in: Int64(months.lowerBound)...Int64(months.upperBound)))
      } ?? months.upperBound
    contingency = try table["contingency"].ifPresent?.label()
    source = try table.source()
  }
}

extension PlanGoal {
  fileprivate init(_ at: PolicyDecoder, _ figures: [PlanFigure]) throws(PolicyError) {
    let table = try at.table(keys: ["figure", "from", "upto", "source", "note"])
    let key = try table["figure"].choice(figures.map(\.key))
    let isMoney = figures.first { $0.key == key }?.isMoney ?? false
    func count(_ at: PolicyDecoder) throws(PolicyError) -> Int64 {
      isMoney ? try at.money().units : try at.integer(in: 0...1_000_000_000_000)
    }
    (figure, self.isMoney) = (key, isMoney)
    let from = try count(table["from"])
    self.from = from
    upto = try table["upto"].ifPresent.map(count)
    if let upto, upto < from {
      throw PolicyError("policy.value", at: table["upto"].path, "is below from")
    }
    _ = try table.source()
  }
}

/// A question that the organisation asks itself, and which answer it wishes for.
///
/// Where a figure answers it, the answer is whether it is at least so much.
/// - Source: PF9, OR3.
public struct SelfQuestion: Hashable, Sendable {
  public let key: String
  public let title: Label
  /// The answer that passes.
  public let wish: Bool
  /// A figure of the policy, or a rate that an engine knows.
  public let figure: String?
  public let from: Double?
  public let source: String

  init(_ at: PolicyDecoder, figures: [String]) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "wish", "figure", "from", "source", "note"])
    key = try table["key"].key()
    title = try table["title"].label()
    wish = try table["wish"].ifPresent?.bool() ?? true
    figure = try table["figure"].ifPresent?.choice(figures + Self.rates)
    from = try figure == nil ? nil : table["from"].number()
    source = try table.source()
  }

  /// Rates that engines compute, beside the policy's figures.
  public static let rates = ["first_deal_share"]
}

extension Label {
  /// Both languages in one line.
  public var both: String { en == zh ? en : "\(en) · \(zh)" }
}
