import Values

/// The waterfalls of many lines as text: what lines of a path have in common is written once.
///
/// ```
///   list 0.3625 │;factor ladder.from_100 0.95;…│;floor …│;round unit half_up;quantity │950│;round line …|…
///    the line's │       the path's             │the line│        the policy's          │    the path's
/// ```
public struct WaterfallWriter {
  private let priced: PricedLines
  private let middles: [[UInt8]?]
  private let ends: [[UInt8]]
  private let round: [UInt8]
  private let refused: Set<Int>

  public init(_ priced: PricedLines) {
    self.priced = priced
    middles = priced.paths.map(Self.middle)
    let unit = Waterfall.Move.round(.unit, priced.policy.rounding(.unit))
    let line = Waterfall.Move.round(.line, priced.policy.rounding(.line))
    round = Array(";\(unit.text(""));quantity ".utf8)
    ends = priced.paths.map { path in
      let misses = path.misses.map { "\($0.rule):\($0.code)" }.joined(separator: ",")
      return Array(";\(line.text(""))|\(misses)".utf8)
    }
    refused = Set(priced.refusals.map(\.line))
  }

  /// Nil for a path whose moves are not the same for all its lines.
  private static func middle(_ path: PricePath) -> [UInt8]? {
    guard path.weight == nil else { return nil }
    return Array(path.steps.map { ";\($0.move.text($0.rule))" }.joined().utf8)
  }

  /// Puts the text of a line's waterfall in a buffer; nothing where the line has no price.
  /// - Throws: what ``PricePolicy/price(_:explaining:)`` throws.
  public func write(_ line: Int, to buffer: inout [UInt8]) throws {
    buffer.removeAll(keepingCapacity: true)
    if refused.contains(line) { return }
    let taken = priced.taken[line]
    guard taken != PricedLines.noPath, let middle = middles[Int(taken)], let facts = priced.facts,
      let way = FastPath(priced.paths[Int(taken)])
    else {
      buffer += (try priced.price(line).waterfall?.text ?? "").utf8
      return
    }
    let place = facts.place(of: line, priced.lines)
    let list = facts.lists[place]
    buffer += "list ".utf8
    buffer += Money(units: list).description.utf8
    buffer += middle
    write(floors: place, of: facts, way, list, to: &buffer)
    buffer += round
    buffer += String(priced.lines.pieces(line)).utf8
    buffer += ends[Int(taken)]
  }

  /// Floors in their order, each where the price would be under it.
  private func write(
    floors place: Int, of facts: PriceFacts, _ way: FastPath, _ list: Int64,
    to buffer: inout [UInt8]
  ) {
    let base = way.base < 0 ? list : way.base
    guard DecimalDivision.isLess(base, way.mantissa, than: facts.floors[place], way.divisor.value)
    else {
      return
    }
    var raised: Int64?
    for (floor, leasts) in zip(priced.policy.floors, facts.leasts) {
      let least = leasts[place]
      let isUnder =
        raised.map { $0 < least }
        ?? (least > 0 && DecimalDivision.isLess(base, way.mantissa, than: least, way.divisor.value))
      guard isUnder else { continue }
      raised = least
      buffer += ";\(Waterfall.Move.floor(Money(units: least)).text(floor.name))".utf8
    }
  }
}

extension PricedLines {
  /// The text of a line's waterfall; nil where the line has no price.
  /// - Throws: what ``PricePolicy/price(_:explaining:)`` throws.
  public func waterfall(_ line: Int) throws -> String? {
    var buffer: [UInt8] = []
    try WaterfallWriter(self).write(line, to: &buffer)
    return buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
  }
}
