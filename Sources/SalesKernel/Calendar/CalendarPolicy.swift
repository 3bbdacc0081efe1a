import Values

/// Whose holidays hold, which weekdays and hours are worked, and a company's own days.
/// - Source: standards "Working calendar"; `stdlib-lua/policy/calendar.lua`.
public struct CalendarPolicy: Sendable {
  /// A day that a company works or not, whatever the state says.
  public struct Exception: Hashable, Sendable {
    public let label: Label
    /// None for a day off.
    public let hours: WorkingHours
  }

  public let header: PolicyHeader
  /// The policy with the statutory data.
  public let statutory: String
  /// 1 is Monday.
  public let weekdays: Set<Int>
  public let hours: WorkingHours
  public let exceptions: [Day: Exception]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["statutory", "weekdays", "windows", "exceptions"])
    header = try PolicyHeader(root)
    statutory = try root["statutory"].text()
    let days = try root["weekdays"].list(of: { at throws(PolicyError) in
      Int(try at.integer(in: 1...7))
    })
    try root["weekdays"].refuseDuplicates(days.map { "\($0)" })
    weekdays = Set(days)
    let hours = try WorkingHours(root["windows"])
    self.hours = hours
    var exceptions: [Day: Exception] = [:]
    for at in try root["exceptions"].list() {
      let entry = try at.table(keys: ["day", "working", "name", "windows"])
      let day = try entry["day"].day()
      guard exceptions[day] == nil else {
        throw PolicyError("policy.duplicate", at: at.path, "\(day) is there twice")
      }
      let works = try entry["working"].bool()
      guard works || !entry["windows"].isPresent else {
        throw PolicyError("policy.value", at: at.path, "a day off has no windows")
      }
      let own = try entry["windows"].ifPresent.map { at throws(PolicyError) in
        try WorkingHours(at)
      }
      exceptions[day] = Exception(
        label: try entry["name"].label(), hours: works ? own ?? hours : .none)
    }
    self.exceptions = exceptions
  }
}
