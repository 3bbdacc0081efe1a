import Lua
import SalesKernel
import SalesStore
import Values

/// `planning.nine_box`: people by what they reach and by the method that they give to others.
extension ScriptHost {
  func defineNineBox(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.nine_box",
        "planning.nine_box{period = text, metric = word, results = {name = share, …}, output = {name = points, …}, policy =}",
        "People in nine boxes: results are what each reached of the target of the period, output are points for articles "
          + "and lessons written in it. Gives people with box and action, the boxes with how many are in each, and the "
          + "shares of stars and of the bottom against the policy's.", returns: "report",
        units:
          "results, output: in the place of what the book tells, by the rep's name or code; people without results are "
          + "listed as such and are in no box",
        errors: ["period.unknown", "nine_box.rep", "policy.value", "script.argument"],
        example: """
          local names = reps:limit(2)
          local a, b = reps:get(1), reps:get(2)
          local n = planning.nine_box{period = "2026-Q2", results = {[a.code] = 0.9, [b.code] = 1.2},
            output = {[a.code] = 4, [b.code] = 0}}
          return n.people[1].box, n.people[2].box
          """, result: "\"develop_first\"  \"lone_wolf\"",
        seeAlso: ["target.attainment", "knowledge.add", "daily.report"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.nine_box",
        allowing: ["period", "metric", "results", "output", "policy"])
      try results.add(
        Value.object(try nineBox(options, policies.nineBox(options["policy"]), policies)))
    }
  }

  private func nineBox(
    _ options: NamedArguments, _ policy: NineBoxPolicy, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let period = try Period(parsing: options.required("period", options.string("period")))
    let reps = try records(Rep.self).filter {
      ($0.joinedOn ?? .first) <= period.last && ($0.leftOn ?? .last) >= period.last
    }
    let reached =
      try axis(options, "results", reps) ?? shares(of: reps, period, options, policies)
    let points = try axis(options, "output", reps) ?? self.points(of: reps, period, policy)
    var (rows, without): ([[Value]], [String]) = ([], [])
    var counts: [String: Int] = [:]
    for rep in reps {
      guard let results = reached[rep.id] else {
        without.append(rep.name)
        continue
      }
      let output = points[rep.id] ?? 0
      let box = policy.box(results: results, output: output)
      counts[box.key, default: 0] += 1
      rows.append([
        .integer(rep.id), .string(rep.name), .number(Self.tenThousandth(results)),
        .number(output), .string(box.key), .string(box.title.both), .string(box.action.both),
      ])
    }
    return boxReport(rows, without, counts, policy)
  }

  private func boxReport(
    _ rows: [[Value]], _ without: [String], _ counts: [String: Int], _ policy: NineBoxPolicy
  ) -> ReportObject {
    func share(_ box: String) -> Double? {
      rows.isEmpty ? nil : Double(counts[box] ?? 0) / Double(rows.count)
    }
    let (stars, bottom) = (share(policy.stars.box), share(policy.bottom.box))
    return ReportObject([
      .init(
        "people",
        .object(
          ResultTable(
            columns: [
              .init("rep", .number), .init("name"), .init("results", .number),
              .init("output", .number), .init("box"), .init("title"), .init("action"),
            ], rows: rows))),
      .init(
        "boxes",
        .object(
          ResultTable(
            columns: [
              .init("box"), .init("results"), .init("output"), .init("people", .number),
              .init("action"), .init("source"),
            ],
            rows: policy.boxes.map { box in
              [
                .string(box.key), .string(box.results.rawValue), .string(box.output.rawValue),
                Value(counts[box.key] ?? 0), .string(box.action.both), .string(box.source),
              ]
            }))),
      .init("stars", shareOrNone: stars), .init("stars_goal", share: policy.stars.share),
      .init("bottom", shareOrNone: bottom), .init("bottom_most", share: policy.bottom.share),
      .init("bottom_fits", bottom.map { .bool($0 <= policy.bottom.share) } ?? .nil),
      .init(
        "without", .table(Table(list: without.map { .string($0) })),
        text: without.isEmpty ? "" : "no data: " + without.joined(separator: ", ")),
    ])
  }

  /// Numbers that a call gives by name or code.
  /// - Throws: `nine_box.rep` with the nearest name.
  private func axis(
    _ options: NamedArguments, _ name: String, _ reps: [Rep]
  ) throws -> [Int64: Double]? {
    guard let value = options[name] else { return nil }
    guard case .table(let table) = value, table.list.isEmpty, table.others.isEmpty else {
      throw ArgumentError(
        "\(name): expected numbers by the name or code of a rep", remedy: "as {Ann = 0.9}")
    }
    var numbers: [Int64: Double] = [:]
    for (key, value) in table.fields {
      let named = reps.filter { $0.code == key || $0.name == key }
      guard named.count == 1, let rep = named.first else {
        throw ValidationError(
          "nine_box.rep",
          "\(name): \(named.isEmpty ? "there is no" : "more than one") rep "
            + "\"\(key.excerpt)\" at the end of the period",
          remedy: Suggestion.sentence(for: key, among: reps.map(\.name)))
      }
      switch value {
      case .integer(let number): numbers[rep.id] = Double(number)
      case .number(let number) where number.isFinite: numbers[rep.id] = number
      default:
        throw ArgumentError("\(name).\(key): expected a number, got \(value.typeName)")
      }
    }
    return numbers
  }

  /// What each reached of the target of the period.
  private func shares(
    of reps: [Rep], _ period: Period, _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> [Int64: Double] {
    let desk = try TargetDesk(self, policies)
    let metric = try desk.policy.metric(options.string("metric"))
    let targets = try records(
      Target.self, where: [("period", .text(period.text)), ("metric", .text(metric.key))]
    ).filter { $0.rep != nil && $0.product == nil && $0.region == nil && $0.kind == nil }
    var shares: [Int64: Double] = [:]
    for rate in try rates(of: targets, on: self.options.clock.day(), desk, policies) {
      if let rep = rate.target.rep { shares[rep] = rate.rate.share }
    }
    return shares
  }

  /// Points for articles and lessons of the period.
  private func points(
    of reps: [Rep], _ period: Period, _ policy: NineBoxPolicy
  ) throws -> [Int64: Double] {
    var points: [Int64: Double] = [:]
    for article in try records(Article.self) where period.contains(article.writtenOn) {
      guard let author = article.author else { continue }
      points[author, default: 0] += policy.points.articles[article.kind] ?? 0
    }
    for report in try records(DailyReport.self) where period.contains(report.day) {
      if report.lesson?.contains(where: { !$0.isWhitespace }) ?? false {
        points[report.rep, default: 0] += policy.points.lesson
      }
    }
    return points
  }
}
