/// A moment, to the millisecond, in the years 0001–9999 of UTC.
///
///     try Instant(parsing: "2026-03-31T09:00:00+08:00").day(in: .shanghai)   // 2026-03-31
///
/// Units: ``milliseconds`` since 1970-01-01T00:00Z, without leap seconds.
public struct Instant: Hashable, Sendable {
  public let milliseconds: Int64

  /// 0001-01-01T00:00Z.
  public static let first = Instant(unchecked: -62_135_596_800_000)
  /// 9999-12-31T23:59:59.999Z.
  public static let last = Instant(unchecked: 253_402_300_799_999)

  @usableFromInline
  init(unchecked milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Throws: `instant.range` outside years 0001–9999.
  @inlinable
  public init(milliseconds: Int64) throws(ValueError) {
    guard milliseconds >= -62_135_596_800_000, milliseconds <= 253_402_300_799_999 else {
      throw .instantRange("\(milliseconds) ms since 1970")
    }
    self.init(unchecked: milliseconds)
  }

  /// The first moment of a day in a zone.
  ///
  /// Throws: `instant.range`, on the first or last day of the calendar only.
  public init(startOf day: Day, in zone: Zone = .shanghai) throws(ValueError) {
    try self.init(
      milliseconds: Int64(day.number) * Span.millisecondsPerDay - zone.offsetMilliseconds)
  }

  /// The day that the calendar shows in a zone; at the ends of the calendar its first or last day.
  public func day(in zone: Zone = .shanghai) -> Day {
    let (days, _) = local(in: zone)
    return Day(
      unchecked: Int32(min(max(days, Int64(Day.first.number)), Int64(Day.last.number))))
  }

  /// The time since midnight in a zone.
  public func timeOfDay(in zone: Zone = .shanghai) -> Span {
    Span(milliseconds: local(in: zone).milliseconds)
  }

  /// Throws: `instant.range`.
  public func adding(_ span: Span) throws(ValueError) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(span.milliseconds)
    if overflow { throw .instantRange("\(self) + \(span)") }
    return try Instant(milliseconds: sum)
  }

  /// Throws: `instant.range`.
  public func subtracting(_ span: Span) throws(ValueError) -> Instant {
    let (rest, overflow) = milliseconds.subtractingReportingOverflow(span.milliseconds)
    if overflow { throw .instantRange("\(self) - \(span)") }
    return try Instant(milliseconds: rest)
  }

  /// The time from `other` to this instant; negative when this one is earlier.
  @inlinable
  public func span(since other: Instant) -> Span {
    Span(milliseconds: milliseconds - other.milliseconds)
  }

  /// Days since 1970 and milliseconds since midnight as clocks of the zone show them.
  func local(in zone: Zone) -> (days: Int64, milliseconds: Int64) {
    let shown = milliseconds + zone.offsetMilliseconds
    let (days, rest) = shown.quotientAndRemainder(dividingBy: Span.millisecondsPerDay)
    return rest < 0 ? (days - 1, rest + Span.millisecondsPerDay) : (days, rest)
  }
}

extension Instant: Comparable {
  @inlinable
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension ValueError {
  @usableFromInline
  static func instantRange(_ what: String) -> ValueError {
    ValueError(
      "instant.range", "\(what) is outside the years 0001–9999", remedy: "check the date")
  }
}
