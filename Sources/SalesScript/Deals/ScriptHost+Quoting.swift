import Lua
import SalesKernel
import SalesStore
import Values

/// `quoting`: quotes in versions, from offer to acceptance.
extension ScriptHost {
  func defineQuoting(_ policies: EnginePolicies) throws {
    let prices = PricePolicies(self)
    try define(
      HelpEntry(
        "quoting.quote",
        "quoting.quote{customer = c, lines = {{product = p, quantity = n}, {kit = k, quantity = n}, "
          + "{configuration = {base = p, modules = {{module = p, quantity = n}}}, quantity = n}}, "
          + "rep =, valid_days =, trial_days =, policy =, configurator =, "
          + "agreement =, vmi =, cash =, prepaid =, "
          + "renewal_years =, promotion =, referral =, first_order =, on =}",
        "Makes a draft quote: every line priced, with its waterfall; kits and configurations as the "
          + "parts they hold.", returns: "quote",
        units: "prepaid 0–1; valid_days from the day of the quote",
        changes: "one new quote and its lines",
        errors: [
          "quote.lines", "price.quantity", "price.list", "price.agreement", "kit.circular",
          "configurator.requires", "configurator.margin", "record.missing",
        ],
        example:
          "local amount\nplan(function()\n  local q = quoting.quote{customer = 1, lines = "
          + "{{product = 1, quantity = 100}, {product = 2, quantity = 50}}}\n"
          + "  amount = q.amount == q:quote_lines():sum(\"amount\")\nend)\nreturn amount",
        result: "true",
        seeAlso: ["quoting.revise", "quoting.configure", "quoting.send", "pricing.price"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "quoting.quote",
        allowing: [
          "customer", "rep", "lines", "valid_days", "trial_days", "policy", "configurator",
        ]
          + PriceTerms.names)
      let policy = try policies.quotes()
      let terms = try PriceTerms(options, today: self.options.clock.day())
      let customer = try row(options["customer"], of: Customer.schema.entity, as: "customer")
      var quote = try draft(options, terms, policy, customer: customer.id)
      quote.version = 1
      quote.code = policy.code(try nextNumber(policy), version: 1)
      let writer = QuoteWriter(
        host: self, pricing: try prices.policy(options["policy"]), terms: terms,
        configurator: { try policies.configurator(options["configurator"]) })
      let id = try writer.write(quote, customer: customer, try wantedLines(options["lines"]))
      try results.add(try binding(Quote.schema.entity).record(id))
    }
    try defineQuoteBatch(policies)
    try defineRevision(policies, prices)
    try defineQuoteMoves(policies)
    try defineConfigurator(policies, prices)
    try defineOffers(policies, prices)
  }

  func draft(
    _ options: NamedArguments, _ terms: PriceTerms, _ policy: QuotePolicy, customer: Int64
  ) throws -> Quote {
    var quote = Quote(customer: customer, quotedOn: terms.on)
    quote.status = .draft
    quote.rep = try options["rep"].map { try row($0, of: Rep.schema.entity, as: "rep").id }
    quote.validUntil = try lastDay(options, from: terms.on, policy)
    quote.trialDays = try options.integer("trial_days")
    (quote.agreement, quote.cash) = (terms.agreement, terms.cash)
    (quote.prepaid, quote.renewalYears) = (terms.prepaid, terms.renewalYears)
    (quote.promotion, quote.referral) = (terms.promotion, terms.referral)
    return quote
  }

  /// - Throws: `quote.validity` for days that are none, or lead out of the calendar.
  func lastDay(_ options: NamedArguments, from day: Day, _ policy: QuotePolicy) throws -> Day {
    let days = try options.integer("valid_days") ?? policy.validDays
    guard days >= 0, let last = try? Day(number: Int64(day.number) + min(days, .max / 2)) else {
      throw ArgumentError(
        "valid_days \(days) leads out of the calendar", code: "quote.validity",
        remedy: "give days from 0")
    }
    return last
  }

  /// The next number whose first version is free.
  func nextNumber(_ policy: QuotePolicy) throws -> Int64 {
    let query = QueryObject(try binding(Quote.schema.entity), host: self)
    query.selection.equals = [(try query.slot("version"), .integer(1))]
    return try freeNumber(policy, from: Int64(try query.count()) + 1)
  }

  /// The first number from one on whose first version is free.
  func freeNumber(_ policy: QuotePolicy, from start: Int64) throws -> Int64 {
    let entity = Quote.schema.entity
    let code = try entity.requireSlot(of: "code")
    var number = start
    while try requireSession().holder(
      entity, slot: code, value: .text(policy.code(number, version: 1))) != nil
    { number += 1 }
    return number
  }
}
