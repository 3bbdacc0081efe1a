// The value ladder, share of wallet, and the two scripts.
import Foundation
import SalesScript
import Testing

@Suite struct LadderTests {
  /// 1 has bought nothing; 2 once; 3 thrice with a plan; 4 is a partner; 5 has all of the top step but no plan; 6 is on top.
  private static let book = """
    for i = 1, 6 do customers:create{code = "C" .. i, name = "N" .. i, level = i % 2 == 0 and "A" or "B"} end
    local function order(c, n) for _ = 1, n do orders:create{customer = c, amount = yuan(1), ordered_on = date"2026-05-01"} end end
    order(2, 1) order(3, 3) order(4, 3) order(5, 3) order(6, 3)
    orders:create{customer = 6, amount = yuan(1), ordered_on = date"2024-06-30"}
    for _, c in ipairs{3, 4, 6} do success.plan{customer = c, goal = "g"} end
    for _, c in ipairs{4, 5, 6} do contracts:create{customer = c, amount = wan(1), status = "signed", ends_on = date"2026-06-30"} end
    contracts:create{customer = 3, amount = wan(1), status = "signed", ends_on = date"2026-06-29"}
    for _, c in ipairs{3, 4, 5, 6} do readings:create{customer = c, metric = "joint_solutions", day = date"2026-01-01", value = 1} end
    readings:create{customer = 6, metric = "co_developments", day = date"2026-01-01", value = 2}
    """

  private func world() throws -> World {
    let world = try World(customers: nil)
    try world.run(Self.book)
    return world
  }

  @Test func theHighestStepWithAllBelow() throws {
    let world = try world()
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local out = {}
        success.climb{}
        for c in customers:each() do out[#out + 1] = tostring(c.ladder) end
        local four, three = success.ladder(4), success.ladder(3)
        return table.concat(out, " "), #four.next, three.next[1].lacks, why(customers:get(4), "ladder").children[1].value
        """)
        == "\"nil user adviser partner user co_builder\"  2  \"has a contract that holds\"  \"partner\""
    )
    // Two years on 2026-06-30: 730 days since 2024-06-30.
    #expect(
      try world.eval(
        """
        orders:where("ordered_on == date'2024-06-30'"):update{ordered_on = date"2024-07-01"}
        return success.ladder(6).step, success.climb{}.changed
        """) == "\"partner\"  5")
  }

  @Test func shareOfWallet() throws {
    let world = try world()
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local none = loyalty.wallet(3)
        orders:create{customer = 3, amount = yuan(97), ordered_on = date"2026-06-01"}
        orders:create{customer = 3, amount = yuan(500), ordered_on = date"2026-06-25"}
        readings:create{customer = 3, metric = "wallet", day = date"2026-06-20", value = 400}
        readings:create{customer = 3, metric = "wallet", day = date"2025-06-20", value = 1}
        local w = loyalty.wallet(3)
        readings:create{customer = 2, metric = "wallet", day = date"2026-06-20", value = -5}
        local ok, e = pcall(loyalty.wallet, 2)
        return none.share, none.absence, w.share, w.bought, w.total, w.day, e.code
        """)
        == "nil  \"no reading of wallet up to 2026-06-30\"  0.25  money\"100.00\"  money\"400.00\"  date\"2026-06-20\"  "
        + "\"loyalty.reading\"")
  }

  private func script(_ name: String) throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: "scripts/\(name)"), encoding: .utf8)
  }

  private func run(_ world: World, _ name: String, _ arguments: [String]) throws -> String {
    let output = CapturedOutput()
    let host = try World.host(world.store, output, arguments)
    _ = try host.run(try script(name), name: "@\(name)", mode: .apply, kind: .script)
    return output.text
  }

  @Test func theRenewalScriptByHand() throws {
    let world = try world()
    defer { world.remove() }
    try world.run(
      """
      contracts:create{code = "K1", customer = 2, amount = wan(8), status = "signed", signed_on = date"2025-09-01",
        ends_on = date"2026-08-29"}
      contracts:where{customer = 3}:delete() contracts:where("customer >= 4"):delete()
      """)
    #expect(
      try run(world, "renewals.lua", ["90", "level"]) == """
        1 due: 3 tasks opened, 1 alerts raised, 0 known, 0 settled
        worth 80000.00, and 0 renewed already
        level\tdue\tvalue
        A\t1\t80000.00
        2026-08-29 K1, N2: due, 60 days, worth 80000.00, by value not known: no reading of cost_saved, efficiency
        renewed in the last twelve months: 0 of 0

        """)
    // 1 yuan bought, of which 50 % were saved: 30 % of 0.50.
    try world.run(
      "readings:create{customer = 2, metric = \"cost_saved\", day = date\"2026-06-01\", value = 0.5}"
    )
    let again = try run(world, "renewals.lua", [])
    #expect(again.hasPrefix("1 due: 0 tasks opened, 0 alerts raised, 1 known, 0 settled\n"))
    #expect(again.contains("worth 80000.00, by value 0.15\n"))
  }

  @Test func theReviewScriptPrintsOneAndListsWhoIsDue() throws {
    let world = try world()
    defer { world.remove() }
    let one = try run(world, "qbr.lua", ["C3"])
    #expect(one.contains("name: N3") && one.contains("orders: 3\namount: 3.00"))
    #expect(one.contains("from: 2026-04-01"))
    #expect(try run(world, "qbr.lua", ["C3", "year"]).contains("from: 2026-01-01"))
    // Level B is due too, but nothing is written to a folder that the script was not given.
    #expect(throws: (any Error).self) { try run(world, "qbr.lua", ["/nowhere", "B"]) }
    #expect(
      try run(world, "qbr.lua", ["/nowhere", "D"]) == "0 reviews of level D due in this period\n")
  }
}
