import Lua
import SalesKernel
import SalesStore
import Values

/// Why a rebate is what it is: the volume, the bands, and what was entered before.
extension ScriptHost {
  func defineEntitlement(_ policies: RebatePolicies) throws {
    try define(
      HelpEntry(
        "rebates.entitlement",
        "rebates.entitlement{program = name, customer = c, period = \"2026\", on = day, policy =}",
        "What a customer's purchases of a period earn, without entering it: volume, orders, band, entitlement, "
          + "accrued, settled, due, why.", returns: "report",
        units: "band: nil below the first; due: what rebates.accrue would enter",
        errors: ["policy.unknown", "rebate.period", "rebate.day", "record.missing"],
        example: "local r\nplan(function()\n  \(Self.rebateExample)"
          + "  r = rebates.entitlement{program = \"yearly\", period = \"2020\", customer = 1}\nend)\n"
          + "return r.band, r.entitlement, why(r).children[1].children[2].reason",
        result: "\"from_50\"  money\"11000.00\"  \"400,000.00 × 0.02, from 100,000.00\"",
        seeAlso: ["rebates.accrue", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "rebates.entitlement",
        allowing: ["program", "customer", "period", "on", "policy"])
      let customer = try row(options["customer"], of: Customer.schema.entity, as: "customer").id
      let only = try query(Customer.self)
      only.selection.ids = [customer]
      let book = try policies.book(options, of: only)
      try results.add(Value.object(try report(book, of: customer)))
    }
  }

  private func report(_ book: RebateBook, of customer: Int64) throws -> ReportObject {
    let account = book.accounts[customer] ?? RebateAccount()
    let volume = book.volume(of: customer)
    let isMember = book.members.contains(customer)
    let earned = try book.entitlement(of: customer)
    let due = try earned.subtracting(account.accrued)
    let band = isMember ? book.program.bands.band(of: volume)?.name : nil
    return ReportObject([
      .init("volume", .scalar(volume.scalar)),
      .init("orders", .integer(Int64(book.volumes[customer]?.orders ?? 0))),
      .init("band", band.map(Value.string) ?? .nil),
      .init("entitlement", .scalar(earned.scalar)),
      .init("accrued", .scalar(account.accrued.scalar)),
      .init("settled", .scalar(account.settled.scalar)),
      .init("due", .scalar(due.scalar)),
      .init(
        why: Explanation(
          "due", .step, value: .money(due),
          reason: "entitlement − accrued, \(book.program.name) of \(book.period.text) up to "
            + "\(min(book.day, book.period.last))",
          source: book.program.source,
          children: [
            try explain(book.program, book.policy, volume, isMember: isMember),
            Explanation("accrued", .input, value: .money(account.accrued)),
          ])),
    ])
  }

  private func explain(
    _ program: RebatePolicy.Program, _ policy: RebatePolicy, _ volume: Money, isMember: Bool
  ) throws -> Explanation {
    guard isMember else {
      return Explanation(
        "entitlement", .notMatched, value: .money(.zero),
        reason: "the customer does not meet \(program.who.text)", source: program.source)
    }
    return try program.bands.explain(volume, rounding: policy.rounding, source: program.source)
  }

  /// Why an entry of a rebate has its amount: by the policy of today from the volume of then.
  func explainRebateEntry(_ row: BlockRow) throws -> Explanation {
    let entry = try RebateEntry(reading: row)
    var before = RebateAccount()
    let others = try records(
      RebateEntry.self,
      where: [
        ("program", .text(entry.program)), ("period", .text(entry.period)),
        ("customer", .integer(entry.customer)),
      ])
    for other in others where other.id < entry.id { try before.add(other) }
    let settled = Explanation("settled before", .input, value: .money(before.settled))
    let accrued = Explanation(
      entry.kind == .accrual ? "accrued before" : "accrued", .input, value: .money(before.accrued))
    guard entry.kind == .accrual else {
      return Explanation(
        "settlement", .step, value: .money(try before.balance()),
        reason: "accrued − settled before, \(entry.program) of \(entry.period)",
        children: [accrued, settled])
    }
    let policy = try RebatePolicies(self).policy(nil)
    guard let program = policy.program(named: entry.program) else {
      return Explanation(
        "accrual", .step,
        reason: "the policy \(policy.name) has no programme \(entry.program): see note",
        children: [accrued])
    }
    let earned = try program.bands.explain(
      entry.volume ?? .zero, rounding: policy.rounding, source: program.source)
    guard case .money(let entitlement)? = earned.value else { return earned }
    return Explanation(
      "accrual", .step, value: .money(try entitlement.subtracting(before.accrued)),
      reason: "entitlement − accrued before, \(entry.program) of \(entry.period)",
      source: program.source, children: [earned, accrued])
  }
}
