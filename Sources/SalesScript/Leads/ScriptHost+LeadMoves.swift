import Lua
import SalesKernel
import SalesStore
import Values

/// What is done with a lead before it is decided: follow-up, the nurture pool, the end.
extension ScriptHost {
  func defineLeadMoves(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.follow_up", "qualification.follow_up{lead = lead, at = instant}",
        "Notes a follow-up of a lead: the first ends its clock, a later one changes nothing. Gives the lead.",
        returns: "lead",
        units: "at: now unless given", changes: "followed_up_at of the lead",
        errors: ["lead.order", "lead.future", "lead.closed", "record.missing"],
        example: "local at\nplan(function()\n" + Self.leadExample
          + "  at = qualification.follow_up{lead = lead()}.followed_up_at\nend)\nreturn at",
        result: "instant\"2026-06-30T09:00:00+08:00\"",
        seeAlso: ["qualification.clocks", "qualification.nurture"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.follow_up", allowing: ["lead", "at"])
      var lead = try record(Lead.self, options, "lead")
      let before = lead
      try requireAlive(lead)
      let at = try moment(options, "at")
      try requireAfterArrival(lead, at, "at")
      lead.followedUpAt = min(lead.followedUpAt ?? at, at)
      try store(lead, from: before)
      try results.add(try binding(Lead.schema.entity).record(lead.id))
    }
    try defineLeadMove(
      policies, "nurture", to: .nurture, "Puts a lead into the nurture pool. Gives the lead.")
    try defineLeadMove(
      policies, "disqualify", to: .disqualified,
      "Ends a lead that will become nothing. Gives the lead.")
    try defineLeadMove(
      policies, "reopen", to: .open, "Opens a lead again. Gives the lead.")
  }

  private func requireAlive(_ lead: Lead) throws {
    guard !lead.status.isAlive else { return }
    throw ValidationError(
      "lead.closed", "lead \(lead.title) is \(lead.status.rawValue)",
      remedy: lead.status == .converted
        ? "go on with its opportunity" : "open it again first: qualification.reopen{lead = …}",
      field: "status")
  }

  private func defineLeadMove(
    _ policies: EnginePolicies, _ name: String, to status: Lead.Status, _ summary: String
  ) throws {
    let others = ["nurture", "disqualify", "reopen"].filter { $0 != name }
    let first = status == .open ? "  qualification.nurture{lead = l, reason = \"early\"}\n" : ""
    try define(
      HelpEntry(
        "qualification.\(name)",
        "qualification.\(name){lead = lead, reason = text, at = instant, policy =}", summary,
        returns: "lead", units: "at: now unless given",
        changes: "status, reason and moments of the lead",
        errors: ["lead.status", "lead.reason", "lead.order", "lead.future", "record.missing"],
        example: "local s\nplan(function()\n" + Self.leadExample + "  local l = lead()\n" + first
          + "  s = qualification.\(name){lead = l, reason = \"budget of next year\"}.status\nend)\nreturn s",
        result: "\"\(status.rawValue)\"", seeAlso: others.map { "qualification.\($0)" })
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.\(name)", allowing: ["lead", "reason", "at", "policy"])
      let before = try record(Lead.self, options, "lead")
      try policies.leads(options["policy"]).require(before, to: status)
      var lead = before
      lead.reason = try requireReason(options, "lead", "qualification.\(name) asks")
      let at = try moment(options, "at")
      try requireAfterArrival(lead, at, "at")
      lead.status = status
      lead.closedAt = status == .disqualified ? at : nil
      if status == .nurture { lead.nurturedAt = lead.nurturedAt ?? at }
      try store(lead, from: before)
      try results.add(try binding(Lead.schema.entity).record(lead.id))
    }
  }
}
