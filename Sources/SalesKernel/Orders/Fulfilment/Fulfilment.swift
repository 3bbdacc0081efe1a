import Values

/// How far an order is, counted from its lines and deliveries.
///
/// A line of more than zero pieces is an ordered one; lines of negative quantity take pieces of it back. An
/// order that came as delivered, from an import or the sample company, and has no deliveries counts as
/// delivered in full.
/// - Source: FU9.
public struct Fulfilment: Sendable {
  public let order: Order
  /// The ordered lines, by line.
  public let lines: [LineState]
  public let deliveries: [Delivery]
  /// The number that a further line takes.
  public let nextLine: Int64

  /// - Throws: `order.quantity` for a line that does not say its pieces, `order.pieces` for more than
  ///   can be counted, `money.overflow`.
  public init(
    _ order: Order, _ all: [OrderLine], _ deliveries: [Delivery], policy: OrderPolicy
  ) throws {
    self.order = order
    self.deliveries = deliveries
    let last = all.map(\.line).max() ?? 0
    nextLine = last == .max ? last : last + 1
    let counter = Counter(order: order.name)
    var states: [Int64: LineState] = [:]
    for line in all where line.returns == nil && line.cancels == nil {
      guard let quantity = line.quantity else {
        throw ValidationError(
          "order.quantity", "line \(line.line) of order \(order.name) does not say how many pieces",
          remedy: "set quantity of order line \(line.id) first", field: "quantity")
      }
      if quantity > 0 {
        states[line.id] = LineState(line, ordered: try counter.sum(quantity, 0))
      }
    }
    for line in all { try counter.count(line, into: &states) }
    for delivery in deliveries { try counter.count(delivery, into: &states) }
    if deliveries.isEmpty, order.status == policy.word(.done) {
      states = states.mapValues { state in
        var state = state
        state.delivered += state.open
        return state
      }
    }
    lines = states.values.sorted { ($0.line.line, $0.line.id) < ($1.line.line, $1.line.id) }
  }

  /// - Throws: `order.line` for a line that takes pieces back, or is of another order.
  public func state(of line: OrderLine) throws(ValidationError) -> LineState {
    if let state = lines.first(where: { $0.line.id == line.id }) { return state }
    throw ValidationError(
      "order.line", "line \(line.line) of order \(order.name) is no ordered one",
      remedy: "give a line of more than 0 pieces")
  }

  /// How far it is; nil for an order without lines.
  public var stage: OrderStage? {
    if lines.isEmpty { return nil }
    if lines.allSatisfy({ $0.cancelled == $0.ordered }) { return .cancelled }
    if lines.allSatisfy({ $0.open <= 0 }) { return .done }
    return lines.allSatisfy { $0.delivered == 0 } ? .placed : .partly
  }

  public var lastDelivery: Day? { deliveries.map(\.deliveredOn).max() }

  /// The day the last delivery was accepted; nil where one is not, or there is none.
  public var acceptedOn: Day? {
    var last: Day?
    for delivery in deliveries {
      guard let day = delivery.acceptedOn else { return nil }
      last = max(day, last ?? day)
    }
    return last
  }
}

/// Adds what lines and deliveries say to the states of ordered lines, or refuses what cannot be counted.
private struct Counter {
  let order: String

  func count(_ line: OrderLine, into states: inout [Int64: LineState]) throws {
    guard let id = line.returns ?? line.cancels, var state = states[id] else { return }
    let pieces = try sum(line.quantity ?? 0, 0)
    if line.returns != nil {
      state.returned = try sum(state.returned, -pieces)
    } else {
      state.cancelled = try sum(state.cancelled, -pieces)
    }
    state.takenAmount = try state.takenAmount.adding(line.amount)
    state.takenCost = try state.takenCost.adding(line.cost ?? .zero)
    states[id] = state
  }

  func count(_ delivery: Delivery, into states: inout [Int64: LineState]) throws {
    guard var state = states[delivery.orderLine] else { return }
    state.delivered = try sum(state.delivered, delivery.quantity)
    if delivery.acceptedOn != nil { state.accepted = try sum(state.accepted, delivery.quantity) }
    states[delivery.orderLine] = state
  }

  /// - Throws: `order.pieces` for so many that their differences could not be counted any more.
  func sum(_ left: Int64, _ right: Int64) throws -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow, sum.magnitude < 1 << 60 else {
      throw ValidationError(
        "order.pieces", "order \(order) has more pieces than can be counted",
        remedy: "look for a wrong quantity in its lines and deliveries", field: "quantity")
    }
    return sum
  }
}
