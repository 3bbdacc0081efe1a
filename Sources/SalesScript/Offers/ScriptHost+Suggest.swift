import Lua
import SalesKernel
import SalesStore
import Values

/// `offers.suggest`: cross-selling and up-selling, by rule and by what orders show.
extension ScriptHost {
  func defineSuggest(_ policies: EnginePolicies, _ prices: PricePolicies) throws {
    try define(
      HelpEntry(
        "offers.suggest",
        "offers.suggest{quote = q or customer = c or products = {p, …}, top = n, since = day, "
          + "upto = day, of =, policy =}",
        "What to suggest beside a quote, beside what a customer has bought, or beside some products: "
          + "kind, rule, product, code, because, quantity, amount, difference, count, support, confidence, "
          + "lift, likelihood, reason, source. Rules suggest what they offer, orders what reaches the policy's minimum; "
          + "each comes with the numbers of the other. likelihood = (n(AB) + k · n(B) / N) / (n(A) + k), with k of "
          + "the policy, and orders them. For a quote, quantity, price and the difference to "
          + "the line are given; other terms come last, with what they change.", returns: "results",
        units: "amounts in yuan; support and confidence 0–1",
        errors: ["policy.unknown", "offers.basket", "record.missing"],
        example: """
          local rules
          plan(function()
            local function product(category)
              return products:create{name = category .. " M99", category = category, grade = "test"}
            end
            local bolt = product("bolt") product("nut") product("washer")
            local t = offers.suggest{products = {bolt}}
            rules = {t[1].rule, t[2].rule}
          end)
          return table.unpack(rules)
          """,
        result: "\"nut\"  \"washer\"",
        seeAlso: ["offers.associations", "offers.accuracy", "offers.policy"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "offers.suggest",
        allowing: ["quote", "customer", "products", "top", "since", "upto", "of", "policy"])
      let policy = try policies.suggestions(options["policy"])
      let rows = try suggestions(options, policy, prices)
      try results.add(Value.object(ResultTable(columns: SuggestionRows.columns, rows: rows)))
    }
  }

  private func suggestions(
    _ options: NamedArguments, _ policy: SuggestionPolicy, _ prices: PricePolicies
  ) throws -> [[Value]] {
    let lines = try PurchaseLines(self)
    let days = try days(options)
    var suggester = Suggester(
      policy, Associations(try lines.baskets(basket(options, policy), days)),
      facts: try productFacts(policy))
    let wish = try wish(options, lines, days)
    let speaking = Set(try policy.rules.filter { try $0.admits(wish.customer) }.map(\.key))
    let found = suggester.suggest(
      for: wish.products, top: try count(options, "top") ?? policy.top
    ) { speaking.contains($0.key) }
    let writer = try SuggestionRows(host: self, prices: prices, wish: wish)
    return try found.map { try writer.row($0) }
      + policy.rules.compactMap { rule in
        try rule.terms.isEmpty || !speaking.contains(rule.key) ? nil : writer.row(terms: rule)
      }
  }

  /// What a suggestion stands beside.
  struct Wish {
    var products: [Int64] = []
    var quote: Quote?
    var customer: BlockRow?
    /// Pieces of each product of the quote.
    var pieces: [Int64: Int64] = [:]
  }

  /// - Throws: `offers.basket` unless there is one of quote, customer and products.
  private func wish(
    _ options: NamedArguments, _ lines: PurchaseLines, _ days: ClosedRange<Day>
  ) throws -> Wish {
    let given = ["quote", "customer", "products"].filter { options[$0] != nil }
    guard given.count == 1 else {
      throw ArgumentError(
        given.isEmpty ? "nothing to suggest beside" : "got \(given.joined(separator: " and "))",
        code: "offers.basket", remedy: "give one of quote, customer and products")
    }
    switch given[0] {
    case "quote": return try wish(beside: try quote(options["quote"]))
    case "customer":
      var wish = Wish()
      let customer = try row(options["customer"], of: Customer.schema.entity, as: "customer")
      wish.customer = customer
      var bought: Set<Int64> = []
      try lines.each(days) { _, owner, product in
        if owner == customer.id { bought.insert(product) }
      }
      wish.products = bought.sorted()
      return wish
    default:
      guard case .table(let table)? = options["products"], !table.list.isEmpty,
        table.fields.isEmpty
      else {
        throw ArgumentError(
          "products: expected a list of products", code: "offers.basket",
          remedy: "as products = {1, 2}")
      }
      return Wish(
        products: try table.list.enumerated().map {
          try row($1, of: Product.schema.entity, as: "products[\($0 + 1)]").id
        })
    }
  }

  private func wish(beside quote: Quote) throws -> Wish {
    var wish = Wish()
    wish.quote = quote
    wish.customer = try row(.integer(quote.customer), of: Customer.schema.entity, as: "customer")
    for line in try quoteLines(of: quote.id) {
      if wish.pieces[line.product] == nil { wish.products.append(line.product) }
      let (sum, overflow) = (wish.pieces[line.product] ?? 0).addingReportingOverflow(line.quantity)
      wish.pieces[line.product] = overflow ? .max : sum
    }
    return wish
  }

  /// The lines of a quote in their order.
  func quoteLines(of quote: Int64) throws -> [QuoteLine] {
    let query = QueryObject(try binding(QuoteLine.schema.entity), host: self)
    query.selection.equals = [(try query.slot("quote"), .integer(quote))]
    var lines: [QuoteLine] = []
    try query.forEachBlock { block, rows in
      for row in rows { lines.append(try QuoteLine(reading: block.reader(row))) }
      return true
    }
    return lines.sorted { $0.line < $1.line }
  }

  /// All products as rules see them, ascending by id.
  func productFacts(_ policy: SuggestionPolicy) throws -> [ProductFacts] {
    let entity = Product.schema.entity
    var facts: [ProductFacts] = []
    try QueryObject(try binding(entity), host: self).forEachBlock { block, rows in
      for row in rows {
        let reader = block.reader(row)
        facts.append(
          ProductFacts(
            id: reader.id, fields: try entity.fields.indices.map { try reader.value(at: $0) },
            derived: try policy.derived.map { derived in
              let value = try derived.rule.evaluate(reader)
              return value.isNull ? .null : .text(value.text)
            }))
      }
      return true
    }
    return facts
  }
}
