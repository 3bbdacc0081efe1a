import Lua
import SalesKernel
import SalesStore
import Values

/// `training.report`: hours a head, tests passed, first deals of new people.
extension ScriptHost {
  func defineTrainingReport(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "training.report", "training.report{period = text, as_of = day, policy =}",
        "Training in a period: hours a head, cover, tests passed, courses, first deals of those who joined, certificates "
          + "that expire, each against its goal.", returns: "report",
        units:
          "hours: a head of those with us at the end of the period or on the day; hours_goal: the year's, in proportion to "
          + "the period; shares are nil where there is nothing to divide by",
        errors: ["period.unknown"],
        example: """
          local r
          plan(function()
            training.record{rep = 1, course = "产品", hours = 20, passed = true}
            r = training.report{period = "2026-Q2"}
          end)
          return r.hours * r.people, r.hours_goal, r.passes
          """, result: "20.0  20.0  1.0",
        seeAlso: ["training.record", "training.confirm", "training.expiring"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "training.report", allowing: ["period", "as_of", "policy"])
      let policy = try policies.training(options["policy"])
      let period = try Period(parsing: options.required("period", options.string("period")))
      let day = min(try options.day("as_of") ?? self.options.clock.day(), period.last)
      try results.add(Value.object(try trainingReport(period, day, policy)))
    }
  }

  private func trainingReport(
    _ period: Period, _ day: Day, _ policy: TrainingPolicy
  ) throws -> ReportObject {
    let people = try records(Rep.self).filter {
      ($0.joinedOn ?? .first) <= day && ($0.leftOn ?? .last) >= day
    }
    let there = Set(people.map(\.id))
    let taken = try records(Training.self).filter {
      $0.heldOn >= period.first && $0.heldOn <= day && there.contains($0.rep)
    }
    let hours = taken.reduce(0) { $0 + $1.hours }
    let tests = taken.filter { $0.passed != nil }
    let passed = tests.count { $0.passed == true }
    let deals = try FirstDeals(self, policy, from: period.first, upto: day)
    func ratio(_ part: Double, _ whole: Int) -> Double? {
      whole == 0 ? nil : part / Double(whole)
    }
    let months = Double(period.unit.months)
    return ReportObject([
      .init("period", .string(period.text)), .init("people", Value(people.count)),
      .init("hours", Value(ratio(hours, people.count))),
      .init("hours_goal", .number(policy.hours.goal * months / 12)),
      .init("hours_before", .number(policy.hours.today * months / 12)),
      .init("cover", shareOrNone: ratio(Double(Set(taken.map(\.rep)).count), people.count)),
      .init("cover_goal", share: policy.coverGoal),
      .init("passes", shareOrNone: ratio(Double(passed), tests.count)),
      .init("passes_goal", share: policy.passGoal),
      .init("joined", Value(deals.people.count)), .init("first_deals", Value(deals.signed)),
      .init("first_deal_share", shareOrNone: deals.share),
      .init("first_deal_goal", share: policy.firstDeal.goal),
      .init("courses", .object(Self.courses(taken, policy))),
      .init("newcomers", .object(Self.newcomers(deals))),
      .init("expiring", .object(try expiring(within: policy.expiresWithin, on: day))),
    ])
  }

  /// One row a course, by the alphabet, and whether enough passed.
  private static func courses(_ taken: [Training], _ policy: TrainingPolicy) -> ResultTable {
    let courses = Dictionary(grouping: taken, by: \.course)
    return ResultTable(
      columns: [
        .init("course"), .init("people", .number), .init("hours", .number),
        .init("passes", .number), .init("meets", .bool),
      ],
      rows: courses.keys.sorted().map { course in
        let taken = courses[course] ?? []
        let tests = taken.filter { $0.passed != nil }
        let share =
          tests.isEmpty
          ? nil : Double(tests.count { $0.passed == true }) / Double(tests.count)
        return [
          .string(course), Value(Set(taken.map(\.rep)).count),
          .number(taken.reduce(0) { $0 + $1.hours }), Value(share.map(tenThousandth)),
          share.map { .bool($0 >= policy.passGoal) } ?? .nil,
        ]
      })
  }

  private static func newcomers(_ deals: FirstDeals) -> ResultTable {
    ResultTable(
      columns: [
        .init("rep", .number), .init("name"), .init("joined_on"), .init("until"),
        .init("first_deal"), .init("in_time", .bool),
      ],
      rows: deals.people.map { person in
        [
          .integer(person.rep.id), .string(person.rep.name), Value(person.joinedOn),
          Value(person.until), Value(person.firstOn),
          person.isInTime ? .bool(true) : person.until <= deals.day ? .bool(false) : .nil,
        ]
      })
  }
}
