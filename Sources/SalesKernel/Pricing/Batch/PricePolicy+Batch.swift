import Values

/// Pricing of many lines at once.
///
/// Lines of one class take one path through the policy, so that the rules are tried once a path; what is
/// left for a line is one product and its roundings. The prices are those of ``price(_:explaining:)`` to
/// the last digit: where a rule is Lua, or a choice depends on the price so far, and where numbers have
/// too many digits, that is what prices the line.
extension PricePolicy {
  /// - Parameters:
  ///   - refusing: Whether a line that has no price is kept as a refusal; else it ends the pricing.
  ///   - poll: Called now and then; throwing ends the pricing.
  /// - Complexity: O(lines + paths × rules).
  /// - Throws: `price.line` with the line's number and what ``price(_:explaining:)`` says of it.
  public func price(
    _ lines: PriceLines, refusing: Bool = false, poll: () throws -> Void = {}
  ) throws -> PricedLines {
    var batch = PricedLines(self, lines)
    guard isClassed, let facts = try PriceFacts(self, lines) else {
      try batch.priceSingly(0..<lines.count, refusing: refusing, poll: poll)
      return batch
    }
    let classes = PriceClasses(self, lines)
    guard let bound = classes.bound else {
      try batch.priceSingly(0..<lines.count, refusing: refusing, poll: poll)
      return batch
    }
    batch.facts = facts
    var table = PathTable(bound: bound)
    var start = 0
    while start < lines.count {
      try poll()
      let end = min(start + Self.stretch, lines.count)
      let left = try batch.priceFast(start..<end, facts, classes, &table)
      for line in left { try batch.priceSingly(line..<line + 1, refusing: refusing, poll: {}) }
      start = end
    }
    return batch
  }

  /// Lines between two polls.
  private static var stretch: Int { 8192 }

  /// Whether limits alone decide which rules a line takes.
  var isClassed: Bool {
    !hasRules && floors.allSatisfy { $0.isOfProduct }
      && steps.allSatisfy { step in
        step.choice != .best
          || step.rules.allSatisfy { if case .discount = $0.effect { true } else { false } }
      }
  }
}

extension PricePolicy.Floor {
  fileprivate var isOfProduct: Bool {
    switch least {
    case .margin, .fixed: true
    case .field(let slot):
      PriceLine.productFields.contains(PriceLine.schema.entity.fields[slot].name)
    case .computed: false
    }
  }
}

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
  let divisor: UInt64

  /// Nil for a path that is priced exactly, line by line.
  init?(_ path: PricePath) {
    guard path.weight == nil, let factor = path.factor, factor.mantissa >= 0,
      let divisor = DecimalDivision.power(factor.scale)
    else { return nil }
    (base, mantissa, self.divisor) = (path.base?.units ?? -1, factor.mantissa, divisor)
  }
}

extension PricedLines {
  /// Prices lines by themselves, as the policy prices one.
  mutating func priceSingly(
    _ range: Range<Int>, refusing: Bool, poll: () throws -> Void
  ) throws {
    for index in range {
      if index & 255 == 0 { try poll() }
      do {
        let price = try policy.price(lines.line(index), explaining: false)
        (units[index], amounts[index]) = (price.unit.units, price.amount.units)
        costs[index] = price.cost?.units ?? Self.noCost
      } catch let error where PriceError.isOfLine(error) {
        guard refusing else { throw PriceError(error, line: index + 1) }
        refusals.append(Refusal(line: index, error: error))
      }
    }
  }

  /// Prices a range of lines by their paths.
  /// - Returns: the lines that have to be priced by themselves.
  mutating func priceFast(
    _ range: Range<Int>, _ facts: PriceFacts, _ classes: PriceClasses, _ table: inout PathTable
  ) throws -> [Int] {
    var left: [Int] = []
    var fast = paths.map { FastPath($0) }
    let (unitMode, lineMode) = (policy.rounding(.unit), policy.rounding(.line))
    for index in range {
      let pieces = lines.pieces(index)
      let product = lines.code(index, 0)
      let list = facts.lists[product]
      guard pieces >= 1, pieces <= policy.largestQuantity, list > 0 else {
        left.append(index)
        continue
      }
      let key = classes.key(of: index, pieces: pieces, lines)
      var path = table[key]
      if path == Self.noPath {
        guard let found = try find(index) else {
          left.append(index)
          continue
        }
        path = found
        table[key] = found
        fast.append(FastPath(paths[Int(found)]))
      }
      let place = product * facts.regions + facts.region(of: index, lines)
      let floor = facts.floors[place]
      guard let cost = facts.costs[place].of(pieces, lineMode) else {
        left.append(index)
        continue
      }
      if let way = fast[Int(path)] {
        guard let unit = price(way, list, floor: floor, unitMode),
          let amount = DecimalDivision.product(
            unit, pieces, over: lineQuantum, quantum: lineQuantum, lineMode)
        else {
          left.append(index)
          continue
        }
        (units[index], amounts[index]) = (unit, amount)
      } else {
        guard let whole = price(whole: paths[Int(path)], list, floor: floor, pieces) else {
          left.append(index)
          continue
        }
        (units[index], amounts[index]) = whole
      }
      costs[index] = cost
      taken[index] = path
    }
    return left
  }

  /// The price of a piece; nil where it does not fit, or is under a floor that refuses.
  @inline(__always)
  private func price(
    _ way: FastPath, _ list: Int64, floor: Int64, _ rounding: Rounding
  ) -> Int64? {
    let base = way.base < 0 ? list : way.base
    if DecimalDivision.isLess(base, way.mantissa, than: floor, way.divisor) {
      return policy.onFloor == .raise ? floor : nil
    }
    return DecimalDivision.product(base, way.mantissa, over: way.divisor, quantum: 1, rounding)
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

  private var lineQuantum: UInt64 { UInt64(Stage.line.quantum) }

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
}

extension PriceClasses {
  @inline(__always)
  func key(of line: Int, pieces: Int64, _ lines: PriceLines) -> Int {
    var key = 0
    for cut in cuts where pieces >= cut { key += 1 }
    for axis in axes { key += axis.parts[lines.code(line, axis.index)] }
    return key
  }
}

extension PriceFacts {
  @inline(__always)
  func region(of line: Int, _ lines: PriceLines) -> Int {
    guard let regionAxis else { return 0 }
    return regionAxis.classes[lines.code(line, regionAxis.index)]
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

extension PriceError {
  /// Whether an error speaks of a line and not of a broken rule, a limit or a stop.
  static func isOfLine(_ error: any Error) -> Bool {
    if let error = error as? PriceError { return error.code != "price.rule" }
    return error is ValueError
  }

  init(_ error: any Error, line: Int) {
    let cause = error as? PriceError
    let value = error as? ValueError
    self.init(
      cause?.code ?? value?.code ?? "price.line",
      "line \(line): \(cause?.message ?? value?.message ?? "\(error)")",
      remedy: cause?.remedy ?? value?.remedy ?? "")
  }
}
