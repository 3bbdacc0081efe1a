import Lua
import SalesKernel
import SalesStore
import Values

/// `incentive.accrue`, `close`, `correct`, `clawback`, `release`: pay as a ledger.
extension ScriptHost {
  func defineAccruing(_ policies: EnginePolicies) throws {
    try defineAccrue(policies)
    try defineClose(policies)
    try defineCorrecting(policies)
  }

  /// One order of 10万 in the second quarter, for examples.
  static let accrualExample =
    "reps:update{role = \"regional_manager\"}\n"
    + "  local o = orders:create{customer = 1, rep = 1, amount = wan(10), "
    + "ordered_on = date\"2020-05-04\"}\n"

  private func defineAccrue(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.accrue", "incentive.accrue{plan =, period =, figures =, on = day}",
        "Enters what a plan pays for a period, less what was entered before, and holds what waits for customers "
          + "to pay: period, state, earned, held, lines and gaps. Again, it enters only what has changed.",
        returns: "report",
        units:
          "period: of the plan's length, that of on unless given; on: the run's day unless given; an order "
          + "is paid as far as its invoices are, or those of its contract where it has none of its own",
        changes: "pay_periods and pay_lines",
        errors: [
          "incentive.closed", "incentive.period", "period.unknown", "policy.unknown",
          "incentive.split", "incentive.figure",
        ],
        example: "local a, b\nplan(function()\n  " + Self.accrualExample
          + "  a = incentive.accrue{period = \"2020-Q2\"}\n"
          + "  b = incentive.accrue{period = \"2020-Q2\"}\nend)\n"
          + "return a.earned, a.held, #b.lines",
        result: "money\"3000.00\"  money\"-3000.00\"  0",
        seeAlso: ["incentive.pay", "incentive.close", "incentive.release", "incentive.pay_out"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.accrue", allowing: ["plan", "period", "figures", "on"])
      let pay = try PayDesk(IncentiveDesk(self, policies, options))
      let report = try requireSession().savepoint { try accrue(pay, closing: false) }
      try results.add(Value.object(report))
    }
  }

  private func accrue(_ pay: PayDesk, closing: Bool) throws -> ReportObject {
    let period = try pay.desk.period()
    var kept = try pay.kept(period)
    try PayAccount.requireOpen(kept)
    let entered = try pay.enter(period, kept, as: .earned, in: kept)
    let rules = try rules(pay.desk)
    if kept.rules != rules { try set(PayPeriod.self, kept.id, ["rules": .text(rules)]) }
    if closing {
      guard pay.day > period.last else {
        throw ValidationError(
          "incentive.running", "\(period.text) runs until \(period.last); it is \(pay.day)",
          remedy: "close it later, or give on = a day after it")
      }
      kept.state = .closed
      try set(
        PayPeriod.self, kept.id,
        ["state": .text(PayPeriod.State.closed.rawValue), "closed_on": .day(pay.day)])
    }
    return try accrualReport(pay, kept, entered.lines, entered.book)
  }

  /// The plan as a script would write it, kept with the period.
  private func rules(_ desk: IncentiveDesk) throws -> String {
    switch desk.options["plan"] {
    case .table(let table)?: Value.table(table).literal
    case .string(let name)?: try library.table(name, host: self).literal
    default: try library.table("incentive", host: self).literal
    }
  }

  /// The plan that a period was reckoned by; nil where it was not yet.
  func rules(of kept: PayPeriod) throws -> IncentivePlan? {
    guard let text = kept.rules else { return nil }
    let chunk = try state.load(
      "return \(text)", name: "=rules of \(kept.period)", in: state.newEnvironment())
    let table = try state.call(chunk).first ?? .nil
    return try IncentivePlan(
      decoding: PolicyCoding.value(table, host: self, entity: Order.schema.entity))
  }

  private func accrualReport(
    _ pay: PayDesk, _ kept: PayPeriod, _ lines: [PayDesk.Entered], _ book: PayBook
  ) throws -> ReportObject {
    var sums = PayAccount.Sums()
    for entered in lines { try sums.add(entered.line) }
    let gaps = try PayTables(plan: pay.plan, books: [book], only: nil).gaps()
    return ReportObject([
      .init("plan", .string(pay.plan.name)), .init("period", .string(kept.period)),
      .init("state", .string(kept.state.rawValue)),
      .init("earned", .scalar(try sums.settled().scalar)),
      .init("held", .scalar(sums.held.scalar)),
      .init("lines", .object(lineTable(lines, book.inputs.roster))),
      .init("gaps", .object(gaps), text: gaps.rows.isEmpty ? "" : nil),
    ])
  }

