import Values

/// Where the pieces of one order line are.
///
/// ```
///   ordered ─┬─ cancelled   no longer wanted
///            ├─ delivered ─┬─ accepted
///            │             └─ returned   came back
///            └─ open        still to be delivered
/// ```
/// - Source: FU9.
public struct LineState: Hashable, Sendable {
  public let line: OrderLine
  public let ordered: Int64
  public internal(set) var cancelled: Int64 = 0
  public internal(set) var delivered: Int64 = 0
  public internal(set) var accepted: Int64 = 0
  public internal(set) var returned: Int64 = 0
  /// What lines that take pieces back have taken off so far; below zero or zero.
  var takenAmount: Money = .zero
  var takenCost: Money = .zero

  init(_ line: OrderLine, ordered: Int64) {
    self.line = line
    self.ordered = ordered
  }

  /// Pieces still to be delivered.
  public var open: Int64 { ordered - cancelled - delivered }
  /// Pieces that are with the customer.
  public var kept: Int64 { delivered - returned }
  /// What the line is worth now.
  public func net() throws(ValueError) -> Money { try line.amount.adding(takenAmount) }

  /// - Throws: `order.open` with the numbers.
  public func requireOpen(_ pieces: Int64) throws(ValidationError) {
    guard pieces <= open else {
      throw ValidationError(
        "order.open",
        "\(pieces) pieces of line \(line.line) are more than the \(open) open ones "
          + "(\(ordered) ordered, \(cancelled) cancelled, \(delivered) delivered)",
        remedy: open > 0 ? "give up to \(open)" : "nothing of it is open", field: "quantity")
    }
  }

  /// - Throws: `order.returned` with the numbers.
  public func requireKept(_ pieces: Int64) throws(ValidationError) {
    guard pieces <= kept else {
      throw ValidationError(
        "order.returned",
        "\(pieces) pieces of line \(line.line) are more than the customer has "
          + "(\(delivered) delivered, \(returned) returned)",
        remedy: kept > 0 ? "give up to \(kept)" : "nothing of it can come back", field: "quantity")
    }
  }
}

extension LineState {
  /// Why pieces go back.
  public enum Back: Sendable {
    case returned
    case cancelled
  }

  /// The line of negative quantity that takes some pieces back.
  ///
  /// Its amount is what the pieces taken back so far are worth, these included, less what was taken off
  /// already. So the parts add up to the whole amount exactly, whatever the parts are.
  /// - Throws: `price.precision`, `money.overflow`.
  public func takingBack(
    _ pieces: Int64, _ why: Back, rounding: Rounding
  ) throws(ValueError) -> OrderLine {
    let taken = cancelled + returned + pieces
    let amount = try share(of: line.amount, taken, rounding).negated()
      .subtracting(takenAmount)
    var back = OrderLine(order: line.order, line: 0, amount: amount)
    (back.product, back.quantity) = (line.product, -pieces)
    (back.listPrice, back.unitPrice) = (line.listPrice, line.unitPrice)
    if let cost = line.cost {
      back.cost = try share(of: cost, taken, rounding).negated().subtracting(takenCost)
    }
    switch why {
    case .returned: back.returns = line.id
    case .cancelled: back.cancels = line.id
    }
    return back
  }

  /// What a number of the line's pieces is worth, to the fen; all of them are worth all of it.
  private func share(
    of amount: Money, _ pieces: Int64, _ rounding: Rounding
  ) throws(ValueError) -> Money {
    guard pieces != ordered else { return amount }
    return try ExactAmount(amount).times(pieces)
      .divided(by: .one, pieces: ordered, rounding: rounding, to: .line)
  }
}
