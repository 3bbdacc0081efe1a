// Where pieces are, what parts of a line are worth, and that parts add up.
import Testing
import Values

@testable import SalesKernel

@Suite struct FulfilmentTests {
  private static func policy() throws -> OrderPolicy {
    try OrderPolicy(decoding: LuaTable.policy("orders"))
  }

  private static func line(_ id: Int64, _ quantity: Int64?, _ amount: Money = .zero) -> OrderLine {
    var line = OrderLine(id: id, order: 1, line: id, amount: amount)
    line.quantity = quantity
    return line
  }

  private static func back(
    _ id: Int64, _ quantity: Int64, returns: Int64? = nil, cancels: Int64? = nil
  ) -> OrderLine {
    var back = line(id, quantity)
    (back.returns, back.cancels) = (returns, cancels)
    return back
  }

  private static func delivery(_ line: Int64, _ quantity: Int64, _ accepted: Day? = nil) -> Delivery
  {
    var delivery = Delivery(orderLine: line, quantity: quantity, deliveredOn: .first)
    delivery.acceptedOn = accepted
    return delivery
  }

  private static func fulfilment(
    _ lines: [OrderLine], _ deliveries: [Delivery] = [], status: String? = nil
  ) throws -> Fulfilment {
    var order = Order(id: 1, customer: 1, amount: .zero, orderedOn: .first)
    order.status = status
    return try Fulfilment(order, lines, deliveries, policy: policy())
  }

  @Test func countsPieces() throws {
    let all = try Self.fulfilment(
      [
        Self.line(1, 10), Self.line(2, 4), Self.back(3, -2, cancels: 1),
        Self.back(4, -1, returns: 1),
        Self.line(5, -7),
      ],
      [Self.delivery(1, 3, .last), Self.delivery(1, 2), Self.delivery(2, 4, .first)])
    let one = try #require(all.lines.first)
    #expect(all.lines.count == 2 && all.nextLine == 6)
    #expect([one.ordered, one.cancelled, one.delivered, one.accepted] == [10, 2, 5, 3])
    #expect([one.returned, one.open, one.kept] == [1, 3, 4])
    #expect(all.stage == .partly && all.acceptedOn == nil)
  }

  /// Of each line: pieces ordered, cancelled, delivered.
  @Test(
    arguments: [
      ([[5, 0, 0]], .placed), ([[5, 0, 1]], .partly), ([[5, 0, 5]], .done),
      ([[5, 5, 0]], .cancelled),
      ([[5, 3, 2]], .done), ([[5, 2, 2]], .partly), ([[5, 5, 0], [3, 0, 3]], .done),
      ([[5, 5, 0], [3, 0, 0]], .placed), ([[5, 0, 5], [3, 0, 0]], .partly),
    ] as [([[Int64]], OrderStage)])
  func stages(_ lines: [[Int64]], _ stage: OrderStage) throws {
    var all: [OrderLine] = []
    var deliveries: [Delivery] = []
    for (index, pieces) in lines.enumerated() {
      let (ordered, cancelled, delivered) = (pieces[0], pieces[1], pieces[2])
      let id = Int64(index + 1)
      all.append(Self.line(id, ordered))
      if cancelled > 0 { all.append(Self.back(id + 100, -cancelled, cancels: id)) }
      if delivered > 0 { deliveries.append(Self.delivery(id, delivered)) }
    }
    #expect(try Self.fulfilment(all, deliveries).stage == stage)
  }

  @Test func anOrderThatCameAsDeliveredIs() throws {
    let came = try Self.fulfilment([Self.line(1, 10)], status: "delivered")
    #expect(came.lines[0].delivered == 10 && came.lines[0].open == 0)
    let open = try Self.fulfilment([Self.line(1, 10)], status: "open")
    #expect(open.lines[0].delivered == 0)
    #expect(try Self.fulfilment([]).stage == nil)
  }

  @Test(arguments: [nil, .max, .min, 1 << 60] as [Int64?])
  func piecesThatCannotBeCounted(_ quantity: Int64?) throws {
    let expected = quantity == nil ? "order.quantity" : quantity == .min ? "none" : "order.pieces"
    if expected != "none" {
      let error = #expect(throws: ValidationError.self) {
        _ = try Self.fulfilment([Self.line(1, quantity)])
      }
      #expect(error?.code == expected)
    }
    guard let quantity else { return }
    let error = #expect(throws: ValidationError.self) {
      _ = try Self.fulfilment([Self.line(1, 5), Self.back(2, quantity, returns: 1)])
    }
    #expect(error?.code == "order.pieces")
  }

  @Test func partsOfALineByHand() throws {
    // 100.00 for 7 pieces: 14.29, 28.57, 42.86, 57.14, 71.43, 85.71, 100.00 after 1 to 7.
    var state = LineState(Self.line(1, 7, yuan(100)), ordered: 7)
    state.delivered = 7
    var parts: [String] = []
    for _ in 1...7 {
      let back = try state.takingBack(1, .returned, rounding: .halfUp)
      #expect(back.quantity == -1 && back.returns == 1 && back.cancels == nil)
      parts.append(back.amount.description)
      state.returned += 1
      state.takenAmount = try state.takenAmount.adding(back.amount)
    }
    #expect(parts == ["-14.29", "-14.28", "-14.29", "-14.28", "-14.29", "-14.28", "-14.29"])
    #expect(try state.net() == .zero)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func anyPartsAddUpToTheWhole(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let most: Int64 = Bool.random(using: &random) ? 9 : 1_000_000
    let pieces = Int64.random(in: 1...most, using: &random)
    // Also amounts of four decimals, which a whole line keeps.
    let amount = Money(units: .random(in: 0...10_000_000_000, using: &random))
    var line = Self.line(1, pieces, amount)
    line.cost = Money(units: .random(in: 0...10_000_000_000, using: &random))
    var state = LineState(line, ordered: pieces)
    state.delivered = pieces
    var cost = try #require(line.cost)
    while state.cancelled + state.returned < pieces {
      let left = pieces - state.cancelled - state.returned
      let part = Int64.random(in: 1...max(1, left / 2), using: &random)
      let back = try state.takingBack(part, .returned, rounding: .halfUp)
      #expect(back.amount <= .zero && back.amount >= Money(units: -amount.units), "seed \(seed)")
      state.returned += part
      state.takenAmount = try state.takenAmount.adding(back.amount)
      state.takenCost = try state.takenCost.adding(back.cost ?? .zero)
      cost = try cost.adding(back.cost ?? .zero)
    }
    #expect(try state.net() == .zero, "seed \(seed)")
    #expect(cost == .zero, "seed \(seed)")
  }
}
