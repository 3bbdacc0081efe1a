import Values

/// Grades one lead by a model: what becomes of its score, grade, moments and status.
/// - Source: FU2, FU3.
public struct LeadGrading {
  public let model: TieringPolicy
  private let nurture: Set<String>
  private let now: Instant

  /// - Parameter now: The moment of grading; evidence ages to it.
  public init(_ model: TieringPolicy, nurture: [String], now: Instant) {
    self.model = model
    self.nurture = Set(nurture)
    self.now = now
  }

  public var ranks: Ranks { Ranks(asOf: now) }

  public func score(of lead: any RecordReader) throws -> Double? {
    try model.assign(lead, ranks: ranks).score
  }

  /// The lead as graded; unchanged where it is closed. Grading again moves only what has changed: a better grade starts the clocks anew, a worse one does not
  /// loosen them.
  /// - Throws: `lead.order` where it is graded before it arrived.
  public func graded(_ lead: Lead) throws -> Lead {
    guard lead.status.isAlive else { return lead }
    guard lead.arrivedAt <= now else {
      throw ValidationError(
        "lead.order",
        "lead \(lead.title) arrives at \(lead.arrivedAt), after the grading at \(now)",
        remedy: "correct arrived_at", field: "arrived_at")
    }
    let assignment = try model.assign(lead.reader, ranks: ranks)
    var graded = lead
    graded.score = assignment.score
    graded.grade = model.code(of: assignment)
    guard let grade = graded.grade else { return graded }
    graded.gradedAt = lead.gradedAt ?? now
    if lead.gradeSince == nil || isBetter(grade, than: lead.clockGrade ?? lead.grade) {
      graded.gradeSince = grade == lead.grade ? graded.gradedAt : now
      graded.clockGrade = grade
    }
    settle(&graded, from: lead)
    return graded
  }

  /// Whether a grade stands before another in the model; one that the model does not know is the worst.
  private func isBetter(_ grade: String, than other: String?) -> Bool {
    let codes = model.outcomes.map(\.code)
    guard let place = codes.firstIndex(of: grade) else { return false }
    return place < other.flatMap { codes.firstIndex(of: $0) } ?? codes.count
  }

  /// Into the pool with a grade of it, and out again with a better one.
  private func settle(_ graded: inout Lead, from lead: Lead) {
    guard let grade = graded.grade else { return }
    if nurture.contains(grade), lead.status == .open {
      graded.status = .nurture
      graded.nurturedAt = now
    } else if lead.status == .nurture, !nurture.contains(grade),
      let before = lead.grade, nurture.contains(before)
    {
      graded.status = .open
      graded.nurturedAt = nil
    }
  }

  /// The fields that grading may set, in the order of ``values(of:)``.
  public static let fields = [
    "score", "grade", "clock_grade", "graded_at", "grade_since", "status", "nurtured_at",
  ]

  public static func values(of lead: Lead) -> [FieldValue] {
    [
      lead.score.fieldValue, lead.grade.fieldValue, lead.clockGrade.fieldValue,
      lead.gradedAt.fieldValue,
      lead.gradeSince.fieldValue, lead.status.fieldValue, lead.nurturedAt.fieldValue,
    ]
  }

  public func explain(_ lead: any RecordReader) throws -> Explanation {
    try model.explain(lead, ranks: ranks)
  }
}
