// Frames, a key figure and a grid of incentive plans over five million orders.
//
//   frame-bench STORE     prints the work, its seconds and what it gave, by tabs; STORE as service-bench makes it
import BenchSupport
import Foundation
import SalesScript
import SalesStore

guard CommandLine.arguments.count == 2 else {
  print("usage: frame-bench STORE")
  exit(2)
}
let bench = try StoreBench(opening: CommandLine.arguments[1])

func report(_ bench: StoreBench, _ work: String, _ source: String, once: Bool = false) throws {
  let result = try once ? bench.once(source) : bench.median(source)
  print("\(work)\t\(result.seconds)\t\(result.value)")
  fflush(nil)
}

let frame = """
  local f = orders:frame{"customer", "rep", "ordered_on", "amount", region = "customer.region"}

  """
try report(bench, "load", frame + "return #f", once: true)
try report(bench, "again", frame + "return #f")
try report(
  bench, "kpi",
  frame + """
    local sum = 0
    f:group_by{"region", month = "ordered_on"}:each(function(g)
      sum = sum + kpi.per(g:sum "amount", g:distinct "customer") / yuan(1)
    end)
    return math.floor(sum * 10000 + 0.5)
    """)
try report(
  bench, "means",
  frame + """
    local sum = 0
    f:group_by{"region", month = "ordered_on"}:each(function(g)
      sum = sum + kpi.per(g:sum "amount", g:count()) / yuan(1)
    end)
    return math.floor(sum * 10000 + 0.5)
    """)

// What is read for pay is kept too: the first time loads, the others are the grid alone.
let grid = """
  local plan = policies.get("incentive")
  plan.components = {{
    key = "commission", title = {en = "commission", zh = "提成"}, kind = "commission", source = "bench",
    bands = {{from = yuan(0), rate = 0.02}, {from = wan(15000), rate = 0.03},
      {from = wan(16500), rate = 0.08}},
  }}
  plan.parameters = {
    above = "components.commission.bands.2.rate", top = "components.commission.bands.3.from",
  }
  local grid = incentive.try(plan, {period = "2025", vary = {
    above = {0.03, 0.04, 0.05, 0.06, 0.07}, top = {wan(16500), wan(18000), wan(19500), wan(21000)}}})
  local sum = 0
  for i = 1, grid.variants do sum = sum + grid.table[i].cost / yuan(1) end
  return math.floor(sum + 0.5)
  """
try report(bench, "pay load", grid, once: true)
try report(bench, "grid", grid)
