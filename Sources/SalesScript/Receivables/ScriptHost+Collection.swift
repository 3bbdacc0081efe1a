import Lua
import SalesKernel
import SalesStore
import Values

/// How well what is owed comes in: days sales outstanding and the rates of collection.
extension ScriptHost {
  private typealias Measure = (CollectionFigures, String) -> CollectionMeasure

  private static let credit =
    "credit sales are invoices that the policy's credit_sales admits, issued in the period, less "
    + "what was taken back of them in it"

  func defineCollection(_ policies: ReceivablesPolicies) throws {
    try defineSalesMeasures(policies)
    try defineMeasure(
      "collection_rate", period: true, policies,
      "Collection rate: of what fell due from since to upto, the share that was paid by the end of upto. "
        + "Gives rate, numerator, denominator, why.",
      example: (
        "receivables.invoice{customer = 1, amount = yuan(500), on = date\"2026-06-01\", "
          + "due_on = date\"2026-06-20\"}\n"
          + "  receivables.receive{customer = 1, amount = yuan(200), on = date\"2026-06-20\"}\n"
          + "  r = receivables.collection_rate{since = date\"2026-06-01\", upto = date\"2026-06-30\"}.rate",
        "0.4"
      )
    ) { $0.collectionRate(source: $1) }
    try defineMeasure(
      "overdue_rate", period: false, policies,
      "Overdue rate: what is past due / what is open, at the end of as_of. Gives rate, numerator, "
        + "denominator, why.",
      example: (
        "receivables.invoice{customer = 1, amount = yuan(100), on = date\"2026-05-01\"}\n"
          + "  receivables.invoice{customer = 1, amount = yuan(300), on = date\"2026-06-01\"}\n"
          + "  r = receivables.overdue_rate{as_of = date\"2026-06-30\"}.rate",
        "0.25"
      )
    ) { $0.overdueRate(source: $1) }
  }

  private func defineSalesMeasures(_ policies: ReceivablesPolicies) throws {
    try defineMeasure(
      "dso", period: true, policies,
      "Days sales outstanding: receivables at the end of upto / credit sales of the period × days of the "
        + "period. \(Self.credit). Gives dso, numerator, denominator, days, why.",
      example: (
        // Open 300 of 500 billed in 30 days: 300 / 500 × 30 = 18.
        "receivables.invoice{customer = 1, amount = yuan(500), on = date\"2026-06-01\"}\n"
          + "  receivables.receive{customer = 1, amount = yuan(200), on = date\"2026-06-20\"}\n"
          + "  r = receivables.dso{since = date\"2026-06-01\", upto = date\"2026-06-30\"}.dso",
        "18.0"
      )
    ) { $0.dso(source: $1) }
    try defineMeasure(
      "bad_debt_rate", period: true, policies,
      "Bad-debt rate: written off in the period, less what was taken back of it / credit sales of the "
        + "period; \(Self.credit). Gives rate, numerator, denominator, why.",
      example: (
        "local i = receivables.invoice{customer = 1, amount = yuan(500), on = date\"2026-06-01\"}\n"
          + "  receivables.write_off{invoice = i, amount = yuan(50), reason = \"bankrupt\"}\n"
          + "  r = receivables.bad_debt_rate{since = date\"2026-06-01\", upto = date\"2026-06-30\"}.rate",
        "0.1"
      )
    ) { $0.badDebtRate(source: $1) }
  }

  private func defineMeasure(
    _ name: String, period: Bool, _ policies: ReceivablesPolicies, _ summary: String,
    example: (String, gives: String), _ measure: @escaping Measure
  ) throws {
    let full = "receivables.\(name)"
    let names = period ? ["since", "upto"] : ["as_of"]
    try define(
      HelpEntry(
        full, "\(full){\(names.map { "\($0) = day" }.joined(separator: ", ")), policy =}", summary,
        returns: "report",
        units:
          "amounts are exact, the quotient is for show; what was entered after the last day does "
          + "not count",
        errors: ["receivable.day", "receivable.credit_sales", "policy.unknown", "money.overflow"],
        example: "local r\nplan(function()\n  \(example.0)\nend)\nreturn r", result: example.gives,
        seeAlso: ["receivables.ageing", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: full, allowing: names + ["policy"])
      let policy = try policies.policy(options["policy"])
      let upto = try options.day(period ? "upto" : "as_of") ?? self.options.clock.day()
      let since =
        period ? try options.required("since", try options.day("since")) : upto
      let figures = try collectionFigures(since, upto, policy)
      try results.add(Value.object(measure(figures, policy.collectionSource).report))
    }
  }

  private func collectionFigures(
    _ since: Day, _ upto: Day, _ policy: ReceivablesPolicy
  ) throws -> CollectionFigures {
    let invoices = try records(Invoice.self)
    let allocations = try records(SalesKernel.Allocation.self)
    var book = ClaimBook(asOf: upto)
    invoices.forEach { book.add($0) }
    try book.joinReversals()
    for part in allocations { try book.add(part) }
    return try CollectionFigures(
      since: since, upto: upto, book, invoices, allocations, isCreditSale: policy.isCreditSale)
  }
}

extension CollectionMeasure {
  fileprivate var report: ReportObject {
    var parts: [ReportObject.Part] = [
      .init(
        days == nil ? "rate" : name, value.map(Value.number) ?? .nil,
        text: value.map { days == nil ? ShareText.of($0) : Self.tenths($0) }),
      .init("numerator", .scalar(numerator.amount.scalar)),
      .init("denominator", .scalar(denominator.amount.scalar)),
    ]
    if let days { parts.append(.init("days", .integer(days))) }
    parts.append(.init(why: explanation))
    return ReportObject(parts)
  }

  /// Days as people read them, to one decimal.
  private static func tenths(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return Int64(exactly: tenths).map { "\($0) days" } ?? "\(tenths) days"
  }
}
