import Lua
import SalesKernel
import SalesStore
import Values

/// Puts the columns together that lines are priced from: what a script gives, and what the store knows.
struct PriceLinesBuilder {
  let host: ScriptHost
  let records: PriceRecords
  private let options: NamedArguments
  private let terms: PriceTerms

  /// - Throws: `price.terms`, `script.argument`.
  init(_ host: ScriptHost, _ options: NamedArguments) throws {
    self.host = host
    self.options = options
    records = try host.priceRecords()
    terms = try PriceTerms(
      options.without(PriceTerms.names.filter { options[$0]?.isList ?? false }),
      today: host.options.clock.day())
  }

  /// Lines of products by the columns of the options.
  /// - Throws: `price.lines` for columns of unlike length, `price.quantity`, `record.missing`.
  func build() throws -> PriceLinesObject {
    let count = try self.count()
    let products = try ids("product", of: Product.schema.entity, count: count)
    let customers =
      options["customer"] == nil
      ? nil : try ids("customer", of: Customer.schema.entity, count: count)
    return try build(
      products, customers, quantities: try quantities(count), days: try days(count), count: count)
  }

  /// Lines of ids by column.
  func build(
    _ products: CodedColumn<Int64>, _ customers: CodedColumn<Int64>?, quantities: [Int64],
    days: CodedColumn<Day>, count: Int
  ) throws -> PriceLinesObject {
    try records.read(products: products.distinct)
    var lines = try PriceLines(
      products: try products.distinct.map(records.product), product: products.codes,
      quantities: quantities)
    var record = PriceLine.blank(id: 0)
    terms.apply(to: &record)
    let single = (PriceLine.termFields + ["first_order"]).filter { !isList($0) }
    try lines.add("terms", [record], fields: single, codes: [])
    try lines.add(
      "on", days.distinct.map { PriceLine(listPrice: .zero, quantity: 0, on: $0) }, fields: ["on"],
      codes: days.distinct.count == 1 ? [] : days.codes)
    if let customers {
      try records.read(customers: customers.distinct)
      let facts = customers.distinct.map { records.customer($0) ?? .blank(id: $0) }
      let isOne = customers.distinct.count == 1
      try lines.add(
        "customer", facts, fields: PriceLine.customerFields, codes: isOne ? [] : customers.codes)
      try addStandings(customers, days, to: &lines)
    }
    try addColumns(to: &lines)
    try addGrants(customers, days, to: &lines)
    return PriceLinesObject(
      lines, products: products.distinct, customers: customers?.distinct ?? [],
      customerCodes: customers.map { $0.distinct.count == 1 ? [] : $0.codes } ?? [], terms: terms)
  }

  // MARK: What the customers' agreements and orders say

  private func addStandings(
    _ customers: CodedColumn<Int64>, _ days: CodedColumn<Day>, to lines: inout PriceLines
  ) throws {
    var known: [UInt64: UInt32] = [:]
    var column = CodedColumn<PriceRecords.Standing>()
    for line in 0..<lines.count {
      let (party, day) = (customers.codes[line], days.codes[line])
      let pair = UInt64(party) << 32 | UInt64(day)
      if let code = known[pair] {
        column.append(code: code)
        continue
      }
      let (customer, on) = (customers.distinct[Int(party)], days.distinct[Int(day)])
      try records.requireHeld(terms.agreement, by: customer, on: on)
      known[pair] = column.append(try records.standing(of: customer, on: on))
    }
    let spoken = terms.spoken
    let fields = records.agreements.fields.filter { !spoken.contains($0) }
    let standings = try column.distinct.map { standing in
      var line = PriceLine.blank(id: 0)
      line.firstOrder = terms.firstOrder ?? standing.isFirst
      try records.agreements.apply(standing.held, to: &line, except: spoken)
      return line
    }
    try lines.add(
      "standing", standings, fields: fields + ["first_order"],
      codes: standings.count == 1 ? [] : column.codes)
  }

  /// What campaigns make of the promotions that lines ask for, or get without asking.
  private func addGrants(
    _ customers: CodedColumn<Int64>?, _ days: CodedColumn<Day>, to lines: inout PriceLines
  ) throws {
    let campaigns = records.campaigns
    let slot = try PriceLine.schema.entity.requireSlot(of: "promotion")
    let isMixed = isList("promotion")
    guard isMixed || campaigns.offers.concerns(terms.promotion) else { return }
    var column = CodedColumn<CampaignOffers.Grant>()
    for line in 0..<lines.count {
      var named = terms.promotion
      if isMixed {
        if case .text(let word) = lines.value(line, slot: slot) {
          named = word
        } else {
          named = nil
        }
      }
      column.append(
        try campaigns.grant(
          named, customer: customers.map { $0.distinct[Int($0.codes[line])] },
          on: days.distinct[Int(days.codes[line])]))
    }
    let records = column.distinct.map { grant in
      var line = PriceLine.blank(id: 0)
      (line.promotion, line.promotionRefused) = (grant.promotion, grant.refusal)
      return line
    }
    try lines.add(
      "campaign", records, fields: ["promotion", "promotion_refused"],
      codes: records.count == 1 ? [] : column.codes)
  }