  func lineTable(_ lines: [PayDesk.Entered], _ roster: PayRoster) -> ResultTable {
    ResultTable(
      columns: [
        .init("line", .number), .init("rep", .number), .init("name"), .init("component"),
        .init("kind"), .init("amount", .number), .init("reason"),
      ],
      rows: lines.map { entered in
        let line = entered.line
        let name = roster.place(of: line.rep).map { roster.reps[$0].name }
        return [
          .integer(entered.id), .integer(line.rep), Value(name), .string(line.component),
          .string(line.kind.rawValue), .scalar(line.amount.scalar), Value(line.reason),
        ]
      })
  }

  private func defineClose(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.close", "incentive.close{plan =, period =, figures =, on = day}",
        "Accrues a period once more and closes it: from then on it is final, and differences are entered in open "
          + "periods by incentive.correct and incentive.clawback.", returns: "report",
        units: "on: after the last day of the period; the run's day unless given",
        changes: "pay_periods and pay_lines",
        errors: ["incentive.closed", "incentive.running", "incentive.period"],
        example: "local state, code\nplan(function()\n  " + Self.accrualExample
          + "  state = incentive.close{period = \"2020-Q2\", on = date\"2020-07-01\"}.state\n"
          + "  local ok, problem = pcall(incentive.accrue, {period = \"2020-Q2\"})\n"
          + "  code = problem.code\nend)\nreturn state, code",
        result: "\"closed\"  \"incentive.closed\"",
        seeAlso: ["incentive.accrue", "incentive.correct", "incentive.clawback"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.close", allowing: ["plan", "period", "figures", "on"])
      let pay = try PayDesk(IncentiveDesk(self, policies, options))
      let report = try requireSession().savepoint { try accrue(pay, closing: true) }
      try results.add(Value.object(report))
    }
  }

  private func defineCorrecting(_ policies: EnginePolicies) throws {
    let cancelled = "  o.status = \"cancelled\"\n"
    let more =
      "  orders:create{customer = 1, rep = 1, amount = wan(1), "
      + "ordered_on = date\"2020-05-05\"}\n"
    let paid =
      "  local i = receivables.invoice{order = o}\n"
      + "  receivables.receive{customer = 1, amount = wan(4), invoices = {i}}\n"
    try correcting(
      "correct", .correction, policies,
      "Enters what has changed about a closed period, more or less, as delta lines of an open one.",
      after: more, returns: "r.period, r.earned", result: "\"2026-Q2\"  money\"300.00\"")
    try correcting(
      "clawback", .clawback, policies,
      "Takes back what a closed period paid for orders since returned, cancelled or lost for want of payment, as "
        + "lines of an open one; of reps for whom it is more in all it takes nothing, see incentive.correct.",
      after: cancelled, returns: "r.earned, r.held",
      result: "money\"-3000.00\"  money\"3000.00\"")
    try correcting(
      "release", nil, policies,
      "Releases what customers have paid for since, and holds again what they took back; of an open period or of "
        + "a closed one, then as lines of an open one.",
      after: paid, returns: "r.held", result: "money\"1200.00\"")
  }

  private func correcting(
    _ name: String, _ kind: PayLine.Kind?, _ policies: EnginePolicies, _ summary: String,
    after: String, returns: String, result: String
  ) throws {
    let full = "incentive.\(name)"
    try define(
      HelpEntry(
        full, "\(full){plan =, period =, into =, figures =, on = day}", summary,
        returns: "report",
        units:
          "into: a later period that is open, that of on unless given; on: the run's day unless given",
        changes: "pay_periods and pay_lines",
        errors: [
          "incentive.unaccrued", "incentive.open", "incentive.closed", "incentive.period",
        ],
        example: "local r\nplan(function()\n  " + Self.accrualExample
          + "  incentive.close{period = \"2020-Q2\", on = date\"2020-07-01\"}\n" + after
          + "  r = \(full){period = \"2020-Q2\"}\nend)\nreturn \(returns)",
        result: result,
        seeAlso: ["incentive.close", "incentive.statement", "incentive.balance"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: full, allowing: ["plan", "period", "into", "figures", "on"])
      let pay = try PayDesk(IncentiveDesk(self, policies, options))
      let report = try requireSession().savepoint { try correct(pay, kind) }
      try results.add(Value.object(report))
    }
  }

  private func correct(_ desk: PayDesk, _ kind: PayLine.Kind?) throws -> ReportObject {
    var pay = desk
    let period = try pay.desk.period()
    let kept = try pay.known(period)
    try pay.follow(kept)
    guard kept.state == .closed || kind == nil else {
      throw ValidationError(
        "incentive.open", "\(period.text) of \(kept.plan) is still open",
        remedy: "incentive.accrue{period = \"\(period.text)\"} enters what has changed")
    }
    let target = kept.state == .closed ? try pay.target(after: period) : kept
    let entered = try pay.enter(period, kept, as: kind, in: target)
    return try accrualReport(pay, target, entered.lines, entered.book)
  }
}
