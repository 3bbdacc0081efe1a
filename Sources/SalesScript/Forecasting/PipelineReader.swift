import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// The open deals of calls like `forecast.pipeline{of =, probability =, by =, as_of =}`, weighed
/// and grouped.
struct PipelineReader {
  /// What deals are counted under, in the order of the table.
  struct Group {
    let key: FieldValue
    let name: String?
  }

  let asOf: Day
  let by: String
  let deals: [PipelineDeal]
  let groups: [Group]
  /// Open deals without an amount, which are left out.
  let left: Int
  /// Open deals whose expected close is past, which count on the day.
  let overdue: Int
  let basis: String

  static let options = [
    "of", "as_of", "by", "probability", "amount", "close", "region", "rep", "product", "policy",
  ]
  private static let words = ["rep", "region", "product", "stage"]

  /// - Parameter slip: Days by which a deal may close later; nil for none.
  /// - Throws: `forecast.by`, `forecast.probability`, `playbook.unknown`, `playbook.stage`.
  init(
    _ options: NamedArguments, _ policy: ForecastPolicy, _ policies: EnginePolicies, slip: Int?,
    host: ScriptHost
  ) throws {
    asOf = try options.day("as_of") ?? host.options.clock.day()
    by = try options.string("by") ?? policy.actuals.grain.rawValue
    let grain = Grain(rawValue: by)
    guard grain != nil || Self.words.contains(by) else {
      throw ArgumentError(
        "by: deals are not grouped by '\(by)'", code: "forecast.by",
        remedy: Suggestion.sentence(for: by, among: Grain.allCases.map(\.rawValue) + Self.words))
    }
    let query =
      try options.query("of", of: Opportunity.schema.entity) ?? host.query(Opportunity.self)
    let scoped = try ScopedQuery(query, host.forecastScope(options), host: host)
    var book = try PipelineBook(scoped, asOf: asOf, host: host)
    try book.fill(amount: options["amount"], close: options["close"], query)
    let odds = try DealOdds(options["probability"], query, book, policy.pipeline, policies, host)
    basis = odds.text
    var keys = GroupKeys(by: by, grain: grain, asOf: asOf)
    var (deals, left, overdue) = ([PipelineDeal](), 0, 0)
    for deal in book.deals {
      guard let amount = deal.amount else {
        left += 1
        continue
      }
      if let close = deal.expectedClose, close < asOf { overdue += 1 }
      deals.append(
        try PipelineDeal(
          id: deal.opportunity.id, amount: amount, probability: try odds.probability(of: deal),
          group: try keys.place(of: deal, later: 0),
          slipped: try slip.map { try keys.place(of: deal, later: $0) }))
    }
    let order = keys.order
    self.deals = try deals.map {
      try PipelineDeal(
        id: $0.id, amount: $0.amount, probability: $0.probability, group: order[$0.group],
        slipped: order[$0.slipped])
    }
    groups = try keys.groups(host)
    (self.left, self.overdue) = (left, overdue)
  }

  /// What should be known of it.
  var notes: [String] {
    var notes: [String] = []
    if left > 0 { notes.append("\(left.text("deal")) without an amount left out") }
    if overdue > 0, Grain(rawValue: by) != nil {
      notes.append("\(overdue.text("deal")) with a past expected close counted on \(asOf)")
    }
    return notes
  }

  /// The group's columns, and its cells.
  var columns: [ResultTable.Column] {
    switch by {
    case "rep", "product": [.init(by, .number), .init("name")]
    case "region", "stage": [.init(by)]
    default: [.init("period"), .init("starts_on")]
    }
  }

  func cells(of group: Group) -> [Value] {
    switch by {
    case "rep", "product": [group.key.scriptValue, group.name.map(Value.string) ?? .nil]
    case "region", "stage": [group.key.scriptValue]
    default:
      [
        .string(Self.text(group.key, by)), group.key.scriptValue,
      ]
    }
  }

  private static func text(_ key: FieldValue, _ by: String) -> String {
    guard case .day(let start) = key, let grain = Grain(rawValue: by) else { return "no date" }
    return grain.text(of: start)
  }
}

/// Numbers the groups of deals as they come.
private struct GroupKeys {
  let by: String
  let grain: Grain?
  let asOf: Day
  private var places: [FieldValue: Int] = [:]
  private var keys: [FieldValue] = []

  init(by: String, grain: Grain?, asOf: Day) {
    (self.by, self.grain, self.asOf) = (by, grain, asOf)
  }

  /// - Parameter days: By how many days it closes later.
  mutating func place(of deal: PipelineBook.Deal, later days: Int) throws -> Int {
    let key = try key(of: deal, later: days)
    if let place = places[key] { return place }
    keys.append(key)
    places[key] = keys.count - 1
    return keys.count - 1
  }

  private func key(of deal: PipelineBook.Deal, later days: Int) throws -> FieldValue {
    if let grain {
      guard let close = deal.expectedClose else { return .null }
      return .day(try grain.start(of: max(close, asOf).adding(days: days)))
    }
    switch by {
    case "rep": return deal.opportunity.rep.fieldValue
    case "product": return deal.opportunity.product.fieldValue
    case "stage": return .text(deal.stage)
    default: return deal.opportunity.region.fieldValue
    }
  }

  private var sorted: [FieldValue] {
    keys.sorted { a, b in
      if a.isNull != b.isNull { return b.isNull }
      return FieldOrder.isBefore(a, b) ?? false
    }
  }

  /// Where each place stands in the order of the table.
  var order: [Int] {
    var positions: [FieldValue: Int] = [:]
    for (position, key) in sorted.enumerated() { positions[key] = position }
    return keys.map { positions[$0] ?? 0 }
  }

  func groups(_ host: ScriptHost) throws -> [PipelineReader.Group] {
    var names: [Int64: String] = [:]
    if by == "rep" { for rep in try host.records(Rep.self) { names[rep.id] = rep.name } }
    if by == "product" {
      for product in try host.records(Product.self) { names[product.id] = product.name }
    }
    return sorted.map { key in
      if case .integer(let id) = key { return .init(key: key, name: names[id]) }
      return .init(key: key, name: nil)
    }
  }
}
