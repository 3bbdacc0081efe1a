import Lua
import SalesKernel
import SalesStore
import Values

/// Contracts and agreements that end, and what renews them.
struct RenewalBook {
  let documents: [Renewable]
  /// What renews each, by its place.
  let renewals: [Int: Renewable]
  private let host: ScriptHost
  private let rules: RenewalRules

  /// Drafts and cancelled contracts are left out.
  /// - Parameter customer: Whose documents; those of all without it.
  init(_ host: ScriptHost, _ rules: RenewalRules, of customer: Int64? = nil) throws {
    (self.host, self.rules) = (host, rules)
    let fields = customer.map { [(name: "customer", value: FieldValue.integer($0))] } ?? []
    let contracts = try host.records(Contract.self, where: fields).filter {
      $0.status == .signed || $0.status == .completed
    }
    let documents =
      contracts.map { Renewable($0) }
      + (try host.records(Agreement.self, where: fields).map { Renewable($0) })
    self.documents = documents
    renewals = rules.renewals(documents)
  }

  /// Places of what ends from one day to another, by the day.
  func ending(from: Day, to: Day) -> [Int] {
    documents.indices.filter { place in
      documents[place].endsOn.map { from <= $0 && $0 <= to } ?? false
    }.sorted {
      let (one, other) = (documents[$0], documents[$1])
      return (one.endsOn ?? .last, one.entity, one.id) < (
        other.endsOn ?? .last, other.entity, other.id
      )
    }
  }

  /// What documents are worth, by their place: their amount, or what their customer bought in the
  /// policy's months up to a day.
  /// - Throws: `money.overflow`.
  func worths(of places: [Int], on day: Day) throws -> [Int: Money] {
    var worths: [Int: Money] = [:]
    let open = places.filter { documents[$0].amount == nil }
    for place in places { worths[place] = documents[place].amount }
    guard !open.isEmpty else { return worths }
    let ids = Set(open.map { documents[$0].customer }).sorted()
    let bought = try purchases(of: ids, on: day)
    for place in open { worths[place] = bought[documents[place].customer] ?? .zero }
    return worths
  }

  /// What customers bought in the policy's months up to a day.
  func purchases(of ids: [Int64], on day: Day) throws -> [Int64: Money] {
    let customers = QueryObject(try host.binding(Customer.schema.entity), host: host)
    customers.selection = Selection(Customer.schema.entity, ids: ids)
    let book = try LoyaltyReader(host: host).book(of: customers, by: nil)
    let window = try DayWindow(months: rules.months, endingOn: day)
    var bought: [Int64: Money] = [:]
    for (place, id) in book.ids.enumerated() {
      bought[id] = try FunnelShare.money(book.orders.purchases(of: place, in: window).units)
    }
    return bought
  }
}
