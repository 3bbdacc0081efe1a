import Values

/// Reads schedules that are told in words.
///
/// ```
///   [every] working day[s]                    TIMES
///   first | last | 3rd working day [of SPAN]  TIMES
///   2 working days before SPAN end            TIMES
///   SPAN: week, month, quarter, year          TIMES: [at] 08:30[, 17:00 and 18:00]
/// ```
struct ScheduleWords {
  private var words: [String]
  private let text: String

  init(_ text: String) {
    self.text = text
    words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
  }

  /// - Throws: `schedule.syntax`, `schedule.time`, `schedule.impossible`.
  mutating func read() throws(ValidationError) -> (rule: WorkingDayRule, times: [Int]) {
    let rule = try rule()
    var times: Set<Int> = []
    if words.first == "at" { words.removeFirst() }
    while let word = take() {
      if word == "and" { continue }
      times.insert(try time(word))
    }
    guard !times.isEmpty else {
      throw ValidationError(
        "schedule.time", "\"\(text.excerpt)\" names no time of day",
        remedy: "write it behind the day, as 18:00", field: "schedule")
    }
    return (rule, times.sorted())
  }

  private mutating func take() -> String? { words.isEmpty ? nil : words.removeFirst() }

  private mutating func rule() throws(ValidationError) -> WorkingDayRule {
    if words.first == "every" || words.first == "each" { words.removeFirst() }
    if takeDays() { return WorkingDayRule(place: .every, span: .month) }
    guard let word = take(), let count = Self.count(word), takeDays() else { throw unread }
    if words.first == "before" {
      words.removeFirst()
      guard word.allSatisfy(\.isWholeNumber), let span = takeSpan(), take() == "end" else {
        throw unread
      }
      return try possible(.fromEnd(count), count + 1, span)
    }
    guard !word.allSatisfy(\.isWholeNumber) else { throw unread }
    var span = WorkingDayRule.Span.month
    if words.first == "of" {
      words.removeFirst()
      guard let named = takeSpan() else { throw unread }
      span = named
    }
    return try possible(word == "last" ? .fromEnd(0) : .fromStart(count), count, span)
  }

  /// `working day` or `working days`.
  private mutating func takeDays() -> Bool {
    guard words.count >= 2, words[0] == "working", ["day", "days"].contains(words[1]) else {
      return false
    }
    words.removeFirst(2)
    return true
  }

  /// `month`, `the month`, `every month`.
  private mutating func takeSpan() -> WorkingDayRule.Span? {
    if ["the", "each", "every"].contains(words.first) { words.removeFirst() }
    return take().flatMap(WorkingDayRule.Span.init(rawValue:))
  }

  /// `first`, `3rd`, `2`; `last` is 0.
  private static func count(_ word: String) -> Int? {
    let ordinals = ["last", "first", "second", "third", "fourth", "fifth"]
    if let place = ordinals.firstIndex(of: word) { return place }
    let digits = word.prefix { $0.isASCII && $0.isWholeNumber }
    guard !digits.isEmpty, digits.count <= 4, let number = Int(digits) else { return nil }
    return ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? number : nil
  }

  private func possible(
    _ place: WorkingDayRule.Place, _ count: Int, _ span: WorkingDayRule.Span
  ) throws(ValidationError) -> WorkingDayRule {
    if case .fromStart(0) = place { throw impossible(span) }
    guard count <= span.most else { throw impossible(span) }
    return WorkingDayRule(place: place, span: span)
  }

  private func impossible(_ span: WorkingDayRule.Span) -> ValidationError {
    ValidationError(
      "schedule.impossible",
      "no \(span.rawValue) has the working day that \"\(text.excerpt)\" means",
      remedy: "count from 1, and no further than its working days", field: "schedule")
  }

  private func time(_ word: String) throws(ValidationError) -> Int {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    let isClock =
      parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2
      && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard isClock, let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else {
      throw ValidationError(
        "schedule.time", "\"\(word.excerpt)\" in \"\(text.excerpt)\" is no time of day",
        remedy: "write it as 08:30 or 18:00, from 00:00 to 23:59", field: "schedule")
    }
    return hour * 60 + minute
  }

  private var unread: ValidationError {
    ValidationError(
      "schedule.syntax", "\"\(text.excerpt)\" is no schedule",
      remedy: "write a cron expression as \"30 8 * * 1-5\", or words as \"working days 08:30\", "
        + "\"last working day 18:00\", \"3rd working day of quarter 10:00\", "
        + "\"2 working days before month end 17:00\"", field: "schedule")
  }
}
