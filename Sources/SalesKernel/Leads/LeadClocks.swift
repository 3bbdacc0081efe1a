import Values

/// The clocks of leads at one moment, read from records at native speed.
///
/// What happened after the moment does not count, so that a past moment gives what it showed then; the
/// grade is the one that the lead's clocks go by.
public struct LeadClocks {
  /// A clock that runs or ran for a lead.
  public struct Reading {
    /// Place in ``LeadClocks/clocks``.
    public let clock: Int
    public let state: ClockState
  }

  public let clocks: [LeadClock]
  public let now: Instant
  private let timelines: [Timeline]
  private let arrived: Int
  private let closed: Int
  private let grades: [Int]
  /// Moments that no lead can have before it arrived.
  private let moments: [Int]

  /// - Parameter calendar: Asked for where a clock counts working time.
  public init(
    _ clocks: [LeadClock], now: Instant, calendar: () throws -> WorkingCalendar
  ) throws {
    let entity = Lead.schema.entity
    self.clocks = clocks
    self.now = now
    timelines = try clocks.map { clock in
      switch clock.kind {
      case .wall: .wall
      case .working: .working(try calendar())
      }
    }
    arrived = entity.slot(of: "arrived_at") ?? 0
    closed = entity.slot(of: "closed_at") ?? 0
    grades = ["clock_grade", "grade"].compactMap { entity.slot(of: $0) }
    moments = Set(clocks.flatMap { $0.starts + [$0.done] } + [closed]).sorted()
      .filter { [arrived] in $0 != arrived }
  }

  /// Slots that ``readings(of:)`` reads.
  public var slots: [Int] { moments + [arrived] + grades }

  /// - Throws: `lead.order` for a lead with something done before it arrived, `calendar.coverage`.
  public func readings(of lead: any RecordReader) throws -> [Reading] {
    guard let arrival = try moment(lead, arrived) else { return [] }
    for slot in moments {
      if case .instant(let at) = try lead.value(at: slot), at < arrival {
        throw Self.disorder(lead.id, lead.entity.fields[slot].name, at, arrival)
      }
    }
    var readings: [Reading] = []
    let ended = try moment(lead, closed)
    let word = try grade(of: lead)
    for index in clocks.indices {
      let clock = clocks[index]
      guard let target = clock.target(ofGrade: word), let start = try start(of: clock, lead)
      else { continue }
      let state = try ClockState(
        target.span(on: timelines[index]), from: start, done: try moment(lead, clock.done),
        ended: ended, now: now, on: timelines[index])
      readings.append(Reading(clock: index, state: state))
    }
    return readings
  }

  static func disorder(
    _ id: Int64, _ field: String, _ at: Instant, _ arrival: Instant
  ) -> ValidationError {
    ValidationError(
      "lead.order", "lead \(id): \(field) \(at) is before it arrived, \(arrival)",
      remedy: "correct \(field) or arrived_at", field: field)
  }

  /// The grade that the clocks of a lead go by.
  public func grade(of lead: any RecordReader) throws -> String? {
    for slot in grades {
      if case .text(let word) = try lead.value(at: slot) { return word }
    }
    return nil
  }

  private func start(of clock: LeadClock, _ lead: any RecordReader) throws -> Instant? {
    for slot in clock.starts {
      if let moment = try moment(lead, slot) { return moment }
    }
    return nil
  }

  /// A moment that has been.
  private func moment(_ lead: any RecordReader, _ slot: Int) throws -> Instant? {
    guard case .instant(let at) = try lead.value(at: slot), at <= now else { return nil }
    return at
  }

  /// The steps of one clock.
  public func explain(_ reading: Reading, of lead: any RecordReader) throws -> Explanation {
    let (clock, state) = (clocks[reading.clock], reading.state)
    let entity = lead.entity
    var inputs = try clock.starts.map { slot in
      Explanation(entity.fields[slot].name, .input, value: try lead.value(at: slot))
    }
    if clock.needsGrade {
      for slot in grades {
        inputs.append(
          Explanation(entity.fields[slot].name, .input, value: try lead.value(at: slot)))
      }
    }
    inputs.append(
      Explanation(
        entity.fields[clock.done].name, .input, value: try lead.value(at: clock.done)))
    let left = state.remaining >= .zero ? "\(state.remaining) left" : "\(state.over) over"
    return Explanation(
      clock.key, .step, value: .text(state.outcome.rawValue),
      reason:
        "\(state.start) + \(state.target) on the \(clock.kind.rawValue) clock = \(state.dueText); "
        + "\(state.elapsed) elapsed, \(left)",
      source: clock.source, children: inputs)
  }
}
