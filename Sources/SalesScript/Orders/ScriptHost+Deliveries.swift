import Lua
import SalesKernel
import SalesStore
import Values

/// `ordering.deliver` and `ordering.accept`: goods handed over, in parts where need be.
extension ScriptHost {
  func defineDeliveries(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "ordering.deliver",
        "ordering.deliver{line = l, quantity = n, on = day, note = text} or ordering.deliver{order = o, on = day, policy =}",
        "Delivers pieces of an order line, all open ones unless quantity says how many; or all that is open of an "
          + "order. The order's status follows, and the contract's day of delivery. Gives the delivery, or the order.",
        returns: "order|delivery",
        units: "pieces",
        changes: "new deliveries; status of the order, delivery and steps of the contract",
        errors: [
          "order.open", "order.quantity", "order.line", "order.day", "order.status",
          "record.missing",
        ],
        example: "local a, b, c\nplan(function()\n" + Self.orderExample
          + "  local o = order()\n  local l = o:order_lines():first()\n"
          + "  a = ordering.deliver{line = l, quantity = 400}.quantity\n  b = orders:get(o.id).status\n"
          + "  c = ordering.deliver{order = o}.status\nend)\nreturn a, b, c",
        result: "400  \"partly_delivered\"  \"delivered\"",
        seeAlso: ["ordering.accept", "ordering.open", "ordering.take_back"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "ordering.deliver",
        allowing: ["line", "order", "quantity", "on", "note", "policy"])
      let book = OrderBook(
        host: self, policies: policies, policy: try policies.orders(options["policy"]))
      guard (options["line"] == nil) != (options["order"] == nil) else {
        throw ArgumentError(
          "a line or an order is delivered", remedy: "as ordering.deliver{line = …, quantity = …}")
      }
      if options["order"] != nil {
        let id = try deliverAll(book, options)
        return try results.add(try binding(Order.schema.entity).record(id))
      }
      try results.add(try binding(Delivery.schema.entity).record(try deliver(book, options)))
    }
    try defineAcceptance(policies)
  }

  private func deliver(_ book: OrderBook, _ options: NamedArguments) throws -> Int64 {
    let line = try orderLine(options["line"])
    let fulfilment = try book.fulfilment(ofOrder: line.order)
    let state = try fulfilment.state(of: line)
    let pieces = try orderPieces(options) ?? max(state.open, 1)
    try state.requireOpen(pieces)
    let on = try orderDay(options, notBefore: fulfilment.order.orderedOn, "ordered")
    var delivery = Delivery(orderLine: line.id, quantity: pieces, deliveredOn: on)
    delivery.note = try options.string("note")
    return try requireSession().savepoint {
      let id = try requireSession().create(Delivery.schema.entity, delivery.values)
      try book.follow(line.order)
      return id
    }
  }

  private func deliverAll(_ book: OrderBook, _ options: NamedArguments) throws -> Int64 {
    guard options["quantity"] == nil else {
      throw ArgumentError(
        "quantity: an order is delivered as a whole", remedy: "give line = … with a quantity")
    }
    let order = try order(options["order"])
    let fulfilment = try book.fulfilment(of: order)
    let open = fulfilment.lines.filter { $0.open > 0 }
    guard !open.isEmpty else { throw Self.nothingOpen(order) }
    let on = try orderDay(options, notBefore: order.orderedOn, "ordered")
    let note = try options.string("note")
    try requireSession().savepoint {
      for state in open {
        var delivery = Delivery(orderLine: state.line.id, quantity: state.open, deliveredOn: on)
        delivery.note = note
        try requireSession().create(Delivery.schema.entity, delivery.values)
      }
      try book.follow(order.id)
    }
    return order.id
  }

  static func nothingOpen(_ order: Order) -> ValidationError {
    ValidationError(
      "order.open", "nothing of order \(order.name) is open",
      remedy: "see ordering.open{order = …}")
  }

  private func defineAcceptance(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "ordering.accept", "ordering.accept{delivery = d, on = day, policy =}",
        "Marks a delivery as accepted by the customer.", returns: "delivery",
        changes: "the delivery; steps of the contract", errors: ["order.accepted", "order.day"],
        example: "local a\nplan(function()\n" + Self.orderExample
          + "  local d = ordering.deliver{line = order():order_lines():first()}\n"
          + "  a = ordering.accept{delivery = d, on = date\"2026-07-02\"}.accepted_on\nend)\nreturn a",
        result: "date\"2026-07-02\"", seeAlso: ["ordering.deliver", "ordering.take_back"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "ordering.accept", allowing: ["delivery", "on", "policy"])
      let book = OrderBook(
        host: self, policies: policies, policy: try policies.orders(options["policy"]))
      let delivery = try Delivery(
        reading: row(options["delivery"], of: Delivery.schema.entity, as: "delivery"))
      if let day = delivery.acceptedOn {
        throw ValidationError(
          "order.accepted", "delivery \(delivery.id) was accepted on \(day)",
          remedy: "goods that are not right come back: ordering.take_back{line = …}")
      }
      let on = try orderDay(options, notBefore: delivery.deliveredOn, "delivered")
      let line = try orderLine(.integer(delivery.orderLine))
      try requireSession().savepoint {
        try set(Delivery.self, delivery.id, ["accepted_on": .day(on)])
        try book.follow(line.order)
      }
      try results.add(try binding(Delivery.schema.entity).record(delivery.id))
    }
  }
}
