/// One of the five fields of a cron expression: which numbers it admits.
///
/// A list with commas of `*`, `a`, `a-b`, each but the second with `/step` behind it; months and weekdays have
/// names too.
struct CronField: Hashable, Sendable {
  /// What a field may hold.
  struct Kind: Sendable {
    let name: String
    let range: ClosedRange<Int>
    /// From the lower end of the range.
    let words: [String]
    var isWeek: Bool { words.count == 7 }

    static let minute = Kind(name: "minute", range: 0...59, words: [])
    static let hour = Kind(name: "hour", range: 0...23, words: [])
    static let day = Kind(name: "day of the month", range: 1...31, words: [])
    static let month = Kind(
      name: "month", range: 1...12,
      words: [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ])
    /// 0 and 7 are Sunday.
    static let weekday = Kind(
      name: "weekday", range: 0...7, words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"])
  }

  /// Bit n is set where n is admitted; Sunday is 0.
  let bits: UInt64
  /// Whether it begins with `*`, so that it restricts nothing beside the other field of days.
  let isOpen: Bool

  func holds(_ number: Int) -> Bool { bits & (1 << UInt64(number)) != 0 }

  /// In order.
  var numbers: [Int] { (0..<64).filter(holds) }

  /// - Throws: `schedule.field` with what is wrong in it.
  init(_ text: String, _ kind: Kind) throws(ValidationError) {
    var bits: UInt64 = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      for number in try Self.numbers(String(part), kind, text) { bits |= 1 << UInt64(number) }
    }
    if kind.isWeek, bits & (1 << 7) != 0 { bits = bits & ~(1 << 7) | 1 }
    self.bits = bits
    isOpen = text.hasPrefix("*")
  }

  private static func numbers(
    _ part: String, _ kind: Kind, _ text: String
  ) throws(ValidationError) -> [Int] {
    let halves = part.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(halves.count), !halves[0].isEmpty else {
      throw wrong(text, kind, part.isEmpty ? "an item is empty" : "\"\(part.excerpt)\" is no item")
    }
    let range = try range(halves[0], kind, text)
    guard halves.count == 2 else { return Array(range) }
    guard range.count > 1 else {
      throw wrong(
        text, kind, "a step needs a range",
        remedy: "write \(halves[0])-\(kind.range.upperBound)/\(halves[1])")
    }
    guard let step = Int(halves[1]), halves[1].allSatisfy(\.isWholeNumber), step > 0,
      step < range.count
    else {
      throw wrong(
        text, kind, "\"\(halves[1].excerpt)\" is no step within \(halves[0])",
        remedy: "give a step from 1 to \(range.count - 1)")
    }
    return Array(stride(from: range.lowerBound, through: range.upperBound, by: step))
  }

  private static func range(
    _ item: String, _ kind: Kind, _ text: String
  ) throws(ValidationError) -> ClosedRange<Int> {
    if item == "*" {
      return kind.range.lowerBound...(kind.isWeek ? 6 : kind.range.upperBound)
    }
    let ends = item.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(ends.count) else {
      throw wrong(text, kind, "\"\(item.excerpt)\" is no range")
    }
    let first = try number(ends[0], kind, text)
    guard ends.count == 2 else { return first...first }
    var last = try number(ends[1], kind, text)
    // A range that ends on Sunday ends the week.
    if kind.isWeek, last == 0, first > 0 { last = 7 }
    guard first <= last else {
      throw wrong(
        text, kind, "\(ends[0]) comes after \(ends[1])",
        remedy: "write two ranges: \(ends[0])-\(kind.range.upperBound),"
          + "\(kind.range.lowerBound)-\(ends[1])")
    }
    return first...last
  }

  private static func number(
    _ word: String, _ kind: Kind, _ text: String
  ) throws(ValidationError) -> Int {
    if let place = kind.words.firstIndex(of: word.lowercased()) {
      return kind.range.lowerBound + place
    }
    if let number = Int(word), word.utf8.allSatisfy({ (48...57).contains($0) }),
      kind.range.contains(number)
    {
      return number
    }
    let ends = "\(kind.range.lowerBound) to \(kind.range.upperBound)"
    throw wrong(
      text, kind, "\"\(word.excerpt)\" is no \(kind.name)",
      remedy: Suggestion.closest(to: word, among: kind.words).map { "did you mean \"\($0)\"?" }
        ?? "give a number from \(ends)\(kind.words.isEmpty ? "" : ", or a name as \(kind.words[1])")"
    )
  }

  private static func wrong(
    _ text: String, _ kind: Kind, _ what: String, remedy: String = ""
  ) -> ValidationError {
    ValidationError(
      "schedule.field", "the \(kind.name) \"\(text.excerpt)\": \(what)",
      remedy: remedy.isEmpty ? "write it as *, 5, 1-5, 1,15 or */2" : remedy, field: "schedule")
  }
}
