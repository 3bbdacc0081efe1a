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

extension ScriptHost {
  /// What a line of a product is priced from.
  ///
  /// - Throws: `price.list` for a product without a price, `price.agreement` for an agreement that
  ///   does not hold on the day.
  func priceLine(
    product: BlockRow, customer: BlockRow?, quantity: Int64, terms: PriceTerms
  ) throws -> PriceLine {
    guard case .money(let list) = try product.field("unit_price") else {
      throw PriceError(
        "price.list", "product \(product.id) has no list price", remedy: "set its unit_price")
    }
    var line = PriceLine(listPrice: list, quantity: quantity, on: terms.on)
    line.cost = try product.money("cost")
    line.logisticsCost = try product.money("logistics_cost")
    line.floorPrice = try product.money("floor_price")
    line.category = try product.text("category")
    line.grade = try product.text("grade")
    line.productKind = try product.text("kind")
    (line.cash, line.prepaid, line.renewalYears) = (terms.cash, terms.prepaid, terms.renewalYears)
    (line.promotion, line.referral) = (terms.promotion, terms.referral)
    (line.agreement, line.vmi) = (terms.agreement, terms.vmi ?? false)
    line.firstOrder = terms.firstOrder ?? false
    guard let customer else { return line }
    line.level = try customer.text("level")
    line.region = try customer.text("region")
    line.kind = try customer.text("kind")
    line.size = try customer.text("size")
    line.firstOrder = try terms.firstOrder ?? !hasOrdered(customer.id, before: terms.on)
    try applyAgreements(of: customer.id, terms, to: &line)
    return line
  }

  private func hasOrdered(_ customer: Int64, before day: Day) throws -> Bool {
    let query = QueryObject(try binding(Order.schema.entity), host: self)
    query.selection.equals = [(try query.slot("customer"), .integer(customer))]
    var found = false
    try query.forEachBlock(reading: [try query.slot("ordered_on")]) { block, rows in
      found = try rows.contains { try block.reader($0).day("ordered_on").map { $0 < day } ?? false }
      return !found
    }
    return found
  }

  /// The customer's own agreements of the day; one that is named but has ended is an error.
  private func applyAgreements(
    of customer: Int64, _ terms: PriceTerms, to line: inout PriceLine
  ) throws {
    let query = QueryObject(try binding(Agreement.schema.entity), host: self)
    query.selection.equals = [(try query.slot("customer"), .integer(customer))]
    var missed: String?
    var holdsNamed = false
    try query.forEachBlock { block, rows in
      for row in rows {
        let agreement = try Agreement(reading: block.reader(row))
        let holds =
          agreement.startsOn <= terms.on && terms.on <= (agreement.endsOn ?? .last)
        if agreement.kind == terms.agreement {
          holdsNamed = holdsNamed || holds
          if !holds {
            missed =
              "it holds from \(agreement.startsOn) to "
              + (agreement.endsOn.map(\.description) ?? "any day")
          }
        }
        guard holds else { continue }
        if agreement.kind == "vmi" {
          line.vmi = terms.vmi ?? true
        } else if terms.agreement == nil {
          line.agreement = agreement.kind
        }
      }
      return true
    }
    if let missed, !holdsNamed {
      throw PriceError(
        "price.agreement",
        "the agreement \(terms.agreement ?? "") of customer \(customer) does not hold on \(terms.on): \(missed)",
        remedy: "renew it first, or price without it")
    }
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
