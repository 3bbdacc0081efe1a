import Values

/// Draws working days of a period, with more of them in the quarters of high season.
/// - Source: CU5.
struct SampleSeason: Sendable {
  private let days: Weighted<Int32>

  /// The days after `start` up to and with `end`; Saturdays and Sundays never come up.
  /// - Parameter quarters: Weights of the four quarters.
  /// - Throws: `day.range`.
  init(after start: Day, upto end: Day, quarters: [Int64]) throws {
    var pairs: [(element: Int32, weight: Int64)] = []
    var day = start
    while day < end {
      day = try day.adding(days: 1)
      pairs.append((day.number, day.weekday <= 5 ? quarters[day.quarter - 1] : 0))
    }
    days = Weighted(pairs)
  }

  /// A day's number.
  func pick(_ random: inout SampleRandom) -> Int32 { days.pick(&random) }
}
