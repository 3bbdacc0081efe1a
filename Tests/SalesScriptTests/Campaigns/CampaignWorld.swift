import SalesScript
import SalesStore
import Testing

/// A book of twenty customers, one owner for the odd ones, and a campaign T22 over all of them on 2026-06-30.
///
/// By Python (FNV-1a of `T22/ID`, SplitMix64's finaliser, over 2^64), with a quarter held out and two halves:
/// held out 2 7 12 15 18; a 1 3 5 8 9 14 17 20; b 4 6 10 11 13 16 19.
enum CampaignWorld {
  static let held = [2, 7, 12, 15, 18]
  static let armA = [1, 3, 5, 8, 9, 14, 17, 20]
  static let armB = [4, 6, 10, 11, 13, 16, 19]

  static let book = """
    local rep = reps:create{name = "Li", code = "R1"}
    products:create{name = "bolt", code = "P1", unit_price = yuan(10), cost = yuan(4), category = "bolt"}
    products:create{name = "nut", code = "P2", unit_price = yuan(5), cost = yuan(2), category = "nut"}
    for n = 1, 20 do customers:create{name = "c" .. n, owner = n % 2 == 1 and rep.id or nil, level = "C"} end
    -- Everyone has ordered before, so that no first-order offer stands in the way.
    for n = 1, 20 do orders:create{customer = n, amount = yuan(1), ordered_on = date"2025-01-01"} end

    """

  static let t22 = """
    {code = "T22", name = "test", audience = "true", hold_out = 0.25, owner = 1, budget = yuan(1000),
      starts_on = today(), ends_on = today() + days(30),
      arms = {{key = "a", share = 0.5, offer = "PUSH"},
        {key = "b", share = 0.5, task = {title = "call", days = 7}, talk = "say hello"}}}
    """

  static let launch = book + "local c = campaign.launch\(t22)\n"

  static func list(_ ids: [Int]) -> String { ids.map { "\($0)" }.joined(separator: " ") }
}
