// Notices ahead of churn and the back-test of the signal, by hand; and that nothing later is looked at.
import Testing
import Values

@testable import SalesKernel

@Suite struct ChurnBacktestTests {
  let policy: ChurnPolicy
  init() throws { policy = try ChurnPolicy(decoding: LuaTable.policy("churn")) }

  /// Silence of 3 months: at risk from 2026-08-10 after an order on 2026-05-10.
  @Test(
    arguments: [
      // Fewer than three orders: no cycle, so no early notice.
      ("2026-05-10", "2026-03-10", 2, "2026-06-30", nil),
      // Cycle of 20 days, silent for 51.
      ("2026-05-10", "2026-03-31", 3, "2026-06-30", "early"),
      // Cycle of 60 days, silent for 51; and for exactly 60.
      ("2026-05-10", "2026-01-10", 3, "2026-06-30", nil),
      ("2026-05-10", "2026-01-10", 3, "2026-07-09", "early"),
      ("2026-05-10", "2026-01-10", 3, "2026-07-10", "urgent"),
      ("2026-05-10", "2026-03-10", 2, "2026-08-09", "urgent"),
      // At risk already.
      ("2026-05-10", "2026-03-10", 2, "2026-08-10", nil),
    ] as [(String, String, Int, String, String?)])
  func notices(_ last: String, _ first: String, _ orders: Int, _ today: String, _ key: String?)
    throws
  {
    let silence = try policy.silence(
      lastOrder: day(last), first: day(first), orders: orders, lastEmailOpened: nil,
      asOf: day(today))
    #expect(silence.atRiskFrom == (try day("2026-08-10")))
    #expect(try policy.notice(of: silence, asOf: day(today))?.key == key)
  }

  private func test(
    _ orders: [(Int32, String)], emails: [String?], _ days: [String]
  ) throws -> ChurnBacktest {
    try ChurnBacktest(
      PurchaseBook(
        customers: emails.count, places: orders.map(\.0),
        days: try orders.map { try day($0.1).number }, units: orders.map { _ in 0 }),
      emails: try emails.map { try $0.map { try day($0).number } ?? .min }, policy: policy,
      days: try days.map(day), months: 6, horizon: 6)
  }

  /// Lost after 6 months; warning one month before the third month is over.
  @Test func byHand() throws {
    // 0 stops on 2025-01-10: flagged from 03-10, lost on 07-10. 1 pauses for four months: a false alarm.
    // 2 buys each month. 3 bought first after the checks. 4 opened an e-mail: not flagged, but lost.
    let orders: [(Int32, String)] =
      [
        (0, "2025-01-10"), (1, "2025-01-10"), (1, "2025-05-10"), (3, "2025-06-01"),
        (4, "2025-01-31"),
      ] + (1...9).map { (2, "2025-0\($0)-15") }
    let result = try test(
      orders, emails: [nil, nil, nil, nil, "2025-03-20"],
      ["2025-02-28", "2025-03-31", "2025-04-30"])
    let counts = result.checks.map(\.counts)
    #expect(counts.map(\.all) == [4, 4, 4])
    // 03-31: 0 and 1. 04-30: 0 and 1 at risk; 4 by its e-mail only from 05-20.
    #expect(counts.map(\.told) == [0, 2, 2])
    // 0 and 4 are lost by 2025-07-10 and 07-31, within six months of each check.
    #expect(counts.map(\.lost) == [2, 2, 2])
    #expect(result.total.hits == 2)
    #expect(result.total.precision == 0.5 && result.total.recall == 2.0 / 6)
    #expect(result.total.baseRate == 0.5)
    // From 2025-03-31 to 2025-07-10.
    #expect(result.leads.days == [101] && result.leads.mean == 101 && result.leads.median == 101)
  }

  /// What is flagged on a day is the same with and without all that came later.
  @Test(arguments: 0..<20)
  func nothingLaterIsLookedAt(_ round: Int) throws {
    let seed = UInt64(500 + round)
    var random = SeededGenerator(seed: seed)
    let start = try day("2024-01-01")
    let orders = try (0..<120).map { _ in
      (
        Int32.random(in: 0..<12, using: &random),
        try start.adding(days: Int.random(in: 0..<600, using: &random)).description
      )
    }
    let emails = try (0..<12).map { _ in
      Bool.random(using: &random)
        ? try start.adding(days: Int.random(in: 0..<600, using: &random)).description : nil
    }
    let check = "2024-10-31"
    let known = orders.filter { $0.1 <= check }
    let full = try test(orders, emails: emails, [check]).total
    let past = try test(
      known, emails: emails.map { $0.flatMap { $0 <= check ? $0 : nil } }, [check]
    ).total
    #expect(full.all == past.all && full.told == past.told, "seed \(seed)")
    #expect(full.lost <= past.lost, "seed \(seed)")
    #expect(full.hits <= min(full.told, full.lost), "seed \(seed)")
  }
}
