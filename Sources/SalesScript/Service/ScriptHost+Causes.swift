import Lua
import SalesKernel
import SalesStore
import Values

/// `service.causes`: what most tickets come from.
extension ScriptHost {
  func defineCauses(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.causes",
        "service.causes{from = day, to = day, where = condition, as_of = instant, policy =}",
        "Root causes of tickets, the most frequent first (Pareto): causes (cause, title, 原因, count, share, cumulative, "
          + "vital), total, unknown (tickets whose cause is not found yet) and why. The vital few are those above "
          + "which the policy's share is not reached yet.", returns: "report",
        units: "from and to: days of the opening; shares: 0–1",
        errors: ["service.window", "policy.unknown"],
        example: "local c\nplan(function()\n" + Self.ticketExample
          + "  for i = 1, 4 do ticket().root_cause = i < 4 and \"process\" or \"material\" end\n"
          + "  c = service.causes{where = {subject = \"cracked heads\"}}\nend)\n"
          + "return c.causes[1].cause, c.causes[1].share, c.causes[1].vital, c.causes[2].cumulative",
        result: "\"process\"  0.75  true  1.0",
        seeAlso: ["service.improve", "service.effect", "service.quality"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.causes", allowing: ["from", "to", "where", "as_of", "policy"])
      let slot = try Ticket.schema.entity.requireSlot(of: "root_cause")
      let question = try TicketQuestion(self, options, policies, slots: [slot])
      try results.add(Value.object(try causeReport(question, slot)))
    }
  }

  private func causeReport(_ question: TicketQuestion, _ slot: Int) throws -> ReportObject {
    let column = question.scan.column(of: slot)
    var codes = [Int](repeating: 0, count: column.distinctCount + 1)
    let problems = try question.forEach { row, _ in codes[column.code(row.row)] += 1 }
    let policy = question.policy.causes
    let pareto = CausePareto(
      Dictionary(
        zip(column.distinctTexts, codes.dropFirst()), uniquingKeysWith: { $0 + $1 }),
      vital: policy.vital)
    let titles = Dictionary(
      policy.words.map { ($0.key, $0.title) }, uniquingKeysWith: { first, _ in first })
    let rows = pareto.rows.map { row -> [Value] in
      let title = titles[row.cause]
      return [
        .string(row.cause), .string(title?.en ?? row.cause), .string(title?.zh ?? row.cause),
        Value(row.count), .number(row.share), .number(row.cumulative), .bool(row.isVital),
      ]
    }
    let why = Explanation(
      "causes", .step, value: .integer(Int64(pareto.total)),
      reason: "vital: above it less than \(ShareText.of(policy.vital)) is reached",
      source: policy.source,
      children: pareto.rows.map {
        Explanation(
          $0.cause, $0.isVital ? .matched : .notMatched, value: .integer(Int64($0.count)),
          reason: "\($0.count) of \(pareto.total), \(ShareText.of($0.cumulative)) with those above")
      })
    return ReportObject(
      question.opening + [
        .init(
          "causes",
          .object(
            ResultTable(
              columns: [.init("cause"), .init("title"), .init("原因")]
                + ["count", "share", "cumulative"].map { .init($0, .number) }
                + [.init("vital", .bool)],
              rows: rows))),
        .init("total", Value(pareto.total)), .init("unknown", Value(codes[0])),
        TicketQuestion.part(of: problems), .init("why", .object(WhyObject(why)), text: ""),
      ])
  }
}
