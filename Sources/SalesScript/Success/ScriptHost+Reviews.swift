import Lua
import SalesKernel
import SalesStore
import Values

/// `success.review`, `success.reviews_due` and `success.open_reviews`.
extension ScriptHost {
  func defineReviews(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.review", "success.review(customer, {from = day, to = day, policy =})",
        "The pack of a business review: bought (against the period before), products, delivered (on time), solved "
          + "(tickets), satisfaction, health, value (created), open, milestones, renewals, opportunities; save it as "
          + ".html.", returns: "report",
        units:
          "from: the first day of to's quarter unless given, the year's for a yearly summary; to: the run's day unless "
          + "given; on time: by the contract's day, else the product's lead time",
        errors: ["success.day", "record.missing", "success.reading"],
        example: """
          local r = success.review(1, {from = date"2025-07-01"})
          return r.bought.orders == customers:get(1):orders():where("ordered_on >= date'2025-07-01'"):count()
          """, result: "true",
        seeAlso: ["success.reviews_due", "report:save", "loyalty.retention"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.review", at: 1, allowing: ["from", "to", "policy"])
      let desk = try SuccessDesk(self, policies, options)
      let to = try options.day("to") ?? desk.today
      let from = try options.day("from") ?? to.startOfQuarter
      guard from <= to, to <= desk.today else {
        throw ArgumentError(
          "a review from \(from) to \(to) cannot be made on \(desk.today)", code: "success.day",
          remedy: "give a period that is over, the earlier day as from")
      }
      let customer = try Customer(
        reading: row(try arguments[0], of: Customer.schema.entity, as: "customer"))
      let pack = ReviewPack(host: self, desk: desk, customer: customer, from: from, to: to)
      try results.add(Value.object(try pack.report()))
    }
    try defineReviewsDue(policies)
  }

  private func defineReviewsDue(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.reviews_due", "success.reviews_due{as_of = day, of = query, policy =}",
        "Customers whose level is reviewed and who have had no review in the period yet: customer, name, level, manager, "
          + "every, period, ends_on, last (period reviewed).", returns: "results",
        units:
          "as_of: the run's day unless given; a review took place once its meeting's task is done",
        errors: ["day.range"],
        example:
          "return #success.reviews_due{} == customers:where(\"level == 'A' or level == 'B' or level == 'C'\"):count()",
        result: "true", seeAlso: ["success.open_reviews", "success.review"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.reviews_due", allowing: ["as_of", "of", "policy"])
      let desk = try SuccessDesk(self, policies, options)
      let due = try dueReviews(
        desk, of: try LoyaltyQuestion.customers(options, self),
        on: try options.day("as_of") ?? desk.today)
      try results.add(Value.object(Self.table(of: due)))
    }
    try define(
      HelpEntry(
        "success.open_reviews", "success.open_reviews{of = query, policy =}",
        "Opens the tasks of each review that is due in this period, once: its preparation and its meeting.",
        returns: "table",
        units: "reviews: due; tasks: new ones; from the last day of the period",
        changes: "tasks about the customers", errors: ["day.range"],
        example: """
          local first, again
          plan(function()
            local of = customers:where{level = "A"}
            first = success.open_reviews{of = of}
            again = success.open_reviews{of = of}
          end)
          return first.tasks == 2 * first.reviews, again.tasks
          """, result: "true  0", seeAlso: ["success.reviews_due", "inbox.due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.open_reviews", allowing: ["of", "policy"])
      let desk = try SuccessDesk(self, policies, options)
      let due = try dueReviews(
        desk, of: try LoyaltyQuestion.customers(options, self), on: desk.today)
      let tasks = try requireSession().savepoint {
        try due.reduce(0) { sum, review in
          let subject = try desk.subject(
            Customer.schema.entity, review.customer, of: review.customer)
          return sum
            + (try desk.open(
              desk.policy.reviews.list, subject, on: review.end, mark: review.period))
        }
      }
      try results.add(
        Table(fields: [("reviews", Value(due.count)), ("tasks", Value(tasks))]))
    }
  }

  private struct DueReview {
    let customer: Int64
    let name: String
    let level: String
    let manager: Int64?
    let every: Grain
    let period: String
    let end: Day
    let last: String?
  }

  private func dueReviews(
    _ desk: SuccessDesk, of query: QueryObject?, on day: Day
  ) throws -> [DueReview] {
    let rules = desk.policy.reviews
    let held = try heldReviews(rules, by: day)
    let entity = Customer.schema.entity
    let table = try requireSession().columns(
      of: try (query ?? self.query(Customer.self)).resolved(),
      slots: try ["level", "name", "csm"].map { try entity.requireSlot(of: $0) },
      poll: state.checkStop)
    let levels = table.columns[0].distinctTexts
    var due: [DueReview] = []
    for (place, level) in levels.enumerated() {
      guard let rhythm = rules.rhythm(of: level) else { continue }
      let start = try rhythm.every.start(of: day)
      let (period, end) = (rhythm.every.text(of: start), try rhythm.every.last(of: start))
      for row in 0..<table.count where table.columns[0].code(row) == place + 1 {
        let reviews = held[table.ids[row]] ?? []
        if reviews.contains(period) { continue }
        due.append(
          DueReview(
            customer: table.ids[row], name: table.columns[1].value(row).scriptValue.plain,
            level: level, manager: table.columns[2].bits(row), every: rhythm.every,
            period: period, end: end, last: reviews.max()))
      }
    }
    return due.sorted { ($0.end, $0.level, $0.customer) < ($1.end, $1.level, $1.customer) }
  }

  /// The periods in which each customer was reviewed.
  private func heldReviews(_ rules: ReviewRules, by day: Day) throws -> [Int64: Set<String>] {
    var held: [Int64: Set<String>] = [:]
    for task in try records(DueTask.self, where: [("kind", .text(rules.list.kind))])
    where task.doneOn.map({ $0 <= day }) ?? false && rules.list.item(of: task)?.key == rules.held {
      guard let record = task.record, let mark = task.key.split(separator: "/").last else {
        continue
      }
      held[record, default: []].insert(String(mark))
    }
    return held
  }

  private static func table(of due: [DueReview]) -> ResultTable {
    ResultTable(
      columns: [
        .init("customer", .number), .init("name"), .init("level"), .init("manager", .number),
        .init("every"), .init("period"), .init("ends_on"), .init("last"),
      ],
      rows: due.map {
        [
          .integer($0.customer), .string($0.name), .string($0.level), Value($0.manager),
          .string($0.every.rawValue), .string($0.period), .scalar($0.end.scalar), Value($0.last),
        ]
      })
  }
}
