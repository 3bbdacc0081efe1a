import Lua
import SalesKernel
import SalesStore
import Values

/// `calendar`: working days and working time.
extension ScriptHost {
  /// The standing calendar, for clocks outside scripts.
  /// - Throws: ``PolicyError`` of the calendar's policy or of its data.
  public func workingCalendar() throws -> WorkingCalendar { try EnginePolicies(self).calendar() }

  func defineCalendar(_ policies: EnginePolicies) throws {
    try defineCalendarDays(policies)
    try defineCalendarTime(policies)
    try defineCalendarDiff(policies)
    try define(
      HelpEntry(
        "calendar.coverage", "calendar.coverage(policy)",
        "What the working calendar knows: first and last day, version of its data, hours of a usual day.",
        returns: "report",
        errors: ["policy.value", "policy.unknown"],
        example: "local c = calendar.coverage()\nreturn c.first, c.last, c.hours",
        result: "date\"2004-01-01\"  date\"2026-12-31\"  span\"8h\"",
        seeAlso: ["calendar.day", "calendar.due"])
    ) { arguments, results in
      let given = try arguments[0]
      let calendar = try policies.calendar(given.isNil ? nil : given)
      try results.add(
        Value.object(
          ReportObject([
            .init("first", .scalar(calendar.coverage.lowerBound.scalar)),
            .init("last", .scalar(calendar.coverage.upperBound.scalar)),
            .init("version", .string(calendar.version)),
            .init("hours", .scalar(calendar.workingDay.scalar)),
          ])))
    }
  }

