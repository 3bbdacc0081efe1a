import Values

/// The paths found so far, by the key of their lines.
struct PathTable {
  /// Keys below this are looked up in an array.
  private static let dense = 1 << 20

  private var array: [UInt32]
  private var others: [Int: UInt32] = [:]

  init(bound: Int) {
    array = Array(repeating: PricedLines.noPath, count: bound <= Self.dense ? bound : 0)
  }

  @inline(__always)
  subscript(key: Int) -> UInt32 {
    get { key < array.count ? array[key] : others[key] ?? PricedLines.noPath }
    set { if key < array.count { array[key] = newValue } else { others[key] = newValue } }
  }
}

/// What the fast path needs of a path.
struct FastPath {
  /// The price in the place of the list price; < 0 for none.
  let base: Int64
  let mantissa: Int64
  let divisor: DecimalDivision.Divisor

  /// Nil for a path that is priced exactly, line by line.
  init?(_ path: PricePath) {
    guard path.weight == nil, let factor = path.factor, factor.mantissa >= 0,
      let divisor = DecimalDivision.Divisor(power: factor.scale)
    else { return nil }
    (base, mantissa, self.divisor) = (path.base?.units ?? -1, factor.mantissa, divisor)
  }
}

/// A stretch of lines on its way: their keys, paths and places, column by column, so that each loop
/// does one thing.
struct PriceStretch {
  let facts: PriceFacts
  let classes: PriceClasses
  var table: PathTable
  var fast: [FastPath?] = []
  /// Lines that have to be priced by themselves.
  var left: [Int] = []
  /// By line of the stretch: the key, then the path.
  private(set) var keys: [Int]
  /// By line of the stretch: where its cost and floor stand in the facts.
  private(set) var places: [Int]

  init(_ facts: PriceFacts, _ classes: PriceClasses, _ table: PathTable, size: Int) {
    (self.facts, self.classes, self.table) = (facts, classes, table)
    keys = Array(repeating: 0, count: size)
    places = keys
  }

  /// Fills keys and places for a range of lines.
  mutating func read(_ range: Range<Int>, of lines: PriceLines) {
    readClasses(range, of: lines)
    for axis in classes.axes {
      Self.add(axis.parts, by: lines.axes[axis.index].codes, range, to: &keys)
    }
    for line in 0..<range.count { places[line] = 0 }
    let products = lines.axes[0].records.indices.map { $0 * facts.regions }
    Self.add(products, by: lines.axes[0].codes, range, to: &places)
    if let (index, regions) = facts.regionAxis {
      Self.add(regions, by: lines.axes[index].codes, range, to: &places)
    }
  }

  private mutating func readClasses(_ range: Range<Int>, of lines: PriceLines) {
    let cuts = classes.cuts
    for line in 0..<range.count {
      let pieces = lines.pieces(range.lowerBound + line)
      var place = 0
      for cut in cuts where pieces >= cut { place += 1 }
      keys[line] = place
    }
  }

  private static func add(
    _ parts: [Int], by codes: [UInt32], _ range: Range<Int>, to sums: inout [Int]
  ) {
    guard !codes.isEmpty else {
      let part = parts.first ?? 0
      for line in 0..<range.count { sums[line] &+= part }
      return
    }
    parts.withUnsafeBufferPointer { parts in
      codes.withUnsafeBufferPointer { codes in
        sums.withUnsafeMutableBufferPointer { sums in
          // Codes were checked against the records when the axis was added.
          for line in 0..<range.count {
            sums[line] &+= parts[Int(codes[range.lowerBound + line])]
          }
        }
      }
    }
  }
}

extension PricedLines {
  /// Prices a range of lines by their paths; those that cannot be are left in the stretch.
  mutating func price(_ range: Range<Int>, _ stretch: inout PriceStretch) throws {
    stretch.left.removeAll(keepingCapacity: true)
    stretch.read(range, of: lines)
    try findPaths(range, &stretch)
    for index in priceFast(range, stretch) {
      let place = stretch.places[index - range.lowerBound]
      guard let whole = price(whole: index, place, stretch.facts) else {
        taken[index] = Self.noPath
        stretch.left.append(index)
        continue
      }
      (units[index], amounts[index], costs[index]) = (whole.unit, whole.amount, whole.cost)
    }
  }

  /// - Returns: the lines that the fast path cannot price.
  private mutating func priceFast(_ range: Range<Int>, _ stretch: PriceStretch) -> [Int] {
    // Out of self while they are written, so that each write is a store and no more.
    var (units, amounts, costs) = (self.units, self.amounts, self.costs)
    (self.units, self.amounts, self.costs) = ([], [], [])
    defer { (self.units, self.amounts, self.costs) = (units, amounts, costs) }
    return units.withUnsafeMutableBufferPointer { units in
      amounts.withUnsafeMutableBufferPointer { amounts in
        costs.withUnsafeMutableBufferPointer { costs in
          priceFast(range, stretch) { index, unit, amount, cost in
            (units[index], amounts[index], costs[index]) = (unit, amount, cost)
          }
        }
      }
    }
  }

