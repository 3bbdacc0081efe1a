import Lua
import SalesKernel
import SalesStore
import Values

/// Customers with their orders and opened e-mails, as the churn signal reads them by what was known on a day.
struct ChurnRoster {
  let ids: [Int64]
  let book: PurchaseBook
  /// By place; `Int32.min` for none.
  let emails: [Int32]
  private let table: RecordColumns

  /// - Parameter query: The customers asked about; all of them without it.
  init(_ host: ScriptHost, of query: QueryObject?) throws {
    let entity = Customer.schema.entity
    let table = try host.requireSession().columns(
      of: try (query ?? host.query(Customer.self)).resolved(),
      slots: try ["last_email_opened", "last_order", "level", "owner", "name"].map {
        try entity.requireSlot(of: $0)
      }, poll: host.state.checkStop)
    emails = (0..<table.count).map { row in
      table.columns[0].bits(row).map { Int32(truncatingIfNeeded: $0) } ?? .min
    }
    let orders = try LoyaltyReader(host: host).orders(of: RecordIndex(table.ids))
    book = PurchaseBook(
      customers: table.count, places: orders.places, days: orders.days, units: orders.amounts)
    (ids, self.table) = (table.ids, table)
  }

  func level(_ place: Int) -> String? {
    let code = table.columns[2].code(place)
    return code == 0 ? nil : table.columns[2].value(place).scriptValue.plain
  }
  func owner(_ place: Int) -> Int64? { table.columns[3].bits(place) }
  func name(_ place: Int) -> String { table.columns[4].value(place).scriptValue.plain }

  /// The silence of a customer by what was known on a day; nil for one who had not bought.
  ///
  /// The purchase fact counts beside the orders: it may be imported without them.
  /// - Throws: `day.range`.
  func silence(_ place: Int, by policy: ChurnPolicy, asOf today: Day) throws -> Silence? {
    let bought = book.purchases(of: place, in: DayWindow(after: .min, upto: today.number))
    let fact = table.columns[1].bits(place).map { Int32(truncatingIfNeeded: $0) }
      .flatMap { $0 <= today.number ? $0 : nil }
    guard bought.count > 0 || fact != nil else { return nil }
    let last = max(bought.count > 0 ? bought.last : .min, fact ?? .min)
    let lastOrder = try Day(number: last)
    let email = emails[place]
    return try policy.silence(
      lastOrder: lastOrder, first: bought.count > 0 ? try Day(number: bought.first) : lastOrder,
      orders: bought.count,
      lastEmailOpened: email != .min && email <= today.number ? try Day(number: email) : nil,
      asOf: today)
  }
}
