import Lua
import SalesKernel
import SalesStore
import Values

/// Writes quotes: prices the lines, keeps their waterfalls, adds up the document.
struct QuoteWriter {
  /// A line as it was asked for.
  struct Wanted {
    let product: BlockRow
    let quantity: Int64
    let kit: Int64?
  }

  let host: ScriptHost
  let pricing: PricePolicy
  let terms: PriceTerms
  let configurator: () throws -> ConfiguratorPolicy

  /// Makes the quote and its lines: all of it or nothing.
  /// - Returns: the quote's id.
  func write(_ draft: Quote, customer: BlockRow, _ wanted: [Wanted]) throws -> Int64 {
    let session = try host.requireSession()
    let records = try host.priceRecords()
    var quote = draft
    var lines: [QuoteLine] = []
    var sums = (list: Money.zero, amount: Money.zero, cost: Money?.some(.zero))
    for want in wanted {
      let facts = try host.priceLine(
        product: want.product, customer: customer, quantity: want.quantity, terms: terms,
        records: records)
      let price = try pricing.price(facts)
      var line = QuoteLine(
        quote: 0, line: Int64(lines.count + 1), product: want.product.id, quantity: want.quantity)
      (line.kit, line.listPrice, line.unitPrice) = (want.kit, facts.listPrice, price.unit)
      (line.amount, line.cost, line.leadDays) = (price.amount, price.cost, price.leadDays)
      line.waterfall = price.waterfall?.text
      lines.append(line)
      if quote.agreement == nil { quote.agreement = facts.agreement }
      if quote.promotion == nil { quote.promotion = facts.promotion }
      quote.vmi = facts.vmi
      sums.list = try sums.list.adding(price.listTotal)
      sums.amount = try sums.amount.adding(price.amount)
      sums.cost = try price.cost.flatMap { cost in try sums.cost?.adding(cost) }
    }
    try controlMargins(of: lines)
    quote.listTotal = sums.list
    quote.amount = try sums.amount.rounded(pricing.rounding(.document), to: .document)
    quote.cost = sums.cost
    quote.policy = pricing.name
    return try session.savepoint {
      quote.ruleSet = try host.ruleSet(of: pricing)
      let id = try session.create(Quote.schema.entity, quote.values)
      for var line in lines {
        line.quote = id
        try session.create(QuoteLine.schema.entity, line.values)
      }
      return id
    }
  }

  /// - Throws: `configurator.margin` for a configuration under the least margin. Its lines follow the
  ///   line of the base, which is where kit and product are the same.
  private func controlMargins(of lines: [QuoteLine]) throws {
    var start = 0
    while start < lines.count {
      let base = lines[start].product
      guard lines[start].kit == base else {
        start += 1
        continue
      }
      let parts =
        lines[start...].prefix(1)
        + lines[(start + 1)...].prefix { $0.kit == base && $0.product != base }
      var (amount, cost) = (Money.zero, Money?.some(.zero))
      for part in parts {
        amount = try amount.adding(part.amount ?? .zero)
        cost = try part.cost.flatMap { try cost?.adding($0) }
      }
      _ = try configurator().control(amount, cost: cost, try host.productName(base))
      start += parts.count
    }
  }
}

extension SalesRecord {
  /// The record's fields as the store's door takes them.
  var values: [(slot: Int, value: FieldValue)] {
    Self.schema.entity.fields.indices.compactMap { slot in
      let value = Self.schema.value(of: self, slot: slot)
      return value.isNull ? nil : (slot, value)
    }
  }
}
