import Lua
import SalesKernel
import SalesStore
import Values

/// `prospects`: scores of customers that are given again and again, and lists of them.
extension ScriptHost {
  func defineProspects(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "prospects.score", "prospects.score{score = word, of = query, policy =}",
        "Scores and grades customers by the pack that the policy names, marks the task that asked for it as done and "
          + "opens the next. Gives changed, scanned and next_due.", returns: "table",
        units: "score: prospect unless given, the first of the policy; changed: grades and scores",
        changes: "grade and score of the customers; tasks",
        errors: ["prospect.score", "policy.unknown"],
        example: "local r, n\nplan(function()\n  r = prospects.score{}\n"
          + "  n = #inbox.due{kind = \"prospect_rescore\", by = date\"2026-07-30\"}\nend)\n"
          + "return r.scanned, r.next_due, n",
        result: "200  date\"2026-07-30\"  1",
        seeAlso: ["prospects.due", "tiering.apply", "inbox.due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "prospects.score", allowing: ["score", "of", "policy"])
      let policy = try policies.prospects(options["policy"])
      let score = try options.string("score").map { try policy.score($0) } ?? policy.scores[0]
      let pack = try library.tiering(.string(score.pack), host: self)
      let query = try customers(options, "of")
      let (result, next) = try requireSession().savepoint {
        (try apply(pack, to: query), try renew(score))
      }
      try results.add(
        Table(fields: [
          ("changed", .integer(Int64(result.changed))),
          ("scanned", .integer(Int64(result.scanned))), ("next_due", .scalar(next.scalar)),
        ]))
    }
    try defineProspectsDue(policies)
    try defineProspectLists(policies)
  }

  /// Ends the tasks that asked for a score, notes that it was given today, and opens the next one.
  private func renew(_ score: ProspectPolicy.Score) throws -> Day {
    let today = options.clock.day()
    let next = try today.adding(months: score.everyMonths)
    let open = try records(DueTask.self, where: [("kind", .text(score.task))])
      .filter { $0.doneOn == nil && $0.dueOn <= next }.map(\.id)
    for id in open.isEmpty ? [try rescoring(score, on: today)] : open {
      try set(DueTask.self, id, ["done_on": .day(today)])
    }
    try set(DueTask.self, try rescoring(score, on: next), ["done_on": .null])
    return next
  }

  /// The task of a day, opened where there is none.
  private func rescoring(_ score: ProspectPolicy.Score, on day: Day) throws -> Int64 {
    try openTask(
      DueTask(
        kind: score.task, key: "\(score.task)/\(day)", title: score.title.en, dueOn: day))
  }

  private func defineProspectsDue(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "prospects.due", "prospects.due{policy =}",
        "When each score is due again: score, pack, last, due_on, days_late and unscored, the prospects that have none. "
          + "One that was never given is due now.", returns: "results",
        errors: ["policy.unknown"],
        example: "local before, after\nplan(function()\n  before = prospects.due{}[1]\n"
          + "  prospects.score{}\n  after = prospects.due{}[1]\nend)\n"
          + "return before.due_on, before.last, after.due_on, after.last, after.days_late, after.unscored",
        result: "date\"2026-06-30\"  nil  date\"2026-07-30\"  date\"2026-06-30\"  -30  0",
        seeAlso: ["prospects.score"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "prospects.due", allowing: ["policy"])
      try results.add(Value.object(try dueScores(policies.prospects(options["policy"]))))
    }
  }

  private func dueScores(_ policy: ProspectPolicy) throws -> ResultTable {
    let today = options.clock.day()
    let unscored = try prospectCount(policy) {
      try $0.value(at: $0.entity.requireSlot(of: "score")).isNull
    }
    let rows = try policy.scores.map { score -> [Value] in
      let tasks = try records(DueTask.self, where: [("kind", .text(score.task))])
      let last = tasks.compactMap(\.doneOn).max()
      let due = tasks.filter { $0.doneOn == nil }.map(\.dueOn).min() ?? today
      return [
        .string(score.key), .string(score.pack), last.map { .scalar($0.scalar) } ?? .nil,
        .scalar(due.scalar), .integer(Int64(today.days(since: due))), .integer(Int64(unscored)),
      ]
    }
    return ResultTable(
      columns: [
        .init("score"), .init("pack"), .init("last"), .init("due_on"),
        .init("days_late", .number), .init("unscored", .number),
      ], rows: rows)
  }

  private func prospectCount(
    _ policy: ProspectPolicy, _ holds: (BlockRow) throws -> Bool
  ) throws -> Int {
    var count = 0
    try query(Customer.self).forEachBlock { block, rows in
      for row in rows {
        let customer = block.reader(row)
        if try policy.who.evaluate(customer).boolean, try holds(customer) { count += 1 }
      }
      return true
    }
    return count
  }

  private func defineProspectLists(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "prospects.list", "prospects.list{list = word, of = query, policy =}",
        "The prospects of a list of market research: high_potential, risky, not_now as the policy ships. Without list, "
          + "how many stand in each: list, title, prospects, rule, source.", returns: "results",
        errors: ["prospect.list", "policy.unknown", "policy.rule"],
        example: "local n, l\nplan(function()\n"
          + "  customers:create{name = \"甲\", potential = \"high\"}\n"
          + "  local t = prospects.list{list = \"high_potential\", of = customers:where{name = \"甲\"}}\n"
          + "  n, l = #t, t[1].name\nend)\nreturn n, l, prospects.list{}[3].list",
        result: "1  \"甲\"  \"not_now\"", seeAlso: ["prospects.score"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "prospects.list", allowing: ["list", "of", "policy"])
      let policy = try policies.prospects(options["policy"])
      let query = try customers(options, "of")
      let table = try options.string("list").map {
        try prospects(query, policy, try policy.list($0))
      }
      try results.add(Value.object(try table ?? listCounts(query, policy)))
    }
  }

  private func prospects(
    _ query: QueryObject, _ policy: ProspectPolicy, _ list: ProspectPolicy.List
  ) throws -> ResultTable {
    let fields = try ["code", "name", "grade", "score", "potential", "owner"].map {
      try query.entity.requireSlot(of: $0)
    }
    var found: [[Value]] = []
    try query.forEachBlock { block, rows in
      for row in rows where try policy.holds(list, of: block.reader(row)) {
        found.append(
          [.integer(block.ids[row])] + (try fields.map { try block.value(row, $0).scriptValue }))
      }
      return true
    }
    return ResultTable(
      columns: [.init("id", .number)]
        + fields.map {
          .init(query.entity.fields[$0], of: query.entity)
        }, rows: found)
  }

  private func listCounts(
    _ query: QueryObject, _ policy: ProspectPolicy
  ) throws -> ResultTable {
    var counts = Array(repeating: 0, count: policy.lists.count)
    try query.forEachBlock { block, rows in
      for row in rows {
        for (index, list) in policy.lists.enumerated()
        where try policy.holds(list, of: block.reader(row)) { counts[index] += 1 }
      }
      return true
    }
    return ResultTable(
      columns: [
        .init("list"), .init("title"), .init("标题"), .init("prospects", .number), .init("rule"),
        .init("source"),
      ],
      rows: zip(policy.lists, counts).map { list, count in
        [
          .string(list.key), .string(list.title.en), .string(list.title.zh),
          .integer(Int64(count)), .string(list.rule.text), .string(list.source),
        ]
      })
  }
}

extension FieldValue {
  /// Lua's truth.
  fileprivate var boolean: Bool { self != .null && self != .bool(false) }
}
