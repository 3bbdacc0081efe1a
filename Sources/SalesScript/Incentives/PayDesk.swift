import Lua
import SalesKernel
import SalesStore
import Values

/// Enters pay into the ledger: what the rules give, less what was entered before.
struct PayDesk {
  /// A line as it was entered.
  struct Entered {
    let id: Int64
    let line: PayLine
  }

  let host: ScriptHost
  let desk: IncentiveDesk
  let day: Day
  /// The plan that is followed: that of the call, or the one that a period was reckoned by.
  private(set) var plan: IncentivePlan

  init(_ desk: IncentiveDesk) throws {
    (self.desk, host) = (desk, desk.host)
    (day, plan) = (try desk.day(), desk.plan)
  }

  /// Goes by the rules that a period was reckoned by, so that later changes of the plan do not reach
  /// back; unless the call brings a plan of its own.
  mutating func follow(_ kept: PayPeriod) throws {
    if case .table? = desk.options["plan"] { return }
    if let rules = try host.rules(of: kept) { plan = rules }
  }

  func account() throws -> PayAccount {
    try PayAccount(
      periods: host.records(PayPeriod.self, where: [("plan", .text(plan.name))]),
      lines: host.records(PayLine.self))
  }

  /// The period as it is kept; made where it is not there yet.
  func kept(_ period: Period) throws -> PayPeriod {
    let known = try host.records(
      PayPeriod.self, where: [("plan", .text(plan.name)), ("period", .text(period.text))])
    if let known = known.first { return known }
    var made = PayPeriod(
      plan: plan.name, period: period.text, startsOn: period.first, endsOn: period.last)
    made.id = try host.requireSession().create(PayPeriod.schema.entity, made.values)
    return made
  }

  /// - Throws: `incentive.unaccrued` for one that nothing was entered about.
  func known(_ period: Period) throws -> PayPeriod {
    guard let known = try account().periods[period.text] else {
      throw ValidationError(
        "incentive.unaccrued", "nothing was entered for \(period.text) of \(plan.name)",
        remedy: "incentive.accrue{period = \"\(period.text)\"}")
    }
    return known
  }

  /// The open period that later entries go into: the one named, else that of the day.
  /// - Throws: `incentive.closed`, `incentive.period`.
  func target(after about: Period) throws -> PayPeriod {
    let period =
      try desk.options.string("into").map { try Period(parsing: $0) }
      ?? Period(plan.unit, of: day)
    guard period.unit == plan.unit, period.first > about.first else {
      throw ValidationError(
        "incentive.period", "\(period.text) cannot take corrections of \(about.text)",
        remedy: "give into = a later \(plan.unit.rawValue)")
    }
    let target = try kept(period)
    try PayAccount.requireOpen(target)
    return target
  }

  /// What the rules give for a period as things stand, and what of it waits for customers' money.
  func reckoned(_ period: Period) throws -> (book: PayBook, unpaid: CreditCells) {
    let paid = try PaidOrders(host, on: day, loseAfter: plan.loseAfter)
    let lost = plan.loseAfter == nil ? [] : paid.lost
    let book = try IncentiveBook(
      host, [plan], [period], figures: desk.figures(), lost: lost)
    let pay = try book.books(plan, explained: desk.options["rep"] != nil)[0]
    var reader = CreditReader(host: host, roster: book.roster, lost: lost)
    if plan.readsProcess { reader.outside = try CreditReader.outside(host) }
    let unpaid = try reader.columns { try paid.unpaid($0, $1) }.cells(plan.credit, [period])
    return (pay, unpaid[0])
  }

  /// What is to be entered about one component of one rep.
  private struct Draft {
    let component: String
    let index: Int?
    let item: PayItem?
    let before: PayAccount.Sums
    let due: Money
    let settled: Money
    let change: Money
  }

  /// Enters the differences of a period.
  ///
  /// - Parameters:
  ///   - kind: Of what was earned; nil enters only what is held or released. A clawback is entered
  ///     only of reps for whom it is less in all.
  ///   - target: Where the lines stand: the period itself, or an open one later.
  /// - Returns: the lines, by rep and in the order of the plan.
  func enter(
    _ period: Period, _ kept: PayPeriod, as kind: PayLine.Kind?, in target: PayPeriod
  ) throws -> (lines: [Entered], book: PayBook) {
    let (book, unpaid) = try reckoned(period)
    let sums = try account().sums(about: kept.id)
    var entered: [Entered] = []
    for (place, rep) in book.inputs.roster.reps.enumerated() {
      let drafts = try keys(sums, rep.id).map { try draft($0, place, rep.id, book, sums) }
      let change = try drafts.reduce(Money.zero) { try $0.adding($1.change) }
      let kind = kind == .clawback && change >= .zero ? nil : kind
      for draft in drafts {
        var line = PayLine(
          period: target.id, rep: rep.id, component: draft.component, kind: .earned,
          amount: draft.change, enteredOn: day)
        if target.id != kept.id { line.corrects = kept.id }
        line.source = draft.index.map { plan.components[$0].source }
        if let kind, draft.change != .zero {
          line.kind = kind
          (line.basis, line.rate) = (draft.item?.basis, draft.item?.rate?.double)
          line.reason =
            "\(draft.due.grouped) by the rules, "
            + "\(draft.settled.grouped) entered before"
          entered.append(try add(line))
        }
        let settled = kind == nil ? draft.settled : draft.due
        if let held = try hold(draft, place, book, unpaid, settled, &line) { entered.append(held) }
      }
    }
    return (entered, book)
  }

  private func draft(
    _ component: String, _ place: Int, _ rep: Int64, _ book: PayBook,
    _ sums: [PayAccount.Key: PayAccount.Sums]
  ) throws -> Draft {
    let index = plan.components.firstIndex { $0.key == component }
    let item = index.flatMap { book.items[$0][place] }
    let before = sums[PayAccount.Key(rep: rep, component: component)] ?? .init()
    let (due, settled) = (item?.amount ?? .zero, try before.settled())
    return Draft(
      component: component, index: index, item: item, before: before, due: due,
      settled: settled, change: try due.subtracting(settled))
  }

  /// Components of the plan, then those that only the ledger has.
  private func keys(_ sums: [PayAccount.Key: PayAccount.Sums], _ rep: Int64) -> [String] {
    let own = plan.components.map(\.key)
    let others = sums.keys.filter {
      $0.rep == rep && !own.contains($0.component) && $0.component != Self.payOut
    }
    return own + others.map(\.component).sorted()
  }

  /// Holds what is unpaid, or releases what was paid since.
  private func hold(
    _ draft: Draft, _ place: Int, _ book: PayBook, _ unpaid: CreditCells, _ settled: Money,
    _ line: inout PayLine
  ) throws -> Entered? {
    var wanted = try draft.index.map { try book.held($0, place, unpaid: unpaid) } ?? .zero
    // No more waits than was entered.
    wanted = settled < .zero ? max(wanted, settled) : min(wanted, settled)
    line.amount = try wanted.negated().subtracting(draft.before.held)
    guard line.amount != .zero else { return nil }
    line.kind = line.amount < .zero ? .held : .released
    (line.basis, line.rate) = (settled, nil)
    line.reason =
      "\(wanted.grouped) waits for customers, "
      + "\(try draft.before.held.negated().grouped) was held"
    return try add(line)
  }

  func add(_ line: PayLine) throws -> Entered {
    let id = try host.requireSession().create(PayLine.schema.entity, line.values)
    return Entered(id: id, line: line)
  }

  /// What lines of paying out stand under instead of a component.
  static let payOut = "pay_out"
}
