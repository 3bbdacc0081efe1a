import Lua
import SalesKernel
import SalesStore
import Values

/// `receivables.ageing` and `receivables.overdue`: how old what is owed is.
extension ScriptHost {
  func defineAgeing(_ policies: ReceivablesPolicies) throws {
    try define(
      HelpEntry(
        "receivables.overdue", "receivables.overdue{customer = c, as_of = day}",
        "Open invoices past their due day, oldest first; columns as of receivables.open.",
        returns: "results",
        units: "days_past_due from 1", errors: ["record.missing", "money.overflow"],
        example:
          "local n\nplan(function()\n"
          + "  receivables.invoice{customer = 1, amount = yuan(500), due_on = date\"2026-07-30\"}\n"
          + "  n = #receivables.overdue{as_of = date\"2026-07-30\"}"
          + " + 10 * #receivables.overdue{as_of = date\"2026-07-31\"}\nend)\nreturn n",
        result: "10", seeAlso: ["receivables.open", "receivables.ageing"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.overdue", allowing: ["customer", "as_of"])
      try results.add(Value.object(try openTable(options) { $1 > 0 }))
    }
    try defineBuckets(policies)
  }

  private func defineBuckets(_ policies: ReceivablesPolicies) throws {
    try define(
      HelpEntry(
        "receivables.ageing", "receivables.ageing{as_of = day, by = word, policy =}",
        "What is open by days past due, in the policy's buckets: groups (one row a group, a column a bucket), "
          + "buckets, total, unallocated, why.", returns: "report",
        units:
          "by: customer (default), rep, or a field of customers as level or region; rep is the "
          + "contract's, else the order's, else the customer's owner. unallocated: money received that "
          + "settles nothing yet",
        errors: ["entity.field", "policy.unknown", "money.overflow"],
        example:
          "local a\nplan(function()\n"
          + "  receivables.invoice{customer = 1, amount = yuan(500), due_on = date\"2026-07-01\"}\n"
          + "  a = receivables.ageing{as_of = date\"2026-08-01\", by = \"region\"}\nend)\n"
          + "return a.groups[1].days_31_60, a.total",
        result: "money\"500.00\"  money\"500.00\"",
        seeAlso: ["receivables.open", "receivables.overdue_rate", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.ageing", allowing: ["as_of", "by", "policy"])
      let policy = try policies.policy(options["policy"])
      let day = try options.day("as_of") ?? self.options.clock.day()
      let grouping = try ClaimGrouping(try options.string("by") ?? "customer", host: self)
      var ageing = Ageing(policy.ageing, asOf: day)
      for claim in try claims(of: nil, asOf: day).all {
        try ageing.add(claim, to: try grouping.key(of: claim.invoice))
      }
      try results.add(Value.object(try report(ageing, grouping)))
    }
  }

  private func report(_ ageing: Ageing, _ grouping: ClaimGrouping) throws -> ReportObject {
    let total = try ageing.total()
    return ReportObject([
      .init("as_of", .scalar(ageing.day.scalar)),
      .init("groups", .object(try groups(ageing, grouping))),
      .init("buckets", .object(Self.buckets(ageing, total))),
      .init("total", .scalar(total.total.scalar)),
      .init("unallocated", .scalar(try unallocated(asOf: ageing.day).scalar)),
      .init("why", .object(WhyObject(Self.explain(ageing, total))), text: ""),
    ])
  }

  private func groups(_ ageing: Ageing, _ grouping: ClaimGrouping) throws -> ResultTable {
    let names = ageing.buckets.buckets.map(\.name)
    let numbers = (names + ["total"]).map { ResultTable.Column($0, .number) }
    let rows = try ageing.rows().map { row -> [Value] in
      let amounts = (row.amounts + [row.total]).map { Value.scalar($0.scalar) }
      return grouping.cells(of: row.key) + amounts
    }
    return ResultTable(columns: grouping.columns + numbers, rows: rows)
  }

  private static func buckets(_ ageing: Ageing, _ total: Ageing.Row) -> ResultTable {
    ResultTable(
      columns: [
        .init("bucket"), .init("label"), .init("标签"), .init("invoices", .number),
        .init("open", .number),
      ],
      rows: ageing.buckets.buckets.enumerated().map { index, bucket in
        [
          .string(bucket.name), .string(bucket.label.en), .string(bucket.label.zh),
          .integer(Int64(ageing.counts[index])), .scalar(total.amounts[index].scalar),
        ]
      })
  }

  private static func explain(_ ageing: Ageing, _ total: Ageing.Row) -> Explanation {
    Explanation(
      "ageing", .step, value: .money(total.total),
      reason: "open at the end of \(ageing.day), by days since the due day",
      source: ageing.buckets.source,
      children: ageing.buckets.buckets.enumerated().map { index, bucket in
        Explanation(
          bucket.name, .step, value: .money(total.amounts[index]),
          reason: "\(ageing.counts[index].text("invoice")), "
            + (bucket.upto.map { "up to \($0) days past due" } ?? "the rest"))
      })
  }

  /// Money received up to a day that settled nothing by its end.
  func unallocated(asOf day: Day) throws -> Money {
    var balance = RunningBalance()
    for payment in try records(Payment.self) { balance.add(payment.amount, on: payment.receivedOn) }
    for part in try records(SalesKernel.Allocation.self) where part.kind == .payment {
      balance.add(try part.amount.negated(), on: part.allocatedOn)
    }
    return try balance.amount(upto: day)
  }
}
