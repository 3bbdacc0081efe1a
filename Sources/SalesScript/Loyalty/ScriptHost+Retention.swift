import Lua
import Pictures
import SalesKernel
import SalesStore
import Values

/// `loyalty.retention` and `loyalty.repurchase`.
extension ScriptHost {
  func defineLoyalty(_ policies: EnginePolicies) throws {
    try defineRetention(policies)
    try defineRepurchase(policies)
    try defineCohorts(policies)
    try defineLifetime(policies)
    try defineRFM(policies)
    try defineReferrals(policies)
    try defineWallet(policies)
  }

  private static let signature = "from = day, to = day, of = query, by = word, policy ="
  private static let errors = ["loyalty.period", "loyalty.split", "money.overflow", "day.range"]

  private func defineRetention(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "loyalty.retention", "loyalty.retention{\(Self.signature)}",
        "Who of the customers at the start of a period is still one at its end: start, lost, gained, returned, end, "
          + "churn and retention (of customers), nrr and grr (of what they buy), expansion, contraction and lost "
          + "amount, groups, why.", returns: "report",
        units:
          "a customer on a day: ordered within the policy's months up to it; start: on the day before from; nrr, grr: "
          + "amounts of those months up to the end over those up to the start, of the customers at the start; grr "
          + "without growth, so at most 1; passed: came and went in between; from: the last twelve months; by: day, "
          + "week, month, quarter, year, rep (the owner), or a word of customers as level",
        errors: Self.errors,
        example: """
          local r = loyalty.retention{by = "level"}
          return r["end"] == r.start - r.lost + r.gained + r.returned, r.grr <= 1, r.grr <= r.nrr
          """,
        result: "true  true  true",
        seeAlso: ["loyalty.repurchase", "loyalty.cohorts", "loyalty.ltv", "churn.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "loyalty.retention", allowing: LoyaltyQuestion.options)
      let question = try LoyaltyQuestion(options, self, policies)
      try results.add(Value.object(try Self.retention(question)))
    }
  }

  private static let retentionColumns: [ResultTable.Column] = [
    "start", "lost", "gained", "returned", "end", "churn", "retention", "nrr", "grr",
    "start_amount", "end_amount", "lost_amount", "expansion", "contraction",
  ].map { .init($0, .number) }

  private static func cells(_ tally: RetentionTally) throws -> [Value] {
    [
      Value(tally.start), Value(tally.lost), Value(tally.gained), Value(tally.returned),
      Value(tally.end), Value(tally.churn), Value(tally.retention), Value(tally.netRevenue),
      Value(tally.grossRevenue), Value(try tally.startAmount()), Value(try tally.endAmount()),
      Value(try tally.lostAmount()), Value(try tally.expansion()),
      Value(try tally.contraction()),
    ]
  }

  private static func retention(_ question: LoyaltyQuestion) throws -> ReportObject {
    let (book, policy) = (question.book, question.policy)
    func tally(_ from: Day, _ to: Day) throws -> FigureGroups<RetentionTally> {
      try book.orders.retention(
        from: from, to: to, months: policy.activeMonths, by: book.grouping, poll: question.poll)
    }
    let whole = try tally(question.from, question.to)
    let groups = try question.groups(retentionColumns, whole, each: tally, cells)
    let figures = zip(retentionColumns, try cells(whole.total)).map {
      ReportObject.Part($0.name, $1)
    }
    let passed = ReportObject.Part("passed", Value(whole.total.passed))
    let why = ReportObject.Part(
      "why", .object(WhyObject(try explain(whole.total, question))), text: "")
    return ReportObject(
      question.opening + figures + [passed] + groups.parts + [why],
      pictures: retentionPicture(groups.series, question))
  }

  private static func retentionPicture(
    _ series: [(title: String, tally: RetentionTally)], _ question: LoyaltyQuestion
  ) -> [Picture] {
    guard series.count > 1 else { return [] }
    let curves = [
      Picture.Curves.Curve("客户留存率 retention", series.map(\.tally.retention)),
      Picture.Curves.Curve("净收入留存 NRR", series.map(\.tally.netRevenue)),
      Picture.Curves.Curve("总收入留存 GRR", series.map(\.tally.grossRevenue)),
    ].filter { $0.values.contains { $0 != nil } }
    guard !curves.isEmpty else { return [] }
    return [
      Picture(
        "留存 retention · \(question.to)",
        .curves(Picture.Curves(steps: series.map(\.title), curves: curves)))
    ]
  }

