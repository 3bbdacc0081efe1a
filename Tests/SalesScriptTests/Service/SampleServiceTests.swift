// A year of service on the sample company: the records agree with each other, and one undo takes them back.
import Foundation
import SalesScript
import SalesStore
import Testing

@Suite struct SampleServiceTests {
  private func fill(_ world: World, density: String = "1") throws -> (text: String, run: Int64) {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let script = try String(
      contentsOf: root.appending(path: "scripts/sample_service.lua"), encoding: .utf8)
    let output = CapturedOutput()
    let host = try World.host(world.store, output, [density])
    let outcome = try host.run(script, name: "@sample_service.lua", mode: .apply, kind: .script)
    return (output.text, try #require(outcome.run))
  }

  @Test func theRecordsAgree() throws {
    let world = try World()
    defer { world.remove() }
    let text = try fill(world).text
    let counts = text.split(separator: " ").compactMap { Int64($0) }
    #expect(try world.eval("return tickets:count()") == "\(counts[0] + counts[1])")
    #expect(
      try world.eval("return survey_answers:count(), readings:count(), agreements:count()")
        == "\(counts[2])  \(counts[3])  \(counts[4])")
    // Of each ticket: its last move is where it stands, moves go on in time, nothing lies ahead, and what
    // is closed has the moments of its end.
    let wrong = try world.eval(
      """
      local wrong, open = 0, 0
      for t in tickets:each() do
        local last, at
        for m in ticket_moves:where{ticket = t.id}:order_by("id"):each() do
          if at and m.moved_at < at then wrong = wrong + 1 end
          last, at = m.step, m.moved_at
        end
        if last ~= t.step or at > now() or at < t.opened_at then wrong = wrong + 1 end
        if (t.state == "closed") ~= (t.closed_at ~= nil) then wrong = wrong + 1 end
        if t.state == "open" then open = open + 1 end
        if t.resolved_at and not t.responded_at then wrong = wrong + 1 end
      end
      local sla = service.sla{}
      return wrong, open > 0, #sla.problems, sla.total.met + sla.total.late > 50
      """)
    #expect(wrong == "0  true  0  true")
    // The share of good answers by hand beside the figure.
    #expect(
      try world.eval(
        """
        local good, all = 0, 0
        for a in survey_answers:where{kind = "csat"}:each() do
          all = all + 1
          if a.score >= 4 then good = good + 1 end
        end
        local s = surveys.csat{}
        return math.abs(s.share - good / all) < 1e-12, s.n == all
        """) == "true  true")
  }

  @Test func theSameSeedGivesTheSame() throws {
    let (one, other) = (try World(customers: 60), try World(customers: 60))
    defer {
      one.remove()
      other.remove()
    }
    #expect(try fill(one, density: "2").text == fill(other, density: "2").text)
    let sums =
      "return tickets:count(), ticket_moves:max(\"moved_at\"), survey_answers:sum(\"score\")"
    #expect(try one.eval(sums) == other.eval(sums))
  }

  @Test func undoTakesItBack() throws {
    let world = try World(customers: 60)
    defer { world.remove() }
    let run = try fill(world).run
    let header = RunHeader(
      kind: .undo, script: "", arguments: [], clock: world.host.options.clock, actor: "tester")
    _ = try world.store.transaction(header, mode: .apply) { try $0.undo(run) }
    #expect(
      try world.eval(
        "return tickets:count(), ticket_moves:count(), survey_answers:count(), customers:where(\"csm\"):count()"
      )
        == "0  0  0  0")
    #expect(throws: (any Error).self) { try fill(world, density: "many") }
  }
}
