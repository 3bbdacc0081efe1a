import Lua
import SalesKernel
import SalesStore
import Values

/// What priced lines answer: sums, columns, groups, and each line with its why.
extension ScriptHost {
  func definePricedLines() throws {
    try state.defineMethod(on: PricedLinesObject.self, "__len") { arguments, results in
      try results.add(try Self.pricedLines(arguments).priced.count)
    }
    try state.defineFallback(on: PricedLinesObject.self) { [unowned self] arguments, results in
      let lines = try Self.pricedLines(arguments)
      guard case .integer(let index) = try arguments[1] else {
        return try results.add(
          try summary(lines).member(try arguments.decode(1, as: String.self)))
      }
      guard index >= 1, index <= lines.priced.count else { return try results.add(Value.nil) }
      try results.add(Value.object(try report(lines, at: Int(index) - 1)))
    }
    try state.defineMethod(on: PricedLinesObject.self, "__tostring") {
      [unowned self] arguments, results in
      try results.add(try text(of: summary(Self.pricedLines(arguments))))
    }
    try defineList()
    try defineGroups()
  }

  private func defineList() throws {
    help.add(
      HelpEntry(
        "priced:list", "priced:list(column)",
        "One column of priced lines as a list: product, customer, quantity, unit_price, amount, "
          + "list_total, cost, lead_days, waterfall. A refused line, and what is empty, is false.",
        errors: ["script.argument"],
        example:
          "return pricing.lines{product = 1, quantity = {99, 100, 1000}}:price():list(\"lead_days\")",
        result: "{28, 21, 14}", seeAlso: ["lines:price", "priced:by"]))
    try state.defineMethod(on: PricedLinesObject.self, "list") { arguments, results in
      let lines = try Self.pricedLines(arguments)
      let name = try arguments.decode(1, as: String.self)
      guard let column = PricedColumn(rawValue: name) else {
        let names = PricedColumn.allCases.map(\.rawValue)
        throw ArgumentError(
          "priced lines have no column '\(name)'",
          remedy: Suggestion.closest(to: name, among: names).map { "did you mean '\($0)'?" }
            ?? "they have \(names.joined(separator: ", "))")
      }
      try results.add(Value.table(Table(list: try column.values(of: lines))))
    }
  }

  private func defineGroups() throws {
    help.add(
      HelpEntry(
        "priced:by", "priced:by(field)",
        "Priced lines in groups by product, customer, or a field of the line as level, region or "
          + "category: lines, list_total, amount, discount, cost, margin.",
        units: "yuan; discount and margin are shares for show", errors: ["entity.field"],
        example:
          "local priced = pricing.lines{product = {1, 2, 1}, quantity = 10}:price()\n"
          + "local t = priced:by(\"product\")\nreturn #t, t[1].lines",
        result: "2  2", seeAlso: ["lines:price", "priced:list"]))
    try state.defineMethod(on: PricedLinesObject.self, "by") { arguments, results in
      let lines = try Self.pricedLines(arguments)
      try results.add(Value.object(try lines.groups(by: try arguments.decode(1, as: String.self))))
    }
  }

  func summary(_ lines: PricedLinesObject) throws -> ReportObject {
    let total = try lines.total()
    let refused = lines.priced.refusals.map { refusal -> [Value] in
      let facts = hooks.facts(of: refusal.error)
      return [
        .integer(Int64(refusal.line + 1)), .string(facts.code), .string(facts.message),
        .string(facts.remedy),
      ]
    }
    return ReportObject(
      [
        .init("policy", .string(lines.priced.policy.name)),
        .init("lines", .integer(Int64(total.lines))),
      ] + total.parts + [
        .init(
          "refused",
          .object(
            ResultTable(
              columns: [
                .init("line", .number), .init("code"), .init("message"), .init("remedy"),
              ], rows: refused)), text: refused.isEmpty ? "" : nil)
      ])
  }

