import Lua
import SalesKernel
import SalesStore
import Values

/// `rebates`: what customers get back of their purchases, entered as differences, never twice.
extension ScriptHost {
  func defineRebates() throws {
    let policies = RebatePolicies(self)
    try define(
      HelpEntry(
        "rebates.policy", "rebates.policy(name)",
        "A rebate policy as a table, to read or to change before working with it.",
        returns: "table",
        errors: ["policy.unknown"], example: "return rebates.policy().programs[1].key",
        result: "\"yearly\"", seeAlso: ["rebates.accrue"])
    ) { [unowned self] arguments, results in
      let name = try arguments.decode(0, as: String?.self) ?? RebatePolicies.standing
      try results.add(try library.table(name, host: self))
    }
    try define(
      HelpEntry(
        "rebates.programs", "rebates.programs(policy)",
        "The programmes of a policy, the standing one unless given: program, title, period, kind, who, settles, "
          + "source.", returns: "results",
        errors: ["policy.unknown"],
        example: "return rebates.programs()[2].program, rebates.programs()[2].kind",
        result: "\"agent\"  \"retroactive\"", seeAlso: ["rebates.policy", "rebates.accrue"])
    ) { arguments, results in
      let given = try arguments[0]
      let policy = try policies.policy(given.isNil ? nil : given)
      try results.add(Value.object(Self.table(of: policy.programs)))
    }
    try defineAccrue(policies)
    try defineSettle(policies)
    try defineRebateBalance()
    try defineEntitlement(policies)
  }

  private static func table(of programs: [RebatePolicy.Program]) -> ResultTable {
    ResultTable(
      columns: ["program", "title", "标题", "period", "kind", "who", "settles", "source"].map {
        .init($0)
      },
      rows: programs.map {
        [
          .string($0.name), .string($0.title.en), .string($0.title.zh), .string($0.unit.rawValue),
          .string($0.bands.kind.rawValue), .string($0.who.text), .string($0.settling.rawValue),
          .string($0.source),
        ]
      })
  }

  static let rebateExample =
    "orders:create{customer = 1, amount = wan(60), ordered_on = date\"2020-05-01\"}\n"