  @inline(__always)
  private func priceFast(
    _ range: Range<Int>, _ stretch: PriceStretch,
    _ store: (_ index: Int, _ unit: Int64, _ amount: Int64, _ cost: Int64) -> Void
  ) -> [Int] {
    let (facts, fast, lines, taken) = (stretch.facts, stretch.fast, lines, taken)
    let (unitMode, lineMode) = (policy.rounding(.unit), policy.rounding(.line))
    let raises = policy.onFloor == .raise
    guard let lineSteps = DecimalDivision.Divisor.lineStep else { return Array(range) }
    var left: [Int] = []
    for index in range {
      let path = taken[index]
      if path == Self.noPath { continue }
      let place = stretch.places[index - range.lowerBound]
      let (pieces, floor) = (lines.pieces(index), facts.floors[place])
      guard let way = fast[Int(path)],
        let exact = DecimalDivision.quotient(
          way.base < 0 ? facts.lists[place] : way.base, way.mantissa, over: way.divisor)
      else {
        left.append(index)
        continue
      }
      // A floor has no fraction, so the whole part alone says whether the price is under it.
      let isUnder = exact.whole < floor
      let unit = isUnder ? floor : exact.rounded(unitMode, over: way.divisor)
      guard !isUnder || raises,
        let amount = DecimalDivision.product(
          unit, pieces, over: lineSteps, quantum: Stage.line.quantum, lineMode),
        let cost = facts.costs[place].of(pieces, lineMode)
      else {
        left.append(index)
        continue
      }
      store(index, unit, amount, cost)
    }
    return left
  }

  /// Gives each line its path; a new one is found by pricing its first line alone.
  private mutating func findPaths(_ range: Range<Int>, _ stretch: inout PriceStretch) throws {
    for line in 0..<range.count {
      let index = range.lowerBound + line
      let pieces = lines.pieces(index)
      let key = stretch.keys[line]
      guard pieces >= 1, pieces <= policy.largestQuantity,
        stretch.facts.lists[stretch.places[line]] > 0
      else {
        stretch.left.append(index)
        continue
      }
      let known = stretch.table[key]
      if known != Self.noPath {
        taken[index] = known
      } else if let found = try find(index) {
        stretch.table[key] = found
        stretch.fast.append(FastPath(paths[Int(found)]))
        taken[index] = found
      } else {
        stretch.left.append(index)
      }
    }
  }

  /// The path of a line, found by pricing it alone; nil where it has no price.
  private mutating func find(_ index: Int) throws -> UInt32? {
    let price: Price
    do {
      price = try policy.price(lines.line(index))
    } catch let error where PriceError.isOfLine(error) {
      return nil
    }
    guard let waterfall = price.waterfall else { return nil }
    paths.append(try PricePath(waterfall, leadDays: price.leadDays, policy: policy))
    return UInt32(paths.count - 1)
  }

  /// A line that an incremental ladder prices as a whole; nil for any other, where it does not fit, or a
  /// floor refuses.
  private func price(
    whole index: Int, _ place: Int, _ facts: PriceFacts
  ) -> (unit: Int64, amount: Int64, cost: Int64)? {
    let (path, pieces) = (paths[Int(taken[index])], lines.pieces(index))
    let mode = policy.rounding(.line)
    guard let weight = path.weight, let factor = path.factor,
      let cost = facts.costs[place].of(pieces, mode)
    else { return nil }
    do {
      var running = ExactAmount(path.base ?? Money(units: facts.lists[place]))
      try running.multiply(by: factor)
      try running.multiply(by: weight.of(pieces))
      let least = try ExactAmount(Money(units: facts.floors[place])).times(pieces)
      if try running.isLess(than: least) {
        guard policy.onFloor == .raise else { return nil }
        running = least
      }
      let amount = try running.rounded(mode, to: .line)
      let unit = try amount.divided(by: pieces, rounding: mode, to: .unit)
      return (unit.units, amount.units, cost)
    } catch {
      return nil
    }
  }
}

extension PriceFacts {
  /// The place of a line's cost, floors and list price.
  func place(of line: Int, _ lines: PriceLines) -> Int {
    let product = lines.code(line, 0) * regions
    guard let regionAxis else { return product }
    return product + regionAxis.classes[lines.code(line, regionAxis.index)]
  }
}

extension PriceFacts.PieceCost {
  /// The cost of so many pieces; nil where it does not fit.
  @inline(__always)
  func of(_ pieces: Int64, _ rounding: Rounding) -> Int64? {
    guard let divisor else { return PricedLines.noCost }
    return DecimalDivision.product(
      mantissa, pieces, over: divisor, quantum: Stage.line.quantum, rounding)
  }
}