  /// One line, as `pricing.price` gives it.
  private func report(_ lines: PricedLinesObject, at index: Int) throws -> ReportObject {
    let line = lines.priced.lines.line(index)
    let price = try lines.priced.price(index)
    let policy = lines.priced.policy
    return try report(price, of: line, hint: policy.hint(for: line, at: price), policy)
  }

  static func pricedLines(_ arguments: Arguments) throws -> PricedLinesObject {
    guard case .object(let object) = try arguments[0], let lines = object as? PricedLinesObject
    else {
      throw ArgumentError("expected priced lines, got \(try arguments[0].typeName)")
    }
    return lines
  }
}

extension PricedLines.Total {
  var parts: [ReportObject.Part] {
    let discount = ApprovalCase.discount(of: amount, from: list)
    let margin = try? amountWithCost.subtracting(cost).ratio(to: amountWithCost)
    return [
      .init("list_total", .scalar(list.scalar)), .init("amount", .scalar(amount.scalar)),
      .init("discount", share: discount), .init("cost", .scalar(cost.scalar)),
      .init(
        "margin", amountWithCost.isZero ? .nil : margin.map(Value.number) ?? .nil,
        text: margin.map(ShareText.of) ?? ""),
    ]
  }
}

/// A column of priced lines, as scripts name it.
enum PricedColumn: String, CaseIterable {
  case product, customer, quantity
  case unitPrice = "unit_price"
  case amount
  case listTotal = "list_total"
  case cost
  case leadDays = "lead_days"
  case waterfall

  func values(of lines: PricedLinesObject) throws -> [Value] {
    let priced = lines.priced
    let refused = Set(priced.refusals.map(\.line))
    let writer = self == .waterfall ? WaterfallWriter(priced) : nil
    var buffer: [UInt8] = []
    return try (0..<priced.count).map { index in
      if self != .product, self != .customer, self != .quantity, refused.contains(index) {
        return .bool(false)
      }
      switch self {
      case .product: return .integer(lines.source.product(index))
      case .customer: return lines.source.customer(index).map(Value.integer) ?? .bool(false)
      case .quantity: return .integer(priced.lines.pieces(index))
      case .unitPrice: return .scalar(Money(units: priced.units[index]).scalar)
      case .amount: return .scalar(Money(units: priced.amounts[index]).scalar)
      case .listTotal: return .scalar(try priced.listTotal(index).scalar)
      case .cost:
        let cost = priced.costs[index]
        return cost == PricedLines.noCost ? .bool(false) : .scalar(Money(units: cost).scalar)
      case .leadDays: return try priced.leadDays(index).map(Value.integer) ?? .bool(false)
      case .waterfall:
        try writer?.write(index, to: &buffer)
        return .string(String(decoding: buffer, as: UTF8.self))
      }
    }
  }
}

extension PricedLinesObject {
  /// The lines in groups, by key upward.
  /// - Throws: `entity.field`, `money.overflow`.
  func groups(by field: String) throws -> ResultTable {
    var places: [FieldValue: [Int]] = [:]
    let slot =
      ["product", "customer"].contains(field)
      ? nil : try PriceLine.schema.entity.requireSlot(of: field)
    for index in 0..<priced.count {
      let key: FieldValue
      switch field {
      case "product": key = .integer(source.product(index))
      case "customer": key = source.customer(index).map(FieldValue.integer) ?? .null
      default: key = priced.lines.value(index, slot: slot ?? 0)
      }
      places[key, default: []].append(index)
    }
    let rows = try places.sorted { FieldOrder.isBefore($0.key, $1.key) ?? $0.key.isNull }
      .map { key, lines -> [Value] in
        let total = try priced.total(lines)
        return [key.scriptValue, .integer(Int64(total.lines))] + total.parts.map(\.value)
      }
    let names = ["lines", "list_total", "amount", "discount", "cost", "margin"]
    return ResultTable(
      columns: [.init(field)] + names.map { .init($0, .number) }, rows: rows)
  }
}
