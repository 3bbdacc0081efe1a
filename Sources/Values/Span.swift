/// A length of time, to the millisecond; may be negative.
///
///     try Span.days(1).adding(.hours(12)).description   // "1d12h"
///
/// Units: ``milliseconds``. A day of a span is 24 hours.
public struct Span: Hashable, Sendable {
  public let milliseconds: Int64

  public static let zero = Span(milliseconds: 0)
  /// The milliseconds of 24 hours.
  public static let millisecondsPerDay: Int64 = 86_400_000

  /// A span of that many milliseconds; every Int64 is a span.
  @inlinable
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Throws: `span.overflow`.
  public static func days(_ count: Int64) throws(ValueError) -> Span {
    try Span(count, millisecondsPerDay, "days")
  }

  /// Throws: `span.overflow`.
  public static func hours(_ count: Int64) throws(ValueError) -> Span {
    try Span(count, 3_600_000, "hours")
  }

  /// Throws: `span.overflow`.
  public static func minutes(_ count: Int64) throws(ValueError) -> Span {
    try Span(count, 60_000, "minutes")
  }

  /// Throws: `span.overflow`.
  public static func seconds(_ count: Int64) throws(ValueError) -> Span {
    try Span(count, 1000, "seconds")
  }

  private init(_ count: Int64, _ unit: Int64, _ name: String) throws(ValueError) {
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    if overflow { throw .spanOverflow("\(count) \(name)") }
    self.init(milliseconds: product)
  }

  /// How many days this is, when it is a whole number of them.
  public var wholeDays: Int64? {
    milliseconds % Span.millisecondsPerDay == 0 ? milliseconds / Span.millisecondsPerDay : nil
  }

  /// Throws: `span.overflow`.
  public func adding(_ other: Span) throws(ValueError) -> Span {
    let (sum, overflow) = milliseconds.addingReportingOverflow(other.milliseconds)
    if overflow { throw .spanOverflow("\(self) + \(other)") }
    return Span(milliseconds: sum)
  }

  /// Throws: `span.overflow`.
  public func subtracting(_ other: Span) throws(ValueError) -> Span {
    let (rest, overflow) = milliseconds.subtractingReportingOverflow(other.milliseconds)
    if overflow { throw .spanOverflow("\(self) - \(other)") }
    return Span(milliseconds: rest)
  }

  /// Throws: `span.overflow`.
  public func times(_ count: Int64) throws(ValueError) -> Span {
    let (product, overflow) = milliseconds.multipliedReportingOverflow(by: count)
    if overflow { throw .spanOverflow("\(self) × \(count)") }
    return Span(milliseconds: product)
  }

  /// Throws: `span.overflow`, for the least span only.
  public func negated() throws(ValueError) -> Span {
    if milliseconds == .min { throw .spanOverflow("-(\(self))") }
    return Span(milliseconds: -milliseconds)
  }

  /// This span as a share of another; infinite or not a number when `other` is zero.
  public func ratio(to other: Span) -> Double {
    Double(milliseconds) / Double(other.milliseconds)
  }
}

extension Span: Comparable {
  @inlinable
  public static func < (left: Span, right: Span) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension ValueError {
  static func spanOverflow(_ what: String) -> ValueError {
    ValueError(
      "span.overflow", "\(what) is out of the range of spans, about ±292 million years",
      remedy: "use a shorter span")
  }
}
