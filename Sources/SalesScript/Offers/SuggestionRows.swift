import Lua
import SalesKernel
import SalesStore
import Values

/// Suggestions as rows of a table, priced where there is a quote.
struct SuggestionRows {
  let host: ScriptHost
  let pricing: PricePolicy?
  let wish: ScriptHost.Wish
  private let names: [Int64: String]
  private let records: PriceRecords

  static let columns: [ResultTable.Column] = [
    .init("kind"), .init("rule"), .init("product", .number), .init("code"),
    .init("because", .number), .init("quantity", .number), .init("amount", .number),
    .init("difference", .number), .init("count", .number), .init("support", .number),
    .init("confidence", .number), .init("lift", .number), .init("likelihood", .number),
    .init("reason"), .init("source"),
  ]

  init(host: ScriptHost, prices: PricePolicies, wish: ScriptHost.Wish) throws {
    self.host = host
    self.wish = wish
    pricing = try wish.quote.map { try prices.policy($0.policy.map(Value.string)) }
    names = try host.productNames()
    records = try PriceRecords(host)
  }

  func row(_ item: Suggester.Suggestion) throws -> [Value] {
    let effect = try effect(of: item)
    let found = item.association
    let reason =
      item.rule.map { "\($0.reason.en) · \($0.reason.zh)" }
      ?? "\(found?.count ?? 0) of \(found?.ofProduct ?? 0) who buy \(names[item.because] ?? "")"
    return [
      .string((item.rule?.kind ?? .crossSell).rawValue),
      item.rule.map { .string($0.key) } ?? .string("orders"), .integer(item.product),
      names[item.product].map(Value.string) ?? .nil, .integer(item.because),
      effect.map { .integer($0.pieces) } ?? .nil, effect.map { .scalar($0.amount.scalar) } ?? .nil,
      effect.map { .scalar($0.difference.scalar) } ?? .nil,
      found.map { .integer(Int64($0.count)) } ?? .nil, found.map { .number($0.support) } ?? .nil,
      found.map { .number($0.confidence) } ?? .nil, found.map { .number($0.lift) } ?? .nil,
      .number(item.likelihood), .string(reason), .string(item.rule?.source ?? "orders"),
    ]
  }

  /// Other terms for the whole quote; what they would change where there is one.
  func row(terms rule: SuggestionRule) throws -> [Value]? {
    let words = rule.terms.map { "\($0.name) \($0.value.text)" }.joined(separator: ", ")
    var (amount, difference) = (Value.nil, Value.nil)
    if let quote = wish.quote, let pricing {
      let old = PriceTerms(of: quote)
      let new = old.with(rule.terms)
      if new.isSame(as: old) { return nil }
      guard let total = try total(pricing, new), let now = quote.amount else { return nil }
      (amount, difference) = (.scalar(total.scalar), .scalar(try total.subtracting(now).scalar))
    }
    return [
      .string(rule.kind.rawValue), .string(rule.key), .nil, .string(words), .nil, .nil, amount,
      difference, .nil, .nil, .nil, .nil, .nil, .string("\(rule.reason.en) · \(rule.reason.zh)"),
      .string(rule.source),
    ]
  }

  private struct Effect {
    let pieces: Int64
    let amount: Money
    let difference: Money
  }

  /// What the suggestion would cost beside the line, or in its place; nil where it has no price.
  private func effect(of item: Suggester.Suggestion) throws -> Effect? {
    guard let quote = wish.quote, let pricing, let bought = wish.pieces[item.because] else {
      return nil
    }
    let (pieces, overflow) = bought.multipliedReportingOverflow(by: item.rule?.pieces ?? 1)
    let terms = PriceTerms(of: quote)
    guard !overflow, let amount = try price(item.product, pieces, pricing, terms) else {
      return nil
    }
    guard item.rule?.kind == .upSell else {
      return Effect(pieces: pieces, amount: amount, difference: amount)
    }
    guard let before = try price(item.because, bought, pricing, terms) else { return nil }
    return Effect(pieces: pieces, amount: amount, difference: try amount.subtracting(before))
  }

  private func total(_ pricing: PricePolicy, _ terms: PriceTerms) throws -> Money? {
    guard let quote = wish.quote else { return nil }
    var total = Money.zero
    for line in try host.quoteLines(of: quote.id) {
      guard let amount = try price(line.product, line.quantity, pricing, terms) else { return nil }
      total = try total.adding(amount)
    }
    return total
  }

  /// Nil where the policy has no price for it.
  private func price(
    _ product: Int64, _ pieces: Int64, _ pricing: PricePolicy, _ terms: PriceTerms
  ) throws -> Money? {
    do {
      let line = try host.priceLine(
        product: host.row(.integer(product), of: Product.schema.entity, as: "product"),
        customer: wish.customer, quantity: pieces, terms: terms, records: records)
      return try pricing.price(line, explaining: false).amount
    } catch is PriceError {
      return nil
    }
  }
}

extension PriceTerms {
  /// The terms of a quote, on its day.
  init(of quote: Quote) {
    self.init(today: quote.quotedOn)
    (agreement, vmi) = (quote.agreement, quote.vmi)
    (cash, prepaid) = (quote.cash ?? false, quote.prepaid ?? 0)
    (renewalYears, promotion) = (quote.renewalYears ?? 0, quote.promotion)
    referral = quote.referral ?? false
  }

  /// These with some others in their place.
  func with(_ terms: [(name: String, value: FieldValue)]) -> PriceTerms {
    var new = self
    for (name, value) in terms {
      switch (name, value) {
      case ("agreement", .text(let word)): new.agreement = word
      case ("vmi", .bool(let bool)): new.vmi = bool
      case ("cash", .bool(let bool)): new.cash = bool
      case ("prepaid", .number(let share)): new.prepaid = share
      case ("renewal_years", .integer(let years)): new.renewalYears = years
      default: continue
      }
    }
    return new
  }

  func isSame(as other: PriceTerms) -> Bool {
    (agreement, vmi ?? false, cash, prepaid, renewalYears)
      == (other.agreement, other.vmi ?? false, other.cash, other.prepaid, other.renewalYears)
  }
}
