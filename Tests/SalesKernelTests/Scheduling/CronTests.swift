// Cron expressions: tables by hand from cron(5), and a walk over every minute that knows nothing of the parser.
import Foundation
import Testing
import Values

@testable import SalesKernel

/// When a schedule is due, on the standing calendar.
private func next(_ text: String, after: String) throws -> String? {
  try JobSchedule(parsing: text).next(after: moment(after), calendar())?.description
}

@Suite struct CronTests {
  /// 2026-06-30 is a Tuesday.
  @Test(arguments: [
    ("30 8 * * 1-5", "2026-06-30T08:29:59", "2026-06-30T08:30:00+08:00"),
    // Strictly after.
    ("30 8 * * 1-5", "2026-06-30T08:30", "2026-07-01T08:30:00+08:00"),
    // Over a weekend: Friday 3 July, then Monday 6 July.
    ("30 8 * * mon-fri", "2026-07-03T09:00", "2026-07-06T08:30:00+08:00"),
    ("*/15 * * * *", "2026-06-30T09:14:00.001", "2026-06-30T09:15:00+08:00"),
    ("0-30/10 9 * * *", "2026-06-30T09:21", "2026-06-30T09:30:00+08:00"),
    ("0 0 29 2 *", "2026-06-30T09:00", "2028-02-29T00:00:00+08:00"),
    ("0 0 29 2 *", "2096-03-01T00:00", "2104-02-29T00:00:00+08:00"),
    // Both days restricted: either. The 13th is a Monday in July 2026; the first Friday is the 3rd.
    ("0 12 13 * fri", "2026-06-30T09:00", "2026-07-03T12:00:00+08:00"),
    ("0 12 13 * fri", "2026-07-10T12:00", "2026-07-13T12:00:00+08:00"),
    // A step from * restricts nothing beside a weekday: Sunday 5 July is the first odd Sunday.
    ("0 12 */2 * 7", "2026-06-30T09:00", "2026-07-05T12:00:00+08:00"),
    ("0 12 */2 * sun", "2026-07-05T12:00", "2026-07-19T12:00:00+08:00"),
    ("0 0 1 JAN,jul *", "2026-06-30T09:00", "2026-07-01T00:00:00+08:00"),
    ("5 4 * * fri-sun", "2026-07-05T05:00", "2026-07-10T04:05:00+08:00"),
    ("@daily", "2026-06-30T00:00", "2026-07-01T00:00:00+08:00"),
    ("@hourly", "2026-06-30T09:00", "2026-06-30T10:00:00+08:00"),
    ("@weekly", "2026-06-30T09:00", "2026-07-05T00:00:00+08:00"),
    ("@Monthly", "2026-06-30T09:00", "2026-07-01T00:00:00+08:00"),
    ("@yearly", "2026-06-30T09:00", "2027-01-01T00:00:00+08:00"),
    // Cron knows no holidays and goes on where the working calendar ends.
    ("0 9 * * *", "2030-01-01T10:00", "2030-01-02T09:00:00+08:00"),
  ])
  func table(_ text: String, _ after: String, _ due: String) throws {
    #expect(try next(text, after: after) == due)
  }

  @Test(arguments: [
    ("31 2 *", "schedule.syntax"), ("0 0 31 2 *", "schedule.impossible"),
    ("0 0 30 2 *", "schedule.impossible"), ("0 0 31 4,6,9,11 *", "schedule.impossible"),
    ("60 * * * *", "schedule.field"), ("* 24 * * *", "schedule.field"),
    ("* * 0 * *", "schedule.field"), ("* * * 13 *", "schedule.field"),
    ("* * * * 8", "schedule.field"), ("*/0 * * * *", "schedule.field"),
    ("*/60 * * * *", "schedule.field"), ("5/15 * * * *", "schedule.field"),
    ("30-10 * * * *", "schedule.field"), ("1,,2 * * * *", "schedule.field"),
    ("*/ * * * *", "schedule.field"), ("-5 * * * *", "schedule.field"),
    ("+5 * * * *", "schedule.field"), ("* * * * mno", "schedule.field"),
    ("@reboot", "schedule.syntax"), ("* * * * * *", "schedule.syntax"), ("", "schedule.syntax"),
    ("99999999999999999999 * * * *", "schedule.field"), ("１ * * * *", "schedule.field"),
  ])
  func refused(_ text: String, _ code: String) throws {
    let error = #expect(throws: ValidationError.self) { try JobSchedule(parsing: text) }
    #expect(error?.code == code, "\(text): \(error?.message ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func nearWordsAreNamed() throws {
    let error = #expect(throws: ValidationError.self) { try JobSchedule(parsing: "0 9 * * mno") }
    #expect(error?.remedy == "did you mean \"mon\"?")
  }

