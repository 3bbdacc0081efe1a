import Lua
import SalesKernel
import SalesStore
import Values

/// `churn.notice`, `churn.watch` and `churn.backtest`: who will be at risk, in time to do something.
extension ScriptHost {
  func defineChurnNotice(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "churn.notice",
        "churn.notice{of = query, by = word, grade = word, as_of = day, list = n, policy =}",
        "Who will be at risk within the policy's months, the soonest first: list (customer, name, level, owner, grade, "
          + "last_order, at_risk_from, days_left, cycle_days, cycles), grades (how many of each), at_risk (already), "
          + "groups.", returns: "report",
        units:
          "as_of: the run's day unless given, by what was known on it; cycle_days: mean days between the customer's "
          + "orders; cycles: silence in them; list: 1–10000, 1000 unless given; by: rep, or a word of customers as level",
        errors: ["churn.grade", "loyalty.split", "day.range"],
        example: """
          local n = churn.notice{}
          return #n.list == n.grades[1].customers + n.grades[2].customers, n.list[1].days_left <= n.list[#n.list].days_left
          """, result: "true  true", seeAlso: ["churn.watch", "churn.backtest", "churn.signal"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "churn.notice",
        allowing: ["of", "by", "grade", "as_of", "list", "policy"])
      try results.add(Value.object(try churnNotice(options, policies)))
    }
    try defineChurnWatch(policies)
    try defineChurnBacktest(policies)
  }

  private struct Noticed {
    let place: Int
    let silence: Silence
    let grade: String
  }

  /// Customers with a notice, and those at risk by the policy's word, each by place.
  private func noticed(
    _ roster: ChurnRoster, _ policy: ChurnPolicy, asOf today: Day
  ) throws -> [Noticed] {
    var found: [Noticed] = []
    for place in roster.ids.indices {
      if place & 0x3FFF == 0 { try state.checkStop() }
      guard let silence = try roster.silence(place, by: policy, asOf: today) else { continue }
      if silence.atRiskFrom <= today {
        found.append(
          Noticed(place: place, silence: silence, grade: policy.code(of: .atRisk)))
      } else if let notice = try policy.notice(of: silence, asOf: today) {
        found.append(Noticed(place: place, silence: silence, grade: notice.key))
      }
    }
    return found
  }

  private func churnNotice(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let policy = try policies.churn(options["policy"])
    let today = try options.day("as_of") ?? self.options.clock.day()
    let words = policy.notices.map(\.key)
    let grade = try options.string("grade")
    if let grade, !words.contains(grade) {
      throw ArgumentError(
        "there is no notice '\(grade)'", code: "churn.grade",
        remedy: Suggestion.closest(to: grade, among: words).map { "did you mean '\($0)'?" }
          ?? "there are \(words.joined(separator: ", "))")
    }
    let count = try options.integer("list") ?? 1000
    guard (1...10_000).contains(count) else {
      throw ArgumentError("list: \(count) is outside 1–10000")
    }
    let query = try LoyaltyQuestion.customers(options, self)
    let split = try options.string("by").map {
      try LoyaltyReader(host: self).customers(of: query, by: $0).split
    }
    if options["by"] != nil, (split ?? nil) == nil {
      throw ArgumentError(
        "notices are not split by periods", code: "loyalty.split",
        remedy: "give rep, or a word of customers, as level")
    }
    let roster = try ChurnRoster(self, of: query)
    let found = try noticed(roster, policy, asOf: today)
    let atRisk = found.count { $0.silence.atRiskFrom <= today }
    let soon = found.filter {
      $0.silence.atRiskFrom > today && (grade == nil || $0.grade == grade)
    }.sorted {
      ($0.silence.atRiskFrom, roster.ids[$0.place]) < ($1.silence.atRiskFrom, roster.ids[$1.place])
    }
    var parts: [ReportObject.Part] = [
      .init("as_of", .scalar(today.scalar)), .init("at_risk", Value(atRisk)),
      .init("grades", .object(Self.gradeTable(policy, soon))),
      .init("list", .object(Self.table(of: soon, roster, today, count: Int(count)))),
    ]
    if let split = split ?? nil { parts.append(Self.groups(of: soon, split)) }
    return ReportObject(parts)
  }

  private static func gradeTable(_ policy: ChurnPolicy, _ soon: [Noticed]) -> ResultTable {
    ResultTable(
      columns: [.init("grade"), .init("title"), .init("名称"), .init("customers", .number)],
      rows: policy.notices.map { notice in
        [
          .string(notice.key), .string(notice.title.en), .string(notice.title.zh),
          Value(soon.count { $0.grade == notice.key }),
        ]
      })
  }

  private static func groups(of soon: [Noticed], _ split: FigureSplit) -> ReportObject.Part {
    var groups: [Int32?: Int] = [:]
    if case .codes(let codes) = split.grouping {
      for item in soon { groups[codes[item.place] < 0 ? nil : codes[item.place], default: 0] += 1 }
    }
    return .init(
      "groups",
      .object(
        ResultTable(
          columns: split.columns + [.init("customers", .number)],
          rows: split.sorted(groups).map { $0.cells + [Value($0.tally)] })))
  }

  private static func table(
    of soon: [Noticed], _ roster: ChurnRoster, _ today: Day, count: Int
  ) -> ResultTable {
    ResultTable(
      columns: [
        .init("customer", .number), .init("name"), .init("level"), .init("owner", .number),
        .init("grade"), .init("last_order"), .init("at_risk_from"), .init("days_left", .number),
        .init("cycle_days", .number), .init("cycles", .number),
      ],
      rows: soon.prefix(count).map { item in
        let silence = item.silence
        return [
          .integer(roster.ids[item.place]), .string(roster.name(item.place)),
          Value(roster.level(item.place)), Value(roster.owner(item.place)), .string(item.grade),
          .scalar(silence.lastOrder.scalar), .scalar(silence.atRiskFrom.scalar),
          Value(silence.atRiskFrom.days(since: today)), Value(silence.cycleDays),
          Value(silence.cycles),
        ]
      }, omitted: max(0, soon.count - count))
  }

  private func defineChurnWatch(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "churn.watch", "churn.watch{policy =}",
        "Raises an alert for each customer of the levels and grades that the policy watches, once, and settles those of "
          + "customers who bought again.", returns: "table",
        units: "raised, known, settled: alerts; found again once settled it opens once more",
        changes: "alerts of the policy's kind", errors: ["alert.kind", "day.range"],
        example: """
          local first, again
          plan(function() first = churn.watch{} again = churn.watch{} end)
          return first.raised > 0, again.raised, again.known == first.raised
          """, result: "true  0  true", seeAlso: ["churn.notice", "inbox.open", "churn.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "churn.watch", allowing: ["policy"])
      let policy = try policies.churn(options["policy"])
      let swept = try requireSession().savepoint {
        try AlertDesk(self, policies).sweep(
          policy.watch.alert, churnDrafts(policy), settledAs: "bought again, or no longer watched")
      }
      try results.add(Self.table(of: swept))
    }
  }

  private func churnDrafts(_ policy: ChurnPolicy) throws -> [AlertDraft] {
    let today = options.clock.day()
    let watch = policy.watch
    let roster = try ChurnRoster(self, of: nil)
    return try noticed(roster, policy, asOf: today).compactMap { item in
      guard watch.grades.contains(item.grade) else { return nil }
      guard watch.levels.isEmpty || roster.level(item.place).map(watch.levels.contains) ?? false
      else { return nil }
      let left = item.silence.atRiskFrom.days(since: today)
      let state =
        left <= 0
        ? "at risk since \(item.silence.atRiskFrom)"
        : "at risk from \(item.silence.atRiskFrom), in \(left.text("day"))"
      return AlertDraft(
        kind: watch.alert, of: Customer.schema.entity, roster.ids[item.place],
        owner: roster.owner(item.place),
        message: "\(roster.name(item.place)): last order \(item.silence.lastOrder), \(state)")
    }
  }
}
