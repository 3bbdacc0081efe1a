import Lua
import SalesKernel
import SalesStore
import Values

/// Writes many priced lines as quotes: one a customer, or one a key that the script gives.
struct QuoteBatch {
  let host: ScriptHost
  let source: PricedLinesObject
  let policy: QuotePolicy
  /// Whether lines keep their waterfalls.
  let explains: Bool

  /// Lines of one quote, in their order.
  struct Group {
    let customer: Int64
    var lines: [Int]
  }

  /// Puts lines into quotes; refused lines are left out.
  ///
  /// - Parameter keys: A key a line; nil for the customer's.
  /// - Throws: `quote.customer` for lines without one, `quote.lines` where lines of a key differ in
  ///   customer or terms.
  func groups(_ keys: [Value]?) throws -> [Group] {
    let lines = source.priced.lines
    guard source.source.customer(0) != nil else {
      throw ArgumentError(
        "the lines have no customer", code: "quote.customer",
        remedy: "give customer = … to pricing.lines")
    }
    let refused = Set(source.priced.refusals.map(\.line))
    var places: [String: Int] = [:]
    var groups: [Group] = []
    for index in 0..<lines.count where !refused.contains(index) {
      let customer = source.source.customer(index) ?? 0
      let key = keys?[index].plain ?? "\(customer)"
      if let place = places[key] {
        try require(groups[place], admits: index, customer, key)
        groups[place].lines.append(index)
      } else {
        places[key] = groups.count
        groups.append(Group(customer: customer, lines: [index]))
      }
    }
    return groups
  }

  private func require(_ group: Group, admits line: Int, _ customer: Int64, _ key: String) throws {
    let lines = source.priced.lines
    let first = group.lines[0]
    let isLike =
      customer == group.customer
      && lines.axes.indices.dropFirst().allSatisfy { lines.code(first, $0) == lines.code(line, $0) }
    guard !isLike else { return }
    throw ArgumentError(
      "lines \(first + 1) and \(line + 1) of quote \(key) differ in customer, day or terms",
      code: "quote.lines", remedy: "give by = {…} with a key a line, one key a quote")
  }

  /// Writes the quotes with their lines.
  /// - Returns: the quotes' ids.
  func write(_ groups: [Group], like draft: Quote) throws -> [Int64] {
    let session = try host.requireSession()
    return try session.savepoint {
      let quotes = try quotes(groups, like: draft)
      let feed = try RecordFeed<Quote>(session)
      let ids = try quotes.map { try feed.append($0) }
      try feed.finish()
      try writeLines(zip(ids, groups), session)
      return ids
    }
  }

  private func quotes(_ groups: [Group], like draft: Quote) throws -> [Quote] {
    let rules = try host.ruleSet(of: source.priced.policy)
    var number = try host.nextNumber(policy)
    return try groups.map { group in
      var quote = draft
      let line = source.priced.lines.line(group.lines[0])
      let total = try source.priced.total(group.lines)
      (quote.customer, quote.version) = (group.customer, 1)
      number = try host.freeNumber(policy, from: number)
      quote.code = policy.code(number, version: 1)
      number += 1
      (quote.agreement, quote.vmi, quote.cash) = (line.agreement, line.vmi, line.cash)
      (quote.prepaid, quote.renewalYears) = (line.prepaid, line.renewalYears)
      (quote.promotion, quote.referral) = (line.promotion, line.referral)
      (quote.listTotal, quote.amount) = (total.list, total.amount)
      let isCosted = group.lines.allSatisfy { source.priced.costs[$0] != PricedLines.noCost }
      quote.cost = isCosted ? total.cost : nil
      (quote.policy, quote.ruleSet) = (source.priced.policy.name, rules)
      return quote
    }
  }

  private func writeLines(
    _ groups: Zip2Sequence<[Int64], [Group]>, _ session: Session
  ) throws {
    let priced = source.priced
    let entity = QuoteLine.schema.entity
    let feed = try RowFeed(session, entity)
    let slots = try QuoteLineSlots(entity)
    let writer = WaterfallWriter(priced)
    var buffer: [UInt8] = []
    var values = [FieldValue](repeating: .null, count: entity.fields.count)
    for (quote, group) in groups {
      try host.state.checkStop()
      values[slots.quote] = .integer(quote)
      for (place, index) in group.lines.enumerated() {
        values[slots.line] = .integer(Int64(place + 1))
        values[slots.product] = .integer(source.source.product(index))
        values[slots.quantity] = .integer(priced.lines.pieces(index))
        values[slots.listPrice] = .money(priced.lines.listPrice(index))
        values[slots.unitPrice] = .money(Money(units: priced.units[index]))
        values[slots.amount] = .money(Money(units: priced.amounts[index]))
        let cost = priced.costs[index]
        values[slots.cost] = cost == PricedLines.noCost ? .null : .money(Money(units: cost))
        values[slots.leadDays] = try priced.leadDays(index).map(FieldValue.integer) ?? .null
        if explains {
          try writer.write(index, to: &buffer)
          values[slots.waterfall] = .text(String(decoding: buffer, as: UTF8.self))
        }
        try feed.append(values)
      }
    }
    try feed.finish()
  }
}

/// Where the values of a quote line stand.
private struct QuoteLineSlots {
  let quote, line, product, quantity, listPrice, unitPrice, amount, cost, leadDays, waterfall: Int

  init(_ entity: Entity) throws {
    quote = try entity.requireSlot(of: "quote")
    line = try entity.requireSlot(of: "line")
    product = try entity.requireSlot(of: "product")
    quantity = try entity.requireSlot(of: "quantity")
    listPrice = try entity.requireSlot(of: "list_price")
    unitPrice = try entity.requireSlot(of: "unit_price")
    amount = try entity.requireSlot(of: "amount")
    cost = try entity.requireSlot(of: "cost")
    leadDays = try entity.requireSlot(of: "lead_days")
    waterfall = try entity.requireSlot(of: "waterfall")
  }
}
