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
  /// 0 for a path that is priced exactly, line by line.
  let divisor: UInt64

  init(_ path: PricePath) {
    guard path.weight == nil, let factor = path.factor, factor.mantissa >= 0,
      let divisor = DecimalDivision.power(factor.scale)
    else {
      (base, mantissa, self.divisor) = (-1, 0, 0)
      return
    }
    (base, mantissa, self.divisor) = (path.base?.units ?? -1, factor.mantissa, divisor)
  }

  var isFast: Bool { divisor > 0 }
}

/// A stretch of lines on its way: their keys, paths and places, column by column, so that each loop
/// does one thing.
struct PriceStretch {
  let facts: PriceFacts
  let classes: PriceClasses
  var table: PathTable
  var fast: [FastPath] = []
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
    let (unitMode, lineMode) = (policy.rounding(.unit), policy.rounding(.line))
    let quantum = UInt64(Stage.line.quantum)
    let (facts, fast, raises) = (stretch.facts, stretch.fast, policy.onFloor == .raise)
    for line in 0..<range.count {
      let index = range.lowerBound + line
      let path = taken[index]
      if path == Self.noPath { continue }
      let pieces = lines.pieces(index)
      let place = stretch.places[line]
      let (way, floor) = (fast[Int(path)], facts.floors[place])
      let list = facts.lists[place]
      guard way.isFast else {
        try price(whole: index, path, list, floor, facts.costs[place], &stretch)
        continue
      }
      let base = way.base < 0 ? list : way.base
      let isUnder = DecimalDivision.isLess(base, way.mantissa, than: floor, way.divisor)
      guard !isUnder || raises,
        let unit = isUnder
          ? floor
          : DecimalDivision.product(base, way.mantissa, over: way.divisor, quantum: 1, unitMode),
        let amount = DecimalDivision.product(
          unit, pieces, over: quantum, quantum: quantum, lineMode),
        let cost = facts.costs[place].of(pieces, lineMode)
      else {
        leave(index, &stretch)
        continue
      }
      (units[index], amounts[index], costs[index]) = (unit, amount, cost)
    }
  }

  private mutating func leave(_ index: Int, _ stretch: inout PriceStretch) {
    taken[index] = Self.noPath
    stretch.left.append(index)
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

  /// A line that an incremental ladder prices as a whole.
  private mutating func price(
    whole index: Int, _ path: UInt32, _ list: Int64, _ floor: Int64, _ cost: PriceFacts.PieceCost,
    _ stretch: inout PriceStretch
  ) throws {
    let pieces = lines.pieces(index)
    guard let whole = price(whole: paths[Int(path)], list, floor: floor, pieces),
      let cost = cost.of(pieces, policy.rounding(.line))
    else { return leave(index, &stretch) }
    (units[index], amounts[index], costs[index]) = (whole.unit, whole.amount, cost)
  }

  /// The price of a line that is priced as a whole; nil where it does not fit, or a floor refuses.
  private func price(
    whole path: PricePath, _ list: Int64, floor: Int64, _ pieces: Int64
  ) -> (unit: Int64, amount: Int64)? {
    guard let weight = path.weight, let factor = path.factor else { return nil }
    do {
      var running = ExactAmount(path.base ?? Money(units: list))
      try running.multiply(by: factor)
      try running.multiply(by: weight.of(pieces))
      let least = try ExactAmount(Money(units: floor)).times(pieces)
      if try running.isLess(than: least) {
        guard policy.onFloor == .raise else { return nil }
        running = least
      }
      let mode = policy.rounding(.line)
      let amount = try running.rounded(mode, to: .line)
      return (try amount.divided(by: pieces, rounding: mode, to: .unit).units, amount.units)
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
    if mantissa < 0 { return PricedLines.noCost }
    return DecimalDivision.product(
      mantissa, pieces, over: divisor, quantum: UInt64(Stage.line.quantum), rounding)
  }
}
