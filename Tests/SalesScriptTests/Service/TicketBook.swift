// A generator of many tickets: the same for a seed, with what their clocks must count, computed on the way
// minute by minute, without the engine that is tested.
import SalesKernel
import SalesScript
import SalesStore
import Values

/// `count` complaints and enquiries of two weeks, with holds; what is met and missed as of `now` follows from
/// counting minutes: on the wall all of them, at work those of Monday to Friday 9–12 and 13–18.
struct TicketBook {
  struct Expected: Equatable {
    var met = 0
    var late = 0
    var overdue = 0
    var open = 0
  }

  private(set) var tickets: [Ticket] = []
  private(set) var holds: [TicketHold] = []
  /// Of the resolution clock by grade.
  private(set) var expected: [String: Expected] = [:]

  /// Minute 0 is a Monday's midnight without holidays for three weeks: 2026-07-06.
  static let start = "2026-07-06T00:00"
  private static func isWorked(_ minute: Int) -> Bool {
    let (day, time) = (minute / 1_440 % 7, minute % 1_440)
    return day < 5 && ((540..<720).contains(time) || (780..<1_080).contains(time))
  }

  init(count: Int, seed: UInt64, nowMinute: Int) throws {
    var random = TicketDraws(state: seed)
    let base = try Instant(parsing: Self.start)
    func moment(_ minute: Int) throws -> Instant { try base.adding(.minutes(Int64(minute))) }
    // Level B counts on the office's calendar. Targets: 3 × 8 working hours, 24 and 8 on the wall.
    let grades = [("general", 1_440, true), ("serious", 1_440, false), ("major", 480, false)]
    for number in 0..<count {
      let (grade, target, works) = grades[number % 3]
      let opened = random.number(upto: nowMinute)
      let resolved = opened + random.number(upto: 8_000)
      let held = opened + random.number(upto: 2_000)
      let resumed = held + random.number(upto: 3_000)
      let hasHold = number % 4 == 0 && resumed <= resolved && resumed <= nowMinute
      var ticket = Ticket(
        kind: "complaint", subject: "\(number)", step: "recorded", openedAt: try moment(opened))
      (ticket.grade, ticket.level, ticket.channel) = (grade, "B", "email")
      ticket.respondedAt = ticket.openedAt
      if resolved <= nowMinute { ticket.resolvedAt = try moment(resolved) }
      tickets.append(ticket)
      if hasHold {
        var hold = TicketHold(ticket: Int64(number + 1), fromAt: try moment(held))
        hold.toAt = try moment(resumed)
        holds.append(hold)
      }
      let end = min(resolved, nowMinute)
      let spent = (opened..<max(opened, end)).count { minute in
        (!works || Self.isWorked(minute))
          && !(hasHold && (held..<resumed).contains(minute))
      }
      // Done in time with the last minute; overdue from the moment after.
      note(grade, spent: spent, of: target, isDone: resolved <= nowMinute, end, works)
    }
  }

  private mutating func note(
    _ grade: String, spent: Int, of target: Int, isDone: Bool, _ end: Int, _ works: Bool
  ) {
    var count = expected[grade] ?? Expected()
    // At exactly the target by work it may be night since: then the time was over before.
    let isOver = spent > target || (spent == target && works && !Self.isWorked(end - 1))
    switch (isDone, isOver) {
    case (true, false): count.met += 1
    case (true, true): count.late += 1
    case (false, true): count.overdue += 1
    case (false, false): count.open += 1
    }
    expected[grade] = count
  }

  func fill(_ store: Store) throws {
    let header = RunHeader(
      kind: .sample, script: "tickets", arguments: [], clock: .first, seed: 0, actor: "test")
    _ = try store.transaction(header, mode: .apply, onWait: nil) { session in
      let tickets = try RecordFeed<Ticket>(session)
      for ticket in self.tickets { try tickets.append(ticket) }
      try tickets.finish()
      let holds = try RecordFeed<TicketHold>(session)
      for hold in self.holds { try holds.append(hold) }
      try holds.finish()
    }
  }
}

/// Numbers that are the same for a seed.
private struct TicketDraws {
  var state: UInt64

  mutating func number(upto limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit + 1))
  }
}
