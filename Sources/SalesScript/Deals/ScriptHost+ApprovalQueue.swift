import Lua
import SalesKernel
import SalesStore
import Values

/// `approval.pending`: what waits for whom.
extension ScriptHost {
  func defineApprovalQueue() throws {
    try define(
      HelpEntry(
        "approval.pending", "approval.pending{by = rep, on = day}",
        "What a rep can decide now: in the own role and in those delegated on that day, in turn, not on "
          + "own quotes. Without by, all that waits: quote, code, step, role, in_turn, since, "
          + "amount, discount, on_behalf_of.", returns: "results",
        units: "amount in yuan, discount 0–1; on the run's day unless given",
        errors: ["record.missing"],
        example: """
          local waits
          plan(function()
            local boss = reps:create{name = "经理", role = "sales_manager"}
            local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}
            approval.request{quote = q}
            waits = #approval.pending{by = boss}
          end)
          return waits
          """,
        result: "1", seeAlso: ["approval.approve", "approval.delegate", "approval.history"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "approval.pending", allowing: ["by", "on"])
      let day = try options.day("on") ?? self.options.clock.day()
      let rep = try options["by"].map {
        try Rep(reading: row($0, of: Rep.schema.entity, as: "by"))
      }
      let held = try rep.map { try heldRoles(of: $0, on: day) }
      var rows: [[Value]] = []
      for (quote, all) in try openQuotes() {
        for item in Approval.waiting(all) {
          guard let rep, let held else {
            rows.append(try queueRow(item, quote, owner: nil))
            continue
          }
          guard item.isInTurn, quote.rep != rep.id,
            let role = held.first(where: { $0.mayDecide(item.approval, on: quote) })
          else { continue }
          rows.append(try queueRow(item, quote, owner: role.owner))
        }
      }
      try results.add(Value.object(ResultTable(columns: Self.queueColumns, rows: rows)))
    }
  }

  private static let queueColumns: [ResultTable.Column] = [
    .init("quote", .number), .init("code"), .init("customer", .number), .init("step", .number),
    .init("role"), .init("in_turn", .bool), .init("since"), .init("amount", .number),
    .init("discount", .number), .init("on_behalf_of", .number),
  ]

  private func queueRow(
    _ item: Approval.Waiting, _ quote: Quote, owner: Int64?
  ) throws -> [Value] {
    let facts = try approvalCase(of: quote)
    return [
      .integer(quote.id), quote.code.map(Value.string) ?? .nil, .integer(quote.customer),
      .integer(item.approval.step), .string(item.approval.role), .bool(item.isInTurn),
      item.since.map { .scalar($0.scalar) } ?? .nil, .scalar(facts.amount.scalar),
      .number(facts.discount), owner.map(Value.integer) ?? .nil,
    ]
  }

  /// The pending quotes with their approvals, in the order of their ids.
  private func openQuotes() throws -> [(Quote, [Approval])] {
    let query = QueryObject(try binding(Quote.schema.entity), host: self)
    query.selection.equals = [(try query.slot("status"), .text(Quote.Status.pending.rawValue))]
    var quotes: [Quote] = []
    try query.forEachBlock { block, rows in
      for row in rows { quotes.append(try Quote(reading: block.reader(row))) }
      return true
    }
    return try quotes.map { ($0, try approvals(of: $0.id)) }
  }
}
