import Lua
import SalesKernel
import SalesStore
import Values

/// `incentive.statement`, `incentive.orders`: one rep's pay with its proof.
extension ScriptHost {
  func defineStatement(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.statement", "incentive.statement{rep = r, plan =, period =, figures =}",
        "What a rep was given for a period, line by line from the ledger, with its proof: plan, period, state, rep, "
          + "earned, corrected, clawed_back, held, paid, balance, lines, reckoned (what the rules give today), "
          + "matches, and why. Lines of later periods that correct it are among them.",
        returns: "report",
        units: "period: of the plan's length, that of the run's day unless given",
        errors: ["incentive.unaccrued", "incentive.period", "record.missing", "policy.unknown"],
        example: "local s\nplan(function()\n  " + Self.accrualExample
          + "  incentive.accrue{period = \"2020-Q2\"}\n"
          + "  s = incentive.statement{rep = 1, period = \"2020-Q2\"}\nend)\n"
          + "return s.earned, s.reckoned, s.matches, why(s).value",
        result: "money\"3000.00\"  money\"3000.00\"  true  money\"3000.00\"",
        seeAlso: ["incentive.orders", "incentive.balance", "incentive.pay"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.statement", allowing: ["rep", "plan", "period", "figures"])
      let pay = try PayDesk(IncentiveDesk(self, policies, options))
      let rep = try options.required("rep", try pay.desk.rep())
      try results.add(Value.object(try statement(pay, rep)))
    }
    try defineSpread(policies)
  }

  private func statement(_ desk: PayDesk, _ rep: Rep) throws -> ReportObject {
    var pay = desk
    let period = try pay.desk.period()
    let kept = try pay.known(period)
    try pay.follow(kept)
    let lines = try records(PayLine.self, where: [("rep", .integer(rep.id))]).filter {
      ($0.corrects ?? $0.period) == kept.id
    }
    var sums = PayAccount.Sums()
    for line in lines { try sums.add(line) }
    let (book, _) = try pay.reckoned(period)
    guard let place = book.inputs.roster.place(of: rep.id) else {
      throw ValidationError("record.missing", "there is no rep \(rep.id)")
    }
    let reckoned = try book.total(place)
    let settled = try sums.settled()
    let entered = lines.map { PayDesk.Entered(id: $0.id, line: $0) }
    return ReportObject(
      [
        .init("plan", .string(kept.plan)), .init("period", .string(kept.period)),
        .init("state", .string(kept.state.rawValue)), .init("rep", .string(rep.name)),
      ] + (try Self.amounts(sums)).map { .init($0.name, $0.value) } + [
        .init("lines", .object(lineTable(entered, book.inputs.roster))),
        .init("reckoned", .scalar(reckoned.scalar)),
        .init("matches", .bool(reckoned == settled)),
        .init("why", .object(WhyObject(try book.explanation(of: place)))),
      ])
  }

  /// Why a line of the ledger has its amount: what was entered, and what the rules of its period give.
  func explainPayLine(_ row: BlockRow) throws -> Explanation {
    let line = try PayLine(reading: row)
    let about = try record(PayPeriod.self, id: line.corrects ?? line.period)
    var node = Explanation(
      "\(line.component) of \(about.period)", .step, value: .money(line.amount),
      reason: line.reason, source: line.source)
    guard let plan = try rules(of: about) else { return node }
    let options = NamedArguments("why").with("rep", .integer(line.rep))
    let desk = IncentiveDesk(self, options, plan)
    let (book, _) = try PayDesk(desk).reckoned(Period(parsing: about.period))
    guard let place = book.inputs.roster.place(of: line.rep) else { return node }
    node.children = try book.explanation(of: place).children.filter { $0.label == line.component }
    return node
  }

  private func defineSpread(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "incentive.orders", "incentive.orders{rep = r, plan =, period =, component =, figures =}",
        "The orders that count for a rep in a period, and what of the pay falls on each, by what counts of it: "
          + "order, ordered_on, status, credit, pay. The parts sum to the pay of the components on own orders, or "
          + "of the one named; what rounding leaves over goes by the largest remainder, ties to the lower id.",
        returns: "results",
        units: "amounts to the fen",
        errors: ["incentive.component", "incentive.period", "record.missing", "policy.unknown"],
        example: "local t\nplan(function()\n  " + Self.accrualExample
          + "  t = incentive.orders{rep = 1, period = \"2020-Q2\"}\nend)\n"
          + "return #t, t[1].credit, t[1].pay",
        result: "1  money\"100000.00\"  money\"3000.00\"",
        seeAlso: ["incentive.statement", "incentive.split"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "incentive.orders",
        allowing: ["rep", "plan", "period", "component", "figures"])
      let desk = try IncentiveDesk(self, policies, options)
      let rep = try options.required("rep", try desk.rep())
      try results.add(Value.object(try spread(desk, rep)))
    }
  }

  private func spread(_ desk: IncentiveDesk, _ rep: Rep) throws -> ResultTable {
    let period = try desk.period()
    let book = try IncentiveBook(self, [desk.plan], [period], figures: desk.figures())
    let pay = try book.books(desk.plan)[0]
    let place = try desk.options.required("rep", book.roster.place(of: rep.id))
    let amount = try pay.payOnOrders(place, component: try desk.options.string("component"))
    let orders = try creditedOrders(of: rep, in: period, by: desk.plan)
    let weights = orders.map { max(0, $0.credit.units) }
    let parts =
      weights.contains { $0 > 0 }
      ? try Values.Allocation.split(amount, by: weights, to: .document)
      : orders.map { _ in Money.zero }
    return ResultTable(
      columns: [
        .init("order", .number), .init("ordered_on"), .init("status"), .init("credit", .number),
        .init("pay", .number),
      ],
      rows: zip(orders, parts).map { item, part in
        [
          .integer(item.order.id), .scalar(item.order.orderedOn.scalar), Value(item.order.status),
          .scalar(item.credit.scalar), .scalar(part.scalar),
        ]
      })
  }

  /// Orders that count for a rep, with what counts of each, by id.
  private func creditedOrders(
    of rep: Rep, in period: Period, by plan: IncentivePlan
  ) throws -> [(order: Order, credit: Money)] {
    let splits = Dictionary(grouping: try records(CreditSplit.self), by: \.order)
    var found: [(order: Order, credit: Money)] = []
    for order in try records(Order.self, where: [("rep", .integer(rep.id))])
    where splits[order.id] == nil { found.append((order, order.amount)) }
    for (id, parts) in splits where parts.contains(where: { $0.rep == rep.id }) {
      let order = try record(Order.self, id: id)
      let amounts = try CreditShares.parts(
        of: order.amount, by: parts.map(\.share), "order \(id)")
      let own = try zip(parts, amounts).filter { $0.0.rep == rep.id }
        .reduce(Money.zero) { try $0.adding($1.1) }
      found.append((order, own))
    }
    return found.filter { item in
      (period.first...period.last).contains(item.order.orderedOn)
        && !(item.order.status.map(plan.credit.without.contains) ?? false)
    }.sorted { $0.order.id < $1.order.id }
  }
}
