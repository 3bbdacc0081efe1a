// Plans and orders in few words, and pay of them.
import Values

@testable import SalesKernel

/// An order as tests write it.
struct Deal {
  var rep: Int?
  var day: Day
  var amount: Money
  var status: String? = nil
  var isOutside = false
}

/// A plan of one role `seller` with the components given as Lua.
func plan(
  _ components: String, more: String = "", credit: String = "without = { \"cancelled\" }"
) throws -> IncentivePlan {
  try IncentivePlan(
    decoding: LuaTable.parse(planText(components, more: more, credit: credit)))
}

func planText(
  _ components: String, more: String = "", credit: String = "without = { \"cancelled\" }"
) -> String {
  """
  { name = "trial", title = "t", source = "test", period = "quarter", rounding = "half_up",
    metric = "sales", credit = { \(credit) },
    roles = { { key = "seller", title = "t", source = "test" } },
    components = { \(components) } \(more) }
  """
}

/// A component of a kind: `key = "c", kind = "commission", rate = 0.02`.
func component(_ text: String) -> String { "{ title = \"t\", source = \"test\", \(text) }," }

func roster(_ count: Int, _ change: (inout Rep) -> Void = { _ in }) -> PayRoster {
  PayRoster(
    (1...count).map { id in
      var rep = Rep(id: Int64(id), name: "rep \(id)")
      rep.role = "seller"
      rep.basePay = yuan(10_000)
      rep.team = "north"
      change(&rep)
      return PayRep(rep)
    })
}

func columns(_ deals: [Deal], reps: Int) throws -> CreditColumns {
  var columns = CreditColumns(reps: reps)
  for deal in deals {
    let status = try deal.status.map { try columns.code(ofStatus: $0) } ?? 0
    columns.add(
      deal.rep, day: deal.day.number, amount: deal.amount.units, status: status,
      isOutside: deal.isOutside)
  }
  return columns
}

func quarter(_ text: String = "2026-Q2") throws -> Period {
  try Period(parsing: text)
}

/// Pay of the second quarter of 2026.
func pay(
  _ plan: IncentivePlan, _ deals: [Deal], reps: PayRoster, targets: [Int: Money] = [:],
  figures: [Int: [String: Double]] = [:], first: [PayInputs.FirstOrder] = [],
  awards: [Int: Money] = [:], advances: [Int: Money] = [:], explained: Bool = false
) throws -> PayBook {
  let period = try quarter()
  let cells = try columns(deals, reps: reps.reps.count).cells(plan.credit, [period])
  return try PayBook(
    plan,
    PayInputs(
      roster: reps, period: period, cells: cells[0], targets: targets, figures: figures,
      firstOrders: first, awards: awards, advances: advances), explained: explained)
}

extension PayBook {
  func amount(_ component: String, _ place: Int = 0) -> Money? {
    plan.components.firstIndex { $0.key == component }.flatMap { items[$0][place]?.amount }
  }

  func item(_ component: String, _ place: Int = 0) -> PayItem? {
    plan.components.firstIndex { $0.key == component }.flatMap { items[$0][place] }
  }
}
