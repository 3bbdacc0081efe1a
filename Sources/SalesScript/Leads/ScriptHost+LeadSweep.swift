import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.sweep`: tells the owners of leads whose clocks were missed.
extension ScriptHost {
  func defineLeadSweep(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.sweep", "qualification.sweep{policy =}",
        "Raises an alert in the inbox for every clock that was missed, to the lead's owner: those still overdue and "
          + "those done late, since a miss counts against the owner's assessment. Somebody settles it there; one "
          + "that turns out to be none, as after a correction, settles itself.", returns: "table",
        units: "raised, known and settled: alerts",
        changes: "alerts of the kinds that the clocks name",
        errors: ["alert.kind", "lead.order", "calendar.coverage", "policy.unknown"],
        example: "local a\nplan(function()\n"
          + "  local l = qualification.take{company = \"Star\", arrived_at = now() - hours(25)}\n"
          + "  qualification.grade{lead = l}\n  qualification.sweep{}\n"
          + "  local alert = alerts:where{kind = \"lead_grading\", record = l.id}:first()\n"
          + "  a = alert.owner == l.owner and qualification.sweep{}.raised\nend)\nreturn a",
        result: "0", seeAlso: ["qualification.breaches", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.sweep", allowing: ["policy"])
      let clocks = try leadClocks(options, policies)
      let query = QueryObject(try binding(Lead.schema.entity), host: self)
      try results.add(Self.table(of: try tell(breaches(clocks, query), clocks, policies)))
    }
  }

  private func tell(
    _ missed: [Breach], _ clocks: LeadClocks, _ policies: EnginePolicies
  ) throws -> (raised: Int, known: Int, settled: Int) {
    let desk = try AlertDesk(self, policies)
    var all = (raised: 0, known: 0, settled: 0)
    try requireSession().savepoint {
      for kind in Set(clocks.clocks.compactMap(\.alert)).sorted() {
        let drafts = missed.filter { clocks.clocks[$0.clock].alert == kind }.map {
          AlertDraft(
            kind: kind, of: Lead.schema.entity, $0.lead, owner: $0.owner,
            message: Self.message($0, clocks.clocks[$0.clock]))
        }
        let swept = try desk.sweep(kind, drafts, settledAs: "not missed after all")
        all = (
          all.raised + swept.raised, all.known + swept.known, all.settled + swept.settled
        )
      }
    }
    return all
  }

  private static func message(_ breach: Breach, _ clock: LeadClock) -> String {
    let grade = breach.grade.map { ", grade \($0)" } ?? ""
    let done = breach.state.done.map { ", done \($0)" } ?? ""
    return "lead \(breach.code) (\(breach.company))\(grade): \(clock.key) was due "
      + "\(breach.state.dueText)\(done), \(breach.state.over) over"
  }
}
