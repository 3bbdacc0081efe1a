import Lua
import Pictures
import SalesKernel
import SalesStore
import Values

/// What a customer bought: how often, how much, and what it prefers.
struct PortraitPurchases {
  /// Products that the table names.
  private static let preferred = 5

  private let portrait: CustomerPortrait
  /// Orders that count, by day.
  private let orders: [Order]

  init(_ portrait: CustomerPortrait) throws {
    self.portrait = portrait
    let cancelled = try portrait.host.cancelledWord()
    orders = try portrait.related(Order.self).filter {
      $0.orderedOn <= portrait.today && !($0.status == cancelled && $0.amount == .zero)
    }.sorted { ($0.orderedOn, $0.id) < ($1.orderedOn, $1.id) }
  }

  func section() throws -> PortraitSection {
    var section = PortraitSection("purchases")
    guard let first = orders.first?.orderedOn, let last = orders.last?.orderedOn else {
      return section
    }
    let window = portrait.window
    let before = try PurchaseWindow(endingOn: window.start, months: window.months)
    let (recent, earlier) = (
      orders.filter { window.holds($0.orderedOn) }, orders.filter { before.holds($0.orderedOn) }
    )
    let (amount, previous) = (try Self.sum(recent), try Self.sum(earlier))
    section.add(
      "orders", Int64(recent.count),
      "\(recent.count.text("order")) in \(window.months) months")
    section.add("amount", amount, amount.grouped)
    section.add("amount_before", previous)
    if previous.units > 0 {
      let growth = Double(amount.units) / Double(previous.units) - 1
      section.add(
        "growth", growth,
        "\(growth < 0 ? "" : "+")\(ShareText.of(growth)) on the time before")
    }
    section.add("orders_ever", Int64(orders.count))
    section.add("first_order", first)
    section.add("last_order", last, "last \(last)")
    if orders.count > 1 {
      let days = Double(last.days(since: first)) / Double(orders.count - 1)
      section.add("days_between", days, "every \(Int64(days.rounded())) days")
    }
    section.add("prefers", try preferences(recent))
    return section
  }

  /// What came of it in each quarter from the first order on, at most as long as the chart is readable.
  func pictures() throws -> [Picture] {
    var amounts: [Day: Money] = [:]
    for order in orders {
      let quarter = order.orderedOn.startOfQuarter
      amounts[quarter] = try (amounts[quarter] ?? .zero).adding(order.amount)
    }
    guard let first = amounts.keys.min() else { return [] }
    var bars: [Picture.Bar] = []
    var quarter = max(first, try portrait.today.startOfQuarter.adding(months: -33))
    while quarter <= portrait.today {
      let amount = amounts[quarter] ?? .zero
      bars.append(
        Picture.Bar(
          Grain.quarter.text(of: quarter), Double(amount.units) / 10_000, note: amount.grouped))
      quarter = try quarter.adding(months: 3)
    }
    return [Picture("\(portrait.customer.name) 采购额 purchases by quarter", .bars(bars))]
  }

  private func preferences(_ orders: [Order]) throws -> ResultTable {
    var amounts: [Int64: Money] = [:]
    for order in orders {
      for line in try portrait.host.related(OrderLine.self, by: "order", to: order.id) {
        guard let product = line.product else { continue }
        amounts[product] = try (amounts[product] ?? .zero).adding(line.amount)
      }
    }
    let total = try amounts.values.reduce(Money.zero) { try $0.adding($1) }
    let ranked = amounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ResultTable(
      columns: [
        .init("product", .number), .init("name"), .init("amount", .number),
        .init("share", .number),
      ],
      rows: try ranked.prefix(Self.preferred).map { id, amount in
        let product = try portrait.host.record(Product.self, id: id)
        return [
          .integer(id), .string(product.name), .scalar(amount.scalar),
          total.units > 0 ? .number(Double(amount.units) / Double(total.units)) : .nil,
        ]
      }, omitted: max(0, ranked.count - Self.preferred))
  }

  private static func sum(_ orders: [Order]) throws -> Money {
    try orders.reduce(Money.zero) { try $0.adding($1.amount) }
  }
}
