import Lua
import SalesKernel
import SalesStore
import Values

/// `funnel`: what became of opportunities, by those that entered, that stand, and that were decided.
extension ScriptHost {
  func defineFunnel(_ policies: EnginePolicies) throws {
    try defineCohort(policies)
    try defineSnapshot(policies)
    try defineResults(policies)
    try defineCalibration(policies)
    try defineFunnelReport(policies)
    try defineFunnelWatch(policies)
  }

  private static let signature = "of = query, playbook =, as_of = day"
  private static let errors = [
    "funnel.window", "funnel.split", "playbook.unknown", "playbook.won", "money.overflow",
  ]

  private func funnel(
    _ arguments: Arguments, _ function: String, _ policies: EnginePolicies,
    allowing more: [String] = []
  ) throws -> (FunnelReports, NamedArguments) {
    let options = try NamedArguments(
      arguments, of: function, allowing: FunnelQuestion.options + more)
    let question = try FunnelQuestion(options, self, policies)
    return (FunnelReports(question: question, poll: state.checkStop), options)
  }

  private func report(
    _ reports: FunnelReports, _ hasWindow: Bool, _ section: FunnelSection
  ) -> Value {
    let question = reports.question
    return .object(
      ReportObject(
        question.opening + (hasWindow ? question.window : []) + section.parts,
        pictures: section.pictures))
  }

  private func defineCohort(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "funnel.cohort",
        "funnel.cohort{\(Self.signature), from = day, upto = day, by = word}",
        "What became of the opportunities that were opened in a window: how many came to each stage or beyond, "
          + "conversion, losses and days by stage, won, lost, still open; groups where by says what to split by.",
        returns: "report",
        units:
          "shares of 1; days: calendar days, the median to the hour; won_amount in yuan; by: day, week, month, quarter "
          + "or year of opening, rep, product, customer, region, source, competitor, or a word of customers as level",
        errors: Self.errors,
        example: """
          local f = funnel.cohort{}
          return f.entered == f.won + f.lost + f.open, f.stages[1].reached == f.entered
          """,
        result: "true  true",
        seeAlso: ["funnel.snapshot", "funnel.results", "funnel.calibration", "funnel.report"])
    ) { [unowned self] arguments, results in
      let (reports, _) = try funnel(arguments, "funnel.cohort", policies)
      try results.add(report(reports, true, try reports.cohort()))
    }
  }

  private func defineSnapshot(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "funnel.snapshot", "funnel.snapshot{\(Self.signature), from = day, upto = day, by = word}",
        "The opportunities that were open at the end of a day: number, amount, weighted value with its spread, "
          + "and age by stage.", returns: "report",
        units:
          "weighted: Σ amount × probability of the playbook's stage; spread: standard deviation of what will be "
          + "won; age_days: in this stage so far; by: as of funnel.cohort, periods by expected close",
        errors: Self.errors,
        example: "local s = funnel.snapshot{}\nreturn s.weighted <= s.amount",
        result: "true", seeAlso: ["funnel.cohort", "funnel.results", "forecast.pipeline"])
    ) { [unowned self] arguments, results in
      let (reports, _) = try funnel(arguments, "funnel.snapshot", policies)
      try results.add(report(reports, false, try reports.snapshot()))
    }
  }

  private func defineResults(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "funnel.results",
        "funnel.results{\(Self.signature), from = day, upto = day, by = word, reasons = n}",
        "The opportunities that were decided in a window: won and lost, win rate, amounts, cycle, velocity, the "
          + "stages that they were lost from (leaks) and the reasons.", returns: "report",
        units:
          "win_rate: won of decided; cycle: days from the first stage to the win; velocity: yuan a day = open × win "
          + "rate × mean won amount / mean cycle; by: as of funnel.cohort, periods by the day of decision; "
          + "reasons: how many to list, all unless given",
        errors: Self.errors + ["script.argument"],
        example: "local r = funnel.results{}\nreturn r.decided == r.won + r.lost", result: "true",
        seeAlso: ["funnel.cohort", "funnel.snapshot"])
    ) { [unowned self] arguments, results in
      let (reports, options) = try funnel(
        arguments, "funnel.results", policies, allowing: ["reasons"])
      let top = try options.integer("reasons")
      if let top, !(1...1000).contains(top) {
        throw ArgumentError("reasons: \(top) is outside 1–1000")
      }
      try results.add(report(reports, true, try reports.results(topReasons: top.map(Int.init))))
    }
  }

  private func defineCalibration(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "funnel.calibration",
        "funnel.calibration{\(Self.signature), from = day, upto = day, by = word}",
        "How often opportunities that came to a stage were won in the end, against the playbook's probability.",
        returns: "report",
        units:
          "observed: won of decided, with its 95 % interval by Wilson; estimate: (won + 1) / (decided + 2); "
          + "difference: estimate less policy; open ones say nothing yet",
        errors: Self.errors,
        example: "local c = funnel.calibration{}\nreturn c.stages[1].decided >= c.stages[1].won",
        result: "true", seeAlso: ["funnel.cohort", "playbooks.show"])
    ) { [unowned self] arguments, results in
      let (reports, options) = try funnel(arguments, "funnel.calibration", policies)
      guard options["by"] == nil else {
        throw ArgumentError(
          "a calibration is not split", remedy: "give of = opportunities:where{…} instead of by")
      }
      try results.add(report(reports, true, try reports.calibration()))
    }
  }

  private func defineFunnelReport(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "funnel.report",
        "funnel.report{\(Self.signature), from = day, upto = day, by = word}",
        "All of it: cohort, snapshot, results and calibration, each a report of its own, from one reading.",
        returns: "report",
        units: "as of each of them", errors: Self.errors,
        example:
          "local r = funnel.report{by = \"quarter\"}\nreturn r.cohort.entered == opportunities:count()",
        result: "true",
        seeAlso: ["funnel.cohort", "funnel.snapshot", "funnel.results", "funnel.calibration"])
    ) { [unowned self] arguments, results in
      let (reports, _) = try funnel(arguments, "funnel.report", policies)
      let sections = [
        ("cohort", try reports.cohort()), ("snapshot", try reports.snapshot()),
        ("results", try reports.results(topReasons: nil)),
        ("calibration", try reports.calibration()),
      ]
      let parts = sections.map { name, section in
        ReportObject.Part(
          name, .object(ReportObject(section.parts, pictures: section.pictures)))
      }
      try results.add(
        report(
          reports, true,
          FunnelSection(parts: parts, pictures: sections.flatMap { $0.1.pictures })))
    }
  }
}
