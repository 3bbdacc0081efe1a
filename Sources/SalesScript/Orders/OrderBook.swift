import Lua
import SalesKernel
import SalesStore
import Values

/// Reads how far orders are, and writes what changes: lines, amounts, statuses, and their contracts.
struct OrderBook {
  let host: ScriptHost
  let policies: EnginePolicies
  let policy: OrderPolicy

  /// - Throws: `order.quantity`, `order.pieces`.
  func fulfilment(of order: Order) throws -> Fulfilment {
    let lines = try host.related(OrderLine.self, by: "order", to: order.id)
    let deliveries = try lines.flatMap {
      try host.related(Delivery.self, by: "order_line", to: $0.id)
    }
    return try Fulfilment(order, lines, deliveries, policy: policy)
  }

  func fulfilment(ofOrder id: Int64) throws -> Fulfilment {
    try fulfilment(of: try host.order(.integer(id)))
  }

  /// Places an order with lines made from those of a quote.
  /// - Returns: the order's id.
  func place(_ order: Order, _ lines: [OrderLine]) throws -> Int64 {
    try host.requireSession().savepoint {
      let id = try host.createNumbered(order, policy.number)
      for var line in lines {
        line.order = id
        try host.requireSession().create(OrderLine.schema.entity, line.values)
      }
      try followContract(of: order)
      return id
    }
  }

  /// Takes pieces of lines back: lines of negative quantity, the order's amount with them.
  /// - Returns: the ids of the new lines.
  @discardableResult
  func takeBack(
    _ parts: [(state: LineState, pieces: Int64)], _ why: LineState.Back, of fulfilment: Fulfilment,
    on day: Day, reason: String
  ) throws -> [Int64] {
    let order = fulfilment.order
    var amount = order.amount
    var next = fulfilment.nextLine
    var ids: [Int64] = []
    for (state, pieces) in parts {
      var line = try state.takingBack(pieces, why, rounding: policy.rounding)
      (line.line, line.bookedOn, line.reason) = (next, day, reason)
      amount = try amount.adding(line.amount)
      ids.append(try host.requireSession().create(OrderLine.schema.entity, line.values))
      next += next == .max ? 0 : 1
    }
    try host.set(Order.self, order.id, ["amount": .money(amount)])
    return ids
  }

  /// Cancels what is open of an order.
  func cancel(_ fulfilment: Fulfilment, on day: Day, reason: String) throws {
    let parts = fulfilment.lines.filter { $0.open > 0 }.map { (state: $0, pieces: $0.open) }
    try takeBack(parts, .cancelled, of: fulfilment, on: day, reason: reason)
    try host.set(Order.self, fulfilment.order.id, ["reason": .text(reason)])
    try follow(fulfilment.order.id)
  }

  /// Brings an order's status, and its contract, in line with its lines and deliveries.
  func follow(_ id: Int64) throws {
    let fulfilment = try fulfilment(ofOrder: id)
    if let stage = fulfilment.stage, let status = try policy.next(of: fulfilment.order, at: stage) {
      try host.set(Order.self, id, ["status": .text(status)])
    }
    try followContract(of: fulfilment.order)
  }

  private func followContract(of order: Order) throws {
    guard let contract = order.contract else { return }
    try ContractDesk(host: host, policies: policies).follow(contract, policies.contracts())
  }
}

extension ScriptHost {
  func order(_ value: Value?) throws -> Order {
    try Order(reading: row(value, of: Order.schema.entity, as: "order"))
  }

  func orderLine(_ value: Value?) throws -> OrderLine {
    try OrderLine(reading: row(value, of: OrderLine.schema.entity, as: "line"))
  }

  /// The pieces of a call; nil where it names none.
  /// - Throws: `order.quantity` for what is no number of pieces.
  func orderPieces(_ options: NamedArguments) throws -> Int64? {
    guard let value = options["quantity"] else { return nil }
    guard let pieces = try? value.wholeNumber("quantity"), pieces > 0 else {
      throw ValidationError(
        "order.quantity", "a quantity of \(value.plain) is no number of pieces",
        remedy: "give whole pieces from 1", field: "quantity")
    }
    return pieces
  }

  /// The day of a call, today without one; not before the order.
  /// - Throws: `order.day`.
  func orderDay(
    _ options: NamedArguments, notBefore first: Day, _ what: String
  ) throws -> Day {
    let on = try options.day("on") ?? self.options.clock.day()
    guard on >= first else {
      throw ValidationError(
        "order.day", "\(on) is before \(first), when it was \(what)",
        remedy: "give a day from then on", field: "on")
    }
    return on
  }
}
