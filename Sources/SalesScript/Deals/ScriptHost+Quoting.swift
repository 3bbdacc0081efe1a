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
        "quoting.quote{customer = c, lines = {{product = p, quantity = n}, {kit = k, quantity = n}}, "
          + "rep =, valid_days =, trial_days =, policy =, agreement =, vmi =, cash =, prepaid =, "
          + "renewal_years =, promotion =, referral =, on =}",
        "Makes a draft quote: every line priced, with its waterfall; kits as the parts they hold.",
        units: "prepaid 0–1; valid_days from the day of the quote",
        changes: "one new quote and its lines",
        errors: [
          "quote.lines", "price.quantity", "price.list", "price.agreement", "kit.circular",
          "record.missing",
        ],
        example:
          "local amount\nplan(function()\n  local q = quoting.quote{customer = 1, lines = "
          + "{{product = 1, quantity = 100}, {product = 2, quantity = 50}}}\n"
          + "  amount = q.amount == q:quote_lines():sum(\"amount\")\nend)\nreturn amount",
        result: "true", seeAlso: ["quoting.revise", "quoting.send", "pricing.price"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "quoting.quote",
        allowing: ["customer", "rep", "lines", "valid_days", "trial_days", "policy"]
          + PriceTerms.names)
      let policy = try policies.quotes()
      let terms = try PriceTerms(options, today: self.options.clock.day())
      let customer = try row(options["customer"], of: Customer.schema.entity, as: "customer")
      var quote = try draft(options, terms, policy, customer: customer.id)
      quote.version = 1
      quote.code = policy.code(try nextNumber(policy), version: 1)
      let writer = QuoteWriter(
        host: self, pricing: try prices.policy(options["policy"]), terms: terms)
      let id = try writer.write(quote, customer: customer, try wantedLines(options["lines"]))
      try results.add(try binding(Quote.schema.entity).record(id))
    }
    try defineQuoteBatch(policies)
    try defineRevision(policies, prices)
    try defineQuoteMoves(policies)
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

  /// - Throws: `quote.lines` for no lines, or a line that is none.
  func wantedLines(_ value: Value?) throws -> [QuoteWriter.Wanted] {
    guard case .table(let table)? = value, !table.list.isEmpty, table.fields.isEmpty else {
      throw ArgumentError(
        "a quote needs lines", code: "quote.lines",
        remedy: "as lines = {{product = 1, quantity = 100}}")
    }
    var kits: KitContents?
    var wanted: [QuoteWriter.Wanted] = []
    for (index, entry) in table.list.enumerated() {
      let place = "lines[\(index + 1)]"
      guard case .table(let line) = entry else {
        throw ArgumentError(
          "\(place): expected {product =, quantity =}, got \(entry.typeName)", code: "quote.lines")
      }
      let known = ["product", "kit", "quantity"]
      for (name, _) in line.fields where !known.contains(name) {
        throw ArgumentError(
          "\(place) has no '\(name)'", code: "quote.lines",
          remedy: Suggestion.sentence(for: name, among: known))
      }
      let quantity = try pieces(line["quantity"].isNil ? nil : line["quantity"])
      guard !line["kit"].isNil else {
        wanted.append(
          .init(
            product: try row(line["product"], of: Product.schema.entity, as: "\(place).product"),
            quantity: quantity, kit: nil))
        continue
      }
      guard quantity > 0 else {
        throw PriceError("price.quantity", "\(place): \(quantity) kits", remedy: "give kits from 1")
      }
      let kit = try row(line["kit"], of: Product.schema.entity, as: "\(place).kit").id
      let contents = try kits ?? kitContents()
      kits = contents
      for part in try contents.parts(of: kit, quantity: quantity) {
        let product = try row(.integer(part.product), of: Product.schema.entity, as: place)
        wanted.append(.init(product: product, quantity: part.quantity, kit: kit))
      }
    }
    return wanted
  }

  func kitContents() throws -> KitContents {
    var items: [Int64: [KitContents.Part]] = [:]
    try QueryObject(try binding(KitItem.schema.entity), host: self).forEachBlock { block, rows in
      for row in rows {
        let item = try KitItem(reading: block.reader(row))
        items[item.kit, default: []].append(.init(product: item.product, quantity: item.quantity))
      }
      return true
    }
    return KitContents(items)
  }
}
