import Lua
import SalesKernel
import SalesStore
import Values

/// `service.improve`, `service.effect`, `service.verify`: measures against causes, and whether they worked.
extension ScriptHost {
  /// An improvement of the example company against 6 tickets in 6 months, one of them since.
  static let improvementExample = """
    local function improvement()
      for i = 1, 6 do
        tickets:create{kind = "complaint", subject = "rust", step = "improved", state = "closed", reopened = 0,
          root_cause = "packaging", opened_at = instant"2026-04-30T10:00" - days(i * 25 - 30)}
      end
      return service.improve{cause = "packaging", measure = "sealed bags", effective_on = date"2026-04-30"}
    end

    """

  func defineImprovements(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.improve",
        "service.improve{cause = word, measure = text, title = text, owner = rep, started_on = day, "
          + "effective_on = day, code =, note =, policy =}",
        "Notes what is done against a root cause. Gives the improvement.", returns: "improvement",
        units: "started_on: the run's day unless given, or the day of effect where that is earlier",
        changes: "one new improvement",
        errors: ["ticket.cause", "improvement.order", "record.missing", "record.duplicate"],
        example: "local s\nplan(function()\n" + Self.improvementExample
          + "  s = improvement().state\nend)\nreturn s",
        result: "\"effective\"", seeAlso: ["service.causes", "service.effect", "service.verify"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.improve",
        allowing: [
          "cause", "measure", "title", "owner", "started_on", "effective_on", "code", "note",
          "policy",
        ])
      let id = try improve(options, try policies.desk(options["policy"]).policy)
      try results.add(try binding(Improvement.schema.entity).record(id))
    }
    try defineEffect(policies)
    try defineVerifying(policies)
  }

  private func improve(_ options: NamedArguments, _ policy: DeskPolicy) throws -> Int64 {
    let cause = try options.required("cause", options.string("cause"))
    try policy.causes.require(cause)
    let (today, effective) = (self.options.clock.day(), try options.day("effective_on"))
    var draft = Improvement(
      cause: cause, measure: try options.required("measure", options.string("measure")),
      startedOn: try options.day("started_on") ?? min(today, effective ?? today))
    if let effective, effective < draft.startedOn {
      throw ValidationError(
        "improvement.order",
        "it takes effect on \(effective), before it was started on \(draft.startedOn)",
        remedy: "give the earlier day as started_on", field: "effective_on")
    }
    draft.effectiveOn = effective
    if let effective, effective <= today { draft.state = .effective }
    draft.title = try options.string("title")
    draft.note = try options.string("note")
    draft.owner = try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id }
    draft.code = try options.string("code")
    let code = draft.code
    return try requireSession().savepoint {
      try code == nil
        ? createNumbered(draft, policy.improvements.number)
        : requireSession().create(Improvement.schema.entity, draft.values)
    }
  }

  private func defineEffect(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.effect", "service.effect(improvement, {as_of = day, policy =})",
        "Whether an improvement worked: tickets of its cause before and after it took effect, per 30 days and per "
          + "orders; drop, chance and works; months (month, phase, tickets, orders, per_orders); and why. Tickets "
          + "whose cause is not found yet do not count: ask when they are.", returns: "report",
        units:
          "drop: a share, 0.4 for 40 % fewer; chance: that so few would come were nothing changed, by the exact "
          + "conditional test of two Poisson rates over days, one-sided; works: chance up to the policy's limit",
        errors: ["improvement.effective", "record.missing", "policy.unknown"],
        example: "local e\nplan(function()\n" + Self.improvementExample
          + "  e = service.effect(improvement())\nend)\nreturn e.days_before, e.days_after, #e.months",
        result: "182  62  10", seeAlso: ["service.improve", "service.verify", "service.causes"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.effect", at: 1, allowing: ["as_of", "policy"])
      let policy = try policies.desk(options["policy"]).policy
      let book = try EffectBook(
        self, improvement(try arguments[0]), policy,
        upto: try options.day("as_of") ?? self.options.clock.day())
      try results.add(Value.object(Self.effectReport(book, policy.improvements)))
    }
  }

  private func improvement(_ value: Value) throws -> Improvement {
    try Improvement(reading: row(value, of: Improvement.schema.entity, as: "improvement"))
  }

  private static func effectReport(
    _ book: EffectBook, _ policy: ImprovementPolicy
  ) -> ReportObject {
    let (change, orders) = (book.change, book.byOrders)
    let works = change.chance.map { $0 <= policy.significance }
    func monthly(_ rate: Double?) -> Value { Value(rate.map { $0 * 30 }) }
    func ordered(_ rate: Double?) -> Value { Value(rate.map { $0 * Double(policy.perOrders) }) }
    return ReportObject([
      .init("improvement", .string(book.improvement.name)),
      .init("cause", .string(book.improvement.cause)),
      .init("effective_on", .scalar(book.effective.scalar)),
      .init("as_of", .scalar(book.upto.scalar)),
      .init("before", Value(change.before)), .init("after", Value(change.after)),
      .init("days_before", Value(change.exposureBefore)),
      .init("days_after", Value(change.exposureAfter)),
      .init("per_30_days_before", monthly(change.rateBefore)),
      .init("per_30_days_after", monthly(change.rateAfter)),
      .init("per_orders", Value(policy.perOrders)),
      .init("per_orders_before", ordered(orders.rateBefore)),
      .init("per_orders_after", ordered(orders.rateAfter)),
      .init("drop", Value(change.drop)), .init("chance", Value(change.chance)),
      .init("chance_by_orders", Value(orders.chance)),
      .init("works", works.map { .bool($0) } ?? .nil),
      .init("months", .object(table(of: book, policy))),
      .init("why", .object(WhyObject(explain(book, policy, works: works))), text: ""),
    ])
  }

  private static func table(of book: EffectBook, _ policy: ImprovementPolicy) -> ResultTable {
    ResultTable(
      columns: [.init("month"), .init("from"), .init("phase")]
        + ["tickets", "orders", "per_orders"].map { .init($0, .number) },
      rows: book.months.map { month in
        let rate =
          month.orders == 0
          ? nil : Double(month.tickets) * Double(policy.perOrders) / Double(month.orders)
        return [
          .string(Grain.month.text(of: month.first)), .scalar(month.first.scalar),
          .string(month.isAfter ? "after" : "before"), Value(month.tickets), Value(month.orders),
          Value(rate),
        ]
      })
  }

  private static func explain(
    _ book: EffectBook, _ policy: ImprovementPolicy, works: Bool?
  ) -> Explanation {
    let change = book.change
    return Explanation(
      "works", .step, value: works.map { .bool($0) } ?? .null,
      reason: change.chance.map {
        "\(change.after) of \(change.before + change.after) tickets in \(change.exposureAfter) of "
          + "\(change.exposureBefore + change.exposureAfter) days: so few or fewer would come with a chance of "
          + "\(ShareText.of($0)) were nothing changed; the limit is \(ShareText.of(policy.significance))"
      } ?? "there are no tickets of the cause",
      source: policy.source,
      children: [
        Explanation(
          "before", .input, value: .integer(Int64(change.before)),
          reason: "opened from \(book.from) to the day before \(book.effective)"),
        Explanation(
          "after", .input, value: .integer(Int64(change.after)),
          reason: "opened from \(book.effective) to \(book.upto)"),
        Explanation(
          "by orders", .step, value: book.byOrders.chance.map(FieldValue.number) ?? .null,
          reason:
            "the same over \(book.byOrders.exposureBefore) and \(book.byOrders.exposureAfter) orders"
        ),
      ])
  }

  private func defineVerifying(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.verify", "service.verify(improvement, {as_of = day, policy =})",
        "Judges an improvement by its effect: verified where so few tickets would hardly come by chance, else failed. "
          + "Gives the improvement.", returns: "improvement",
        units: "as_of: the run's day unless given", changes: "state, verified_on and note of it",
        errors: ["improvement.effective", "improvement.early", "record.missing"],
        example: "local s\nplan(function()\n" + Self.improvementExample
          + "  s = service.verify(improvement()).verified_on\nend)\nreturn s",
        result: "date\"2026-06-30\"", seeAlso: ["service.effect", "service.improve"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.verify", at: 1, allowing: ["as_of", "policy"])
      let policy = try policies.desk(options["policy"]).policy
      let day = try options.day("as_of") ?? self.options.clock.day()
      let book = try EffectBook(self, improvement(try arguments[0]), policy, upto: day)
      try verify(book, policy.improvements)
      try results.add(try binding(Improvement.schema.entity).record(book.improvement.id))
    }
  }

  /// - Throws: `improvement.early`.
  private func verify(_ book: EffectBook, _ policy: ImprovementPolicy) throws {
    let days = book.change.exposureAfter
    guard days >= policy.leastDays else {
      throw ValidationError(
        "improvement.early",
        "improvement \(book.improvement.name) has been in effect for \(days.text("day")) by \(book.upto)",
        remedy: "judge it after \(policy.leastDays.text("day"))", field: "effective_on")
    }
    let works = book.change.chance.map { $0 <= policy.significance } ?? false
    let why = Self.explain(book, policy, works: works)
    try set(
      Improvement.self, book.improvement.id,
      [
        "state": (works ? Improvement.State.verified : .failed).fieldValue,
        "verified_on": .day(book.upto), "note": .text(why.reason ?? ""),
      ])
  }
}