  // MARK: Columns that the script gives

  /// How many lines there are: as many as the longest list has values.
  private func count() throws -> Int {
    let names = ["product", "quantity", "customer"] + PriceTerms.names
    let counts = names.compactMap { options[$0]?.list?.count }
    guard options["product"] != nil, options["quantity"] != nil else {
      throw ArgumentError(
        "lines want a product and a quantity", code: "price.lines",
        remedy: "as pricing.lines{product = {1, 2}, quantity = {100, 50}}")
    }
    return counts.max() ?? 1
  }

  /// The values of an option, one a line.
  private func values(_ name: String, _ count: Int) throws -> [Value] {
    guard let value = options[name] else { return [] }
    guard let list = value.list else { return [value] }
    guard list.count == count else {
      throw PriceError(
        "price.lines", "\(name) has \(list.count) values for \(count) lines",
        remedy: "give one for all lines, or one a line")
    }
    return list
  }

  private func ids(
    _ name: String, of entity: Entity, count: Int
  ) throws -> CodedColumn<Int64> {
    let values = try values(name, count)
    var column = CodedColumn<Int64>()
    var known: [String: Int64] = [:]
    for (index, value) in values.enumerated() {
      switch value {
      case .integer(let number): column.append(number)
      case .string(let code):
        let id = try known[code] ?? host.row(value, of: entity, as: "\(name)[\(index + 1)]").id
        known[code] = id
        column.append(id)
      default: column.append(try host.row(value, of: entity, as: "\(name)[\(index + 1)]").id)
      }
    }
    let session = try host.requireSession()
    for (code, id) in column.distinct.enumerated() where try !session.exists(entity, id: id) {
      let first = column.codes.firstIndex(of: UInt32(code)) ?? 0
      throw ArgumentError(
        "\(name)[\(first + 1)]: there is no \(entity.singular) \(id)", code: "record.missing",
        remedy: "see \(entity.name):select(\"code\")")
    }
    if values.count == 1, let one = column.distinct.first { return CodedColumn(one, count: count) }
    return column
  }

  private func quantities(_ count: Int) throws -> [Int64] {
    try values("quantity", count).enumerated().map { index, value in
      if case .integer(let pieces) = value { return pieces }
      do {
        return try host.pieces(value)
      } catch let error as PriceError {
        throw PriceError(
          error.code, "quantity[\(index + 1)]: \(error.message)", remedy: error.remedy)
      }
    }
  }

  private func days(_ count: Int) throws -> CodedColumn<Day> {
    guard isList("on") else { return CodedColumn(terms.on, count: count) }
    var column = CodedColumn<Day>()
    for value in try values("on", count) {
      guard case .day(let day) = try value.fieldValue(for: "on") else {
        throw ArgumentError("on: expected dates, got \(value.typeName)")
      }
      column.append(day)
    }
    return column
  }

  private func isList(_ name: String) -> Bool { options[name]?.isList ?? false }

  /// Terms that differ from line to line; false, for a word, is none.
  private func addColumns(to lines: inout PriceLines) throws {
    for name in PriceLine.termFields + ["first_order"] where isList(name) {
      let slot = try PriceLine.schema.entity.requireSlot(of: name)
      let isFlag = PriceLine.schema.entity.fields[slot].type == .bool
      var column = CodedColumn<FieldValue>()
      for value in try values(name, lines.count) {
        let field = try value.fieldValue(for: name)
        column.append(field == .bool(false) && !isFlag ? .null : field)
      }
      let records = try column.distinct.map { value in
        var line = PriceLine.blank(id: 0)
        try PriceLine.schema.set(&line, slot: slot, to: value)
        return line
      }
      try lines.add(name, records, fields: [name], codes: column.codes)
    }
  }
}

extension Value {
  var list: [Value]? {
    guard case .table(let table) = self, table.fields.isEmpty, table.others.isEmpty else {
      return nil
    }
    return table.list
  }

  var isList: Bool { list != nil }
}
