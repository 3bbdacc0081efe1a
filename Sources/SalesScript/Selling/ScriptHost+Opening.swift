import Lua
import SalesKernel
import SalesStore
import Values

/// `selling`: opportunities, from opening to winning or losing. Here: opening and revising.
extension ScriptHost {
  func defineSelling(_ policies: EnginePolicies) throws {
    try defineOpening(policies)
    try defineRevising(policies)
    try defineMoving(policies)
    try defineClosing(policies)
    try defineDeliverables(policies)
    try defineCompliance(policies)
    try defineHygiene(policies)
    try defineCompeting()
    try defineSurveying(policies)
    try defineMilestones(policies)
  }

  /// Opens an opportunity of the example company.
  static let dealExample = """
    local function deal(more)
      local t = {customer = 1, rep = 2, amount = wan(30), expected_close = date"2026-09-30"}
      for name, value in pairs(more or {}) do t[name] = value end
      return selling.open(t)
    end

    """

  private func defineOpening(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.open",
        "selling.open{customer =, amount =, expected_close = day, playbook = name or table, rep =, name =, "
          + "product =, region =, source =, lead =, competitor =, is_key =, code =, at = instant or day, "
          + "reason = text, policy =}",
        "Opens an opportunity in the first stage of its playbook, numbered unless code is given, with its first "
          + "stage move. Without rep it is the owner's of the customer, without region it is in the customer's.",
        returns: "opportunity",
        units: "amount: yuan, from 0; empty while not known",
        changes: "one new opportunity and its first stage move",
        errors: [
          "playbook.unknown", "playbook.missing", "record.missing", "record.duplicate",
          "opportunity.close", "opportunity.amount.range", "opportunity.competitor",
          "opportunity.time",
        ],
        example:
          "local a, b, c\nplan(function()\n  local o = selling.open{customer = 1, amount = wan(30)}\n"
          + "  a, b, c = o.stage, o.status, o:stage_moves():count()\nend)\nreturn a, b, c",
        result: "\"initial_contact\"  \"open\"  1",
        seeAlso: ["selling.move", "selling.revise", "selling.win", "playbooks.show"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.open",
        allowing: SellingFields.free + ["code", "playbook", "at", "reason", "policy"])
      let id = try openOpportunity(options, policies)
      try answer(id, &results)
    }
  }

  /// Opens an opportunity by the options of `selling.open`, with its first stage move.
  /// - Returns: its id.
  func openOpportunity(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> Int64 {
    let policy = try policies.selling(options["policy"])
    let playbook = try policies.playbook(options["playbook"], standing: policy.playbook)
    let at = try options.moment("at") ?? self.options.clock
    guard at <= self.options.clock else { throw ValidationError.future(at, self.options.clock) }
    let draft = try draft(options, playbook, at)
    return try requireSession().savepoint {
      let id =
        try draft.code == nil
        ? createNumbered(draft, policy.numbers)
        : requireSession().create(Opportunity.schema.entity, draft.values)
      let opened = try record(Opportunity.self, id: id)
      let desk = try SellingDesk(self, policies, opened, options)
      try requireEntry(desk)
      try desk.note(from: nil, to: draft.stage, at: at, reason: options.string("reason"))
      return id
    }
  }

  private func draft(
    _ options: NamedArguments, _ playbook: Playbook, _ at: Instant
  ) throws -> Opportunity {
    var draft = Opportunity(
      playbook: playbook.name, stage: playbook.stages[0].key, openedOn: at.day())
    draft.playbookVersion = playbook.version
    draft.updatedOn = at.day()
    draft.code = try options.string("code")
    for (slot, value) in try sellingFields(options) {
      try Opportunity.schema.set(&draft, slot: slot, to: value)
    }
    if let id = draft.customer {
      let customer = try record(Customer.self, id: id)
      draft.rep = draft.rep ?? customer.owner
      draft.region = draft.region ?? customer.region
    }
    try requireDays(of: draft)
    return draft
  }

  /// - Throws: `playbook.missing` where the first stage asks for more.
  private func requireEntry(_ desk: SellingDesk) throws {
    let row = try row(
      .integer(desk.opportunity.id), of: Opportunity.schema.entity, as: "opportunity")
    let unmet = try desk.playbook.unmetEntry(of: 0, row)
    guard unmet.isEmpty else {
      throw ValidationError(
        "playbook.missing",
        "an opportunity at \(desk.opportunity.stage) needs "
          + unmet.map(\.text).joined(separator: ", "),
        remedy: "give it on opening", field: "stage")
    }
  }

  private func defineRevising(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.revise",
        "selling.revise(opportunity, {amount =, expected_close = day, name =, customer =, product =, rep =, "
          + "region =, source =, lead =, competitor =, is_key =, at =, reason =, policy =})",
        "Sets what is known of an open opportunity and notes that its state was looked after. Another amount or "
          + "expected close is kept as a stage move within the stage.", returns: "opportunity",
        units: "amount: yuan, from 0",
        changes: "the opportunity's fields; a stage move where amount or expected close changes",
        errors: [
          "opportunity.closed", "opportunity.time", "opportunity.close",
          "opportunity.amount.range", "record.missing", "opportunity.competitor",
        ],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = selling.revise(deal(), {amount = wan(20), reason = \"fewer pieces\"})\n"
          + "  a, b = o.amount, o:stage_moves():count()\nend)\nreturn a, b",
        result: "money\"200000.00\"  2", seeAlso: ["selling.move", "selling.hygiene"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.revise", at: 1,
        allowing: SellingFields.free + ["at", "reason", "policy", "playbook"])
      let desk = try SellingDesk(self, policies, opportunity(arguments), options)
      try desk.requireOpen()
      let at = try desk.moment(options)
      try requireSession().savepoint { try revise(desk, options, at) }
      try answer(desk.opportunity.id, &results)
    }
  }

  private func revise(_ desk: SellingDesk, _ options: NamedArguments, _ at: Instant) throws {
    let old = desk.opportunity
    try amend(old, options, SellingFields.free, at)
    let new = try record(Opportunity.self, id: old.id)
    if new.amount != old.amount || new.expectedClose != old.expectedClose {
      try desk.note(from: old.stage, to: old.stage, at: at, reason: options.string("reason"))
    }
  }

  /// Writes the fields that a call names, and the day that the state was looked after.
  func amend(
    _ old: Opportunity, _ options: NamedArguments, _ names: [String], _ at: Instant
  ) throws {
    let entity = Opportunity.schema.entity
    try requireSession().set(
      entity, id: old.id,
      try sellingFields(options, names)
        + [(try entity.requireSlot(of: "updated_on"), .day(at.day()))])
    try requireDays(of: record(Opportunity.self, id: old.id))
  }
}
