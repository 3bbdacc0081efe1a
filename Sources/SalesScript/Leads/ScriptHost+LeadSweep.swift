import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.sweep`: tells the owners of leads whose time is over.
extension ScriptHost {
  func defineLeadSweep(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.sweep", "qualification.sweep{policy =}",
        "Raises an alert in the inbox for every lead with a clock that is overdue, to its owner, and settles those "
          + "whose lead was looked after since.",
        units: "raised, known and settled: alerts", changes: "alerts of the kinds that the clocks name",
        errors: ["alert.kind", "lead.order", "calendar.coverage", "policy.unknown"],
        example: "local a\nplan(function()\n"
          + "  local l = qualification.take{company = \"Star\", arrived_at = now() - hours(25)}\n"
          + "  a = qualification.sweep{}.raised\n  qualification.grade{lead = l}\n"
          + "  a = a + 10 * qualification.sweep{}.settled\nend)\nreturn a",
        result: "11", seeAlso: ["qualification.breaches", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.sweep", allowing: ["policy"])
      let clocks = try leadClocks(options, policies)
      let query = QueryObject(try binding(Lead.schema.entity), host: self)
      let overdue = try breaches(clocks, query).filter { $0.state.outcome == .overdue }
      try results.add(Self.table(of: try tell(overdue, clocks, policies)))
    }
  }

  private func tell(
    _ overdue: [Breach], _ clocks: LeadClocks, _ policies: EnginePolicies
  ) throws -> (raised: Int, known: Int, settled: Int) {
    let desk = try AlertDesk(self, policies)
    var all = (raised: 0, known: 0, settled: 0)
    try requireSession().savepoint {
      for kind in Set(clocks.clocks.compactMap(\.alert)).sorted() {
        let drafts = overdue.filter { clocks.clocks[$0.clock].alert == kind }.map {
          AlertDraft(
            kind: kind, of: Lead.schema.entity, $0.lead, owner: $0.owner,
            message: Self.message($0, clocks.clocks[$0.clock]))
        }
        let swept = try desk.sweep(kind, drafts, settledAs: "no longer overdue")
        all = (
          all.raised + swept.raised, all.known + swept.known, all.settled + swept.settled
        )
      }
    }
    return all
  }

  private static func message(_ breach: Breach, _ clock: LeadClock) -> String {
    let grade = breach.grade.map { ", grade \($0)" } ?? ""
    return "lead \(breach.code) (\(breach.company))\(grade): \(clock.key) was due \(breach.state.due), "
      + "\(breach.over) over"
  }
}
