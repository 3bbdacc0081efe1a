import Values

/// By when something is done with a lead: from when it counts, what ends it, and how long it may take.
/// - Source: FU3.
public struct LeadClock: Sendable {
  private enum Targets: Sendable {
    case every(ClockTarget)
    case byGrade([String: ClockTarget])
  }

  public let key: String
  public let title: Label
  public let kind: Timeline.Kind
  public let source: String
  /// Kind of the inbox that tells when it is missed; nil where nobody is told.
  public let alert: String?
  /// Moments that it counts from: the first that is known.
  let starts: [Int]
  /// The moment that ends it.
  let done: Int
  private let targets: Targets

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder, grades: [String]) throws(PolicyError) {
    let table = try at.table(
      keys: ClockTarget.keys + [
        "key", "title", "from", "done", "kind", "by_grade", "alert", "source",
      ])
    key = try table["key"].key()
    title = try table["title"].label()
    kind = try table["kind"].oneOf(Timeline.Kind.self)
    source = try table.source()
    alert = try table["alert"].ifPresent?.key()
    var starts: [Int] = []
    for at in try table["from"].oneOrMore() {
      starts.append(try Lead.schema.entity.policyMoment(at))
    }
    guard !starts.isEmpty else {
      throw PolicyError("policy.missing", at: table["from"].path, "is empty")
    }
    self.starts = starts
    done = try Lead.schema.entity.policyMoment(table["done"])
    targets = try Self.targets(table, kind, grades)
  }

  private static func targets(
    _ table: PolicyTable, _ kind: Timeline.Kind, _ grades: [String]
  ) throws(PolicyError) -> Targets {
    let given = (ClockTarget.keys + ["by_grade"]).filter { table[$0].isPresent }
    guard given.count == 1 else {
      throw PolicyError(
        "policy.value", at: table.path, "needs one of within, working_days and by_grade",
        remedy: "as within = hours(24)")
    }
    guard table["by_grade"].isPresent else { return .every(try ClockTarget(table, kind)) }
    let by = try table["by_grade"].table(keys: grades)
    var targets: [String: ClockTarget] = [:]
    for grade in by.keys { targets[grade] = .span(try by[grade].duration()) }
    return .byGrade(targets)
  }

  /// How much time a lead of a grade has; nil where the clock does not run for it.
  func target(ofGrade grade: String?) -> ClockTarget? {
    switch targets {
    case .every(let target): target
    case .byGrade(let targets): grade.flatMap { targets[$0] }
    }
  }

  var needsGrade: Bool {
    if case .byGrade = targets { true } else { false }
  }
}

extension Entity {
  /// The slot of an instant that a policy names.
  /// - Throws: `policy.field`.
  fileprivate func policyMoment(_ at: PolicyDecoder) throws(PolicyError) -> Int {
    let slot = try policySlot(at)
    guard fields[slot].type == .instant else {
      throw PolicyError("policy.field", at: at.path, "\(fields[slot].name) is no moment")
    }
    return slot
  }
}
