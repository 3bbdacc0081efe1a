import Values

/// Whole days: which are worked, how many, and why.
extension WorkingCalendar {
  /// - Throws: `calendar.coverage`.
  public func isWorking(_ day: Day) throws(ValidationError) -> Bool {
    kinds[try index(of: day)] > 0
  }

  /// Working days from one day to another, both with them.
  /// - Throws: `calendar.coverage`, `calendar.order`.
  public func workingDays(from first: Day, to last: Day) throws(ValidationError) -> Int {
    let (from, to) = (try index(of: first), try index(of: last))
    guard from <= to else {
      throw ValidationError(
        "calendar.order", "\(first) is after \(last)", remedy: "give the earlier day first")
    }
    return Int(workdays[to + 1] - workdays[from])
  }

  /// The working day that is so many after a day, or before it where negative; with 0 the day
  /// itself where it is one, else the next.
  /// - Complexity: O(log days).
  /// - Throws: `calendar.coverage`.
  public func day(_ count: Int, workingDaysAfter day: Day) throws(ValidationError) -> Day {
    let index = try index(of: day)
    let base = count > 0 ? Int(workdays[index + 1]) : Int(workdays[index]) + 1
    let (rank, overflow) = base.addingReportingOverflow(count)
    guard !overflow, rank > 0, rank <= Int(workdays.last ?? 0) else {
      throw outside("\(day) and \(count) working days")
    }
    let place = firstIndex(from: 0) { Int(workdays[$0 + 1]) >= rank }
    guard let found = try? coverage.lowerBound.adding(days: place) else {
      throw outside("\(day) and \(count) working days")
    }
    return found
  }

  /// The first day, from a place on, whose place holds; what holds once holds for all later days.
  ///
  /// Looks near before it looks far, since most time is over within a few days.
  @inline(__always)
  func firstIndex(from place: Int, where holds: (Int) -> Bool) -> Int {
    let last = kinds.count - 1
    var (low, high, step) = (place, place, 1)
    while high < last, !holds(high) {
      low = high + 1
      high = min(high + step, last)
      step *= 2
    }
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether a day is worked, which hours, and what decides it, with what does not.
  /// - Throws: `calendar.coverage`.
  public func explain(_ day: Day) throws(ValidationError) -> Explanation {
    let hours = hours[Int(kinds[try index(of: day)])]
    let named: [(what: String, label: Label?, works: Bool)] = [
      (
        "exception", policy.exceptions[day]?.label, (policy.exception(on: day)?.total ?? 0) > 0
      ),
      ("make-up workday", statutory?.workdays[day], true),
      ("statutory holiday", statutory?.holidays[day], false),
    ]
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    var steps = named.map { what, label, works in
      Explanation(
        what, label == nil ? .notMatched : .matched, value: label == nil ? nil : .bool(works),
        reason: label.map { "\($0.en) · \($0.zh)" } ?? "is none",
        source: (what == "exception" ? nil : statutory?.header.source) ?? policy.header.source)
    }
    steps.append(
      Explanation(
        "weekday", .matched, value: .bool(policy.weekdays.contains(day.weekday)),
        reason: names[day.weekday - 1], source: policy.header.source))
    let chosen = steps.firstIndex { $0.outcome == .matched } ?? 3
    for later in steps.indices where later > chosen && steps[later].outcome == .matched {
      steps[later].outcome = .notMatched
      steps[later].reason = "\(steps[later].reason ?? ""), but the \(steps[chosen].label) decides"
    }
    return Explanation(
      "\(day)", .step, value: .bool(hours.total > 0),
      reason: "\(steps[chosen].label): \(steps[chosen].reason ?? ""); hours \(hours)",
      source: steps[chosen].source, children: steps)
  }
}
