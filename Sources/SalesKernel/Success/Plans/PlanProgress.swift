import Values

/// How far a success plan is on a day.
/// - Source: CS3.
public struct PlanProgress: Sendable {
  public enum State: String, Sendable {
    case done
    /// Its day is past.
    case late
    case due
    /// Without a day.
    case open
  }

  public struct Mark: Sendable {
    public let milestone: SuccessMilestone
    public let state: State
    /// Days behind its day: until it was done, or until now; nil for what is in time.
    public let daysLate: Int?
    /// Whether what was measured reached the target; nil where one of them is not known.
    public let isMet: Bool?
  }

  /// By position.
  public let marks: [Mark]

  public init(_ milestones: [SuccessMilestone], on today: Day) {
    marks = milestones.sorted { ($0.position, $0.id) < ($1.position, $1.id) }.map { milestone in
      let state: State =
        milestone.doneOn != nil
        ? .done : milestone.dueOn.map { $0 < today ? .late : .due } ?? .open
      let days = milestone.dueOn.map { (milestone.doneOn ?? today).days(since: $0) }
      var isMet: Bool?
      if let target = milestone.target, let actual = milestone.actual { isMet = actual >= target }
      return Mark(
        milestone: milestone, state: state, daysLate: days.flatMap { $0 > 0 ? $0 : nil },
        isMet: isMet)
    }
  }

  public var done: Int { marks.count { $0.state == .done } }
  public var late: Int { marks.count { $0.state == .late } }
  /// Targets reached, among milestones whose target was measured.
  public var met: (met: Int, measured: Int) {
    (marks.count { $0.isMet == true }, marks.count { $0.isMet != nil })
  }
  /// Done ones of all; nil where there are none.
  public var share: Double? { FunnelShare.of(done, marks.count) }

  public func explanation(source: String) -> Explanation {
    Explanation(
      "progress", .step, value: share.map(FieldValue.number) ?? .null,
      reason: "\(done) of \(marks.count.text("milestone")) done, \(late) late", source: source,
      children: marks.map { mark in
        let milestone = mark.milestone
        var facts = [mark.state.rawValue]
        if let day = milestone.doneOn { facts.append("on \(day)") }
        if let day = milestone.dueOn { facts.append("due \(day)") }
        if let days = mark.daysLate { facts.append("\(days.text("day")) late") }
        if let target = milestone.target {
          let actual = milestone.actual.map { FieldValue.number($0).display } ?? "not measured"
          facts.append(
            "\(milestone.metric ?? "target") \(actual) of \(FieldValue.number(target).display)")
        }
        return Explanation(
          milestone.title, mark.state == .done ? .matched : .notMatched,
          reason: facts.joined(separator: ", "))
      })
  }
}
