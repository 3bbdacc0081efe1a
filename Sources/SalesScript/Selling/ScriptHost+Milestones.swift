import Lua
import SalesKernel
import SalesStore
import Values

/// `selling.lay_milestones`, `selling.sign` and `selling.milestones`: delivery of what was sold, accepted by
/// signatures.
extension ScriptHost {
  func defineMilestones(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.lay_milestones", "selling.lay_milestones(opportunity, {on = day, policy =})",
        "Lays the milestones of delivering a won opportunity out, each with its criteria and its day. Gives the "
          + "table of selling.milestones.", returns: "results",
        changes: "one milestone for each of the policy",
        errors: ["milestone.status", "milestone.exists", "day.range"],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local t = selling.lay_milestones(selling.win(deal(), {outside = true}))\n"
          + "  a, b = #t, t[1].due_on\nend)\nreturn a, b",
        result: "5  date\"2026-07-15\"", seeAlso: ["selling.sign", "selling.milestones"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.lay_milestones", at: 1, allowing: ["on", "policy"])
      let policy = try policies.milestones(options["policy"])
      let item = try opportunity(arguments)
      try requireLayable(item)
      let on = try options.day("on") ?? self.options.clock.day()
      try requireSession().savepoint {
        for (index, step) in policy.steps.enumerated() {
          var made = Milestone(
            opportunity: item.id, position: Int64(index + 1), milestone: step.key,
            criteria: step.criteria.both)
          made.dueOn = try on.adding(days: Int(step.days))
          try requireSession().create(Milestone.schema.entity, made.values)
        }
      }
      try results.add(Value.object(try milestoneTable(item, policy)))
    }
    try defineSign(policies)
    try define(
      HelpEntry(
        "selling.milestones", "selling.milestones(opportunity, {policy =})",
        "The milestones of an opportunity in their order: position, milestone, title, criteria, due_on, done_on, "
          + "signed and missing (roles), late.", returns: "results",
        errors: ["record.missing", "policy.unknown"],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = selling.win(deal(), {outside = true})\n  selling.lay_milestones(o)\n"
          + "  local t = selling.milestones(o)\n"
          + "  a, b = t[5].milestone, t[5].missing\nend)\nreturn a, b",
        result: "\"go_live\"  \"sales, technical, customer\"", seeAlso: ["selling.sign"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.milestones", at: 1, allowing: ["policy"])
      let policy = try policies.milestones(options["policy"])
      try results.add(Value.object(try milestoneTable(opportunity(arguments), policy)))
    }
  }

  private func requireLayable(_ item: Opportunity) throws {
    let code = item.code ?? "\(item.id)"
    guard item.status == .won else {
      throw ValidationError(
        "milestone.status",
        "opportunity \(code) is \(item.status.rawValue), and only what was won is delivered",
        remedy: "win it first: selling.win", field: "status")
    }
    guard try related(Milestone.self, by: "opportunity", to: item.id).isEmpty else {
      throw ValidationError(
        "milestone.exists", "the milestones of opportunity \(code) are laid out already",
        remedy: "see selling.milestones(opportunity)")
    }
  }

  private func defineSign(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.sign",
        "selling.sign(opportunity, milestone, {role = word, by = rep or contact, on = day, note = text, policy =})",
        "Signs a milestone in one role, in the order of the milestones: a rep for us, a contact of the customer "
          + "for the customer. The last signature that it needs completes it, and hands the node of that word in "
          + "where the playbook has one.", returns: "milestone",
        changes: "one new signature; with the last one the milestone's day, and a deliverable",
        errors: [
          "milestone.word", "milestone.role", "milestone.signed", "milestone.turn",
          "milestone.day", "milestone.signer", "record.missing",
        ],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = selling.win(deal(), {outside = true})\n  selling.lay_milestones(o)\n"
          + "  local c = contacts:create{customer = 1, name = \"王工\"}\n"
          + "  a = selling.sign(o, \"need_confirmed\", {role = \"sales\", by = 2}).done_on\n"
          + "  selling.sign(o, \"need_confirmed\", {role = \"technical\", by = 3})\n"
          + "  b = selling.sign(o, \"need_confirmed\", {role = \"customer\", by = c}).done_on\n"
          + "end)\nreturn a, b",
        result: "nil  date\"2026-06-30\"", seeAlso: ["selling.lay_milestones"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.sign", at: 2, allowing: ["role", "by", "on", "note", "policy"])
      let policy = try policies.milestones(options["policy"])
      let item = try opportunity(arguments)
      let path = try milestonePath(item)
      let signature = try policy.signature(
        of: options.required("role", options.string("role")))
      let on = try options.day("on") ?? self.options.clock.day()
      let milestone = try path.require(
        try arguments.decode(1, as: String.self), role: signature.role, on: on)
      try requireSignable(on, item)
      var made = MilestoneSignature(
        milestone: milestone.id, role: signature.role, signedOn: on)
      made.note = try options.string("note")
      try sign(&made, signature.side, options["by"], item)
      let done = path.doneOn(milestone, with: signature.role, on: on, policy)
      try requireSession().savepoint {
        try requireSession().create(MilestoneSignature.schema.entity, made.values)
        guard let done else { return }
        try set(Milestone.self, milestone.id, ["done_on": .day(done)])
        try handIn(milestone, done, item, policies)
      }
      try results.add(try binding(Milestone.schema.entity).record(milestone.id))
    }
  }

  /// - Throws: `milestone.day` for a day before the sale, or to come.
  private func requireSignable(_ day: Day, _ item: Opportunity) throws {
    let today = options.clock.day()
    guard day <= today, day >= item.closedOn ?? day else {
      throw ValidationError(
        "milestone.day",
        day > today
          ? "\(day) is still to come: it is \(today)"
          : "\(day) is before the opportunity was won on \(item.closedOn ?? day)",
        remedy: "give the day of the signature", field: "on")
    }
  }

  /// Who signs: one of ours, or a contact of the opportunity's customer.
  /// - Throws: `milestone.signer`, `record.missing`.
  private func sign(
    _ made: inout MilestoneSignature, _ side: MilestonePolicy.Side, _ by: Value?,
    _ item: Opportunity
  ) throws {
    guard let by else {
      throw ArgumentError(
        "nobody signs", code: "milestone.signer",
        remedy: side == .ours ? "give by = a rep" : "give by = a contact of the customer")
    }
    switch side {
    case .ours: made.rep = try row(by, of: Rep.schema.entity, as: "by").id
    case .customer:
      let contact = try Contact(reading: row(by, of: Contact.schema.entity, as: "by"))
      if let customer = item.customer, contact.customer != customer {
        throw ValidationError(
          "milestone.signer",
          "contact \(contact.id) (\(contact.name)) is of customer \(contact.customer), not of "
            + "customer \(customer)",
          remedy: "let a contact of the opportunity's customer sign", field: "by")
      }
      made.contact = contact.id
    }
  }

  /// Hands the playbook's node of the milestone's word in, unless that was done.
  private func handIn(
    _ milestone: Milestone, _ day: Day, _ item: Opportunity, _ policies: EnginePolicies
  ) throws {
    guard policies.playbookNames().contains(item.playbook) else { return }
    let desk = try SellingDesk(self, policies, item, NamedArguments("selling.sign"))
    guard let (stage, node) = try? desk.playbook.node(milestone.milestone),
      try !desk.deliverables.contains(where: { $0.node == node.key })
    else { return }
    var made = try desk.deliverable(node, of: stage, on: day)
    (made.rep, made.document) = (item.rep, "milestone \(milestone.milestone)")
    try handIn(made, item)
  }

  private func milestonePath(_ item: Opportunity) throws -> MilestonePath {
    let milestones = try related(Milestone.self, by: "opportunity", to: item.id)
    return MilestonePath(
      item.code ?? "\(item.id)", milestones,
      try milestones.flatMap {
        try related(MilestoneSignature.self, by: "milestone", to: $0.id)
      })
  }

  private func milestoneTable(
    _ item: Opportunity, _ policy: MilestonePolicy
  ) throws -> ResultTable {
    let (path, today) = (try milestonePath(item), options.clock.day())
    return ResultTable(
      columns: [
        .init("position", .number), .init("milestone"), .init("title"), .init("criteria"),
        .init("due_on"), .init("done_on"), .init("signed"), .init("missing"),
        .init("late", .bool),
      ],
      rows: path.milestones.map { milestone in
        [
          .integer(milestone.position), .string(milestone.milestone),
          .string(policy.title(of: milestone.milestone).both), .string(milestone.criteria),
          milestone.dueOn.scriptValue, milestone.doneOn.scriptValue,
          .string(path.signatures(of: milestone).map(\.role).joined(separator: ", ")),
          .string(path.missing(milestone, policy).joined(separator: ", ")),
          .bool(milestone.dueOn.map { $0 < milestone.doneOn ?? today } ?? false),
        ]
      })
  }
}