  private static func explain(
    _ tally: RetentionTally, _ question: LoyaltyQuestion
  ) throws -> Explanation {
    let source = question.policy.activeSource
    let months = question.policy.activeMonths
    return Explanation(
      "retention", .step, value: tally.retention.map(FieldValue.number) ?? .null,
      reason: "\(tally.start - tally.lost) of \(tally.start.text("customer")) at the start stayed",
      source: question.policy.header.source,
      children: [
        Explanation(
          "start", .step, value: .integer(Int64(tally.start)),
          reason: "ordered in the \(months) months before \(question.from)", source: source),
        Explanation(
          "lost", .step, value: .integer(Int64(tally.lost)),
          reason: "of them, no order in the \(months) months up to \(question.to)", source: source),
        Explanation(
          "start_amount", .step, value: .money(try tally.startAmount()),
          reason: "what they ordered in those months"),
        Explanation(
          "end_amount", .step, value: .money(try tally.endAmount()),
          reason: "what the same customers ordered in the \(months) months up to \(question.to)"),
        Explanation(
          "expansion", .step, value: .money(try tally.expansion()), reason: "left out of grr"),
      ])
  }

  private func defineRepurchase(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "loyalty.repurchase", "loyalty.repurchase{\(Self.signature)}",
        "Who bought in a period and who bought again: buyers, repeating, rate, returning, orders, frequency, amount, "
          + "average_purchase, per_buyer, mean_days, groups, why.", returns: "report",
        units:
          "repeating: with as many orders in the period as the policy says; returning: had bought before it; "
          + "frequency: orders a buyer; mean_days: from an order to the same buyer's next; from: the last twelve "
          + "months; by: as of loyalty.retention",
        errors: Self.errors,
        example: """
          local r = loyalty.repurchase{by = "quarter"}
          return r.repeating <= r.buyers, r.orders == orders:where("ordered_on > date'2025-06-30'"):count()
          """, result: "true  true", seeAlso: ["loyalty.retention", "loyalty.rfm"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "loyalty.repurchase", allowing: LoyaltyQuestion.options)
      let question = try LoyaltyQuestion(options, self, policies)
      try results.add(Value.object(try Self.repurchase(question)))
    }
  }

  private static let repurchaseColumns: [ResultTable.Column] = [
    "buyers", "repeating", "rate", "returning", "orders", "frequency", "amount",
    "average_purchase", "per_buyer", "mean_days",
  ].map { .init($0, .number) }

  private static func repurchase(_ question: LoyaltyQuestion) throws -> ReportObject {
    let (book, policy) = (question.book, question.policy)
    func tally(_ from: Day, _ to: Day) throws -> FigureGroups<RepurchaseTally> {
      try book.orders.repurchase(
        from: from, to: to, least: policy.repeatOrders, by: book.grouping, poll: question.poll)
    }
    func cells(_ tally: RepurchaseTally) throws -> [Value] {
      [
        Value(tally.buyers), Value(tally.repeating), Value(tally.rate), Value(tally.returning),
        Value(tally.orders), Value(tally.frequency), Value(try tally.amount()),
        Value(try tally.averagePurchase(rounding: policy.rounding)),
        Value(try tally.perBuyer(rounding: policy.rounding)), Value(tally.meanDays),
      ]
    }
    let whole = try tally(question.from, question.to)
    let groups = try question.groups(repurchaseColumns, whole, each: tally, cells)
    let figures = zip(repurchaseColumns, try cells(whole.total)).map {
      ReportObject.Part($0.name, $1)
    }
    let total = whole.total
    let why = Explanation(
      "rate", .step, value: total.rate.map(FieldValue.number) ?? .null,
      reason: "\(total.repeating) of \(total.buyers.text("buyer")) from \(question.from) to "
        + "\(question.to) ordered \(policy.repeatOrders) times or more",
      source: policy.repeatSource)
    return ReportObject(
      question.opening + figures + groups.parts
        + [.init("why", .object(WhyObject(why)), text: "")])
  }
}
