// scripts/lead_sla.lua on a book whose numbers are counted by hand, and on one of many leads.
import Foundation
import SalesKernel
import SalesScript
import Testing
import Values

@Suite struct LeadScriptTests {
  private static func script() throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: "scripts/lead_sla.lua"), encoding: .utf8)
  }

  /// Ann has 1: arrived 100 h ago, graded A 90 h ago, not followed up, so 42 h over. 2 arrived 30 h ago and
  /// is not graded: the script grades it (82, A), 6 h late, and gives it to Bob, of its region. 3 has no
  /// factors: D, into the pool, in time; its region has no rep, so anybody with the fewest leads.
  private static let book = """
    local ann = reps:create{name = "Ann", region = "moon"}
    local bob = reps:create{name = "Bob", region = "mars"}
    leads:create{company = "甲", code = "K1", status = "open", owner = ann.id, region = "moon", source = "web",
      arrived_at = now() - hours(100), graded_at = now() - hours(90), grade = "A", grade_since = now() - hours(90),
      budget = 100, authority = 100, need = 100, timing = 100, size = 100}
    leads:create{company = "乙", code = "K2", status = "open", region = "mars", source = "web", budget = 90,
      authority = 80, need = 90, timing = 80, size = 80, fit = 80, intent = 60, intent_at = now(),
      arrived_at = now() - hours(30)}
    leads:create{company = "丙", code = "K3", status = "open", region = "venus", arrived_at = now() - hours(3)}
    """

  @Test func theRunIsAsCountedByHand() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(Self.book)
    let output = CapturedOutput()
    let host = try World.host(world.store, output)
    let run = try host.run(try Self.script(), name: "@lead_sla.lua", mode: .apply, kind: .script)
    #expect(run.run != nil)
    let ids = try world.eval("return leads:get(2):follow(\"owner\").id, leads:get(1).owner")
    let (bob, ann) = (ids.split(separator: " ")[0], ids.split(separator: " ")[1])
    #expect(
      output.text == """
        3 leads looked at, 3 graded or graded anew
        2 assigned, 0 left without an owner
        2 misses told, 0 known, 0 settled
        clocks by owner
        owner\tname\tclock\tleads\tmet\tlate\toverdue\tmissed\topen\twaived\trate
        \(ann)\tAnn\tgrading\t2\t2\t0\t0\t0\t0\t0\t1.0
        \(ann)\tAnn\tfollow_up\t1\t0\t0\t1\t1\t0\t0\t0.0
        \(bob)\tBob\tgrading\t1\t0\t1\t0\t1\t0\t0\t0.0
        \(bob)\tBob\tfollow_up\t1\t0\t0\t0\t0\t1\t0\t
        all: 2 met, 2 missed, 1 open
        still waiting
        lead\tcode\tcompany\tgrade\towner\tname\tclock\tdue\tdone\tover\tstate
        1\tK1\t甲\tA\t\(ann)\tAnn\tfollow_up\t2026-06-28T15:00:00+08:00\t\t1d18h\toverdue

        """)
    #expect(
      try world.eval(
        "local a = inbox.open{}\nreturn #a, a[1].message, a[2].message, leads:get(3).status")
        == "2  \"lead K1 (甲), grade A: follow_up was due 2026-06-28T15:00:00+08:00, 1d18h over\"  "
        + "\"lead K2 (乙), grade A: grading was due 2026-06-30T03:00:00+08:00, done "
        + "2026-06-30T09:00:00+08:00, 6h over\"  \"nurture\"")
    let again = try World.host(world.store, CapturedOutput()).run(
      try Self.script(), name: "@lead_sla.lua", mode: .plan, kind: .script)
    #expect(again.changes?.change(of: "leads", "grade") == nil, "a second run grades nothing anew")
  }

  @Test func manyLeadsCountAsTheyWereDrawn() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run("reps:create{name = \"Ann\"} reps:create{name = \"Bob\"}")
    let book = try LeadBook(
      count: 2_000, now: Instant(parsing: "2026-06-30T09:00:00"), owners: [1, 2])
    try book.fill(world.store)
    let expected = book.expected
    #expect(
      try world.eval(
        "local t = qualification.sla{}.total\nreturn t.met, t.missed, t.open, t.waived")
        == "\(expected.met)  \(expected.missed)  \(expected.open)  0")
    #expect(try world.eval("return #qualification.breaches{}") == "\(expected.missed)")
    #expect(expected.met > 100 && expected.missed > 100 && expected.open > 100)
  }
}
