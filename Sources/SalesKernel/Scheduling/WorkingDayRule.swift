import Values

/// Days told in words, on the working calendar: `last working day`, `3rd working day of quarter`.
public struct WorkingDayRule: Hashable, Sendable {
  public enum Span: String, CaseIterable, Sendable {
    case week, month, quarter, year

    /// More working days than any such period has.
    var most: Int {
      switch self {
      case .week: 7
      case .month: 31
      case .quarter: 92
      case .year: 366
      }
    }

    var grain: Grain {
      switch self {
      case .week: .week
      case .month: .month
      case .quarter: .quarter
      case .year: .year
      }
    }
  }

  public enum Place: Hashable, Sendable {
    case every
    /// 1 is the first working day.
    case fromStart(Int)
    /// 0 is the last working day, 2 the second before it.
    case fromEnd(Int)
  }

  public let place: Place
  public let span: Span

  /// Whether a day counts.
  /// - Throws: `calendar.coverage` where the calendar does not know the days that decide it.
  func holds(on day: Day, _ calendar: WorkingCalendar) throws(ValidationError) -> Bool {
    guard try calendar.isWorking(day) else { return false }
    switch place {
    case .every: return true
    case .fromStart(let count):
      return try calendar.workingDays(from: try edge(day, isFirst: true), to: day) == count
    case .fromEnd(let count):
      return try calendar.workingDays(from: day, to: try edge(day, isFirst: false)) == count + 1
    }
  }

  private func edge(_ day: Day, isFirst: Bool) throws(ValidationError) -> Day {
    do throws(ValueError) {
      let start = try span.grain.start(of: day)
      return isFirst ? start : try span.grain.last(of: start)
    } catch {
      throw ValidationError(error.code, error.message, remedy: error.remedy)
    }
  }
}
