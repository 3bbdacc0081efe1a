// scripts/sla_watch.lua on a desk whose numbers are counted by hand.
import Foundation
import SalesScript
import Testing

@Suite struct SLAWatchScriptTests {
  private static func script() throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: "scripts/sla_watch.lua"), encoding: .utf8)
  }

  /// It is Tue 2026-06-30 09:00. T1, major: opened 02:00, answered at once, due 10:00. T2, serious: opened on
  /// the 29th 04:00, answered at once, due 04:00 of the 30th, 5 h over: warning, breach, manager. T3: a call that
  /// nobody took on the 29th, closed 4 minutes beyond its minute: missed, and nobody waits any more. T4: an old enquiry of May, answered at once.
  private static let book = """
    local cid = reps:create{name = "Cid"}
    local bob = reps:create{name = "Bob", manager = "Cid"}
    local moon = customers:create{name = "月", level = "B", region = "west"}
    local function ticket(t)
      t.state, t.reopened, t.customer, t.owner = t.state or "open", 0, moon.id, bob.id
      t.responded_at = t.responded_at ~= false and t.opened_at or nil
      return tickets:create(t)
    end
    ticket{code = "T1", kind = "complaint", subject = "cracked", step = "graded", grade = "major", channel = "email",
      team = "quality", class = "quality", opened_at = instant"2026-06-30T02:00"}
    ticket{code = "T2", kind = "complaint", subject = "late", step = "graded", grade = "serious", channel = "email",
      team = "logistics", class = "delivery", opened_at = instant"2026-06-29T04:00"}
    ticket{code = "T3", kind = "enquiry", subject = "call", step = "closed", channel = "hotline", team = "service",
      class = "other", opened_at = instant"2026-06-29T10:00", closed_at = instant"2026-06-29T10:05", state = "closed",
      responded_at = false}
    ticket{code = "T4", kind = "enquiry", subject = "price", step = "answered", channel = "online", team = "service",
      class = "price", opened_at = instant"2026-05-04T10:00", resolved_at = instant"2026-05-04T10:00"}
    """

  @Test func theRunIsAsCountedByHand() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(Self.book)
    let output = CapturedOutput()
    let host = try World.host(world.store, output)
    _ = try host.run(try Self.script(), name: "@sla_watch.lua", mode: .apply, kind: .script)
    let owner = try world.eval("return tickets:get(1).owner")
    #expect(
      output.text == """
        4 told, 0 known, 0 settled, 2 tickets escalated
        1 late
        ticket\tcode\tkind\tgrade\tcustomer\towner\tname\tclock\tdue\tdone\tover\toutcome\tsubject
        2\tT2\tcomplaint\tserious\t1\t\(owner)\tBob\tresolve\t2026-06-30T04:00:00+08:00\t\t5h\toverdue\tlate
        1 due within 4 hours
        ticket\tcode\tkind\tgrade\tcustomer\towner\tname\tclock\tdue\tdone\tover\toutcome\tsubject
        1\tT1\tcomplaint\tmajor\t1\t\(owner)\tBob\tresolve\t2026-06-30T10:00:00+08:00\t\t-1h\topen\tcracked
        clocks of tickets since 2026-05-31 by team
        team\tclock\ttickets\tmet\tlate\toverdue\tmissed\topen\twaived\trate
        logistics\trespond\t1\t1\t0\t0\t0\t0\t0\t1.0
        logistics\tresolve\t1\t0\t0\t1\t1\t0\t0\t0.0
        quality\trespond\t1\t1\t0\t0\t0\t0\t0\t1.0
        quality\tresolve\t1\t0\t0\t0\t0\t1\t0\t
        service\trespond\t1\t0\t0\t1\t1\t0\t0\t0.0
        all: 2 met, 2 missed, 1 open
        quality
        measure\ttitle\t指标\tn\tvalue\tgoal\tmet
        calls_answered\tcalls answered\t电话接通率\t1\t0.0\t> 95 %\tfalse
        online_answered\tonline answered\t在线响应率\t0\t\t> 90 %\tno data
        first_time_fix\tfixed the first time\t一次解决率\t0\t\t> 80 %\tno data
        satisfaction\tsatisfaction\t客户满意度\t0\t\t> 90 %\tno data
        complaint_satisfaction\tsatisfaction with complaint handling\t投诉处理满意度\t0\t\t> 85 %\tno data
        recommend\twould recommend\t推荐意愿\t0\t\t> 80 %\tno data
        response_time\tmean response time\t平均响应时间\t2\t0s\t\t
        handling_time\tmean handling time\t平均处理时间\t0\t\t\tno data
        resolution_rate\tresolution rate\t问题解决率\t3\t0.0\t\t

        """)
    #expect(
      try world.eval(
        "local a = inbox.open{severity = \"high\"}\nreturn #a, reps:get(a[1].owner).name, a[1].message"
      )
        == "1  \"Cid\"  \"complaint T2, serious (late): long over, resolve was due "
        + "2026-06-30T04:00:00+08:00, 5h over\"")
    let again = CapturedOutput()
    _ = try World.host(world.store, again).run(
      try Self.script(), name: "@sla_watch.lua", mode: .plan, kind: .script)
    #expect(again.text.hasPrefix("0 told, 4 known, 0 settled, 0 tickets escalated\n"))
  }

  @Test func wordsOfTheCommandLineAreChecked() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let host = try World.host(world.store, CapturedOutput(), ["team", "soon"])
    #expect(throws: (any Error).self) {
      try host.run(try Self.script(), name: "@sla_watch.lua", mode: .plan, kind: .script)
    }
  }
}
