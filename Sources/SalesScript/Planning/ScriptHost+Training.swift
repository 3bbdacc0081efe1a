import Lua
import SalesKernel
import SalesStore
import Values

/// `training`: what reps learn, whether they pass, and how new ones are brought in.
extension ScriptHost {
  func defineTraining(_ policies: EnginePolicies) throws {
    try defineTrainingRecord(policies)
    try defineOnboarding(policies)
    try defineTrainingReport(policies)
    try defineCertificates(policies)
  }

  private func defineTrainingRecord(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "training.record",
        "training.record{rep = rep, course = text, hours = n, on = day, kind = word, score = n, passed = bool, "
          + "certificate = text, expires_on = day, note = text, policy =}",
        "Notes a course that a rep took. Gives the training.", returns: "training",
        units: "on: the run's day unless given; score: 0–100", changes: "one new training",
        errors: [
          "training.left", "training.day", "training.kind", "training.hours", "record.missing",
        ],
        example: """
          local t
          plan(function() t = training.record{rep = 1, course = "钛合金螺栓", hours = 8, passed = true}.hours end)
          return t
          """, result: "8.0", seeAlso: ["training.report", "training.onboard"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "training.record",
        allowing: [
          "rep", "course", "hours", "on", "kind", "score", "passed", "certificate", "expires_on",
          "note", "policy",
        ])
      let training = try training(options, policies.training(options["policy"]))
      let id = try requireSession().create(Training.schema.entity, training.values)
      try results.add(try binding(Training.schema.entity).record(id))
    }
  }

  /// - Throws: `training.left`, `training.day`, `training.kind`, `training.hours`.
  private func training(_ options: NamedArguments, _ policy: TrainingPolicy) throws -> Training {
    let rep = try record(Rep.self, options, "rep")
    let today = self.options.clock.day()
    let day = try options.day("on") ?? today
    if let left = rep.leftOn, left < day {
      throw ValidationError(
        "training.left", "\(rep.name) left on \(left), before the course on \(day)",
        remedy: "give the day of the course as on =", field: "held_on")
    }
    if day > today || day < rep.joinedOn ?? .first {
      throw ValidationError(
        "training.day", "\(rep.name) cannot have taken a course on \(day)",
        remedy: day > today
          ? "give \(today) or a day before"
          : "\(rep.name) joined on \(rep.joinedOn?.description ?? "")", field: "held_on")
    }
    let hours = try options.required("hours", options.finiteNumber("hours"))
    guard hours > 0, hours <= 10_000 else {
      throw ValidationError(
        "training.hours", "\(FieldValue.number(hours).display) hours are no course",
        remedy: "give how long it took", field: "hours")
    }
    var training = Training(
      rep: rep.id, course: try options.required("course", options.string("course")),
      hours: hours, heldOn: day)
    training.kind = try options.string("kind")
    if let kind = training.kind { try policy.require(kind: kind) }
    training.score = try options.finiteNumber("score")
    training.passed = try options.bool("passed")
    training.certificate = try options.string("certificate")
    training.expiresOn = try options.day("expires_on")
    if let end = training.expiresOn, end < day {
      throw ValidationError(
        "training.day", "the certificate would expire on \(end), before the course on \(day)",
        remedy: "give the last day that it holds", field: "expires_on")
    }
    training.note = try options.string("note")
    return training
  }

  private func defineOnboarding(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "training.onboard", "training.onboard{rep = rep, programme = word, from = day, policy =}",
        "Opens the tasks of a programme for a new rep, one a step, each once. Gives them as a table.",
        returns: "results",
        units:
          "programme: entry_month (S0) unless given, three_months (S1) or three_seven_month (S2); from: the day that "
          + "the rep joined unless given, else the run's day",
        changes: "tasks", errors: ["training.programme", "training.left", "record.missing"],
        example: """
          local n, due
          plan(function()
            local t = training.onboard{rep = 1, programme = "three_months", from = date"2026-07-01"}
            n, due = #t, t[3].due_on
          end)
          return n, due
          """, result: "3  date\"2026-09-28\"",
        seeAlso: ["training.record", "training.confirm", "inbox.due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "training.onboard", allowing: ["rep", "programme", "from", "policy"])
      let policy = try policies.training(options["policy"])
      let tasks = try requireSession().savepoint { try onboard(options, policy) }
      try results.add(Value.object(SuccessDesk.table(of: tasks, on: self.options.clock.day())))
    }
    try define(
      HelpEntry(
        "training.confirm", "training.confirm(rep, {from = day, policy =})",
        "Whether a trainee is confirmed: the share of tests passed against the policy's. Gives tests, passed, share, goal, "
          + "confirmed and why; nil where no test was taken.", returns: "report",
        units: "from: tests from that day on; all unless given", errors: ["record.missing"],
        example: """
          local c
          plan(function()
            training.record{rep = 1, course = "产品", hours = 4, passed = true}
            training.record{rep = 1, course = "流程", hours = 4, passed = false}
            c = training.confirm(1)
          end)
          return c.share, c.confirmed
          """, result: "0.5  false", seeAlso: ["training.record", "training.report"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "training.confirm", at: 1, allowing: ["from", "policy"])
      let policy = try policies.training(options["policy"])
      let rep = try Rep(reading: row(try arguments[0], of: Rep.schema.entity, as: "rep"))
      let from = try options.day("from") ?? .first
      let tests = try related(Training.self, by: "rep", to: rep.id).filter {
        $0.passed != nil && $0.heldOn >= from
      }
      try results.add(Value.object(Self.confirmation(rep, tests, policy)))
    }
  }

  private static func confirmation(
    _ rep: Rep, _ tests: [Training], _ policy: TrainingPolicy
  ) -> ReportObject {
    let passed = tests.count { $0.passed == true }
    let share = tests.isEmpty ? nil : Double(passed) / Double(tests.count)
    let isConfirmed = share.map { $0 >= policy.passGoal }
    return ReportObject([
      .init("rep", .string(rep.name)), .init("tests", Value(tests.count)),
      .init("passed", Value(passed)),
      .init("share", shareOrNone: share),
      .init("goal", share: policy.passGoal),
      .init("confirmed", isConfirmed.map { .bool($0) } ?? .nil),
      .init(
        why: Explanation(
          "confirmed", .step, value: isConfirmed.map(FieldValue.bool) ?? .null,
          reason: share == nil
            ? "no data: no test was taken"
            : "\(passed) of \(tests.count.text("test")) passed, \(ShareText.of(policy.passGoal)) is asked for",
          source: policy.header.source,
          children: tests.map { test in
            Explanation(
              test.course, test.passed == true ? .matched : .notMatched,
              value: test.score.map(FieldValue.number), reason: "on \(test.heldOn)")
          })),
    ])
  }

  private func onboard(
    _ options: NamedArguments, _ policy: TrainingPolicy
  ) throws -> [DueTask] {
    let rep = try record(Rep.self, options, "rep")
    let programme = try policy.programme(options.string("programme"))
    let from = try options.day("from") ?? rep.joinedOn ?? self.options.clock.day()
    if let left = rep.leftOn, left < from {
      throw ValidationError(
        "training.left", "\(rep.name) left on \(left)", remedy: "give somebody who is with us",
        field: "rep")
    }
    return try programme.steps.map { step in
      var task = DueTask(
        kind: policy.task, key: "\(policy.task)/\(programme.key)/\(step.key)/rep/\(rep.id)",
        title: "\(rep.name): \(step.title.both)",
        dueOn: try from.adding(days: step.uptoDay - 1))
      (task.owner, task.entity, task.record) = (rep.id, Rep.schema.entity.name, rep.id)
      task.note =
        "\(programme.title.both), from \(try from.adding(days: step.fromDay - 1))"
        + (step.share.map { ", \(ShareText.of($0))" } ?? "")
      return try record(DueTask.self, id: openTask(task))
    }
  }

  private func defineCertificates(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "training.expiring", "training.expiring{within = days, as_of = day, policy =}",
        "Certificates of people who are with us that expire soon or have expired and were not renewed, the first first.",
        returns: "results",
        units: "within: the policy's days unless given; days_left below 0: expired",
        errors: ["script.argument"],
        example: """
          local left
          plan(function()
            training.record{rep = 1, course = "质检", hours = 8, certificate = "质检员", expires_on = date"2026-07-15"}
            left = training.expiring{}[1].days_left
          end)
          return left
          """, result: "15", seeAlso: ["training.record", "training.report"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "training.expiring", allowing: ["within", "as_of", "policy"])
      let policy = try policies.training(options["policy"])
      let day = try options.day("as_of") ?? self.options.clock.day()
      let within = Int(clamping: try options.integer("within") ?? Int64(policy.expiresWithin))
      try results.add(Value.object(try expiring(within: within, on: day)))
    }
  }

  func expiring(within days: Int, on day: Day) throws -> ResultTable {
    let people = Dictionary(
      try records(Rep.self).filter { ($0.leftOn ?? .last) >= day }.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    var latest: [String: Training] = [:]
    for training in try records(Training.self) {
      guard let paper = training.certificate, let end = training.expiresOn,
        training.heldOn <= day, people[training.rep] != nil
      else { continue }
      let key = "\(training.rep) \(paper)"
      if end > latest[key]?.expiresOn ?? .first { latest[key] = training }
    }
    let soon = latest.values.filter {
      ($0.expiresOn ?? .last).days(since: day) <= days
    }.sorted { ($0.expiresOn ?? .last, $0.id) < ($1.expiresOn ?? .last, $1.id) }
    return ResultTable(
      columns: [
        .init("rep", .number), .init("name"), .init("certificate"), .init("expires_on"),
        .init("days_left", .number),
      ],
      rows: soon.map { training in
        [
          .integer(training.rep), .string(people[training.rep] ?? ""),
          Value(training.certificate), Value(training.expiresOn),
          Value((training.expiresOn ?? day).days(since: day)),
        ]
      })
  }
}
