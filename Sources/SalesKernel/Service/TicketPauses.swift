import Values

/// The pauses of one ticket as they were known at a moment.
public struct TicketPauses: Sendable {
  public static let none = TicketPauses(list: .none, takenBack: nil)

  public let list: HoldList
  /// Since when a reopening that was still to come makes the ticket look done.
  let takenBack: Instant?
}

/// The pauses of many tickets, side by side.
public struct TicketPauseBook: Sendable {
  private var holds: [Hold] = []
  private var starts: [Int] = [0]
  private var takenBack: [Int: Instant] = [:]
  /// Tickets that have pauses, upward.
  public private(set) var tickets: [Int64] = []

  /// A pause as the store holds it.
  public struct Entry: Sendable {
    public let ticket: Int64
    public let hold: Hold
    /// Whether a reopening left it.
    public let isReopening: Bool

    public init(ticket: Int64, hold: Hold, isReopening: Bool) {
      (self.ticket, self.hold, self.isReopening) = (ticket, hold, isReopening)
    }
  }

  /// - Parameter entries: In any order.
  public init(_ entries: [Entry], knownAt now: Instant) {
    let sorted = entries.sorted { ($0.ticket, $0.hold.from) < ($1.ticket, $1.hold.from) }
    holds.reserveCapacity(sorted.count)
    var index = sorted.startIndex
    while index < sorted.endIndex {
      let ticket = sorted[index].ticket
      var own: [Hold] = []
      while index < sorted.endIndex, sorted[index].ticket == ticket {
        let entry = sorted[index]
        if let hold = entry.hold.known(at: now) {
          own.append(hold)
          if entry.isReopening, hold.to == nil { takenBack[tickets.count] = hold.from }
        }
        index += 1
      }
      holds += own.count > 1 ? Array(HoldList(own).holds) : own
      tickets.append(ticket)
      starts.append(holds.count)
    }
  }

  /// - Parameter place: Of the ticket in ``tickets``.
  @inline(__always)
  public func pauses(at place: Int) -> TicketPauses {
    TicketPauses(
      list: HoldList(checked: holds[starts[place]..<starts[place + 1]]),
      takenBack: takenBack.isEmpty ? nil : takenBack[place])
  }

  /// Of one ticket.
  public init(_ holds: [TicketHold], reopened: String, knownAt now: Instant) throws(ValidationError)
  {
    var entries: [Entry] = []
    for hold in holds {
      entries.append(
        Entry(
          ticket: 0, hold: try Hold(from: hold.fromAt, to: hold.toAt),
          isReopening: hold.reason == reopened))
    }
    self.init(entries, knownAt: now)
  }

  /// Of the only ticket that it is about.
  public var only: TicketPauses { tickets.isEmpty ? .none : pauses(at: 0) }
}