  private func defineAccrue(_ policies: RebatePolicies) throws {
    try define(
      HelpEntry(
        "rebates.accrue",
        "rebates.accrue{program = name, period = \"2026\", on = day, of = query, policy =}",
        "Enters, for every customer of a programme, what the purchases of the period up to on earn, less what "
          + "was entered before; nothing where that is nothing. Gives the new entries: entry, customer, name, "
          + "volume, entitlement, before, amount.", returns: "results",
        units:
          "on: the run's day unless given; period: that of on unless given; amounts to the fen",
        changes: "new rebate entries",
        errors: [
          "policy.unknown", "rebate.period", "rebate.day", "rebate.rule", "money.overflow",
        ],
        // 60万: 40万 × 2 % and 10万 × 3 %.
        example: "local first, again\nplan(function()\n  \(Self.rebateExample)"
          + "  local year = {program = \"yearly\", period = \"2020\", of = customers:where{id = 1}}\n"
          + "  first, again = rebates.accrue(year)[1].amount, #rebates.accrue(year)\nend)\n"
          + "return first, again",
        result: "money\"11000.00\"  0",
        seeAlso: ["rebates.settle", "rebates.balance", "rebates.entitlement"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "rebates.accrue", allowing: ["program", "period", "on", "of", "policy"])
      let book = try policies.book(options, of: try rebateCustomers(options))
      try results.add(Value.object(try enter(book, .accrual)))
    }
  }

  private func defineSettle(_ policies: RebatePolicies) throws {
    try define(
      HelpEntry(
        "rebates.settle",
        "rebates.settle{program = name, period = \"2026\", on = day, of = query, policy =}",
        "Enters, for every customer of a programme, what was accrued and is not settled yet; nothing where that "
          + "is nothing, negative where too much was paid. Gives the new entries, as rebates.accrue does.",
        returns: "results",
        units: "on: the run's day unless given; period: that of on unless given",
        changes: "new rebate entries",
        errors: [
          "policy.unknown", "rebate.period", "rebate.open", "rebate.day", "money.overflow",
        ],
        example: "local first, again\nplan(function()\n  \(Self.rebateExample)"
          + "  local year = {program = \"yearly\", period = \"2020\", of = customers:where{id = 1}}\n"
          + "  rebates.accrue(year)\n"
          + "  first, again = rebates.settle(year)[1].amount, #rebates.settle(year)\nend)\n"
          + "return first, again",
        result: "money\"11000.00\"  0", seeAlso: ["rebates.accrue", "rebates.balance"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "rebates.settle", allowing: ["program", "period", "on", "of", "policy"])
      let book = try policies.book(options, of: try rebateCustomers(options))
      try book.program.requireSettleable(book.period, on: book.day)
      try results.add(Value.object(try enter(book, .settlement)))
    }
  }

  /// The customers that a call asks for; nil for all.
  private func rebateCustomers(_ options: NamedArguments) throws -> QueryObject? {
    options["of"] == nil ? nil : try customers(options, "of")
  }

  /// Enters the differences of a kind: all of them or none.
  private func enter(_ book: RebateBook, _ kind: RebateEntry.Kind) throws -> ResultTable {
    let names = try customerNames()
    var rows: [[Value]] = []
    try requireSession().savepoint {
      for customer in book.customers {
        guard let (entry, earned, before) = try draft(book, kind, customer) else { continue }
        let id = try requireSession().create(RebateEntry.schema.entity, entry.values)
        rows.append([
          .integer(id), .integer(customer), .string(names[customer] ?? ""),
          .scalar(book.volume(of: customer).scalar), .scalar(earned.scalar),
          .scalar(before.scalar), .scalar(entry.amount.scalar),
        ])
      }
    }
    return ResultTable(
      columns: [
        .init("entry", .number), .init("customer", .number), .init("name"),
        .init("volume", .number), .init("entitlement", .number), .init("before", .number),
        .init("amount", .number),
      ], rows: rows)
  }

  /// The entry to make for a customer; nil where there is nothing to enter.
  private func draft(
    _ book: RebateBook, _ kind: RebateEntry.Kind, _ customer: Int64
  ) throws -> (RebateEntry, entitlement: Money, before: Money)? {
    let account = book.accounts[customer] ?? RebateAccount()
    let what = "\(book.program.name) \(book.period.text) of customer \(customer)"
    let isAccrual = kind == .accrual
    let target = isAccrual ? try book.entitlement(of: customer) : account.accrued
    let before = isAccrual ? account.accrued : account.settled
    let amount =
      isAccrual
      ? try account.accrual(to: target, on: book.day, what)
      : try account.settlement(on: book.day, what)
    guard let amount else { return nil }
    var entry = RebateEntry(
      program: book.program.name, customer: customer, period: book.period.text, kind: kind,
      enteredOn: book.day, amount: amount)
    if isAccrual { entry.volume = book.volume(of: customer) }
    entry.note =
      isAccrual && !book.members.contains(customer)
      ? "no longer in the programme; \(before.grouped) was entered before"
      : "\(target.grouped) \(isAccrual ? "earned" : "accrued"), \(before.grouped) was "
        + (isAccrual ? "entered before" : "settled before")
    return (entry, target, before)
  }

  private func defineRebateBalance() throws {
    try define(
      HelpEntry(
        "rebates.balance",
        "rebates.balance{program = name, period = \"2026\", customer = c, as_of = day}",
        "What was accrued, what was settled and what is owed: program, period, customer, name, accrued, "
          + "settled, balance. Without options, all of it.", returns: "results",
        units: "what was entered after as_of does not count", errors: ["record.missing"],
        example: "local owed\nplan(function()\n  \(Self.rebateExample)"
          + "  rebates.accrue{program = \"yearly\", period = \"2020\", of = customers:where{id = 1}}\n"
          + "  owed = rebates.balance{customer = 1}[1].balance\nend)\nreturn owed",
        result: "money\"11000.00\"", seeAlso: ["rebates.settle", "rebates.entitlement"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "rebates.balance", allowing: ["program", "period", "customer", "as_of"])
      try results.add(Value.object(try rebateBalances(options)))
    }
  }

  private func rebateBalances(_ options: NamedArguments) throws -> ResultTable {
    let day = try options.day("as_of") ?? self.options.clock.day()
    var wanted: [(name: String, value: FieldValue)] = []
    for name in ["program", "period"] {
      if let text = try options.string(name) { wanted.append((name, .text(text))) }
    }
    if options["customer"] != nil {
      let customer = try row(options["customer"], of: Customer.schema.entity, as: "customer")
      wanted.append(("customer", .integer(customer.id)))
    }
    struct Key: Hashable { let program, period: String, customer: Int64 }
    var accounts: [Key: RebateAccount] = [:]
    for entry in try records(RebateEntry.self, where: wanted) where entry.enteredOn <= day {
      let key = Key(program: entry.program, period: entry.period, customer: entry.customer)
      try accounts[key, default: RebateAccount()].add(entry)
    }
    let names = try customerNames()
    let sorted = accounts.sorted {
      ($0.key.program, $0.key.period, $0.key.customer)
        < ($1.key.program, $1.key.period, $1.key.customer)
    }
    return ResultTable(
      columns: [
        .init("program"), .init("period"), .init("customer", .number), .init("name"),
        .init("accrued", .number), .init("settled", .number), .init("balance", .number),
      ],
      rows: try sorted.map { key, account in
        [
          .string(key.program), .string(key.period), .integer(key.customer),
          .string(names[key.customer] ?? ""), .scalar(account.accrued.scalar),
          .scalar(account.settled.scalar), .scalar(try account.balance().scalar),
        ]
      })
  }
}
