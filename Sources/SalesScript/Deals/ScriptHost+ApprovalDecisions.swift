import Lua
import SalesKernel
import SalesStore
import Values

/// Requests for approval and the decisions on them.
extension ScriptHost {
  func defineDecisions(on policies: EnginePolicies) throws {
    let example =
      "local status\nplan(function()\n  local boss = reps:create{name = \"经理\", role = \"sales_manager\"}\n"
      + "  local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1}}}\n"
      + "  approval.request{quote = q}\n"
    try define(
      HelpEntry(
        "approval.request", "approval.request{quote = q, policy = name or table}",
        "Asks for the decisions that a draft quote needs. What was approved of the version before and has "
          + "not changed stays approved. A discount beyond every limit of the chain is refused.",
        returns: "quote",
        changes: "the quote's status and its approvals",
        errors: ["quote.status", "approval.beyond", "policy.unknown"],
        example: example + "  status = q.status\nend)\nreturn status", result: "\"pending\"",
        seeAlso: ["approval.approve", "approval.what_if"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "approval.request", allowing: ["quote", "policy"])
      let quote = try self.quote(options["quote"])
      try policies.quotes().require(quote.code ?? "", from: quote.status ?? .draft, to: .pending)
      let policy = try policies.approvals(options["policy"])
      try requireSession().savepoint { try request(quote, policy) }
      try results.add(try binding(Quote.schema.entity).record(quote.id))
    }
    try defineDecision(
      "approve", .approved,
      example + "  status = approval.approve{quote = q, by = boss}.status\nend)\nreturn status")
    try defineDecision(
      "reject", .rejected,
      example
        + "  status = approval.reject{quote = q, by = boss, reason = \"too cheap\"}.status\nend)\nreturn status"
    )
  }

  private func request(_ quote: Quote, _ policy: ApprovalPolicy) throws {
    let item = try approvalCase(of: quote)
    try policy.requireAllowed(item, "quote \(quote.code ?? "")")
    let before = try quote.revises.map { try approvals(of: $0) } ?? []
    let all = try policy.decisions(
      on: quote.id, item, before: before, at: options.clock)
    try setQuote(quote.id, .pending)
    for approval in all { try requireSession().create(Approval.schema.entity, approval.values) }
    for old in before where old.status == .waiting { try set(old, status: .void, [:]) }
    if !all.contains(where: { $0.status == .waiting }) { try setQuote(quote.id, .approved) }
  }

  private func defineDecision(
    _ verb: String, _ status: Approval.Status, _ example: String
  ) throws {
    try define(
      HelpEntry(
        "approval.\(verb)", "approval.\(verb){quote = q, by = rep, role =, reason = text}",
        "Decides a waiting approval of a quote in the rep's role, or in one delegated to the rep.",
        returns: "approval",
        changes: "the approval, and the quote's status where it is the last or a rejection",
        errors: [
          "approval.turn", "approval.own", "approval.role", "approval.reason", "approval.none",
        ],
        example: example, result: "\"\(status.rawValue)\"",
        seeAlso: ["approval.request", "approval.what_if"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "approval.\(verb)", allowing: ["quote", "by", "role", "reason"])
      let quote = try self.quote(options["quote"])
      let rep = try Rep(reading: row(options["by"], of: Rep.schema.entity, as: "by"))
      let reason = try options.string("reason")
      if status == .rejected, (reason ?? "").isEmpty {
        throw ArgumentError(
          "a quote is rejected for a reason", code: "approval.reason",
          remedy: "give reason = \"…\"")
      }
      let (approval, owner) = try decidable(quote, by: rep, role: try options.string("role"))
      try requireSession().savepoint {
        try set(
          approval, status: status,
          [
            "rep": .integer(rep.id), "on_behalf_of": owner.map(FieldValue.integer) ?? .null,
            "decided_at": .instant(self.options.clock),
            "reason": reason.map(FieldValue.text) ?? .null,
          ])
        let rest = try approvals(of: quote.id).filter { $0.status == .waiting }
        if status == .rejected {
          for other in rest { try set(other, status: .void, [:]) }
          try setQuote(quote.id, .rejected, reason: reason)
        } else if rest.isEmpty {
          try setQuote(quote.id, .approved)
        }
      }
      try results.add(try binding(Approval.schema.entity).record(approval.id))
    }
  }

  /// The waiting approval that a rep may decide now, and who delegated it.
  private func decidable(
    _ quote: Quote, by rep: Rep, role: String?
  ) throws -> (Approval, owner: Int64?) {
    let waiting = try approvals(of: quote.id).filter { $0.status == .waiting }
    guard let first = waiting.first else {
      throw ArgumentError(
        "quote \(quote.code ?? "") has no decision waiting", code: "approval.none",
        remedy: "ask with approval.request{quote = …}")
    }
    guard quote.rep != rep.id else {
      throw ArgumentError(
        "\(rep.name) made quote \(quote.code ?? "") and cannot decide on it", code: "approval.own",
        remedy: "let another approver decide")
    }
    let held = try heldRoles(of: rep, on: options.clock.day())
    let mine = waiting.compactMap { item -> (Approval, owner: Int64?)? in
      guard role == nil || role == item.role else { return nil }
      return held.first { $0.mayDecide(item, on: quote) }.map { (item, $0.owner) }
    }
    guard let choice = mine.first else {
      let wanted = waiting.map(\.role).joined(separator: ", ")
      throw ArgumentError(
        "\(rep.name) (\(rep.role ?? "no role")) decides none of \(wanted)", code: "approval.role",
        remedy: "set the rep's role, or delegate: approval.delegate{…}")
    }
    guard choice.0.step == first.step else {
      let before = waiting.filter { $0.step < choice.0.step }.map(\.role)
      throw ArgumentError(
        "it is not yet the turn of \(choice.0.role): \(before.joined(separator: ", ")) decide first",
        code: "approval.turn", remedy: "wait for them")
    }
    return choice
  }

  private func set(
    _ approval: Approval, status: Approval.Status, _ more: [String: FieldValue]
  ) throws {
    let entity = Approval.schema.entity
    var values = [(try entity.requireSlot(of: "status"), FieldValue.text(status.rawValue))]
    for (name, value) in more.sorted(by: { $0.key < $1.key }) where !value.isNull {
      values.append((try entity.requireSlot(of: name), value))
    }
    try requireSession().set(entity, id: approval.id, values.map { (slot: $0.0, value: $0.1) })
  }
}
