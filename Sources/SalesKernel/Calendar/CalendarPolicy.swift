import Values

/// Whose holidays hold, which weekdays and hours are worked, and a company's own days.
/// - Source: standards "Working calendar"; `stdlib-lua/policy/calendar.lua`.
public struct CalendarPolicy: Sendable {
  /// A day that a company works or not, whatever the state says.
  public struct Exception: Hashable, Sendable {
    public let label: Label
    /// None for a day off; nil for a day with the usual hours.
    let own: WorkingHours?
  }

  /// Where holidays and make-up workdays are from.
  public enum Holidays: Hashable, Sendable {
    /// The policy with the statutory data.
    case statutory(String)
    /// Nobody's: every day of the coverage goes by its weekday.
    case ignored(ClosedRange<Day>)
  }

  public let header: PolicyHeader
  /// Of the company's own days and hours, where it numbers them.
  public let version: String?
  public let holidays: Holidays
  /// 1 is Monday.
  public let weekdays: Set<Int>
  public let hours: WorkingHours
  public private(set) var exceptions: [Day: Exception]

  static let keys =
    PolicyHeader.keys + [
      "version", "statutory", "first", "last", "weekdays", "windows", "exceptions",
    ]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    try self.init(PolicyDecoder(value))
  }

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let root = try at.table(keys: Self.keys)
    header = try PolicyHeader(root)
    version = try root["version"].ifPresent?.text()
    holidays = try Self.holidays(root)
    let days = try root["weekdays"].list(of: { at throws(PolicyError) in
      Int(try at.integer(in: 1...7))
    })
    try root["weekdays"].refuseDuplicates(days.map { "\($0)" })
    weekdays = Set(days)
    hours = try WorkingHours(root["windows"])
    exceptions = try Exception.days(root["exceptions"])
  }

  private static func holidays(_ root: PolicyTable) throws(PolicyError) -> Holidays {
    guard root["first"].isPresent || root["last"].isPresent else {
      return .statutory(try root["statutory"].text())
    }
    guard !root["statutory"].isPresent else {
      throw PolicyError(
        "policy.value", at: root["statutory"].path,
        "is given beside first and last, which say that no holidays count",
        remedy: "give statutory, or first and last")
    }
    return .ignored(try root.coverage())
  }

  /// The same with more days of its own, which go before those that it has.
  public func adding(_ more: [Day: Exception]) -> CalendarPolicy {
    var policy = self
    policy.exceptions.merge(more) { $1 }
    return policy
  }

  /// The hours of a day of the company's own; nil for any other.
  func exception(on day: Day) -> WorkingHours? { exceptions[day].map { $0.own ?? hours } }
}

extension CalendarPolicy.Exception {
  /// Reads a list of `{ day = …, working = …, name = …, windows = … }`.
  /// - Throws: ``PolicyError``.
  static func days(_ at: PolicyDecoder) throws(PolicyError) -> [Day: Self] {
    var exceptions: [Day: Self] = [:]
    for at in try at.list() {
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
      exceptions[day] = Self(label: try entry["name"].label(), own: works ? own : WorkingHours.none)
    }
    return exceptions
  }
}

extension PolicyTable {
  /// The most days that a calendar may cover.
  private static let longest: Int64 = 100_000

  /// The days from `first` to `last`.
  /// - Throws: ``PolicyError``.
  func coverage() throws(PolicyError) -> ClosedRange<Day> {
    let (first, last) = (try self["first"].day(), try self["last"].day())
    guard first <= last, Int64(last.days(since: first)) < Self.longest else {
      throw PolicyError(
        "policy.value", at: self["last"].path, "\(last) is no end of what begins on \(first)",
        remedy: "give a last day within \(Self.longest) days of the first")
    }
    return first...last
  }
}
