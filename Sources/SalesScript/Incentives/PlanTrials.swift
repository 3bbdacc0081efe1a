import Lua
import SalesKernel
import SalesStore
import Values

/// Plans tried on the same orders: what counts is summed once for all that count alike.
final class PlanTrials {
  /// What pay reckons with besides the rules.
  private struct Key: Hashable {
    let credit: IncentivePlan.Credit
    let metric: String
    let measures: [String]
    let readsFirstOrders: Bool
    let draws: [String]

    init(_ plan: IncentivePlan) {
      (credit, metric, measures) = (plan.credit, plan.metric, plan.measures)
      readsFirstOrders = plan.readsFirstOrders
      draws = plan.components.filter { if case .draw = $0.kind { true } else { false } }.map(\.key)
    }
  }

  let book: IncentiveBook
  private let only: Int?
  private var cells: [IncentivePlan.Credit: [CreditCells]] = [:]
  private var inputs: [Key: [PayInputs]] = [:]

  /// - Parameter only: The place of the one rep that counts; nil for all.
  init(_ book: IncentiveBook, only: Int?) { (self.book, self.only) = (book, only) }

  /// What a plan pays by place, over all periods.
  func pay(_ plan: IncentivePlan) throws -> [Money] {
    try book.host.state.checkStop()
    var pay = [Money](repeating: .zero, count: book.roster.reps.count)
    for inputs in try inputs(plan) {
      let one = try PayBook(plan, inputs)
      for place in one.places where only == nil || only == place {
        pay[place] = try pay[place].adding(one.total(place))
      }
    }
    return pay
  }

  private func inputs(_ plan: IncentivePlan) throws -> [PayInputs] {
    let key = Key(plan)
    if let known = inputs[key] { return known }
    let sums = try cells[plan.credit] ?? book.cells(plan)
    cells[plan.credit] = sums
    let made = try book.inputs(plan, sums)
    inputs[key] = made
    return made
  }
}

/// A grid of plans in a script's hands.
final class IncentiveGridObject {
  let variants: PlanVariants
  let outcomes: [PlanOutcome]
  let base: [Money]
  let baseName: String
  let roster: PayRoster

  init(
    _ variants: PlanVariants, _ outcomes: [PlanOutcome], base: [Money], named: String,
    _ roster: PayRoster
  ) {
    (self.variants, self.outcomes, self.base) = (variants, outcomes, base)
    (baseName, self.roster) = (named, roster)
  }

  /// One row a variant.
  var table: ResultTable {
    ResultTable(
      columns: [.init("variant", .number)] + variants.axes.map { .init($0.name, .number) }
        + ["cost", "difference", "winners", "losers"].map { .init($0, .number) },
      rows: zip(variants.variants, outcomes).enumerated().map { index, item in
        let (variant, outcome) = item
        return [Value(index + 1)] + variant.values.map(\.cell) + [
          .scalar(outcome.cost.scalar), .scalar(outcome.difference.scalar),
          Value(outcome.winners), Value(outcome.losers),
        ]
      })
  }

  /// One row a rep who is paid by the plan in force or by the variant.
  func reps(_ number: Int) throws -> ResultTable {
    let pay = outcomes[number].pay
    let places = roster.reps.indices.filter { pay[$0] != .zero || base[$0] != .zero }
    return ResultTable(
      columns: [.init("rep", .number), .init("name")]
        + ["in_force", "variant", "difference"].map { .init($0, .number) },
      rows: try places.map { place in
        [
          .integer(roster.reps[place].id), .string(roster.reps[place].name),
          .scalar(base[place].scalar), .scalar(pay[place].scalar),
          .scalar(try pay[place].subtracting(base[place]).scalar),
        ]
      })
  }

  func member(_ name: String) throws -> Value {
    switch name {
    case "table": .object(table)
    case "in_force": .string(baseName)
    case "base": .scalar(try base.reduce(Money.zero) { try $0.adding($1) }.scalar)
    case "variants": Value(outcomes.count)
    default:
      throw ArgumentError(
        "a grid has no '\(name)'",
        remedy: "it has table, in_force, base, variants, :reps(n) and :plan(n)")
    }
  }

  /// - Throws: `incentive.variant`.
  func number(_ value: Int64) throws -> Int {
    guard (1...Int64(outcomes.count)).contains(value) else {
      throw ArgumentError(
        "there is no variant \(value)", code: "incentive.variant",
        remedy: "give 1–\(outcomes.count)")
    }
    return Int(value) - 1
  }
}

extension PolicyValue {
  /// As a cell of a table.
  var cell: Value { fieldValue?.scriptValue ?? .string(description) }

  /// As a script would have it.
  var scriptValue: Value {
    switch self {
    case .list(let values): .table(Table(list: values.map(\.scriptValue)))
    case .table(let entries):
      .table(
        Table(fields: entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value.scriptValue) }))
    case .span(let span): .scalar(span.scalar)
    case .rule: .nil
    default: fieldValue?.scriptValue ?? .nil
    }
  }
}
