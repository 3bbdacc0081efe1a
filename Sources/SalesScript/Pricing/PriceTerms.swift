import Lua
import SalesKernel
import SalesStore
import Values

/// What a price depends on beside product, quantity and customer.
struct PriceTerms {
  var agreement: String?
  var vmi: Bool?
  var cash = false
  var prepaid: Double = 0
  var renewalYears: Int64 = 0
  var promotion: String?
  var referral = false
  /// Nil where the customer's orders say it.
  var firstOrder: Bool?
  var on: Day

  static let names = [
    "agreement", "vmi", "cash", "prepaid", "renewal_years", "promotion", "referral",
    "first_order", "on",
  ]

  /// These terms over those of a quote: what the options do not name stays as it was.
  func over(_ quote: Quote, _ options: NamedArguments) -> PriceTerms {
    var terms = self
    if options["agreement"] == nil { terms.agreement = quote.agreement }
    if options["vmi"] == nil { terms.vmi = quote.vmi }
    if options["cash"] == nil { terms.cash = quote.cash ?? false }
    if options["prepaid"] == nil { terms.prepaid = quote.prepaid ?? 0 }
    if options["renewal_years"] == nil { terms.renewalYears = quote.renewalYears ?? 0 }
    if options["promotion"] == nil { terms.promotion = quote.promotion }
    if options["referral"] == nil { terms.referral = quote.referral ?? false }
    return terms
  }

  /// No terms but the day.
  init(today: Day) { on = today }

  /// - Throws: `price.terms` for a share or years that are none.
  init(_ options: NamedArguments, today: Day) throws {
    agreement = try options.string("agreement")
    vmi = try options.bool("vmi")
    cash = try options.bool("cash") ?? false
    prepaid = try options.number("prepaid") ?? 0
    renewalYears = try options.integer("renewal_years") ?? 0
    promotion = try options.string("promotion")
    referral = try options.bool("referral") ?? false
    firstOrder = try options.bool("first_order")
    on =
      try options["on"].map { value in
        guard case .day(let day) = try value.fieldValue(for: "on") else {
          throw ArgumentError("on: expected a date, got \(value.typeName)")
        }
        return day
      } ?? today
    guard (0...1).contains(prepaid) else {
      throw ArgumentError(
        "prepaid \(prepaid) is no share", code: "price.terms", remedy: "give a share from 0 to 1")
    }
    guard renewalYears >= 0 else {
      throw ArgumentError(
        "renewal_years \(renewalYears) is below 0", code: "price.terms", remedy: "give 0 or more")
    }
  }
}

extension PriceTerms {
  /// The fields that the terms themselves say, over what the customer's agreements and orders say.
  var spoken: Set<String> {
    var names: Set<String> = ["cash", "prepaid", "renewal_years", "promotion", "referral"]
    if agreement != nil { names.insert("agreement") }
    if vmi != nil { names.insert("vmi") }
    return names
  }

  /// Puts the terms into a line.
  func apply(to line: inout PriceLine) {
    line.on = on
    (line.cash, line.prepaid, line.renewalYears) = (cash, prepaid, renewalYears)
    (line.promotion, line.referral) = (promotion, referral)
    if let agreement { line.agreement = agreement }
    if let vmi { line.vmi = vmi }
    if let firstOrder { line.firstOrder = firstOrder }
  }
}

extension ScriptHost {
  /// What a line of a product is priced from.
  ///
  /// - Throws: `price.list` for a product without a price, `price.agreement` for an agreement that
  ///   does not hold on the day.
  func priceLine(
    product: BlockRow, customer: BlockRow?, quantity: Int64, terms: PriceTerms,
    records: PriceRecords
  ) throws -> PriceLine {
    guard var line = try PriceRecords.line(product: product) else {
      throw PriceRecords.noList(product.id)
    }
    line.quantity = quantity
    if let customer {
      let facts = try PriceRecords.line(customer: customer)
      (line.level, line.region) = (facts.level, facts.region)
      (line.kind, line.size) = (facts.kind, facts.size)
      let standing = try records.standing(of: customer.id, on: terms.on)
      try records.requireHeld(terms.agreement, by: customer.id, on: terms.on)
      line.firstOrder = standing.isFirst
      try records.agreements.apply(standing.held, to: &line, except: terms.spoken)
    }
    terms.apply(to: &line)
    let grant = try records.campaigns.grant(
      terms.promotion, customer: customer?.id, on: terms.on)
    (line.promotion, line.promotionRefused) = (grant.promotion, grant.refusal)
    return line
  }
}

extension RecordReader {
  func field(_ name: String) throws -> FieldValue { try value(at: entity.requireSlot(of: name)) }

  /// A money field by name; nil where it is empty.
  func money(_ field: String) throws -> Money? {
    guard case .money(let money) = try self.field(field) else { return nil }
    return money
  }
}
