import SalesKernel
import SalesStore
import Values

/// Why an order and its lines are worth what they are.
extension ScriptHost {
  /// The lines that an order's amount is the sum of.
  func explainOrder(_ row: BlockRow) throws -> Explanation {
    let lines = try related(OrderLine.self, by: "order", to: row.id)
    guard !lines.isEmpty else {
      return Explanation("lines", .step, reason: "the order has no lines; its amount was given")
    }
    let sum = try lines.reduce(Money.zero) { try $0.adding($1.amount) }
    return Explanation(
      "lines", .step, value: .money(sum), reason: "the sum of \(lines.count) lines",
      children: lines.sorted { ($0.line, $0.id) < ($1.line, $1.id) }.map { line in
        Explanation(
          "line \(line.line)", .input, value: .money(line.amount),
          reason: line.quantity.map { "\($0) pieces" })
      })
  }

  /// The price that a line was quoted at, or the share that its pieces have of the line they come from.
  func explainOrderLine(_ row: BlockRow) throws -> Explanation {
    let line = try OrderLine(reading: row)
    if let quoted = line.quoteLine {
      return try explainQuoteLine(
        self.row(.integer(quoted), of: QuoteLine.schema.entity, as: "line"))
    }
    guard let id = line.returns ?? line.cancels else {
      return Explanation(
        "amount", .step, reason: "the line came without a quote; its amount was given")
    }
    let from = try orderLine(.integer(id))
    let before = try
      (related(OrderLine.self, by: "returns", to: id)
      + related(OrderLine.self, by: "cancels", to: id)).filter { $0.id < line.id }
    let taken = try before.reduce(Money.zero) { try $0.adding($1.amount) }
    let pieces = before.reduce(-(line.quantity ?? 0)) { $0 &- ($1.quantity ?? 0) }
    return Explanation(
      "share", .step, value: .money(line.amount),
      reason:
        "\(pieces) of \(from.quantity ?? 0) pieces are taken back so far, less what was taken before",
      source: try EnginePolicies(self).orders().source,
      children: [
        Explanation("line \(from.line)", .input, value: .money(from.amount)),
        Explanation("taken before", .input, value: .money(taken)),
      ])
  }
}
