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
      sum = sum + g:sum("amount"):divide(g:distinct "customer", "half_even") / yuan(1)
    end)
    return math.floor(sum * 10000 + 0.5)
    """)
try report(
  bench, "means",
  frame + """
    local sum = 0
    f:group_by{"region", month = "ordered_on"}:each(function(g)
      sum = sum + g:sum("amount"):divide(g:count(), "half_even") / yuan(1)
    end)
    return math.floor(sum * 10000 + 0.5)
    """)