  @Test(arguments: [
    ("30 8 * * 1-5", "at 08:30, Monday to Friday"),
    ("0 0 1 1 *", "at 00:00, on day 1 of the month in January"),
    ("*/15 * * * *", "at minute 0, 15, 30, 45 of every hour, every day"),
    ("* 9-17 * * *", "every minute of hour 9 to 17, every day"),
    ("0 * * * *", "on the hour of every hour, every day"),
    ("0 12 13 * 5", "at 12:00, on day 13 of the month or on Friday"),
    ("0 12 */16 * 0", "at 12:00, on day 1, 17 of the month where that is Sunday"),
    ("0 9 * * 0,6", "at 09:00, Saturday, Sunday"),
  ])
  func words(_ text: String, _ words: String) throws {
    #expect(try JobSchedule(parsing: text).words == words)
  }
}

/// A field as it was put together, beside the numbers that were meant.
private struct MadeField {
  var text = ""
  var numbers: Set<Int> = []
  var isOpen: Bool { text.hasPrefix("*") }

  init(_ range: ClosedRange<Int>, _ random: inout SeededGenerator) {
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let first = Int.random(in: range, using: &random)
      let last = Int.random(in: first...range.upperBound, using: &random)
      switch Int.random(in: 0...4, using: &random) {
      case 0:
        parts = ["*"]
        numbers = Set(range)
        text = "*"
        return
      case 1:
        let step = Int.random(in: 2..<range.count, using: &random)
        parts.append("*/\(step)")
        for number in range where (number - range.lowerBound) % step == 0 { numbers.insert(number) }
      case 2:
        parts.append("\(first)-\(last)")
        for number in first...last { numbers.insert(number) }
      default:
        parts.append("\(first)")
        numbers.insert(first)
      }
    }
    text = parts.joined(separator: ",")
  }
}

@Suite struct CronPropertyTests {
  /// Every minute of nine weeks is looked at by itself, with Foundation's calendar.
  @Test func agreesWithAWalkOverEveryMinute() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["TENON_SEED"].flatMap(UInt64.init) ?? 20_260_630
    let rounds = max(40, environment["TENON_ROUNDS"].flatMap(Int.init) ?? 0)
    print("cron: seed \(seed)")
    var random = SeededGenerator(seed: seed)
    var clock = Foundation.Calendar(identifier: .gregorian)
    clock.timeZone = TimeZone(secondsFromGMT: 8 * 3600)!
    let working = try calendar()
    for round in 0..<rounds {
      let fields = [0...59, 0...23, 1...31, 1...12, 0...6].map { MadeField($0, &random) }
      let text = fields.map(\.text).joined(separator: " ")
      let schedule: JobSchedule
      do { schedule = try JobSchedule(parsing: text) } catch {
        let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        #expect(
          !fields[3].numbers.contains { month in
            fields[2].numbers.contains { $0 <= days[month - 1] }
          }, "\(text) was refused: \(error)")
        continue
      }
      let start = Int64.random(in: 25_000_000...31_000_000, using: &random) * 60_000
      let expected = (1...(63 * 1440)).map { start + Int64($0) * 60_000 }.filter {
        isDue($0, fields, clock)
      }
      let from = try Instant(milliseconds: start)
      let end = try Instant(milliseconds: start + 63 * 1440 * 60_000)
      let due = try schedule.due(after: from, upto: end, atMost: .max, working)
      #expect(due.last.map(\.milliseconds) == expected, "seed \(seed), round \(round): \(text)")
      #expect(due.count == expected.count)
      #expect(
        try schedule.due(after: from, upto: end, atMost: 3, working).last.map(\.milliseconds)
          == expected.suffix(3))
      var moment = from
      for expected in expected.prefix(50) {
        moment = try #require(try schedule.next(after: moment, working))
        #expect(moment.milliseconds == expected, "seed \(seed), round \(round): \(text)")
      }
    }
  }

  private func isDue(
    _ milliseconds: Int64, _ fields: [MadeField], _ clock: Foundation.Calendar
  ) -> Bool {
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    let parts = clock.dateComponents([.minute, .hour, .day, .month, .weekday], from: date)
    guard let minute = parts.minute, fields[0].numbers.contains(minute),
      let hour = parts.hour, fields[1].numbers.contains(hour),
      let day = parts.day, let month = parts.month, fields[3].numbers.contains(month),
      let weekday = parts.weekday
    else { return false }
    let byDay = fields[2].numbers.contains(day)
    // Foundation's Sunday is 1.
    let byWeekday = fields[4].numbers.contains(weekday - 1)
    return fields[2].isOpen || fields[4].isOpen ? byDay && byWeekday : byDay || byWeekday
  }
}
