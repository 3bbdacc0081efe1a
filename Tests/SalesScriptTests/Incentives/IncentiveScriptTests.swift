// scripts/incentive_prototype.lua on three reps whose pay is reckoned by hand.
import Foundation
import SalesStore
import Testing

@testable import SalesScript

@Suite struct IncentiveScriptTests {
  private func run(_ world: World, _ arguments: [String]) throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let source = try String(
      contentsOf: root.appending(path: "scripts/incentive_prototype.lua"), encoding: .utf8)
    let output = CapturedOutput()
    let host = try World.host(world.store, output, arguments)
    _ = try host.run(source, name: "@incentive_prototype.lua", mode: .apply, kind: .script)
    return output.text
  }

  /// Base pay 36,000 + 30,000 + 60,000. Commission on 10万, 20万 and 30万: at the standing 3, 3, 2 %
  /// 15,000; at one rate for all r × 60万, with a threshold of 20万 r × 50万, of 50万 nothing.
  @Test func theGridIsAsReckonedByHand() throws {
    let world = try PayWorld.make()
    defer { world.remove() }
    let text = try run(world, ["2026-Q2"])
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "20 variants over 2026-Q2; incentive costs 141,000.00")
    #expect(lines[1] == "variant\trate\tthreshold\tcost\tdifference\twinners\tlosers")
    // 2.5 % of 60万; 3 % of 50万, 甲 gets nothing and 丙 9,000 instead of 6,000.
    #expect(lines[6] == "5\t0.025\t0.00\t141000.00\t0.00\t1\t2")
    #expect(lines[11] == "10\t0.03\t200000.00\t141000.00\t0.00\t1\t1")
    #expect(lines[12] == "11\t0.03\t500000.00\t126000.00\t-15000.00\t0\t3")
    // Within the same cost none lets more win than lose, but variant 10 lets as many; so does none cheaper.
    #expect(lines[22] == "variant 10: rate 0.03, threshold 200,000.00, 0.00 more for 1, less for 1")
    #expect(lines[24] == "1\t甲\t39000.00\t36000.00\t-3000.00")
    #expect(lines[26] == "3\t丙\t66000.00\t69000.00\t3000.00")
    #expect(lines.contains("base\t126000.00\t126000.00\t0.00"))
    #expect(lines.contains("commission\t9000.00\t\t"))
    #expect(!text.contains("without a role"))
    #expect(try world.eval("return #runs(), orders:count()") == "1  3")
  }

  @Test func withMoreMoneyMoreWin() throws {
    let world = try PayWorld.make()
    defer { world.remove() }
    try world.run("reps:get(3).role = nil")
    // 丙 counts as a regional manager: 18,000 in force. 3.5 % of 60万 is 21,000, 4 % 24,000: all three win.
    let text = try run(world, ["2026-Q2", "3"])
    #expect(
      text.contains("variant 13: rate 0.035, threshold 0.00, 3,000.00 more for 3, less for 0"))
    #expect(text.contains("without a role: 1; for the trial they were regional managers"))
    #expect(try world.eval("return reps:get(3).role") == "nil")
  }
}
