import Lua
import SalesKernel
import SalesStore
import Values

/// `incentive.balance`, `incentive.pay_out`: what is owed to reps, and paying it.
extension ScriptHost {
  func definePayingOut(_ policies: EnginePolicies) throws {
    try defineBalance(policies)
    try define(
      HelpEntry(
        "incentive.pay_out", "incentive.pay_out{plan =, rep = r, on = day}",
        "Pays out what is earned and not held, of all periods, as lines of the open period of the day: line, rep, "
          + "name, component, kind, amount, reason. Who was paid too much gets nothing until it is made up for.",
        returns: "results",
        units: "on: the run's day unless given", changes: "pay_periods and pay_lines",
        errors: ["incentive.closed", "policy.unknown", "record.missing"],
        example: "local first, again\nplan(function()\n  " + Self.payExample
          + "  incentive.accrue{period = \"2020-Q1\"}\n"
          + "  first = incentive.pay_out{rep = 1}[1].amount\n"
          + "  again = #incentive.pay_out{rep = 1}\nend)\nreturn first, again",
        result: "money\"-36000.00\"  0",
        seeAlso: ["incentive.accrue", "incentive.balance", "incentive.release"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.pay_out", allowing: ["plan", "rep", "on"])
      let pay = try PayDesk(IncentiveDesk(self, policies, options))
      let table = try requireSession().savepoint { try payOut(pay) }
      try results.add(Value.object(table))
    }
  }

  private func payOut(_ pay: PayDesk) throws -> ResultTable {
    let roster = PayRoster(try records(Rep.self).map { PayRep($0) })
    let (only, account) = (try pay.desk.rep(), try pay.account())
    var lines: [PayDesk.Entered] = []
    for rep in roster.reps where only == nil || only?.id == rep.id {
      guard let sums = account.byRep[rep.id], try sums.balance() > .zero else { continue }
      let period = Period(pay.desk.plan.unit, of: pay.day)
      let kept = try pay.kept(period)
      try PayAccount.requireOpen(kept)
      var line = PayLine(
        period: kept.id, rep: rep.id, component: PayDesk.payOut, kind: .paid,
        amount: try sums.balance().negated(), enteredOn: pay.day)
      line.reason =
        "\(try sums.settled().grouped) earned, \(try sums.held.negated().grouped) held, "
        + "\(try sums.paid.negated().grouped) paid before"
      lines.append(try pay.add(line))
    }
    return lineTable(lines, roster)
  }

  private func defineBalance(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.balance", "incentive.balance{plan =, rep = r}",
        "The account of each rep over all periods of a plan: rep, name, earned, corrected, clawed_back, held, paid, "
          + "balance. The balance is the sum of the others: what may be paid out now, below zero where too much was.",
        returns: "results",
        errors: ["policy.unknown", "record.missing"],
        example: "local b\nplan(function()\n  " + Self.accrualExample
          + "  incentive.accrue{period = \"2020-Q2\"}\n  b = incentive.balance{rep = 1}[1]\nend)\n"
          + "return b.earned, b.held, b.balance",
        result: "money\"3000.00\"  money\"-3000.00\"  money\"0.00\"",
        seeAlso: ["incentive.pay_out", "incentive.statement"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.balance", allowing: ["plan", "rep"])
      let pay = try PayDesk(IncentiveDesk(self, policies, options))
      let (account, only) = (try pay.account(), try pay.desk.rep())
      let rows = try account.byRep.sorted { $0.key < $1.key }
        .filter { only == nil || only?.id == $0.key }
        .map { rep, sums -> [Value] in
          let name = try record(Rep.self, id: rep).name
          return [.integer(rep), .string(name)] + (try Self.amounts(sums)).map(\.value)
        }
      try results.add(
        Value.object(
          ResultTable(
            columns: [.init("rep", .number), .init("name")]
              + (try Self.amounts(.init())).map { .init($0.name, .number) }, rows: rows)))
    }
  }

  /// What an account sums to, by name.
  static func amounts(_ sums: PayAccount.Sums) throws -> [(name: String, value: Value)] {
    [
      ("earned", sums.earned), ("corrected", sums.corrected), ("clawed_back", sums.clawedBack),
      ("held", sums.held), ("paid", sums.paid), ("balance", try sums.balance()),
    ].map { ($0.0, .scalar($0.1.scalar)) }
  }
}
