import Lua
import SalesKernel
import SalesStore
import Values

/// `ordering.open` and `ordering.show`: where the pieces of an order are.
extension ScriptHost {
  func defineOrderShow(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "ordering.open", "ordering.open{order = o, policy =}",
        "Where the pieces of each line are: line, id, product, ordered, cancelled, delivered, accepted, "
          + "returned, open, and amount, what the line is worth now.", returns: "results",
        units: "pieces; yuan, to the fen", errors: ["order.quantity", "record.missing"],
        example: "local a, b\nplan(function()\n" + Self.orderExample
          + "  local o = order()\n  ordering.deliver{line = o:order_lines():first(), quantity = 400}\n"
          + "  local t = ordering.open{order = o}\n  a, b = t[1].open, t[2].open\nend)\nreturn a, b",
        result: "600  3", seeAlso: ["ordering.show", "ordering.deliver"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "ordering.open", allowing: ["order", "policy"])
      let book = OrderBook(
        host: self, policies: policies, policy: try policies.orders(options["policy"]))
      let fulfilment = try book.fulfilment(of: try order(options["order"]))
      try results.add(Value.object(try fulfilment.table()))
    }
    try define(
      HelpEntry(
        "ordering.show", "ordering.show{order = o, policy =}",
        "An order with its lines: code, customer, status, amount, ordered_on, lines as ordering.open has them.",
        returns: "report",
        units: "yuan, to the fen", errors: ["order.quantity", "record.missing"],
        example: "local a\nplan(function()\n" + Self.orderExample
          + "  a = ordering.show{order = order()}.status.zh\nend)\nreturn a",
        result: "\"未交货\"", seeAlso: ["ordering.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "ordering.show", allowing: ["order", "policy"])
      let book = OrderBook(
        host: self, policies: policies, policy: try policies.orders(options["policy"]))
      let order = try self.order(options["order"])
      let customer = try row(.integer(order.customer), of: Customer.schema.entity, as: "customer")
      try results.add(
        Value.object(
          ReportObject([
            .init("code", order.code.scriptValue),
            .init("customer", try customer.text("name").scriptValue),
            .init("status", book.policy.label(of: order.status ?? book.policy.word(.placed))),
            .init("amount", .scalar(order.amount.scalar)),
            .init("ordered_on", order.orderedOn.scriptValue),
            .init("lines", .object(try book.fulfilment(of: order).table())),
          ])))
    }
  }
}

extension Fulfilment {
  /// A row for each ordered line.
  func table() throws -> ResultTable {
    let numbers = [
      "line", "id", "product", "ordered", "cancelled", "delivered", "accepted", "returned", "open",
      "amount",
    ]
    return ResultTable(
      columns: numbers.map { .init($0, .number) },
      rows: try lines.map { state in
        [
          .integer(state.line.line), .integer(state.line.id), state.line.product.scriptValue,
          .integer(state.ordered), .integer(state.cancelled), .integer(state.delivered),
          .integer(state.accepted), .integer(state.returned), .integer(state.open),
          .scalar(try state.net().scalar),
        ]
      })
  }
}
