import Lua
import SalesKernel
import SalesStore
import Values

/// `selling.deliver` and `selling.review`: what playbooks ask to be handed in.
extension ScriptHost {
  func defineDeliverables(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.deliver",
        "selling.deliver(opportunity, node, {document = text, by = rep, on = day, note = text, "
          + "playbook = table, policy =})",
        "Hands in what a node of the opportunity's playbook asks for; again, as a new version. By is the "
          + "opportunity's rep unless named.", returns: "deliverable",
        changes: "one new deliverable; the day the opportunity was updated on",
        errors: [
          "playbook.node", "opportunity.closed", "deliverable.day", "record.missing",
        ],
        example: "local a, b, c\nplan(function()\n" + Self.dealExample
          + "  local o = deal{playbook = \"director\"}\n"
          + "  local d = selling.deliver(o, \"lead_registered\", {document = \"lead-17.pdf\"})\n"
          + "  a, b, c = d.version, d.due_on, #selling.missing(o)\nend)\nreturn a, b, c",
        result: "1  date\"2026-07-01\"  2",
        seeAlso: ["selling.missing", "selling.review", "selling.compliance"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.deliver", at: 2,
        allowing: ["document", "by", "on", "note", "playbook", "policy"])
      let desk = try SellingDesk(self, policies, opportunity(arguments), options)
      if desk.opportunity.status == .lost { try desk.requireOpen() }
      let (stage, node) = try desk.playbook.node(try arguments.decode(1, as: String.self))
      var made = try desk.deliverable(
        node, of: stage, on: options.day("on") ?? self.options.clock.day())
      made.rep =
        try options["by"].map { try row($0, of: Rep.schema.entity, as: "by").id }
        ?? desk.opportunity.rep
      (made.document, made.note) = (try options.string("document"), try options.string("note"))
      let id = try requireSession().savepoint { try handIn(made, desk.opportunity) }
      try results.add(try binding(Deliverable.schema.entity).record(id))
    }
    try defineReview(policies)
    try definePassRate(policies)
  }

  /// - Returns: the deliverable's id.
  @discardableResult
  func handIn(_ made: Deliverable, _ opportunity: Opportunity) throws -> Int64 {
    let updated = max(made.doneOn, opportunity.updatedOn ?? made.doneOn)
    try set(Opportunity.self, opportunity.id, ["updated_on": .day(updated)])
    return try requireSession().create(Deliverable.schema.entity, made.values)
  }

  private func defineReview(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.review",
        "selling.review(deliverable, {role = word, passed = true or false, by = rep, on = day, note = text, "
          + "playbook = table, policy =})",
        "Notes the verdict of one role on the last version of a deliverable. A node with reviews is done once "
          + "every role of it has passed one version.", returns: "deliverable_review",
        changes: "one new review",
        errors: ["review.role", "review.done", "review.version", "review.day", "record.missing"],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = deal{playbook = \"keyaccount\"}\n"
          + "  local d = selling.deliver(o, \"need_diagnosis\")\n"
          + "  a = selling.review(d, {role = \"technical\", passed = false, note = \"no loads\"}).passed\n"
          + "  b = selling.deliver(o, \"need_diagnosis\").version\nend)\nreturn a, b",
        result: "false  2", seeAlso: ["selling.deliver", "selling.pass_rate"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.review", at: 1,
        allowing: ["role", "passed", "by", "on", "note", "playbook", "policy"])
      let item = try Deliverable(
        reading: row(arguments[0], of: Deliverable.schema.entity, as: "deliverable"))
      let opportunity = try record(Opportunity.self, id: item.opportunity)
      let desk = try SellingDesk(self, policies, opportunity, options)
      let on = try options.day("on") ?? self.options.clock.day()
      let role = try options.required("role", options.string("role"))
      let passed = try options.required("passed", options.bool("passed"))
      try desk.requireReviewable(item, role, on: on)
      var made = DeliverableReview(
        deliverable: item.id, role: role, passed: passed, reviewedOn: on)
      made.rep = try options["by"].map { try row($0, of: Rep.schema.entity, as: "by").id }
      made.note = try options.string("note")
      let id = try requireSession().create(DeliverableReview.schema.entity, made.values)
      try results.add(try binding(DeliverableReview.schema.entity).record(id))
    }
  }

  private func definePassRate(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.pass_rate", "selling.pass_rate{by = field, node = word, of = query}",
        "How often what was handed in passed its reviews, by a field of deliverables (node unless given): "
          + "reviewed, passed, share, first (versions 1), first_passed, first_share. A version counts once it "
          + "failed with one role or passed with all.", returns: "results",
        units: "shares: 0–1", errors: ["entity.field", "playbook.unknown"],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = deal{playbook = \"keyaccount\"}\n"
          + "  for i = 1, 2 do\n    local d = selling.deliver(o, \"contract_review\")\n"
          + "    for _, role in ipairs{\"legal\", \"finance\", \"csm\"} do\n"
          + "      selling.review(d, {role = role, passed = i == 2 or role ~= \"legal\"})\n    end\n  end\n"
          + "  local t = selling.pass_rate{node = \"contract_review\"}[1]\n"
          + "  a, b = t.share, t.first_share\nend)\nreturn a, b",
        result: "0.5  0.0", seeAlso: ["selling.review"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.pass_rate", allowing: ["by", "node", "of"])
      try results.add(Value.object(try passRates(options, policies)))
    }
  }

  private func passRates(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ResultTable {
    let by = try options.string("by") ?? "node"
    let entity = Deliverable.schema.entity
    let slot = try entity.requireSlot(of: by)
    let only = try options.string("node")
    let book = try ProcessBook(self, policies)
    let reviews = try Dictionary(grouping: records(DeliverableReview.self), by: \.deliverable)
    var rates: [FieldValue: PassRate] = [:]
    for opportunity in try opportunities(options) {
      for item in book.deliverables[opportunity.id] ?? [] where only == nil || only == item.node {
        let playbook = try book.playbook(of: opportunity)
        guard let node = try? playbook.node(item.node).node else { continue }
        let key = Deliverable.schema.value(of: item, slot: slot)
        rates[key, default: PassRate()].add(item.version, of: node, reviews[item.id] ?? [])
      }
    }
    let known = rates.filter { $0.value.reviewed > 0 }.sorted { $0.key.isOrdered(before: $1.key) }
    return ResultTable(
      columns: [.init(entity.fields[slot], of: entity)]
        + ["reviewed", "passed", "share", "first", "first_passed", "first_share"].map {
          .init($0, .number)
        },
      rows: known.map { key, rate in
        [
          key.scriptValue, .integer(Int64(rate.reviewed)), .integer(Int64(rate.passed)),
          rate.share.scriptValue, .integer(Int64(rate.first)),
          .integer(Int64(rate.firstPassed)), rate.firstShare.scriptValue,
        ]
      })
  }

  /// The opportunities that `of` names; all of them without it.
  func opportunities(_ options: NamedArguments) throws -> [Opportunity] {
    try opportunities(of: options.query("of", of: Opportunity.schema.entity))
  }

  func opportunities(of query: QueryObject?) throws -> [Opportunity] {
    let entity = Opportunity.schema.entity
    guard let query else { return try records(Opportunity.self) }
    var all: [Opportunity] = []
    try query.forEachBlock(reading: Array(entity.fields.indices)) { block, rows in
      for row in rows { all.append(try Opportunity(reading: block.reader(row))) }
      return true
    }
    return all
  }
}
