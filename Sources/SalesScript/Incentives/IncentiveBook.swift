import Lua
import SalesKernel
import SalesStore
import Values

/// Pay by a plan for the periods asked for: what it is computed from, read once for all plans.
struct IncentiveBook {
  unowned let host: ScriptHost
  let periods: [Period]
  let roster: PayRoster
  let columns: CreditColumns
  private let figures: PayFigures
  private let targets: TargetBook
  private let mentorships: [Mentorship]
  private let awards: [Award]
  private let ledger: [PayLine]
  private let ledgerPeriods: [Int64: PayPeriod]

  /// - Parameters:
  ///   - plans: Those that will be asked for: what none of them needs is not read.
  ///   - lost: Orders that do not count.
  init(
    _ host: ScriptHost, _ plans: [IncentivePlan], _ periods: [Period],
    figures: PayFigures, lost: Set<Int64> = []
  ) throws {
    (self.host, self.periods, self.figures) = (host, periods, figures)
    let credit = try host.credit(readsProcess: plans.contains(where: \.readsProcess), lost: lost)
    (roster, columns) = (credit.roster, credit.columns)
    targets = try TargetBook(host)
    mentorships =
      plans.contains(where: \.readsFirstOrders) ? try host.records(Mentorship.self) : []
    awards = try host.records(Award.self)
    ledger = try host.records(PayLine.self)
    ledgerPeriods = Dictionary(
      uniqueKeysWithValues: try host.records(PayPeriod.self).map { ($0.id, $0) })
  }

  /// Sums of each period, by what a plan counts.
  func cells(_ plan: IncentivePlan) throws -> [CreditCells] {
    try columns.cells(plan.credit, periods)
  }

  /// What a plan reckons with besides orders, the same for all its variants that count alike.
  func inputs(_ plan: IncentivePlan, _ cells: [CreditCells]) throws -> [PayInputs] {
    let firsts =
      plan.readsFirstOrders
      ? columns.firsts(
        of: Set(mentorships.compactMap { roster.place(of: $0.apprentice) }), plan.credit) : [:]
    return try zip(periods, cells).map { period, cells in
      PayInputs(
        roster: roster, period: period, cells: cells,
        targets: targets.amounts(of: plan.metric, period, roster),
        figures: try figures.figures(of: plan.measures, period, roster),
        firstOrders: PayInputs.firstOrders(mentorships, firsts, roster, period),
        awards: try awards(in: period), advances: try advances(plan, before: period))
    }
  }

  func books(_ plan: IncentivePlan, explained: Bool = false) throws -> [PayBook] {
    try inputs(plan, cells(plan)).map { try PayBook(plan, $0, explained: explained) }
  }

  private func awards(in period: Period) throws -> [Int: Money] {
    var sums: [Int: Money] = [:]
    for award in awards where (period.first...period.last).contains(award.givenOn) {
      guard let place = roster.place(of: award.rep), let amount = award.amount else { continue }
      sums[place] = try (sums[place] ?? .zero).adding(amount)
    }
    return sums
  }

  /// What is open of advances by the ledger of earlier periods.
  private func advances(
    _ plan: IncentivePlan, before period: Period
  ) throws -> [Int: Money] {
    let keys = plan.components.filter {
      if case .draw(_, true, _) = $0.kind { true } else { false }
    }.map(\.key)
    guard !keys.isEmpty else { return [:] }
    var sums: [Int: Money] = [:]
    for line in ledger where keys.contains(line.component) && line.kind.isEntitlement {
      guard let about = ledgerPeriods[line.corrects ?? line.period], about.plan == plan.name,
        about.startsOn < period.first, let place = roster.place(of: line.rep)
      else { continue }
      sums[place] = try (sums[place] ?? .zero).adding(line.amount)
    }
    return sums.filter { $0.value > .zero }
  }
}

extension PayLine.Kind {
  /// Whether it says what was earned, not what became of it.
  var isEntitlement: Bool {
    switch self {
    case .earned, .correction, .clawback: true
    case .held, .released, .paid: false
    }
  }
}

/// Targets of reps over everything they sell, by metric and period.
private struct TargetBook {
  private struct Key: Hashable {
    let metric, period: String
    let rep: Int64
  }

  private var amounts: [Key: Money] = [:]

  init(_ host: ScriptHost) throws {
    for target in try host.records(Target.self) {
      guard let rep = target.rep, let amount = target.amount, target.product == nil,
        target.region == nil, target.kind == nil
      else { continue }
      // Of two targets for the same the later one holds.
      amounts[Key(metric: target.metric, period: target.period, rep: rep)] = amount
    }
  }

  /// The target of each rep for a period; else the sum of those of its parts, where all are there.
  func amounts(
    of metric: String, _ period: Period, _ roster: PayRoster
  ) -> [Int: Money] {
    guard !amounts.isEmpty else { return [:] }
    var found: [Int: Money] = [:]
    for (place, rep) in roster.reps.enumerated() {
      found[place] = amount(metric, period, rep.id)
    }
    return found
  }

  private func amount(_ metric: String, _ period: Period, _ rep: Int64) -> Money? {
    if let whole = amounts[Key(metric: metric, period: period.text, rep: rep)] { return whole }
    for unit in [Period.Unit.half, .quarter, .month] where unit.months < period.unit.months {
      let parts = period.parts(unit)
      let known = parts.compactMap { amounts[Key(metric: metric, period: $0.text, rep: rep)] }
      if known.count == parts.count {
        return try? known.reduce(Money.zero) { try $0.adding($1) }
      }
    }
    return nil
  }
}
