import Lua
import SalesKernel
import SalesStore
import Values

/// Where quotes go: sent, accepted, declined, expired, revised.
extension ScriptHost {
  func defineQuoteMoves(_ policies: EnginePolicies) throws {
    try defineMove("send", to: .sent, "Marks a quote as sent to the customer.", policies)
    try defineMove(
      "accept", to: .accepted, "Marks a quote as accepted; not after its last day.", policies)
    try defineMove(
      "decline", to: .declined, "Marks a quote as declined, with the reason.", policies)
    try define(
      HelpEntry(
        "quoting.expire", "quoting.expire{on = day}",
        "Marks every sent quote whose last day is past as expired; gives how many.",
        returns: "number",
        changes: "the status of those quotes", errors: [],
        example: "return quoting.expire{on = date\"2026-06-30\"}", result: "0",
        seeAlso: ["quoting.send"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "quoting.expire", allowing: ["on"])
      let today = try PriceTerms(options, today: self.options.clock.day()).on
      let entity = Quote.schema.entity
      let query = QueryObject(try binding(entity), host: self)
      query.selection.equals = [(try query.slot("status"), .text(Quote.Status.sent.rawValue))]
      var past: [Int64] = []
      try query.forEachBlock { block, rows in
        past += try rows.filter {
          try block.reader($0).day("valid_until").map { $0 < today } ?? false
        }.map { block.ids[$0] }
        return true
      }
      let slot = try query.slot("status")
      for id in past {
        try requireSession().set(entity, id: id, [(slot, .text(Quote.Status.expired.rawValue))])
      }
      try results.add(Value.integer(Int64(past.count)))
    }
  }

  private func defineMove(
    _ verb: String, to status: Quote.Status, _ summary: String, _ policies: EnginePolicies
  ) throws {
    try define(
      HelpEntry(
        "quoting.\(verb)", "quoting.\(verb){quote = q, on = day, reason = text}", summary,
        returns: "quote",
        changes: "the quote's status", errors: ["quote.status", "quote.expired", "quote.reason"],
        example:
          "local status\nplan(function()\n  local q = quoting.quote{customer = 1, lines = "
          + "{{product = 1, quantity = 1}}}\n"
          + (status == .accepted ? "  quoting.send{quote = q}\n" : "")
          + "  status = quoting.\(verb){quote = q, reason = \"ours\"}.status\nend)\nreturn status",
        result: "\"\(status.rawValue)\"", seeAlso: ["quoting.quote", "quoting.revise"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "quoting.\(verb)", allowing: ["quote", "on", "reason"])
      let quote = try self.quote(options["quote"])
      let on = try PriceTerms(options, today: self.options.clock.day()).on
      try policies.quotes().require(quote.code ?? "", from: quote.status ?? .draft, to: status)
      if status == .accepted, let last = quote.validUntil, on > last {
        throw ValidationError(
          "quote.expired", "quote \(quote.code ?? "") held until \(last); it is \(on)",
          remedy: "revise it: quoting.revise{quote = …}")
      }
      let reason = try options.string("reason")
      if status == .declined, reason == nil {
        throw ArgumentError(
          "a quote is declined for a reason", code: "quote.reason", remedy: "give reason = \"…\"")
      }
      try setQuote(quote.id, status, reason: reason)
      try results.add(try binding(Quote.schema.entity).record(quote.id))
    }
  }

  func quote(_ value: Value?) throws -> Quote {
    try Quote(reading: row(value, of: Quote.schema.entity, as: "quote"))
  }

  func setQuote(_ id: Int64, _ status: Quote.Status, reason: String? = nil) throws {
    let entity = Quote.schema.entity
    var values = [
      (slot: try entity.requireSlot(of: "status"), value: FieldValue.text(status.rawValue))
    ]
    if let reason { values.append((try entity.requireSlot(of: "reason"), .text(reason))) }
    try requireSession().set(entity, id: id, values)
  }

  func defineRevision(_ policies: EnginePolicies, _ prices: PricePolicies) throws {
    try define(
      HelpEntry(
        "quoting.revise", "quoting.revise{quote = q, lines =, trial_days =, reason =, … terms}",
        "A new version of a quote, priced anew: terms and lines that are not given stay. The version "
          + "before is superseded.", returns: "quote",
        changes: "one new quote with its lines; the status of the one before",
        errors: ["quote.status", "quote.lines", "price.quantity", "configurator.margin"],
        example:
          "local version\nplan(function()\n  local q = quoting.quote{customer = 1, lines = "
          + "{{product = 1, quantity = 1}}}\n"
          + "  version = quoting.revise{quote = q, cash = true}.version\nend)\nreturn version",
        result: "2", seeAlso: ["quoting.quote"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "quoting.revise",
        allowing: [
          "quote", "lines", "valid_days", "trial_days", "policy", "configurator", "reason",
        ]
          + PriceTerms.names)
      let old = try self.quote(options["quote"])
      let policy = try policies.quotes()
      try policy.requireRevisable(old.code ?? "", old.status ?? .draft)
      let terms = try PriceTerms(options, today: self.options.clock.day()).over(old, options)
      let version = (old.version ?? 1) + 1
      var new = old
      (new.id, new.version, new.revises, new.status) = (0, version, old.id, .draft)
      new.code = policy.code(try number(of: old.code), version: version)
      (new.quotedOn, new.reason) = (terms.on, try options.string("reason"))
      new.validUntil = try lastDay(options, from: terms.on, policy)
      new.trialDays = try options.integer("trial_days") ?? old.trialDays
      (new.agreement, new.vmi, new.cash) = (terms.agreement, terms.vmi, terms.cash)
      (new.prepaid, new.renewalYears) = (terms.prepaid, terms.renewalYears)
      (new.promotion, new.referral) = (terms.promotion, terms.referral)
      let named = options["policy"] ?? old.policy.map(Value.string)
      let writer = QuoteWriter(
        host: self, pricing: try prices.policy(named), terms: terms,
        configurator: { try policies.configurator(options["configurator"]) })
      let lines = try options["lines"].map { try wantedLines($0) } ?? linesAgain(of: old.id)
      let customer = try row(.integer(old.customer), of: Customer.schema.entity, as: "customer")
      let id = try requireSession().savepoint {
        try setQuote(old.id, .superseded)
        return try writer.write(new, customer: customer, lines)
      }
      try results.add(try binding(Quote.schema.entity).record(id))
    }
  }

  /// The number between prefix and version of a quote's code.
  private func number(of code: String?) throws -> Int64 {
    let parts = (code ?? "").split(separator: "-")
    guard parts.count >= 2, let number = Int64(parts[parts.count - 2]) else {
      throw ValidationError(
        "quote.code", "the quote number \"\(code ?? "")\" is not one that quoting.quote gives",
        remedy: "make a new quote", field: "code")
    }
    return number
  }

  private func linesAgain(of quote: Int64) throws -> [QuoteWriter.Wanted] {
    try quoteLines(of: quote).map {
      .init(
        product: try row(.integer($0.product), of: Product.schema.entity, as: "product"),
        quantity: $0.quantity, kit: $0.kit)
    }
  }
}
