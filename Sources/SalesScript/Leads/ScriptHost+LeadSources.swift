import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.sources`: what leads cost and became, by where they came from.
extension ScriptHost {
  func defineLeadSources(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.sources",
        "qualification.sources{from = day, to = day, of = query, policy =}",
        "Leads by source: source, label, leads, graded, converted, rate, cost, per_lead, per_conversion, unpriced "
          + "(leads whose cost is not known), won and won_amount (of their opportunities). Every source of the policy "
          + "has a row; words that it does not know follow, then leads without a source.",
        returns: "results",
        units:
          "from and to: days of arrival, both with them; rate 0–1; per_lead (of those with a cost) and "
          + "per_conversion to the fen, half_up",
        errors: ["lead.period", "policy.unknown", "money.overflow"],
        example: "local s\nplan(function()\n" + Self.leadExample
          + "  lead().cost = yuan(100)\n  lead().cost = yuan(50)\n"
          + "  s = qualification.sources{from = date\"2026-06-01\", of = leads:where{company = \"Star Ltd.\"}}\nend)\n"
          + "return s[2].source, s[2].leads, s[2].cost, s[2].per_lead, s[2].rate",
        result: "\"web\"  2  money\"150.00\"  money\"75.00\"  0.0",
        seeAlso: ["qualification.take", "qualification.convert"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.sources", allowing: ["from", "to", "of", "policy"])
      let days = try Self.period(options)
      let policy = try policies.leads(options["policy"])
      try results.add(Value.object(try sources(try leads(options), days, policy)))
    }
  }

  /// - Throws: `lead.period` where it ends before it begins.
  private static func period(_ options: NamedArguments) throws -> ClosedRange<Day> {
    let (from, to) = (try options.day("from") ?? .first, try options.day("to") ?? .last)
    guard from <= to else {
      throw ValidationError(
        "lead.period", "\(from) is after \(to)", remedy: "give the earlier day as from")
    }
    return from...to
  }

  private struct SourceRow {
    var figures = LeadFigures()
    var won = 0
    var amount = Money.zero
  }

  private func sources(
    _ query: QueryObject, _ days: ClosedRange<Day>, _ policy: LeadPolicy
  ) throws -> ResultTable {
    let won = try wonByLead()
    var rows: [String?: SourceRow] = [:]
    let names = ["source", "arrived_at", "graded_at", "status", "cost"]
    let slots = try names.map { try query.slot($0) }
    try query.forEachBlock(reading: slots) { block, indices in
      for row in indices {
        let facts = try slots.map { try block.value(row, $0) }
        guard case .instant(let arrived) = facts[1], days.contains(arrived.day()) else { continue }
        var part = rows[String(fieldValue: facts[0])] ?? SourceRow()
        try part.figures.add(
          graded: !facts[2].isNull, converted: Lead.Status(fieldValue: facts[3]) == .converted,
          cost: Money(fieldValue: facts[4]))
        if let deals = won[block.ids[row]] {
          part.won += deals.count
          part.amount = try part.amount.adding(deals.amount)
        }
        rows[String(fieldValue: facts[0])] = part
      }
      return true
    }
    let known = policy.sources.map(\.key)
    let others = rows.keys.compactMap(\.self).filter { !known.contains($0) }.sorted()
    let labels = Dictionary(
      policy.sources.map { ($0.key, $0.label.en) }, uniquingKeysWith: { first, _ in first })
    var table = try (known + others).map { word in
      try Self.cells(word, labels[word], rows[word] ?? SourceRow())
    }
    if let none = rows[nil] { table.append(try Self.cells(nil, nil, none)) }
    return ResultTable(columns: Self.sourceColumns, rows: table)
  }

  /// What was won of each lead's opportunities.
  private func wonByLead() throws -> [Int64: (count: Int, amount: Money)] {
    var won: [Int64: (count: Int, amount: Money)] = [:]
    let status = Opportunity.Status.won.fieldValue
    for opportunity in try records(Opportunity.self, where: [("status", status)]) {
      guard let lead = opportunity.lead else { continue }
      let before = won[lead] ?? (0, .zero)
      won[lead] = (before.count + 1, try before.amount.adding(opportunity.amount ?? .zero))
    }
    return won
  }

  private static let sourceColumns: [ResultTable.Column] =
    [.init("source"), .init("label")]
    + [
      "leads", "graded", "converted", "rate", "cost", "per_lead", "per_conversion", "unpriced",
      "won", "won_amount",
    ].map { .init($0, .number) }

  private static func cells(
    _ word: String?, _ label: String?, _ row: SourceRow
  ) throws -> [Value] {
    let figures = row.figures
    return [
      word.map(Value.string) ?? .nil, label.map(Value.string) ?? .nil,
      .integer(Int64(figures.leads)), .integer(Int64(figures.graded)),
      .integer(Int64(figures.converted)), figures.rate.map(Value.number) ?? .nil,
      .scalar(figures.cost.scalar), try figures.costPerLead().map { .scalar($0.scalar) } ?? .nil,
      try figures.costPerConversion().map { .scalar($0.scalar) } ?? .nil,
      .integer(Int64(figures.unpriced)), .integer(Int64(row.won)), .scalar(row.amount.scalar),
    ]
  }
}
