import Lua
import SalesKernel
import SalesStore
import Values

/// `daily`: what reps did in a day, and what is to come.
extension ScriptHost {
  func defineDaily(_ policies: EnginePolicies) throws {
    try defineDailyFacts(policies)
    try defineDailyReport(policies)
    try defineDailyLists(policies)
  }

  private func defineDailyFacts(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "daily.facts", "daily.facts{rep = rep, day = day, policy =}",
        "What the records tell of a rep's day: customers reached, how many of them went a step on, tasks done, and for "
          + "the next working day the tasks that are due and the key accounts.", returns: "report",
        units:
          "day: the run's day unless given; converted: reached customers who ordered that day or whose opportunity moved "
          + "to another stage; accounts: customers of due tasks, then of key and of the largest open opportunities",
        errors: ["record.missing", "daily.day"],
        example: "local f = daily.facts{rep = 1, day = date\"2026-06-30\"}\n"
          + "return f.next_day, f.reached >= f.converted",
        result: "date\"2026-07-01\"  true", seeAlso: ["daily.report", "daily.missing"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "daily.facts", allowing: ["rep", "day", "policy"])
      let facts = try DailyFacts(
        self, policies, policies.daily(options["policy"]), rep: record(Rep.self, options, "rep"),
        on: try dailyDay(options))
      try results.add(Value.object(try facts.report()))
    }
  }

  /// - Throws: `daily.day` for one that has not come yet.
  private func dailyDay(_ options: NamedArguments) throws -> Day {
    let today = self.options.clock.day()
    let day = try options.day("day") ?? today
    guard day <= today else {
      throw ValidationError(
        "daily.day", "\(day) has not come yet", remedy: "give \(today) or a day before",
        field: "day")
    }
    return day
  }

  private func defineDailyReport(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "daily.report",
        "daily.report{rep = rep, day = day, results = text, obstacles = text, plan = text, lesson = text, share = bool, "
          + "policy =}",
        "Keeps the daily report of a rep in four parts; given again for the day its parts are changed. Customers reached "
          + "and converted are counted from the records, and so are results and plan where nothing is said. With share "
          + "the lesson goes into the knowledge base. Gives the report.", returns: "daily_report",
        units: "day: the run's day unless given", changes: "one report; one article when shared",
        errors: ["record.missing", "daily.day", "daily.rep", "daily.lesson"],
        example: """
          local r, n
          plan(function()
            r = daily.report{rep = 1, lesson = "先问预算再报价", share = true}.lesson
            n = #knowledge.search("问预算")
          end)
          return r, n
          """, result: "\"先问预算再报价\"  1",
        seeAlso: ["daily.facts", "daily.missing", "daily.table", "knowledge.search"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "daily.report",
        allowing: ["rep", "day", "results", "obstacles", "plan", "lesson", "share", "policy"])
      let id = try requireSession().savepoint { try keepReport(options, policies) }
      try results.add(try binding(DailyReport.schema.entity).record(id))
    }
  }

  private func keepReport(_ options: NamedArguments, _ policies: EnginePolicies) throws -> Int64 {
    let rep = try record(Rep.self, options, "rep")
    let day = try dailyDay(options)
    guard (rep.joinedOn ?? .first) <= day, (rep.leftOn ?? .last) >= day else {
      throw ValidationError(
        "daily.rep", "\(rep.name) was not with us on \(day)",
        remedy: "from \(rep.joinedOn?.description ?? "the beginning") to "
          + (rep.leftOn?.description ?? "today"), field: "rep")
    }
    let facts = try DailyFacts(
      self, policies, policies.daily(options["policy"]), rep: rep, on: day)
    let before = try records(
      DailyReport.self, where: [("rep", .integer(rep.id)), ("day", .day(day))]
    ).first
    var report = before ?? DailyReport(rep: rep.id, day: day)
    report.results = try options.string("results") ?? before?.results ?? facts.resultsText
    report.obstacles = try options.string("obstacles") ?? before?.obstacles
    report.plan = try options.string("plan") ?? before?.plan ?? facts.planText
    report.lesson = try options.string("lesson") ?? before?.lesson
    report.reached = Int64(facts.reached.count)
    report.converted = Int64(facts.converted.count)
    if let before {
      try store(report, from: before)
    } else {
      report.id = try requireSession().create(DailyReport.schema.entity, report.values)
    }
    if try options.bool("share") ?? false { try share(report, rep, policies) }
    return report.id
  }

  /// Writes the lesson of a report into the knowledge base, once.
  private func share(
    _ report: DailyReport, _ rep: Rep, _ policies: EnginePolicies
  ) throws {
    guard let lesson = report.lesson, lesson.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError(
        "daily.lesson", "the report of \(rep.name) on \(report.day) has no lesson to share",
        remedy: "give lesson = text", field: "lesson")
    }
    let policy = try policies.knowledge()
    var article = Article(
      kind: policy.lesson, title: String(lesson.prefix(40)), writtenOn: report.day)
    (article.body, article.author) = (lesson, rep.id)
    let known = try records(
      Article.self,
      where: [
        ("kind", .text(article.kind)), ("author", .integer(rep.id)), ("body", .text(lesson)),
      ])
    guard known.isEmpty else { return }
    try policy.require(article)
    _ = try createNumbered(article, policy.number)
  }

  private func defineDailyLists(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "daily.missing", "daily.missing{day = day, policy =}",
        "Reps who were with us on a day and did not report; nobody on a day that is not worked.",
        returns: "results",
        units: "day: the run's day unless given",
        errors: ["daily.day", "calendar.coverage"],
        example: """
          local before, after
          plan(function()
            before = #daily.missing{}
            daily.report{rep = 1, results = "3 visits"}
            after = #daily.missing{}
          end)
          return before - after
          """, result: "1", seeAlso: ["daily.report", "daily.table"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "daily.missing", allowing: ["day", "policy"])
      let policy = try policies.daily(options["policy"])
      let day = try dailyDay(options)
      var missing: [Rep] = []
      if try policies.calendar().isWorking(day) {
        let there = Set(
          try records(DailyReport.self, where: [("day", .day(day))]).map(\.rep))
        missing = try records(Rep.self).filter {
          policy.reports($0, on: day) && !there.contains($0.id)
        }
      }
      try results.add(
        Value.object(
          ResultTable(
            columns: [.init("rep", .number), .init("name"), .init("region")],
            rows: missing.map { [.integer($0.id), .string($0.name), Value($0.region)] })))
    }
    try define(
      HelpEntry(
        "daily.table", "daily.table{day = day, from = day, upto = day, rep = rep}",
        "Daily reports of a day, of a rep, or from one day to another, by day and rep.",
        returns: "results",
        units: "day: the run's day unless given, or from and upto", errors: ["record.missing"],
        example: """
          local t
          plan(function()
            daily.report{rep = 1, results = "3 visits"}
            t = daily.table{}
          end)
          return #t, t[1].results
          """, result: "1  \"3 visits\"", seeAlso: ["daily.report"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "daily.table", allowing: ["day", "from", "upto", "rep"])
      let today = try options.day("day") ?? self.options.clock.day()
      let from = try options.day("from") ?? today
      let upto = try options.day("upto") ?? today
      let rep = try options["rep"].map { try row($0, of: Rep.schema.entity, as: "rep").id }
      let names = try repNames()
      let reports = try records(DailyReport.self).filter {
        $0.day >= from && $0.day <= upto && (rep == nil || $0.rep == rep)
      }.sorted { ($0.day, $0.rep) < ($1.day, $1.rep) }
      try results.add(Value.object(Self.dailyTable(reports, names)))
    }
  }

  private static func dailyTable(
    _ reports: [DailyReport], _ names: [Int64: String]
  ) -> ResultTable {
    ResultTable(
      columns: [
        .init("day"), .init("rep", .number), .init("name"), .init("reached", .number),
        .init("converted", .number), .init("results"), .init("obstacles"), .init("plan"),
        .init("lesson"),
      ],
      rows: reports.map { report in
        [
          .scalar(report.day.scalar), .integer(report.rep), .string(names[report.rep] ?? ""),
          Value(report.reached), Value(report.converted), Value(report.results),
          Value(report.obstacles), Value(report.plan), Value(report.lesson),
        ]
      })
  }
}
