// The receivables pack, plans whose shares are not whole, buckets with holes, and instalments.
import Testing
import Values

@testable import SalesKernel

@Suite struct ReceivablesPolicyTests {
  @Test func thePackIsWhole() throws {
    let policy = try receivables()
    #expect(policy.plans.map(\.name) == ["standard", "retention", "prepaid", "on_acceptance"])
    #expect(policy.plan(named: nil)?.name == "standard")
    #expect(policy.plan(named: "monthly") == nil)
    #expect(policy.termsDays == 30)
    #expect(policy.numbers.text(12) == "INV-00000012")
    #expect(policy.onSurplus == .credit)
  }

  /// Days past due on both sides of every edge of the standard: 0, 1–30, 31–60, 61–90, 91–180, > 180.
  @Test(arguments: [
    (-40, "not_due"), (0, "not_due"), (1, "days_1_30"), (30, "days_1_30"), (31, "days_31_60"),
    (60, "days_31_60"), (61, "days_61_90"), (90, "days_61_90"), (91, "days_91_180"),
    (180, "days_91_180"), (181, "over_180"), (100_000, "over_180"),
  ])
  func bucketsHoldTheirEdges(_ days: Int, _ name: String) throws {
    let ageing = try receivables().ageing
    #expect(ageing.buckets[ageing.index(of: days)].name == name)
  }

  @Test(arguments: [(0, nil), (1, 1), (30, 1), (31, 2), (90, 2), (91, 3)] as [(Int, Int64?)])
  func dunningLevels(_ days: Int, _ level: Int64?) throws {
    #expect(try receivables().dunning.level(of: days)?.level == level)
  }

  /// 1,000.01 is 100,001 fen: .3 .3 .4 are 30,000.3, 30,000.3, 40,000.4; the fen left goes to the
  /// largest remainder, the third. Of .3 .6 .1 it goes to the second, 60,000.6.
  @Test(arguments: [
    ("standard", ["300.00", "300.00", "400.01"]), ("retention", ["300.00", "600.01", "100.00"]),
    ("prepaid", ["1000.01"]),
  ])
  func instalmentsAddUp(_ name: String, _ amounts: [String]) throws {
    let plan = try #require(try receivables().plan(named: name))
    let contract = Contract(id: 7, customer: 1, amount: try money("1000.01"), status: .signed)
    let parts = try plan.instalments(of: contract)
    #expect(parts.map(\.amount.description) == amounts)
    #expect(parts.map(\.position) == (1...Int64(amounts.count)).map { $0 })
    #expect(parts.allSatisfy { $0.contract == 7 && $0.dueOn == nil && $0.plan == name })
  }

  @Test(arguments: [
    ("{ node = \"signed\", share = 0.9, days = 0 }", "policy.value"),
    (
      "{ node = \"signed\", share = 0.6, days = 0 }, { node = \"shipped\", share = 0.6, days = 0 }",
      "policy.value"
    ),
    (
      "{ node = \"signed\", share = 1, days = 0 }, { node = \"shipped\", share = 0, days = 0 }",
      "policy.value"
    ),
    ("{ node = \"signd\", share = 1, days = 0 }", "policy.value"),
    ("{ node = \"signed\", share = 1, days = -1 }", "policy.value"),
    ("{ node = \"signed\", share = 1 }", "policy.missing"), ("", "policy.missing"),
  ])
  func plansThatMakeNoSense(_ nodes: String, _ code: String) throws {
    #expect { try receivables(plan: nodes) } throws: { ($0 as? PolicyError)?.code == code }
  }

  /// Three tenths written as decimals are exactly one together, as they are not in binary.
  @Test func sharesAreExact() throws {
    let tenth = "{ node = \"signed\", share = 0.1, days = 0 }"
    let all = Array(repeating: tenth, count: 10).joined(separator: ", ")
    #expect(try receivables(plan: all).plan(named: nil)?.nodes.count == 10)
  }

  @Test(arguments: [
    ("{ { key = \"a\", upto = 0 }, { key = \"b\", upto = 9 } }", "policy.gap"),
    ("{ { key = \"a\" }, { key = \"b\" } }", "policy.unreachable"),
    (
      "{ { key = \"a\", upto = 9 }, { key = \"b\", upto = 9 }, { key = \"c\" } }",
      "policy.unreachable"
    ),
    ("{ { key = \"a\", upto = 9 }, { key = \"a\" } }", "policy.duplicate"),
    ("{ }", "policy.missing"),
  ])
  func bucketsThatMakeNoSense(_ buckets: String, _ code: String) throws {
    let value = try LuaTable.parse("{ source = \"test\", buckets = \(buckets) }")
    #expect { try receivables { $0["ageing"] = value } } throws: {
      ($0 as? PolicyError)?.code == code
    }
  }

  @Test(arguments: ["0", "-5"])
  func aContractOfNothingHasNoInstalments(_ amount: String) throws {
    let plan = try #require(try receivables().plan(named: nil))
    let contract = Contract(id: 1, customer: 1, amount: try money(amount), status: .signed)
    #expect { try plan.instalments(of: contract) } throws: {
      ($0 as? ValidationError)?.code == "receivable.amount"
    }
  }
}