  private func defineCalendarDays(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "calendar.is_working", "calendar.is_working(day, {policy =})",
        "Whether a day is worked: the company's exception, else a make-up workday, else a statutory holiday, "
          + "else its weekday.", returns: "boolean",
        errors: ["calendar.coverage"],
        example:
          "return calendar.is_working(date\"2026-02-14\"), calendar.is_working(date\"2026-02-16\")",
        result: "true  false", seeAlso: ["calendar.day", "calendar.working_days"])
    ) { arguments, results in
      let day = try arguments.decode(0, as: Day.self)
      let calendar = try Self.calendar(arguments, of: "calendar.is_working", at: 1, policies)
      try results.add(Value.bool(try calendar.isWorking(day)))
    }
    try define(
      HelpEntry(
        "calendar.day", "calendar.day(day, {policy =})",
        "What the calendar says of a day: day, working, reason and why.", returns: "report",
        errors: ["calendar.coverage"],
        example: "return calendar.day(date\"2026-02-14\").reason",
        result: "\"make-up workday: Spring Festival · 春节; hours 9h–12h, 13h–18h\"",
        seeAlso: ["calendar.is_working", "why"])
    ) { arguments, results in
      let day = try arguments.decode(0, as: Day.self)
      let calendar = try Self.calendar(arguments, of: "calendar.day", at: 1, policies)
      let why = try calendar.explain(day)
      try results.add(
        Value.object(
          ReportObject([
            .init("day", .scalar(day.scalar)),
            .init("working", .bool(try calendar.isWorking(day))),
            .init("reason", .string(why.reason ?? "")), .init(why: why),
          ])))
    }
    try define(
      HelpEntry(
        "calendar.working_days", "calendar.working_days(from, to, {policy =})",
        "How many working days there are from one day to another, both with them.",
        returns: "number",
        units: "days", errors: ["calendar.coverage", "calendar.order"],
        example: "return calendar.working_days(date\"2026-01-01\", date\"2026-12-31\")",
        result: "248", seeAlso: ["calendar.add_days", "calendar.is_working"])
    ) { arguments, results in
      let calendar = try Self.calendar(arguments, of: "calendar.working_days", at: 2, policies)
      let count = try calendar.workingDays(
        from: try arguments.decode(0, as: Day.self), to: try arguments.decode(1, as: Day.self))
      try results.add(Value.integer(Int64(count)))
    }
    try define(
      HelpEntry(
        "calendar.add_days", "calendar.add_days(day, n, {policy =})",
        "The working day that is n after a day, or before it where n is negative; with 0 the day itself where "
          + "it is one, else the next.", returns: "date",
        units: "n: working days", errors: ["calendar.coverage"],
        example: "return calendar.add_days(date\"2026-09-30\", 3)", result: "date\"2026-10-10\"",
        seeAlso: ["calendar.working_days", "calendar.due"])
    ) { arguments, results in
      let day = try arguments.decode(0, as: Day.self)
      let count = try arguments.decode(1, as: Int.self)
      let calendar = try Self.calendar(arguments, of: "calendar.add_days", at: 2, policies)
      try results.add(try calendar.day(count, workingDaysAfter: day))
    }
  }

  private func defineCalendarTime(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "calendar.due",
        "calendar.due(start, span, {clock = word, holds = {{from, to}, …}, policy =})",
        "The moment at which so much working time is over: start + span + working time on hold. Nil while a hold "
          + "without end keeps it waiting.", returns: "instant",
        units:
          "clock: \"working\" (default) or \"wall\"; holds: instants, the second may be missing",
        errors: ["calendar.coverage", "calendar.span", "calendar.order", "calendar.clock"],
        example: "return calendar.due(instant\"2026-02-13T17:00\", hours(4))",
        result: "instant\"2026-02-14T12:00:00+08:00\"",
        seeAlso: ["calendar.elapsed", "calendar.coverage"])
    ) { arguments, results in
      let start = try arguments.decode(0, as: Instant.self)
      let time = try arguments.decode(1, as: Span.self)
      let (timeline, holds) = try Self.timeline(arguments, of: "calendar.due", policies)
      let due = try timeline.due(after: start, time, holds: holds)
      try results.add(due.map { Value.scalar($0.scalar) } ?? .nil)
    }
    try define(
      HelpEntry(
        "calendar.elapsed",
        "calendar.elapsed(from, to, {clock = word, holds = {{from, to}, …}, policy =})",
        "Working time between two moments, without what was on hold; negative where the second is earlier.",
        returns: "span",
        units: "clock: \"working\" (default) or \"wall\"",
        errors: ["calendar.coverage", "calendar.order", "calendar.clock"],
        example:
          "return calendar.elapsed(instant\"2026-02-13T17:00\", instant\"2026-02-14T12:00\")",
        result: "span\"4h\"", seeAlso: ["calendar.due"])
    ) { arguments, results in
      let start = try arguments.decode(0, as: Instant.self)
      let end = try arguments.decode(1, as: Instant.self)
      let (timeline, holds) = try Self.timeline(arguments, of: "calendar.elapsed", policies)
      try results.add(try timeline.elapsed(from: start, to: end, holds: holds))
    }
  }

  private static func calendar(
    _ arguments: Arguments, of function: String, at position: Int, _ policies: EnginePolicies
  ) throws -> WorkingCalendar {
    let options = try NamedArguments(
      arguments, of: function, at: position, allowing: ["policy"])
    return try policies.calendar(options["policy"])
  }

  private static func timeline(
    _ arguments: Arguments, of function: String, _ policies: EnginePolicies
  ) throws -> (Timeline, HoldList) {
    let options = try NamedArguments(
      arguments, of: function, at: 2, allowing: ["clock", "holds", "policy"])
    let word = try options.string("clock") ?? Timeline.Kind.working.rawValue
    guard let kind = Timeline.Kind(rawValue: word) else {
      throw ValidationError(
        "calendar.clock", "there is no clock \"\(word)\"",
        remedy: Suggestion.sentence(for: word, among: Timeline.Kind.allCases.map(\.rawValue)))
    }
    let holds = HoldList(try Self.holds(options["holds"]))
    switch kind {
    case .wall: return (.wall, holds)
    case .working: return (.working(try policies.calendar(options["policy"])), holds)
    }
  }

  private static func holds(_ value: Value?) throws -> [Hold] {
    guard let value else { return [] }
    guard case .table(let table) = value, table.fields.isEmpty else {
      throw ArgumentError(
        "holds: expected a list, got \(value.typeName)",
        remedy: "as holds = {{instant\"2026-06-30T10:00\", instant\"2026-06-30T11:00\"}}")
    }
    return try table.list.enumerated().map { index, value in
      let place = "holds[\(index + 1)]"
      guard case .table(let pair) = value, pair.fields.isEmpty, (1...2).contains(pair.list.count)
      else { throw ArgumentError("\(place): expected {from, to}, got \(value.typeName)") }
      return try Hold(
        from: pair.list[0].moment(place), to: pair.list.count > 1 ? pair.list[1].moment(place) : nil
      )
    }
  }
}

extension Value {
  /// A moment that a script gives.
  fileprivate func moment(_ name: String) throws -> Instant {
    guard case .scalar(let scalar) = self, case .instant(let moment) = try TypedScalar(scalar)
    else {
      throw ArgumentError(
        "\(name): expected an instant, got \(typeName)",
        remedy: "as instant\"2026-06-30T09:00:00\"")
    }
    return moment
  }
}
