import Lua
import SalesKernel
import SalesStore
import Values

/// `contracting.sign` and `contracting.step`: contracts that hold, carried out step by step.
extension ScriptHost {
  func defineSigning(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "contracting.sign",
        "contracting.sign{contract = c, on = day, due_on = day, ends_on = day, rep =, "
          + "owners = {step = rep}, values = {…}, policy =}",
        "Marks a draft contract as signed and lays its steps of execution out, each with role, owner and day. "
          + "Owner is who owners names, else rep, else the contract's rep. Clauses that name a day that changes "
          + "are written anew.", returns: "contract",
        changes: "the contract's status and days, its clauses, and new steps",
        errors: [
          "contract.status", "contract.day", "contract.due", "contract.clause", "contract.step",
        ],
        example: "local a, b, c\nplan(function()\n" + Self.contractExample
          + "  local s = contracting.sign{contract = contract(), on = date\"2026-07-01\"}\n"
          + "  local steps = s:contract_steps()\n"
          + "  a, b, c = s.status, steps:count(), steps:where{step = \"production_planned\"}:first().due_on\n"
          + "end)\nreturn a, b, c",
        result: "\"signed\"  6  date\"2026-07-04\"",
        seeAlso: ["contracting.step", "contracting.late", "ordering.place"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "contracting.sign",
        allowing: ["contract", "on", "due_on", "ends_on", "rep", "owners", "values", "policy"])
      let policy = try policies.contracts(options["policy"])
      let old = try contract(options["contract"])
      try policy.require(old, to: .signed)
      let on = try options.day("on") ?? self.options.clock.day()
      var new = old
      (new.status, new.signedOn) = (.signed, on)
      (new.dueOn, new.endsOn) = (
        try options.day("due_on") ?? old.dueOn, try options.day("ends_on") ?? old.endsOn
      )
      guard new.dueOn != nil else {
        throw ValidationError(
          "contract.due", "contract \(old.code ?? "") has no day of delivery",
          remedy: "give due_on = date\"…\"", field: "due_on")
      }
      try requireOrder(of: new, from: on)
      let steps = try steps(of: new, signed: on, options, policy)
      let writer = try ContractWriter(self, policy, options)
      try requireSession().savepoint {
        try writer.rewrite(old, as: new)
        try set(
          Contract.self, old.id,
          [
            "status": new.status.fieldValue, "signed_on": .day(on), "due_on": new.dueOn.fieldValue,
            "ends_on": new.endsOn.fieldValue,
          ])
        for step in steps { try requireSession().create(ContractStep.schema.entity, step.values) }
        try ContractDesk(host: self, policies: policies).follow(old.id, policy)
      }
      try results.add(try binding(Contract.schema.entity).record(old.id))
    }
    try defineStep(policies)
  }

  private func steps(
    of contract: Contract, signed: Day, _ options: NamedArguments, _ policy: ContractPolicy
  ) throws -> [ContractStep] {
    let rep = try options["rep"].map { try row($0, of: Rep.schema.entity, as: "rep").id }
    var owners: [String: Int64] = [:]
    if let given = options["owners"] {
      guard case .table(let table) = given, table.list.isEmpty, table.others.isEmpty else {
        throw ArgumentError("owners: expected {step = rep}, got \(given.typeName)")
      }
      let known = policy.steps.map(\.key)
      for (step, owner) in table.fields {
        guard known.contains(step) else {
          throw ArgumentError(
            "owners: there is no step '\(step)'", code: "contract.step",
            remedy: Suggestion.sentence(for: step, among: known))
        }
        owners[step] = try row(owner, of: Rep.schema.entity, as: "owners.\(step)").id
      }
    }
    return try policy.steps.enumerated().map { index, step in
      var made = ContractStep(
        contract: contract.id, position: Int64(index + 1), step: step.key)
      (made.role, made.doneBy) = (step.role, step.doneBy)
      made.rep = owners[step.key] ?? rep ?? contract.rep
      made.dueOn = try step.dueOn(signed: signed, due: contract.dueOn)
      return made
    }
  }

  private func defineStep(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "contracting.step",
        "contracting.step{contract = c, step = word, on = day, by = rep, note = text, policy =}",
        "Marks the next step of a signed contract as done; those that have happened already follow by themselves. "
          + "The last one completes the contract.", returns: "contract_step",
        changes: "the step, and steps and status that follow from it",
        errors: [
          "contract.status", "contract.step", "contract.step_done", "contract.turn", "contract.day",
        ],
        example: "local a\nplan(function()\n" + Self.contractExample
          + "  local c = contracting.sign{contract = contract()}\n  ordering.place{contract = c}\n"
          + "  a = contracting.step{contract = c, step = \"production_planned\", by = 3}.done_on\n"
          + "end)\nreturn a",
        result: "date\"2026-06-30\"", seeAlso: ["contracting.sign", "contracting.late"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "contracting.step",
        allowing: ["contract", "step", "on", "by", "note", "policy"])
      let policy = try policies.contracts(options["policy"])
      let contract = try self.contract(options["contract"])
      guard contract.status == .signed, let signed = contract.signedOn else {
        throw ValidationError(
          "contract.status",
          "contract \(contract.code ?? "") is \(contract.status.rawValue); steps are of signed ones",
          remedy: contract.status == .draft ? "sign it: contracting.sign{contract = …}" : "",
          field: "status")
      }
      let desk = ContractDesk(host: self, policies: policies)
      let step = try desk.execution(of: contract).require(try options.string("step") ?? "")
      let on = try options.day("on") ?? self.options.clock.day()
      guard on >= signed else {
        throw ValidationError(
          "contract.day", "\(on) is before the contract was signed on \(signed)",
          remedy: "give a day from then on", field: "on")
      }
      let by = try options["by"].map { try row($0, of: Rep.schema.entity, as: "by").id }
      let note = try options.string("note")
      try requireSession().savepoint {
        try set(
          ContractStep.self, step.id,
          [
            "done_on": .day(on), "rep": (by ?? step.rep).fieldValue,
            "note": (note ?? step.note).fieldValue,
          ])
        try desk.follow(contract.id, policy)
      }
      try results.add(try binding(ContractStep.schema.entity).record(step.id))
    }
  }
}
