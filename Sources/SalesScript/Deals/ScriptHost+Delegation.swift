import Lua
import SalesKernel
import SalesStore
import Values

/// `approval.delegate`: one rep decides for another for some days.
extension ScriptHost {
  func defineDelegation() throws {
    try define(
      HelpEntry(
        "approval.delegate",
        "approval.delegate{by = rep, to = rep, role =, from = day, upto = day, reason = text}",
        "Hands the role of a rep to another for some days: the own role, which cannot be passed on. "
          + "Two reps cannot stand in for each other.", returns: "delegation",
        units: "from the run's day unless given", changes: "one new delegation",
        errors: [
          "delegation.self", "delegation.days", "delegation.role", "delegation.chain",
          "delegation.circle", "record.missing",
        ],
        example: """
          local from
          plan(function()
            local boss = reps:create{name = "经理", role = "sales_manager"}
            local d = approval.delegate{by = boss, to = 1, upto = date"2026-07-10", reason = "away"}
            from = d.from_on
          end)
          return from
          """,
        result: "date\"2026-06-30\"", seeAlso: ["approval.pending", "approval.approve"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "approval.delegate",
        allowing: ["by", "to", "role", "from", "upto", "reason"])
      guard let upto = try options.day("upto") else {
        throw ArgumentError(
          "a delegation needs its last day", code: "delegation.days",
          remedy: "as upto = date\"2026-07-10\"")
      }
      let entity = Rep.schema.entity
      var delegation = Delegation(
        rep: try row(options["by"], of: entity, as: "by").id,
        delegate: try row(options["to"], of: entity, as: "to").id,
        fromOn: try options.day("from") ?? self.options.clock.day(), uptoOn: upto)
      delegation.role = try options.string("role")
      delegation.reason = try options.string("reason")
      try delegation.check(among: try delegations()) { [unowned self] rep in
        try Rep(reading: row(.integer(rep), of: entity, as: "rep")).role
      }
      let id = try requireSession().create(Delegation.schema.entity, delegation.values)
      try results.add(try binding(Delegation.schema.entity).record(id))
    }
  }
}
