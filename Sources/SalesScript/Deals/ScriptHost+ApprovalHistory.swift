import Lua
import SalesKernel
import SalesStore
import Values

/// `approval.history`: who decided what on every version of a quote.
extension ScriptHost {
  func defineApprovalHistory() throws {
    try define(
      HelpEntry(
        "approval.history", "approval.history{quote = q}",
        "The decisions on all versions of a quote, oldest first: version, code, step, role, review, "
          + "status, rep, on_behalf_of, decided_at, reason, kept_from (the version whose approval "
          + "still holds).", returns: "results",
        errors: ["record.missing"],
        example: """
          local kept
          plan(function()
            local policy = approval.policy("approvals")
            policy.stages = {policy.stages[1]}
            local boss = reps:create{name = "经理", role = "sales_manager"}
            local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}
            approval.request{quote = q, policy = policy}
            approval.approve{quote = q, by = boss}
            approval.request{quote = quoting.revise{quote = q}, policy = policy}
            kept = approval.history{quote = q}[2].kept_from
          end)
          return kept
          """,
        result: "1", seeAlso: ["approval.pending", "quoting.revise"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "approval.history", allowing: ["quote"])
      let versions = try versions(of: try quote(options["quote"]))
      var versionOf: [Int64: Int64] = [:]
      var rows: [[Value]] = []
      for quote in versions {
        for item in try approvals(of: quote.id) {
          versionOf[item.id] = quote.version ?? 1
          rows.append(historyRow(item, quote, kept: item.keptFrom.flatMap { versionOf[$0] }))
        }
      }
      try results.add(Value.object(ResultTable(columns: Self.historyColumns, rows: rows)))
    }
  }

  private static let historyColumns: [ResultTable.Column] = [
    .init("version", .number), .init("code"), .init("step", .number), .init("role"),
    .init("review"), .init("status"), .init("rep", .number), .init("on_behalf_of", .number),
    .init("decided_at"), .init("reason"), .init("kept_from", .number),
  ]

  private func historyRow(_ item: Approval, _ quote: Quote, kept: Int64?) -> [Value] {
    [
      .integer(quote.version ?? 1), quote.code.map(Value.string) ?? .nil, .integer(item.step),
      .string(item.role), item.review.map(Value.string) ?? .nil, .string(item.status.rawValue),
      item.rep.map(Value.integer) ?? .nil, item.onBehalfOf.map(Value.integer) ?? .nil,
      item.decidedAt.map { .scalar($0.scalar) } ?? .nil, item.reason.map(Value.string) ?? .nil,
      kept.map(Value.integer) ?? .nil,
    ]
  }

  /// The versions of a quote, oldest first.
  private func versions(of quote: Quote) throws -> [Quote] {
    var versions = [quote]
    var seen: Set<Int64> = [quote.id]
    while let before = versions[0].revises, seen.insert(before).inserted {
      versions.insert(try self.quote(.integer(before)), at: 0)
    }
    while let last = versions.last {
      let query = QueryObject(try binding(Quote.schema.entity), host: self)
      query.selection.equals = [(try query.slot("revises"), .integer(last.id))]
      guard let next = try query.ids().first, seen.insert(next).inserted else { break }
      versions.append(try self.quote(.integer(next)))
    }
    return versions
  }
}
