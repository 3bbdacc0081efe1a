import Values

/// A figure that says how well tickets are looked after, with its goal.
/// - Source: SV5.
public struct QualityMeasure {
  /// What is counted.
  public enum Kind: String, CaseIterable, Sendable {
    /// Answered, of those that were answered or closed without an answer.
    case answered
    /// Resolved and never reopened, of those resolved or reopened.
    case firstTimeFix = "first_time_fix"
    /// Resolved, of all.
    case resolved
    /// Mean time to the first answer, on the calendar of each ticket.
    case responseTime = "response_time"
    /// Mean time to the resolution, without pauses, on the calendar of each ticket.
    case handlingTime = "handling_time"
    /// Answers to a survey that are good enough by its policy, of all; its goal is the survey's.
    case survey
  }

  /// What is wanted.
  public enum Goal: Hashable, Sendable {
    /// A share above this.
    case over(Double)
    /// A mean time up to this.
    case within(Span)
  }

  public let key: String
  public let title: Label
  public let source: String
  public let kind: Kind
  public let goal: Goal?
  /// The kind of a survey.
  public let survey: String?
  let when: RecordCondition

  /// Fields by which a ticket counts or not.
  public var words: [Int] { when.limits.map(\.slot) }

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "source", "counts", "when", "over", "within", "survey",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    kind = try table["counts"].oneOf(Kind.self)
    when = try RecordCondition(table["when"], of: Ticket.schema.entity)
    switch (table["over"].ifPresent, table["within"].ifPresent) {
    case (let at?, nil): goal = .over(try at.number(in: 0...1))
    case (nil, let at?): goal = .within(try at.duration())
    case (nil, nil): goal = nil
    default:
      throw PolicyError(
        "policy.value", at: at.path, "has two goals", remedy: "give over, or within")
    }
    survey = kind == .survey ? try table["survey"].key() : nil
  }

  /// Whether a ticket counts.
  public func counts(_ ticket: any RecordReader) throws -> Bool {
    try when.failure(ticket) == nil
  }
}

/// What a quality measure counted.
public struct QualityCount: Hashable, Sendable {
  /// Of how many.
  public private(set) var n = 0
  /// How many were as they should be.
  public private(set) var hits = 0
  /// All of their time; nil where it does not fit.
  private var time: Int64? = 0

  public init() {}

  public mutating func add(_ isHit: Bool) {
    n += 1
    if isHit { hits += 1 }
  }

  public mutating func add(_ span: Span) {
    n += 1
    time = time.flatMap {
      let (sum, overflow) = $0.addingReportingOverflow(span.milliseconds)
      return overflow ? nil : sum
    }
  }

  public var share: Double? { n == 0 ? nil : Double(hits) / Double(n) }

  /// To the millisecond, down; nil where nothing counts.
  public var mean: Span? { n == 0 ? nil : time.map { Span(milliseconds: $0 / Int64(n)) } }

  /// Whether a goal is met; nil where there is no goal or nothing counts.
  public func meets(_ goal: QualityMeasure.Goal?) -> Bool? {
    switch goal {
    case nil: nil
    // Hits and limit as whole numbers would need the limit as one: a share is near enough for show.
    case .over(let limit): share.map { $0 > limit }
    case .within(let limit): mean.map { $0 <= limit }
    }
  }
}

extension QualityCount {
  /// Counts a ticket, where it counts for this kind.
  /// - Parameter timeline: Of the ticket.
  /// - Throws: `calendar.coverage`.
  public mutating func add(
    _ facts: TicketFacts, _ pauses: TicketPauses, as kind: QualityMeasure.Kind,
    on timeline: Timeline
  ) throws {
    switch kind {
    case .answered:
      if facts.responded != nil || facts.closed != nil { add(facts.responded != nil) }
    case .firstTimeFix:
      if facts.resolved != nil || facts.reopened > 0 {
        add(facts.resolved != nil && facts.reopened == 0)
      }
    case .resolved: add(facts.resolved != nil)
    case .responseTime:
      if let end = facts.responded {
        add(try timeline.elapsed(from: facts.opened, to: end, holds: pauses.list))
      }
    case .handlingTime:
      if let end = facts.resolved {
        add(try timeline.elapsed(from: facts.opened, to: end, holds: pauses.list))
      }
    case .survey: break
    }
  }
}
