import Lua
import SalesKernel
import SalesStore
import Values

/// What claims are grouped by: the customer, the rep, or a field of the customer.
final class ClaimGrouping {
  private enum By {
    case customer, rep
    case field(slot: Int)
  }

  private let by: By
  let columns: [ResultTable.Column]
  private var names: [Int64: String] = [:]
  /// Key of each customer, for what the customer decides.
  private var ofCustomers: [Int64: FieldValue] = [:]
  private var ofContracts: [Int64: FieldValue] = [:]
  private var ofOrders: [Int64: FieldValue] = [:]

  /// - Throws: `entity.field` for what is no field of customers.
  init(_ word: String, host: ScriptHost) throws {
    switch word {
    case "customer":
      by = .customer
      names = try host.customerNames()
    case "rep":
      by = .rep
      for rep in try host.records(Rep.self) { names[rep.id] = rep.name }
      ofCustomers = try Self.values("owner", of: Customer.self, host)
      ofContracts = try Self.values("rep", of: Contract.self, host)
      ofOrders = try Self.values("rep", of: Order.self, host)
    default:
      by = .field(slot: try Customer.schema.entity.requireSlot(of: word))
      ofCustomers = try Self.values(word, of: Customer.self, host)
    }
    switch by {
    case .field: columns = [.init(word)]
    case .customer, .rep: columns = [.init(word, .number), .init("name")]
    }
  }

  private static func values<Record: SalesRecord>(
    _ field: String, of type: Record.Type, _ host: ScriptHost
  ) throws -> [Int64: FieldValue] {
    let query = try host.query(type)
    let slot = try query.slot(field)
    var values: [Int64: FieldValue] = [:]
    try query.forEachBlock(reading: [slot]) { block, rows in
      for row in rows {
        let value = try block.value(row, slot)
        if !value.isNull { values[block.ids[row]] = value }
      }
      return true
    }
    return values
  }

  /// The group of an invoice; null for none.
  func key(of invoice: Invoice) throws -> FieldValue {
    switch by {
    case .customer: .integer(invoice.customer)
    case .field: ofCustomers[invoice.customer] ?? .null
    case .rep:
      invoice.contract.flatMap { ofContracts[$0] } ?? invoice.order.flatMap { ofOrders[$0] }
        ?? ofCustomers[invoice.customer] ?? .null
    }
  }

  /// What a table shows of a group.
  func cells(of key: FieldValue) -> [Value] {
    guard case .field = by else {
      if case .integer(let id) = key { return [.integer(id), .string(names[id] ?? "")] }
      return [.nil, .nil]
    }
    return [key.scriptValue]
  }
}
