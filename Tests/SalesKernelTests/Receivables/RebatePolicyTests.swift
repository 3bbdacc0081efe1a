// Rebate bands at their edges, against figures made by hand, and policies that make no sense.
import Testing
import Values

@testable import SalesKernel

@Suite struct RebatePolicyTests {
  private static func policy(_ program: String = "") throws -> RebatePolicy {
    guard !program.isEmpty else {
      return try RebatePolicy(decoding: LuaTable.policy("rebates"), compiler: YesCompiler())
    }
    let text = """
      { name = "rebates", title = "t", source = "test", rounding = "half_up", counts = "true",
        programs = { { key = "p", title = "p", source = "test", who = "true", \(program) } } }
      """
    return try RebatePolicy(decoding: LuaTable.parse(text), compiler: YesCompiler())
  }

  /// 2 % of what is over 10万, 3 % over 50万, 4 % over 100万, 5 % over 200万, each on its part.
  @Test(
    arguments: [
      ("-5", "0.00", nil), ("0", "0.00", nil), ("99999.99", "0.00", nil),
      ("100000", "0.00", "from_10"), ("100100", "2.00", "from_10"),
      ("100000.25", "0.01", "from_10"),  // 0.25 × 2 % = 0.005
      ("499999.99", "8000.00", "from_10"),  // 399,999.99 × 2 % = 7,999.9998
      ("500000", "8000.00", "from_50"), ("600000", "11000.00", "from_50"),
      ("1000000", "23000.00", "from_100"), ("2000000", "63000.00", "from_200"),
      ("3000000", "113000.00", "from_200"),
    ] as [(String, String, String?)])
  func yearly(_ volume: String, _ earned: String, _ band: String?) throws {
    let bands = try #require(try Self.policy().program(named: "yearly")).bands
    let amount = try money(volume)
    #expect(try bands.entitlement(of: amount, rounding: .halfUp) == money(earned))
    #expect(bands.band(of: amount)?.name == band)
  }

  /// Bronze from 20万 1 %, silver from 50万 2 %, gold over 100万 3 %, of all of it.
  @Test(
    arguments: [
      ("199999.99", "0.00", nil), ("200000", "2000.00", "bronze"),
      ("499999.99", "5000.00", "bronze"),  // 4,999.9999
      ("500000", "10000.00", "silver"), ("1000000", "20000.00", "silver"),
      ("1000000.01", "30000.00", "gold"),  // 30,000.0003
      ("2000000", "60000.00", "gold"),
    ] as [(String, String, String?)])
  func agents(_ volume: String, _ earned: String, _ band: String?) throws {
    let bands = try #require(try Self.policy().program(named: "agent")).bands
    let amount = try money(volume)
    #expect(try bands.entitlement(of: amount, rounding: .halfUp) == money(earned))
    #expect(bands.band(of: amount)?.name == band)
  }

  @Test("marginal bands pay on each part; more is never less", arguments: 1...100)
  func marginalIsTheSumOfParts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var start: Int64 = 0
    let bands = (1...Int.random(in: 1...5, using: &random)).map { index in
      start += Int64.random(in: 1...50, using: &random)
      return (start: start, percent: Int64.random(in: 0...9, using: &random), key: "b\(index)")
    }
    let list = bands.map {
      "{ key = \"\($0.key)\", from = yuan(\($0.start * 100)), rate = 0.0\($0.percent) }"
    }.joined(separator: ", ")
    let program = try Self.policy(
      "period = \"year\", settles = \"any_time\", kind = \"marginal\", bands = { \(list) }"
    ).programs[0]
    var last = Money.zero
    for volume in stride(from: Int64(0), through: 30_000, by: 100) {
      // In hundreds of yuan a percent is a whole yuan, so that plain integers give the answer.
      var expected: Int64 = 0
      for (index, band) in bands.enumerated() {
        let end = index + 1 < bands.count ? bands[index + 1].start : Int64.max
        expected += max(0, min(volume / 100, end) - band.start) * band.percent
      }
      let earned = try program.bands.entitlement(of: yuan(volume), rounding: .halfUp)
      #expect(earned == yuan(expected), "seed \(seed), volume \(volume)")
      #expect(earned >= last, "seed \(seed), volume \(volume)")
      last = earned
      let tree = try program.bands.explain(yuan(volume), rounding: .halfUp, source: "test")
      #expect(tree.value == .money(earned), "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("2026", RebatePeriod.Unit.year, "2026-01-01", "2026-12-31"),
    ("2026-Q1", .quarter, "2026-01-01", "2026-03-31"),
    ("2026-Q4", .quarter, "2026-10-01", "2026-12-31"),
    ("2024-02", .month, "2024-02-01", "2024-02-29"),
  ])
  func periods(_ text: String, _ unit: RebatePeriod.Unit, _ first: String, _ last: String) throws {
    let period = try RebatePeriod(parsing: text, unit: unit)
    #expect(try period.first == day(first))
    #expect(try period.last == day(last))
    for edge in [period.first, period.last] {
      #expect(try RebatePeriod(unit, of: edge) == period)
    }
  }

  @Test(arguments: [
    ("26", RebatePeriod.Unit.year), ("2026-Q1", .year), ("2026", .quarter), ("2026-Q5", .quarter),
    ("2026-13", .month), ("2026-1", .month), ("", .year), ("2026-01-01", .month),
    ("2026xQ1", .quarter),
  ])
  func noPeriods(_ text: String, _ unit: RebatePeriod.Unit) {
    #expect { try RebatePeriod(parsing: text, unit: unit) } throws: {
      ($0 as? ValidationError)?.code == "rebate.period"
    }
  }

  private static let open =
    "period = \"year\", settles = \"any_time\", kind = \"marginal\", bands = "

  @Test(arguments: [
    (open + "{ }", "policy.missing"), (open + "{ { key = \"a\", rate = 0.1 } }", "policy.missing"),
    (
      open + "{ { key = \"a\", from = yuan(1), over = yuan(1), rate = 0.1 } }", "policy.value"
    ),
    (open + "{ { key = \"a\", from = 1, rate = 0.1 } }", "policy.type"),
    (open + "{ { key = \"a\", from = yuan(-1), rate = 0.1 } }", "policy.value"),
    (open + "{ { key = \"a\", from = yuan(1), rate = 1.1 } }", "policy.value"),
    (
      open
        + "{ { key = \"a\", from = yuan(2), rate = 0 }, { key = \"b\", over = yuan(2), rate = 0 } }",
      "policy.unreachable"
    ),
    (
      open
        + "{ { key = \"a\", from = yuan(2), rate = 0 }, { key = \"a\", from = yuan(3), rate = 0 } }",
      "policy.duplicate"
    ),
    ("period = \"week\"", "policy.value"),
    ("period = \"year\", settles = \"never\"", "policy.value"),
    ("perod = \"year\"", "policy.key"),
  ])
  func programsThatMakeNoSense(_ program: String, _ code: String) {
    #expect { try Self.policy(program) } throws: { ($0 as? PolicyError)?.code == code }
  }
}
