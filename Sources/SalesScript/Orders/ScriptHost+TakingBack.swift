import Lua
import SalesKernel
import SalesStore
import Values

/// `ordering.cancel` and `ordering.take_back`: goods no longer wanted, and goods that come back.
extension ScriptHost {
  func defineTakingBack(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "ordering.cancel", "ordering.cancel{order = o, reason = text, on = day, policy =}",
        "Cancels what of an order is not delivered: a line of negative quantity for each open line takes the "
          + "pieces and their share of the amount off. Where nothing was delivered the order ends as cancelled "
          + "with amount 0, else as delivered.", returns: "order",
        units: "yuan, to the fen",
        changes: "new lines; amount, status and reason of the order; its contract",
        errors: ["order.open", "order.reason", "order.status", "order.day"],
        example: "local a, b, c\nplan(function()\n" + Self.orderExample
          + "  local o = order()\n  a = o.amount > yuan(0)\n"
          + "  local c2 = ordering.cancel{order = o, reason = \"project stopped\"}\n"
          + "  b, c = c2.status, c2.amount\nend)\nreturn a, b, c",
        result: "true  \"cancelled\"  money\"0.00\"",
        seeAlso: ["ordering.take_back", "contracting.cancel"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "ordering.cancel", allowing: ["order", "reason", "on", "policy"])
      let book = OrderBook(
        host: self, policies: policies, policy: try policies.orders(options["policy"]))
      let order = try self.order(options["order"])
      let fulfilment = try book.fulfilment(of: order)
      let reason = try requireReason(options, "order", "an order is cancelled")
      guard fulfilment.lines.contains(where: { $0.open > 0 }) else {
        throw Self.nothingOpen(order)
      }
      let on = try orderDay(options, notBefore: order.orderedOn, "ordered")
      try requireSession().savepoint { try book.cancel(fulfilment, on: on, reason: reason) }
      try results.add(try binding(Order.schema.entity).record(order.id))
    }
    try define(
      HelpEntry(
        "ordering.take_back",
        "ordering.take_back{line = l, quantity = n, reason = text, on = day, policy =}",
        "Takes delivered pieces back: a line of negative quantity that refers to theirs, with their share of its "
          + "amount and cost. All parts of a line together give its whole amount back, to the fen. Gives the new line.",
        returns: "order_line",
        units: "pieces; yuan, to the fen", changes: "one new line and the order's amount",
        errors: [
          "order.returned", "order.quantity", "order.line", "order.reason", "order.day",
          "record.missing",
        ],
        example: "local a, b\nplan(function()\n" + Self.orderExample
          + "  local l = order():order_lines():first()\n  ordering.deliver{line = l}\n"
          + "  local back = ordering.take_back{line = l, quantity = 1000, reason = \"wrong surface\"}\n"
          + "  a, b = back.quantity, back.amount + l.amount\nend)\nreturn a, b",
        result: "-1000  money\"0.00\"", seeAlso: ["ordering.cancel", "ordering.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "ordering.take_back",
        allowing: ["line", "quantity", "reason", "on", "policy"])
      let book = OrderBook(
        host: self, policies: policies, policy: try policies.orders(options["policy"]))
      let line = try orderLine(options["line"])
      let fulfilment = try book.fulfilment(ofOrder: line.order)
      let state = try fulfilment.state(of: line)
      guard let pieces = try orderPieces(options) else {
        throw ValidationError(
          "order.quantity", "how many pieces come back is not said",
          remedy: "give quantity = …", field: "quantity")
      }
      try state.requireKept(pieces)
      let reason = try requireReason(options, "order", "goods are taken back")
      let on = try orderDay(options, notBefore: fulfilment.order.orderedOn, "ordered")
      let ids = try requireSession().savepoint {
        try book.takeBack([(state, pieces)], .returned, of: fulfilment, on: on, reason: reason)
      }
      try results.add(try binding(OrderLine.schema.entity).record(ids.first ?? 0))
    }
  }
}
