import Values

/// How low a price could go.
extension PricePolicy {
  /// The highest of the floors that say something of a line, and its name; nil where none does.
  /// - Throws: `price.rule`, ``ValueError``.
  public func lowest(_ line: PriceLine) throws -> (unit: Money, floor: String, source: String)? {
    let cost = try fullCost(line)
    var highest: (unit: Money, floor: String, source: String)?
    for floor in floors {
      guard let least = try least(floor, line, cost: cost) else { continue }
      if highest.map({ least > $0.unit }) ?? true { highest = (least, floor.name, floor.source) }
    }
    return highest
  }
}
