import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// The records of a query that belong to a rep, a region or a product.
///
/// A rep, a region or a product that the entity has as a field is compared; else a region is that
/// of the
/// customer, and a product of orders is that of their lines.
struct ScopedQuery {
  let query: QueryObject
  private let host: ScriptHost
  private let customerSlot: Int?
  /// Customers of the region; nil where the region does not ask for them.
  private let customers: Set<Int64>?
  private let product: Int64?

  /// - Throws: `forecast.scope` where the entity knows nothing of it.
  init(_ whole: QueryObject, _ scope: ForecastScope, host: ScriptHost) throws {
    let query = whole.copy()
    self.host = host
    let entity = query.entity
    customerSlot = entity.slot(of: "customer")
    func missing(_ what: String) -> ArgumentError {
      ArgumentError(
        "\(entity.name) have no \(what)", code: "forecast.scope",
        remedy: "narrow the query instead, as \(entity.name):where(…)")
    }
    if let rep = scope.rep {
      guard let slot = entity.slot(of: "rep") else { throw missing("rep") }
      query.selection.equals.append((slot, .integer(rep)))
    }
    var customers: Set<Int64>?
    if let region = scope.region {
      if let slot = entity.slot(of: "region") {
        query.selection.equals.append((slot, .text(region)))
      } else if customerSlot != nil {
        customers = Set(
          try host.query(Customer.self, where: [("region", .text(region))]).ids())
      } else {
        throw missing("region")
      }
    }
    self.customers = customers
    if let product = scope.product, let slot = entity.slot(of: "product") {
      query.selection.equals.append((slot, .integer(product)))
      self.product = nil
    } else {
      if scope.product != nil, entity.name != Order.schema.entity.name { throw missing("product") }
      product = scope.product
    }
    self.query = query
  }

  /// Amounts of the product by order; nil where no product is asked of orders.
  func parts() throws -> [Int64: Money]? {
    guard let product else { return nil }
    var parts: [Int64: Money] = [:]
    for line in try host.records(OrderLine.self, where: [("product", .integer(product))]) {
      guard let amount = line.amount.fieldValue.money else { continue }
      parts[line.order] = try (parts[line.order] ?? .zero).adding(amount)
    }
    return parts
  }

  /// The customer of a row, where the region asks for it.
  func customer(_ block: RowBlock, _ row: Int) throws -> Int64? {
    guard customers != nil, let customerSlot,
      case .integer(let id) = try block.value(row, customerSlot)
    else { return nil }
    return id
  }

  func holds(_ customer: Int64?) -> Bool {
    guard let customers else { return true }
    return customer.map(customers.contains) ?? false
  }
}

extension FieldValue {
  /// The amount, where it is one.
  var money: Money? { if case .money(let money) = self { money } else { nil } }
}

extension ScriptHost {
  /// Whose sales a call is about: its `region`, `rep` and `product`.
  /// - Throws: `record.missing`.
  func forecastScope(_ options: NamedArguments) throws -> ForecastScope {
    ForecastScope(
      region: try options.string("region"),
      rep: try options["rep"].map { try row($0, of: Rep.schema.entity, as: "rep").id },
      product: try options["product"].map {
        try row($0, of: Product.schema.entity, as: "product").id
      })
  }
}

extension NamedArguments {
  /// An amount of money.
  func amount(_ name: String) throws -> Money? {
    guard let value = self[name] else { return nil }
    guard case .scalar(let scalar) = value, case .money(let money) = try TypedScalar(scalar) else {
      throw ArgumentError(
        "\(name): expected money, got \(value.typeName)", remedy: "as yuan(12.5) or wan(50)")
    }
    return money
  }
}
