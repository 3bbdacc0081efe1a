import Lua
import SalesKernel
import SalesStore
import Values

/// The tickets of a cause month by month, before and after an improvement took effect.
struct EffectBook {
  /// One month, or the part of it on one side of the day.
  struct Month {
    let first: Day
    let isAfter: Bool
    var tickets = 0
    var orders = 0
  }

  let improvement: Improvement
  let effective: Day
  /// The first day that is compared, and the last.
  let from: Day
  let upto: Day
  private(set) var months: [Month] = []
  private(set) var change: RateChange
  /// The same over orders in the place of days.
  private(set) var byOrders: RateChange

  /// - Throws: `improvement.effective` where it has not taken effect by the day.
  init(
    _ host: ScriptHost, _ improvement: Improvement, _ policy: DeskPolicy, upto: Day
  ) throws {
    (self.improvement, self.upto) = (improvement, upto)
    guard let effective = improvement.effectiveOn, effective <= upto else {
      throw ValidationError(
        "improvement.effective",
        "improvement \(improvement.name) "
          + (improvement.effectiveOn.map { "takes effect on \($0), after \(upto)" }
            ?? "has no day from which it works"),
        remedy: "set effective_on, or ask as of a later day", field: "effective_on")
    }
    self.effective = effective
    from = try effective.adding(months: -policy.improvements.months)
    let tickets = try Self.ticketDays(host, cause: improvement.cause)
    let orders = try Self.orderDays(host)
    let before = (from: from, upto: try effective.adding(days: -1))
    let after = (from: effective, upto: upto)
    change = RateChange(
      before: tickets.count(before), over: effective.days(since: from),
      after: tickets.count(after), over: upto.days(since: effective) + 1)
    byOrders = RateChange(
      before: tickets.count(before), over: orders.count(before),
      after: tickets.count(after), over: orders.count(after))
    for side in [before, after] {
      var first = side.from
      while first <= side.upto {
        let last = min(first.endOfMonth, side.upto)
        months.append(
          Month(
            first: first, isAfter: side.from == effective, tickets: tickets.count((first, last)),
            orders: orders.count((first, last))))
        first = try last.adding(days: 1)
      }
    }
  }

  private static func ticketDays(_ host: ScriptHost, cause: String) throws -> DayList {
    let query = try host.query(Ticket.self, where: [("root_cause", .text(cause))])
    let slots = try ["opened_at", "state"].map { try query.slot($0) }
    let table = try host.requireSession().columns(
      of: query.selection, slots: slots, poll: host.state.checkStop)
    let merged = FieldValue.text(Ticket.State.merged.rawValue)
    return DayList(
      try (0..<table.count).compactMap { row in
        table.columns[1].value(row) == merged
          ? nil : try table.columns[0].instant(row)?.day()
      })
  }

  private static func orderDays(_ host: ScriptHost) throws -> DayList {
    let entity = Order.schema.entity
    let table = try host.requireSession().columns(
      of: Selection(entity), slots: [try entity.requireSlot(of: "ordered_on")],
      poll: host.state.checkStop)
    return DayList(
      (0..<table.count).compactMap { row in
        table.columns[0].bits(row).flatMap { try? Day(number: $0) }
      })
  }
}

/// Days in order, counted by stretches.
private struct DayList {
  private let days: [Day]

  init(_ days: [Day]) { self.days = days.sorted() }

  func count(_ stretch: (from: Day, upto: Day)) -> Int {
    place { $0 > stretch.upto } - place { $0 >= stretch.from }
  }

  /// How many days come before the first for which a test holds.
  private func place(_ holds: (Day) -> Bool) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(days[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Improvement {
  /// How messages name it.
  var name: String { code ?? "\(id)" }
}
