import Values

/// The stretches of a day that are worked, in order: 09:00–12:00 and 13:00–18:00.
///
/// Units: milliseconds since midnight.
public struct WorkingHours: Hashable, Sendable {
  struct Window: Hashable, Sendable {
    let from: Int64
    let to: Int64
    /// Worked in the windows before.
    let before: Int64
  }

  let windows: [Window]
  /// Worked in the whole day.
  let total: Int64

  /// A day off.
  static let none = WorkingHours(windows: [], total: 0)

  private init(windows: [Window], total: Int64) {
    self.windows = windows
    self.total = total
  }

  /// Reads a list of `{ from = hours(9), to = hours(12) }`.
  /// - Throws: `policy.value` for windows that overlap, are out of order, empty, or leave the day.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    var windows: [Window] = []
    var total: Int64 = 0
    for entry in try at.filledList(of: { at throws(PolicyError) in
      (at: at.path, table: try at.table(keys: ["from", "to"]))
    }) {
      let (from, to) = (try entry.table["from"].duration(), try entry.table["to"].duration())
      guard from < to, to.milliseconds <= Span.millisecondsPerDay else {
        throw PolicyError(
          "policy.value", at: entry.at, "\(from) to \(to) is no stretch of a day",
          remedy: "write { from = hours(9), to = hours(12) }")
      }
      guard windows.last.map({ $0.to <= from.milliseconds }) ?? true else {
        throw PolicyError(
          "policy.value", at: entry.at, "begins at \(from), before the one above ends",
          remedy: "give windows in order, one after the other")
      }
      windows.append(Window(from: from.milliseconds, to: to.milliseconds, before: total))
      total += to.milliseconds - from.milliseconds
    }
    self.init(windows: windows, total: total)
  }
}

extension WorkingHours: CustomStringConvertible {
  /// As `9h–12h, 13h–18h`; `none` for a day off.
  public var description: String {
    if windows.isEmpty { return "none" }
    return windows.map { "\(Span(milliseconds: $0.from))–\(Span(milliseconds: $0.to))" }
      .joined(separator: ", ")
  }
}
