import Lua
import SalesKernel
import SalesStore
import Values

/// What a customer had of us in a year, from readings.
struct CreatedValue {
  struct Part {
    let metric: String
    let day: Day?
    let reading: Double?
    let value: Money?
    let source: String
  }

  let parts: [Part]
  /// What was bought in the months; shares are of it.
  let purchases: Money

  /// Metrics without a reading in the months.
  var missing: [String] { parts.filter { $0.value == nil }.map(\.metric) }

  /// The sum; nil where nothing was read.
  func total() throws -> Money? {
    let known = parts.compactMap(\.value)
    return known.isEmpty ? nil : try known.reduce(Money.zero) { try $0.adding($1) }
  }

  func explanation(source: String) throws -> Explanation {
    Explanation(
      "created", .step, value: try total().map(FieldValue.money) ?? .null, source: source,
      children: [Explanation("purchases", .input, value: .money(purchases))]
        + parts.map { part in
          Explanation(
            part.metric, part.value == nil ? .notMatched : .matched,
            value: part.value.map(FieldValue.money),
            reason: part.reading.map {
              "reading \(FieldValue.number($0).display) of \(part.day?.description ?? "")"
            } ?? "no reading", source: part.source)
        })
  }
}

/// `success.renewal_quote`: a renewal by the value that was created.
extension ScriptHost {
  func defineRenewalQuote(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.renewal_quote",
        "success.renewal_quote(contract or agreement, {created = money, cost = money, as_of = day, policy =, value =})",
        "The price of a renewal by the value that the customer had of us: price, created, share, floor, last, change, "
          + "missing (readings that there are not), why. No price where nothing tells a created value.",
        returns: "report",
        units:
          "created: made of the latest readings in the policy's months up to as_of, unless given: shares of what the "
          + "customer bought, or yuan; value: the value policy",
        errors: ["value.created", "value.share", "success.reading", "record.missing"],
        example: """
          local q
          plan(function()
            local k = contracts:create{customer = 1, amount = wan(25), status = "signed", ends_on = date"2026-08-29"}
            q = success.renewal_quote(k, {created = wan(100)})
          end)
          return q.price, q.change
          """,
        result: "money\"300000.00\"  money\"50000.00\"",
        seeAlso: ["success.renewals", "offers.value"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.renewal_quote", at: 1,
        allowing: ["created", "cost", "as_of", "policy", "value"])
      try results.add(
        Value.object(try renewalQuote(try arguments[0], options, policies)))
    }
  }

  private func renewalQuote(
    _ value: Value, _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let document = try renewable(value)
    let rules = try policies.success(options["policy"]).renewal
    let asOf = try options.day("as_of") ?? self.options.clock.day()
    let book = try RenewalBook(self, rules, of: document.customer)
    let given = try money(options, "created")
    let created = try createdValue(of: document.customer, rules, book, from: nil, to: asOf)
    let last =
      try document.amount ?? book.purchases(of: [document.customer], on: asOf)[document.customer]
    guard let worth = try given ?? created.total() else {
      return ReportObject([
        .init("price", .nil), .init("created", .nil), .init("last", Value(last)),
        .init(
          "missing", .table(Table(list: created.missing.map { .string($0) })),
          text:
            "no reading of \(created.missing.joined(separator: ", ")) in \(rules.months) months up to \(asOf): "
            + "note one, or give created = money"),
        .init(why: try created.explanation(source: rules.source)),
      ])
    }
    let customer = try row(
      .integer(document.customer), of: Customer.schema.entity, as: "customer")
    let renewal = try policies.value(options["value"]).renewal(
      created: worth, cost: try money(options, "cost"), last: last, customer: customer)
    var why = renewal.explanation
    if given == nil { why.children.append(try created.explanation(source: rules.source)) }
    let missing = given == nil ? created.missing : []
    return ReportObject([
      .init("price", Value(renewal.price)), .init("created", Value(worth)),
      .init("share", share: renewal.share.share.double), .init("floor", Value(renewal.floor)),
      .init("last", Value(last)),
      .init("change", Value(try last.map { try renewal.price.subtracting($0) })),
      .init(
        "missing", .table(Table(list: missing.map { .string($0) })),
        text: missing.isEmpty ? "" : missing.joined(separator: ", ")),
      .init(why: why),
    ])
  }

  private func renewable(_ value: Value) throws -> Renewable {
    guard case .record(let record) = value, let binding = binding(of: record.recordClass) else {
      throw ArgumentError(
        "argument #1: expected a contract or an agreement, got \(value.typeName)",
        remedy: "as success.renewal_quote(contracts:get(1))")
    }
    switch binding.entity.name {
    case Contract.schema.entity.name:
      return Renewable(try Contract(reading: row(value, of: binding.entity, as: "contract")))
    case Agreement.schema.entity.name:
      return Renewable(try Agreement(reading: row(value, of: binding.entity, as: "agreement")))
    default:
      throw ArgumentError(
        "argument #1: expected a contract or an agreement, got \(binding.entity.indefinite)")
    }
  }

  /// The value that a customer had of us by the latest readings of a period.
  ///
  /// - Parameter from: The policy's months up to the last day unless given.
  /// - Throws: `success.reading` for one that is no amount.
  func createdValue(
    of customer: Int64, _ rules: RenewalRules, _ book: RenewalBook, from: Day?, to: Day
  ) throws -> CreatedValue {
    let start = try from ?? to.adding(months: -rules.months).adding(days: 1)
    let readings = try related(Reading.self, by: "customer", to: customer).filter {
      start <= $0.day && $0.day <= to
    }
    let bought = try book.purchases(of: [customer], on: to)[customer] ?? .zero
    let parts = try rules.worths.map { worth -> CreatedValue.Part in
      let latest = readings.filter { $0.metric == worth.metric }
        .max { ($0.day, $0.id) < ($1.day, $1.id) }
      return CreatedValue.Part(
        metric: worth.metric, day: latest?.day, reading: latest?.value,
        value: try latest.map { try Self.yuan($0, worth, bought, rules.rounding) },
        source: worth.source)
    }
    return CreatedValue(parts: parts, purchases: bought)
  }

  private static func yuan(
    _ reading: Reading, _ worth: RenewalRules.Worth, _ bought: Money, _ rounding: Rounding
  ) throws -> Money {
    do {
      let rate = try Rate(exactly: reading.value)
      switch worth.unit {
      case .purchase: return try bought.times(rate, rounding: rounding, to: .document)
      case .yuan:
        return try Money.yuan(1).times(rate, rounding: rounding, to: .document)
      }
    } catch {
      throw ValidationError(
        "success.reading",
        "reading \(reading.id) of \(reading.metric), \(FieldValue.number(reading.value).display), is no amount: "
          + error.message, remedy: "correct the reading", field: "value")
    }
  }
}
