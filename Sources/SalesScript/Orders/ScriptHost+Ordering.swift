import Lua
import SalesKernel
import SalesStore
import Values

/// `ordering`: orders from quotes and contracts.
extension ScriptHost {
  func defineOrdering(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "ordering.policy", "ordering.policy([name or table])",
        "An order policy as a table, to read and to change; it is given back as policy = table. One of your own is "
          + "checked.", returns: "table",
        errors: ["policy.unknown", "policy.value"],
        example: "return ordering.policy().statuses.partly.word", result: "\"partly_delivered\"",
        seeAlso: ["ordering.place", "ordering.show"])
    ) { [unowned self] arguments, results in
      let table = try policyTable(arguments, standing: "orders")
      _ = try policies.orders(table)
      try results.add(table)
    }
    try definePlacing(policies)
    try defineDeliveries(policies)
    try defineTakingBack(policies)
    try defineOrderShow(policies)
  }

  private func definePlacing(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "ordering.place", "ordering.place{quote = q, contract = c, on = day, rep =, policy =}",
        "Places the order of an accepted quote, or of a signed contract: a line for each line of the quote, at "
          + "its prices, amounts and costs. A quote that has a contract is ordered by that; each is ordered once.",
        returns: "order",
        units: "yuan, to the fen", changes: "one new order and its lines; steps of the contract",
        errors: [
          "quote.status", "contract.status", "order.contract", "order.placed", "order.quote",
          "order.day",
        ],
        example: "local a, b\nplan(function()\n" + Self.orderExample
          + "  local o = order()\n  a = o.amount == o:order_lines():sum(\"amount\")\n  b = o.status\n"
          + "end)\nreturn a, b",
        result: "true  \"open\"",
        seeAlso: ["contracting.sign", "ordering.deliver", "ordering.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "ordering.place", allowing: ["quote", "contract", "on", "rep", "policy"])
      let book = OrderBook(
        host: self, policies: policies, policy: try policies.orders(options["policy"]))
      let (quote, contract) = try source(options)
      let lines = try orderedLines(of: quote)
      try requireUnplaced(quote, lines, book.policy)
      let on = try orderDay(
        options, notBefore: contract?.signedOn ?? quote.quotedOn,
        contract == nil ? "quoted" : "signed")
      let amount = try lines.reduce(Money.zero) { try $0.adding($1.amount) }
      guard amount == contract?.amount ?? quote.amount else {
        throw ValidationError(
          "order.quote",
          "the lines of quote \(quote.code ?? "") sum to \(amount.grouped), "
            + "not \((contract?.amount ?? quote.amount)?.grouped ?? "nothing")",
          remedy: "set the amounts right first", field: "amount")
      }
      var order = Order(customer: quote.customer, amount: amount, orderedOn: on)
      order.rep =
        try options["rep"].map { try row($0, of: Rep.schema.entity, as: "rep").id }
        ?? contract?.rep ?? quote.rep
      (order.contract, order.status) = (contract?.id, book.policy.word(.placed))
      let id = try book.place(order, lines)
      try results.add(try binding(Order.schema.entity).record(id))
    }
  }

  /// Places an order of the example company.
  static let orderExample = """
    local function order()
      local q = quoting.quote{customer = 1, lines = {{product = 1, quantity = 1000}, {product = 2, quantity = 3}}}
      quoting.send{quote = q}
      return ordering.place{quote = quoting.accept{quote = q}}
    end

    """

  /// What is ordered: a quote, and the contract where there is one.
  private func source(_ options: NamedArguments) throws -> (quote: Quote, contract: Contract?) {
    guard (options["quote"] == nil) != (options["contract"] == nil) else {
      throw ArgumentError(
        "an order is placed from a quote or a contract",
        remedy: "as ordering.place{contract = …} or ordering.place{quote = …}")
    }
    guard options["contract"] != nil else {
      let quote = try self.quote(options["quote"])
      try requireAccepted(quote, for: "an order")
      if let contract = try standingContract(of: quote.id) {
        throw ValidationError(
          "order.contract",
          "quote \(quote.code ?? "") has become contract \(contract.code ?? "\(contract.id)")",
          remedy: "order by that: ordering.place{contract = …}", field: "quote")
      }
      return (quote, nil)
    }
    let contract = try self.contract(options["contract"])
    guard contract.status == .signed else {
      throw ValidationError(
        "contract.status",
        "contract \(contract.code ?? "") is \(contract.status.rawValue), and an order needs a signed one",
        remedy: contract.status == .draft ? "sign it: contracting.sign{contract = …}" : "",
        field: "status")
    }
    guard let quote = contract.quote else {
      throw ValidationError(
        "order.quote", "contract \(contract.code ?? "") is of no quote, so that it has no lines",
        remedy: "draw contracts from quotes: contracting.draw{quote = …}", field: "quote")
    }
    return (try self.quote(.integer(quote)), contract)
  }

  /// The lines of a quote as those of an order.
  private func orderedLines(of quote: Quote) throws -> [OrderLine] {
    let quoted = try related(QuoteLine.self, by: "quote", to: quote.id)
      .sorted { ($0.line, $0.id) < ($1.line, $1.id) }
    guard !quoted.isEmpty else {
      throw ValidationError(
        "order.quote", "quote \(quote.code ?? "") has no lines", remedy: "quote them first")
    }
    return try quoted.enumerated().map { index, from in
      guard let amount = from.amount else {
        throw ValidationError(
          "order.quote", "line \(from.line) of quote \(quote.code ?? "") has no amount",
          remedy: "price it with quoting.quote", field: "amount")
      }
      var line = OrderLine(order: 0, line: Int64(index + 1), amount: amount)
      (line.product, line.quantity, line.cost) = (from.product, from.quantity, from.cost)
      (line.listPrice, line.unitPrice, line.quoteLine) = (from.listPrice, from.unitPrice, from.id)
      return line
    }
  }

  /// - Throws: `order.placed` where an order that is not cancelled has lines of the quote.
  private func requireUnplaced(
    _ quote: Quote, _ lines: [OrderLine], _ policy: OrderPolicy
  ) throws {
    for id in lines.compactMap(\.quoteLine) {
      for line in try related(OrderLine.self, by: "quote_line", to: id) {
        let order = try order(.integer(line.order))
        guard order.status != policy.word(.cancelled) else { continue }
        throw ValidationError(
          "order.placed", "quote \(quote.code ?? "") is ordered already, by order \(order.name)",
          remedy: "go on with that, or cancel it first: ordering.cancel{order = …, reason = …}")
      }
    }
  }
}
