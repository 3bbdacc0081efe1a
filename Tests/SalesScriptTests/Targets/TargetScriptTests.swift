// scripts/target_split.lua on the book counted by hand.
import Foundation
import SalesScript
import Testing

@Suite struct TargetScriptTests {
  private static func script() throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: "scripts/target_split.lua"), encoding: .utf8)
  }

  private func run(_ world: World, _ arguments: [String]) throws -> String {
    let output = CapturedOutput()
    let host = try World.host(world.store, output, arguments)
    _ = try host.run(try Self.script(), name: "@target_split.lua", mode: .apply, kind: .script)
    return output.text
  }

  /// 2025: north 400 (team one 300, two 100), south 14,600 (7,000 + 400 + 7,000 of Cy and 200 of Dee); nobody's 50;
  /// all 15,050. Grown by 0.2: 18,060 = 481.60 + 17,578.40. Team one 361.20, two 120.40. Cy alone is left of team
  /// three. 2026 has 248 working days; up to June 30th 57 + 61 = 118 (January 20, February 16, March 22 less none …).
  @Test func theYearIsSharedOut() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(TargetBook.source)
    let text = try run(world, ["2026"])
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      text.hasPrefix(
        """
        2026: 18060.00, grown by 0.2
        2026 company  18060.00
          2026 north  481.60
            2026 one  361.20
              2026 Ann  361.20
            2026 two  120.40
              2026 Bob  120.40
          2026 south  17578.40
            2026 three  17578.40
              2026 Cy  17578.40

        """), "\(text)")
    #expect(lines.count > 0 && text.contains("targets, sums hold"))
    // Ann's 2025 is all in the second quarter, Bob's too; Cy's 7,000 : 400 : 7,000 of 14,400 in the first three.
    #expect(
      try world.eval(
        """
        local out = {}
        for t in targets:where{period = "2026-Q2"}:each() do out[#out + 1] = tostring(t.amount) end
        return table.concat(out, " "), targets:count()
        """) == "\"361.20 120.40 488.29\"  14")
    // Again: the same.
    #expect(try run(world, ["2026"]) == text)
    #expect(try world.eval("return targets:count()") == "14")
    #expect(try run(world, ["2027", "1000yuan"]).contains("2027: 1000.00"))
  }
}
