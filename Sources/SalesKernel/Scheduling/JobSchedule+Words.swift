/// Schedules in words, as people check them by.
extension JobSchedule {
  /// As `at 08:30, Monday to Friday` or `at 18:00 on the last working day of each month`.
  public var words: String {
    switch days {
    case .cron(let cron): "\(clockWords(cron)), \(cron.dayWords)"
    case .working(let rule): "\(Self.clocks(times))\(rule.words)"
    }
  }

  private static let mostClocks = 6

  private func clockWords(_ cron: CronExpression) -> String {
    if times.count <= Self.mostClocks { return Self.clocks(times) }
    let minutes = cron.minutes.numbers
    let hours = cron.hours.numbers
    let past =
      minutes.count == 60
      ? "every minute" : minutes == [0] ? "on the hour" : "at minute \(CronField.list(minutes))"
    return hours.count == 24 ? "\(past) of every hour" : "\(past) of hour \(CronField.list(hours))"
  }

  private static func clocks(_ times: [Int]) -> String {
    "at " + times.map(clock).joined(separator: ", ")
  }

  private static func clock(_ minutes: Int) -> String {
    "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CronField {
  /// Numbers with stretches of three and more as `1-5`.
  static func list(_ numbers: [Int], _ word: (Int) -> String = { "\($0)" }) -> String {
    var parts: [String] = []
    var index = 0
    while index < numbers.count {
      var end = index
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - index >= 2 {
        parts.append("\(word(numbers[index])) to \(word(numbers[end]))")
      } else {
        parts += numbers[index...end].map(word)
      }
      index = end + 1
    }
    return parts.joined(separator: ", ")
  }
}

extension CronExpression {
  private static let weekdayNames = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// As `every day`, `Monday to Friday`, `on day 1 of January`.
  fileprivate var dayWords: String {
    let month =
      months.numbers.count == 12
      ? "" : " in \(CronField.list(months.numbers) { Self.monthNames[$0 - 1] })"
    let onDays =
      days.numbers.count == 31 ? nil : "on day \(CronField.list(days.numbers)) of the month"
    // The week begins on Monday.
    let week = weekdays.numbers.map { $0 == 0 ? 7 : $0 }.sorted()
    let onWeekdays =
      week.count == 7 ? nil : CronField.list(week) { Self.weekdayNames[$0 % 7] }
    let days =
      switch (onDays, onWeekdays) {
      case (nil, nil): "every day"
      case (let days?, nil): days
      case (nil, let week?): week
      case (let days?, let week?):
        countsEither ? "\(days) or on \(week)" : "\(days) where that is \(week)"
      }
    return days + month
  }
}

extension WorkingDayRule {
  /// Behind times: as ` on the last working day of each month`.
  fileprivate var words: String {
    let of = "of each \(span.rawValue)"
    switch place {
    case .every: return " on every working day"
    case .fromStart(1): return " on the first working day \(of)"
    case .fromStart(let count): return " on working day \(count) \(of)"
    case .fromEnd(0): return " on the last working day \(of)"
    case .fromEnd(let count):
      return ", \(count.text("working day")) before the last working day \(of)"
    }
  }
}
