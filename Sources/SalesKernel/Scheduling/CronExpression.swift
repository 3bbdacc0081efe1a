import Values

/// A cron expression: minute, hour, day of the month, month, weekday, on clocks of Shanghai.
///
/// As cron(5) has it, a day counts that meets the day of the month or the weekday where both are restricted, that
/// is where neither begins with `*`; else it meets both.
public struct CronExpression: Hashable, Sendable {
  let minutes: CronField
  let hours: CronField
  let days: CronField
  let months: CronField
  let weekdays: CronField

  /// Words for whole expressions.
  static let words: KeyValuePairs<String, String> = [
    "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
  ]

  /// - Throws: `schedule.field`; `schedule.syntax` where there are not five fields, or no such word;
  ///   `schedule.impossible` for a date that no year has.
  public init(parsing text: String) throws(ValidationError) {
    var text = text
    if text.hasPrefix("@") {
      guard let known = Self.words.first(where: { $0.key == text.lowercased() })?.value else {
        throw ValidationError(
          "schedule.syntax", "there is no schedule \"\(text.excerpt)\"",
          remedy: Suggestion.sentence(for: text, among: Self.words.map(\.key)), field: "schedule")
      }
      text = known
    }
    let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == 5 else {
      throw ValidationError(
        "schedule.syntax",
        "a cron expression has five fields, \"\(text.excerpt)\" has \(fields.count)",
        remedy: "give minute, hour, day of the month, month, weekday: 30 8 * * 1-5",
        field: "schedule")
    }
    minutes = try CronField(fields[0], .minute)
    hours = try CronField(fields[1], .hour)
    days = try CronField(fields[2], .day)
    months = try CronField(fields[3], .month)
    weekdays = try CronField(fields[4], .weekday)
    try requirePossible(text)
  }

  /// Whether a day counts that meets either of its two fields.
  var countsEither: Bool { !days.isOpen && !weekdays.isOpen }

  private func requirePossible(_ text: String) throws(ValidationError) {
    if countsEither { return }
    let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let isPossible = months.numbers.contains { month in
      days.numbers.contains { $0 <= longest[month - 1] }
    }
    guard isPossible else {
      throw ValidationError(
        "schedule.impossible", "no year has a day that \"\(text.excerpt)\" means",
        remedy: "give a day that its months have, or the last working day", field: "schedule")
    }
  }

  func holds(on day: Day) -> Bool {
    let civil = day.civil
    guard months.holds(civil.month) else { return false }
    let (byDay, byWeekday) = (days.holds(civil.day), weekdays.holds(day.weekday % 7))
    return countsEither ? byDay || byWeekday : byDay && byWeekday
  }

  /// Whole minutes since midnight at which it is due on a day that counts.
  var times: [Int] {
    hours.numbers.flatMap { hour in minutes.numbers.map { hour * 60 + $0 } }
  }
}
