import Lua
import SalesKernel
import SalesStore
import Values

/// `service`: what a level is entitled to, and when customers are to be visited.
extension ScriptHost {
  func defineVisits(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.standard", "service.standard(level)",
        "The service of a level: manager, visits, visit_months, support, delivery, price, "
          + "further_discount, value_added.", returns: "report",
        units: "further_discount: a share 0–1", errors: ["policy.unknown"],
        example: "local s = service.standard(\"A\")\nreturn s.visit_months, s.manager.zh",
        result: "1  \"专属客户经理（1对1）\"", seeAlso: ["service.next_visit", "strategy.card"])
    ) { [unowned self] arguments, results in
      let level = try arguments.decode(0, as: String.self)
      let policy = try policies.service()
      guard let standard = policy.standard(for: level) else {
        throw unknown("level", level, among: policy.standards.map(\.level))
      }
      try results.add(Value.object(standard.object))
    }
    try define(
      HelpEntry(
        "service.next_visit", "service.next_visit(customer[, as_of])",
        "When a customer is to be visited next: due, days_late and why; nil where visits are on "
          + "demand.", returns: "report",
        units: "days_late: days past due, negative before; as_of: the run's day unless given",
        errors: ["day.range"],
        example:
          "local v = service.next_visit(customers:where{level = \"A\"}:first())\nreturn v.due - "
          + "v.days_late * days(-1) == today()",
        result: "true", seeAlso: ["service.visits_due", "service.standard"])
    ) { [unowned self] arguments, results in
      let row = try customer(arguments, of: "service.next_visit")
      let today = try arguments.decode(1, as: Day?.self) ?? options.clock.day()
      guard let visit = try nextVisit(of: row, by: policies.service(), asOf: today) else {
        return try results.add(Value.nil)
      }
      try results.add(
        Value.object(
          ReportObject([
            .init("due", .scalar(visit.due.scalar)),
            .init("days_late", .integer(Int64(visit.daysLate))),
            .init(why: visit.explanation),
          ])))
    }
    try defineVisitsDue(policies)
  }

  private func defineVisitsDue(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.visits_due", "service.visits_due{by = date, of = query, limit = n}",
        "The visits that are due up to a day, the longest overdue first: id, code, name, level, "
          + "owner, last_visit, due, days_late.", returns: "results",
        units: "by: the run's day unless given; limit: rows shown, 1,000 unless given",
        errors: ["day.range"],
        example:
          "local t = service.visits_due{by = today() + days(30)}\nreturn #t > 0, t[1].days_late "
          + ">= t[#t].days_late",
        result: "true  true", seeAlso: ["service.next_visit"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.visits_due", allowing: ["by", "of", "limit"])
      let limit = try options.integer("limit") ?? 1000
      guard limit >= 0 else { throw ArgumentError("limit: expected n ≥ 0, got \(limit)") }
      let today = self.options.clock.day()
      let plan = VisitPlan(
        policy: try policies.service(), today: today, until: try options.day("by") ?? today)
      let table = try visitsDue(plan, of: try customers(options, "of"), limit: Int(clamping: limit))
      try results.add(Value.object(table))
    }
  }

  /// One customer's next visit, from its last visit or its start.
  func nextVisit(
    of row: BlockRow, by policy: ServicePolicy, asOf today: Day
  ) throws -> VisitDue? {
    guard let level = try row.text("level"), let standard = policy.standard(for: level) else {
      return nil
    }
    let slots = VisitSlots()
    var last: Day?
    let selection = Selection(
      Activity.schema.entity,
      equals: [(slots.customer, .integer(row.id)), (slots.kind, .text(VisitSlots.visit))])
    try requireSession().forEachBlock(selection, slots: [slots.at]) { block in
      for row in 0..<block.count {
        guard case .instant(let at) = try block.value(row, slots.at) else { continue }
        let day = at.day()
        if day <= today { last = max(last ?? day, day) }
      }
      return true
    }
    return try standard.nextVisit(last: last, since: try row.day("created_on"), asOf: today)
  }
}

extension ServiceStandard {
  var object: ReportObject {
    ReportObject([
      .init("level", .string(level)), .init("manager", manager), .init("visits", visits),
      .init("visit_months", visitMonths.map { .integer(Int64($0)) } ?? .nil),
      .init("support", support), .init("delivery", delivery), .init("price", price),
      .init("further_discount", share: furtherDiscount.double),
      .init("value_added", valueAdded), .init("source", .string(source)),
    ])
  }
}
