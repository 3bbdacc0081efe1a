import Values

/// What of a policy's floors and costs depends on product and region only, made ready for many lines.
struct PriceFacts {
  /// The exact cost of a piece; `mantissa` < 0 where the product has none.
  struct PieceCost {
    let mantissa: Int64
    /// From the mantissa to steps of a line's rounding.
    let divisor: DecimalDivision.Divisor?

    static let none = PieceCost(mantissa: -1, divisor: nil)
  }

  /// List price, in 1/10,000 yuan. This and what follows: by product × region class.
  let lists: [Int64]
  let costs: [PieceCost]
  /// The least price of a piece that all floors allow, in 1/10,000 yuan.
  let floors: [Int64]
  /// The same of each floor in its order.
  let leasts: [[Int64]]
  /// Region classes.
  let regions: Int
  /// The axis that holds the region, and the class of each of its records; nil where none does.
  let regionAxis: (index: Int, classes: [Int])?

  /// - Throws: ``ValueError``; nil is given where a cost has too many digits to be kept ready.
  init?(_ policy: PricePolicy, _ lines: PriceLines) throws {
    let products = lines.axes[0].records
    let names = policy.regionalCost.keys.sorted()
    let slot = try PriceLine.schema.entity.requireSlot(of: "region")
    regions = names.count + 1
    // The axis that was added last says a field, as it does for a single line.
    regionAxis = lines.axes.lastIndex { $0.slots.contains(slot) }.map { index in
      let classes = lines.axes[index].records.map { record in
        record.region.flatMap { names.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      }
      return (index, classes)
    }
    lists = products.flatMap { [regions] product in
      Array(repeating: product.listPrice.units, count: regions)
    }
    var costs: [PieceCost] = []
    var leasts: [[Int64]] = policy.floors.map { _ in [] }
    for product in products {
      for region in [nil] + names.map(Optional.some) {
        var piece = product
        (piece.region, piece.quantity) = (region, 1)
        let cost = try policy.fullCost(piece)
        for (index, floor) in policy.floors.enumerated() {
          leasts[index].append(try policy.least(floor, piece, cost: cost)?.units ?? 0)
        }
        guard let ready = PieceCost(cost) else { return nil }
        costs.append(ready)
      }
    }
    (self.costs, self.leasts) = (costs, leasts)
    floors = costs.indices.map { place in max(0, leasts.map { $0[place] }.max() ?? 0) }
  }
}

extension PriceFacts.PieceCost {
  /// Nil where the cost has too many digits, or is below zero.
  init?(_ cost: ExactAmount?) {
    guard let cost else {
      self = .none
      return
    }
    guard let mantissa = Int64(exactly: cost.mantissa), mantissa >= 0,
      let divisor = DecimalDivision.Divisor(lineStepsOf: cost.scale)
    else { return nil }
    self.init(mantissa: mantissa, divisor: divisor)
  }
}
