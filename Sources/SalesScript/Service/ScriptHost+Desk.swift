import Lua
import SalesKernel
import SalesStore
import Values

/// `service`: tickets, from opening to what is learnt from them.
extension ScriptHost {
  func defineDesk(_ policies: EnginePolicies) throws {
    try defineTicketOpening(policies)
    try defineTicketMoves(policies)
    try defineTicketFields(policies)
    try defineTicketHolds(policies)
    try defineTicketClocks(policies)
    try defineTicketSLA(policies)
    try defineTicketBreaches(policies)
    try defineTicketSweep(policies)
    try defineTicketMerging(policies)
    try defineServiceQuality(policies)
    try defineCauses(policies)
    try defineImprovements(policies)
  }

  /// Opens a ticket of the example company; customer 1 is of level C.
  static let ticketExample = """
    local function ticket(more)
      local t = {kind = "complaint", customer = 1, channel = "email", class = "quality", subject = "cracked heads",
        at = instant"2026-06-29T10:00"}
      for name, value in pairs(more or {}) do t[name] = value end
      return service.open(t)
    end

    """

  private func defineTicketOpening(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.open",
        "service.open{kind = word, subject = text, customer =, channel = word, class = word, grade = word, contact =, "
          + "order =, product =, contract =, owner =, team = word, code =, note =, at = instant, reason =, policy =}",
        "Opens a ticket in the first step of its kind, numbered unless code is given, with its first move. The level "
          + "is the customer's; team and owner are by the policy unless given: the customer's owner, else the rep of "
          + "the team with the fewest open tickets. Gives the ticket.", returns: "ticket",
        units: "at: now unless given", changes: "one new ticket and its first move",
        errors: [
          "ticket.kind", "ticket.channel", "ticket.class", "ticket.grade", "ticket.team",
          "ticket.customer", "ticket.future", "record.missing", "record.duplicate",
        ],
        example: "local t\nplan(function()\n" + Self.ticketExample
          + "  t = ticket()\n  t = {t.step, t.team, t.level == customers:get(1).level, t:ticket_moves():count()}\n"
          + "end)\nreturn t[1], t[2], t[3], t[4]",
        result: "\"recorded\"  \"quality\"  true  1",
        seeAlso: ["service.move", "service.respond", "service.clocks", "service.duplicates"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.open", allowing: Self.openFields + ["at", "reason", "policy"])
      try answer(try openTicket(options, try policies.desk(options["policy"]).policy), &results)
    }
  }

  private static let openFields = [
    "kind", "subject", "customer", "channel", "class", "grade", "contact", "order", "product",
    "contract", "owner", "team", "code", "note",
  ]

  private func openTicket(_ options: NamedArguments, _ policy: DeskPolicy) throws -> Ticket {
    let kind = try policy.kind(options.required("kind", options.string("kind")))
    let subject = try options.required("subject", options.string("subject"))
    let at = try ticketMoment(options)
    var draft = Ticket(kind: kind.key, subject: subject, step: kind.steps[0].key, openedAt: at)
    for (slot, value) in try ticketFields(options, Self.openFields) {
      try Ticket.schema.set(&draft, slot: slot, to: value)
    }
    try joinCustomer(&draft)
    try policy.require(draft)
    draft.team = try draft.team ?? policy.team(for: draft.reader).team
    draft.owner = try draft.owner ?? ticketOwner(of: draft, policy).owner
    return try requireSession().savepoint {
      let id =
        try draft.code == nil
        ? createNumbered(draft, policy.number)
        : requireSession().create(Ticket.schema.entity, draft.values)
      try note(
        TicketMove(ticket: id, movedAt: at, step: draft.step), from: nil, options.string("reason"))
      return try record(Ticket.self, id: id)
    }
  }

  /// The customer that order, contract and contact are of, and its level.
  /// - Throws: `ticket.customer` where they are of another.
  private func joinCustomer(_ draft: inout Ticket) throws {
    let others: [(String, Int64?)] = [
      ("order", try draft.order.map { try record(Order.self, id: $0).customer }),
      ("contract", try draft.contract.map { try record(Contract.self, id: $0).customer }),
      ("contact", try draft.contact.map { try record(Contact.self, id: $0).customer }),
    ]
    for case (let name, let customer?) in others {
      guard customer == draft.customer ?? customer else {
        throw ValidationError(
          "ticket.customer",
          "the \(name) is of customer \(customer), the ticket of customer \(draft.customer ?? 0)",
          remedy: "give the customer of the \(name), or leave it out", field: name)
      }
      draft.customer = customer
    }
    if let id = draft.customer { draft.level = try record(Customer.self, id: id).level }
  }

  // MARK: Team and owner

  /// Who answers for a ticket, and why.
  func ticketOwner(
    of ticket: Ticket, _ policy: DeskPolicy
  ) throws -> (owner: Int64?, why: Explanation) {
    let day = options.clock.day()
    if policy.ownerFirst,
      let customer = try ticket.customer.map({ try record(Customer.self, id: $0) }),
      let owner = try customer.owner.map({ try record(Rep.self, id: $0) }), owner.isWithUs(on: day)
    {
      return (
        owner.id,
        Explanation(
          "owner", .step, value: .integer(owner.id),
          reason: "\(owner.name), owner of customer \(customer.id)", source: policy.header.source)
      )
    }
    let candidates = try ticketCandidates(policy.assignment, but: ticket.id)
    let (chosen, why) = try policy.assignment.choose(
      for: ticket.reader, among: candidates, on: day)
    return (chosen.map { candidates[$0].rep.id }, why)
  }

  /// Reps with the tickets that they have, by id.
  private func ticketCandidates(
    _ assignment: OwnerAssignment, but id: Int64
  ) throws -> [OwnerAssignment.Candidate] {
    var loads: [Int64: Int] = [:]
    let query = try query(Ticket.self)
    let (owner, state) = (try query.slot("owner"), try query.slot("state"))
    try query.forEachBlock(reading: [owner, state]) { block, rows in
      for row in rows where block.ids[row] != id {
        guard case .integer(let rep) = try block.value(row, owner),
          case .text(let word) = try block.value(row, state), assignment.load.contains(word)
        else { continue }
        loads[rep, default: 0] += 1
      }
      return true
    }
    return try records(Rep.self).map { .init($0, load: loads[$0.id] ?? 0) }
  }

  func explainTicketTeam(_ row: BlockRow) throws -> Explanation {
    try EnginePolicies(self).desk().policy.team(for: row).why
  }

  /// Who would get a ticket now, were it without an owner.
  func explainTicketOwner(_ row: BlockRow) throws -> Explanation {
    try ticketOwner(of: Ticket(reading: row), EnginePolicies(self).desk().policy).why
  }
}
