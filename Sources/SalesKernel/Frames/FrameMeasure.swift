import Values

/// What is computed of a column, a value a group.
public enum FrameMeasure: Hashable, Sendable {
  case sum, mean, min, max, count, distinct
  case quantile(Double)

  /// The measure of a word: `sum`, `mean`, `min`, `max`, `count`, `distinct`, `median`; `quantile` with its
  /// share.
  public init?(_ word: String, share: Double? = nil) {
    switch word {
    case "sum": self = .sum
    case "mean": self = .mean
    case "min": self = .min
    case "max": self = .max
    case "count": self = .count
    case "distinct": self = .distinct
    case "median": self = .quantile(0.5)
    case "quantile": self = .quantile(share ?? 0.5)
    default: return nil
    }
  }

  public static let words = [
    "count", "distinct", "max", "mean", "median", "min", "quantile", "sum",
  ]
}

/// Measures of one column, all groups in one pass.
struct FrameTally {
  let slots: FrameSlots
  let rows: FrameRows
  let column: FrameColumn
  let name: String

  /// One value a group, in the order of the groups; null where a group has nothing to measure, but 0 for
  /// counts, and for sums where the group has rows.
  ///
  /// - Throws: `frame.measure` where the column has no such measure; `sum.overflow`.
  func values(_ measure: FrameMeasure) throws -> [FieldValue] {
    switch measure {
    case .count: return counts().map { .integer(Int64($0)) }
    case .sum: return try sums()
    case .mean: return try means()
    case .min: return try extremes(greatest: false)
    case .max: return try extremes(greatest: true)
    case .distinct: return try FrameDistinct(self).values()
    case .quantile(let share): return try FrameQuantile(self).values(share)
    }
  }

  /// How many rows of each group have a value.
  func counts() -> [Int] {
    let bySlot = bySlot(0) { target, slots in
      switch column.storage {
      case .words(let codes, _):
        let base = codes.base
        rows.forEach { position, row in
          if base[row] != 0 { target[Int(slots[position])] += 1 }
        }
      case .narrow(let values): count(values.base, target, slots)
      case .wide(let values): count(values.base, target, slots)
      case .real(let values):
        let base = values.base
        rows.forEach { position, row in
          if !base[row].isNaN { target[Int(slots[position])] += 1 }
        }
      }
    }
    return slots.groups.map { bySlot[$0] }
  }

  @inline(__always)
  private func count<Whole: FixedWidthInteger>(
    _ base: UnsafeMutablePointer<Whole>, _ target: UnsafeMutablePointer<Int>,
    _ slots: UnsafeMutablePointer<UInt32>
  ) {
    rows.forEach { position, row in if base[row] != .min { target[Int(slots[position])] += 1 } }
  }

  // MARK: Sums

  private func sums() throws -> [FieldValue] {
    switch column.storage {
    case .real:
      let (sums, counts) = (realSums(), counts())
      return slots.groups.indices.map { group in
        counts[group] == 0 ? nothing(group) : .number(sums[group])
      }
    default:
      return try zip(try wholeSums(), slots.groups.indices).map { sum, group in
        guard let sum = Int64(exactly: sum) else { throw overflow }
        return column.type == .money ? .money(Money(units: sum)) : .integer(sum)
      }
    }
  }

  private func nothing(_ group: Int) -> FieldValue {
    column.type == .money ? .money(.zero) : column.type == .number ? .number(0) : .integer(0)
  }

  /// - Throws: `frame.measure`.
  private func requireAmounts(_ what: String) throws {
    switch column.type {
    case .money, .integer, .number: return
    default: throw refused(what)
    }
  }

  func refused(_ what: String) -> ValidationError {
    ValidationError(
      "frame.measure", "\(name) holds \(column.type), which has no \(what)",
      remedy: "count it, or give a column of money or numbers", field: name)
  }

  private func wholeSums() throws -> [Int128] {
    try requireAmounts("sum")
    let bySlot = bySlot(Int128(0)) { target, slots in
      switch column.storage {
      case .narrow(let values):
        let base = values.base
        rows.forEach { position, row in
          if base[row] != .min { target[Int(slots[position])] &+= Int128(base[row]) }
        }
      case .wide(let values):
        let base = values.base
        rows.forEach { position, row in
          if base[row] != .min { target[Int(slots[position])] &+= Int128(base[row]) }
        }
      default: break
      }
    }
    return slots.groups.map { bySlot[$0] }
  }

  private func realSums() -> [Double] {
    let bySlot = bySlot(0.0) { target, slots in
      guard case .real(let values) = column.storage else { return }
      let base = values.base
      rows.forEach { position, row in
        if !base[row].isNaN { target[Int(slots[position])] += base[row] }
      }
    }
    return slots.groups.map { bySlot[$0] }
  }

  /// Money to 1/10,000 yuan, half to even; days and moments have none.
  private func means() throws -> [FieldValue] {
    try requireAmounts("mean")
    let counts = counts()
    if case .real = column.storage {
      return zip(realSums(), counts).map { $1 == 0 ? .null : .number($0 / Double($1)) }
    }
    return try zip(try wholeSums(), counts).map { sum, count in
      guard count > 0 else { return .null }
      guard column.type == .money else { return .number(Double(sum) / Double(count)) }
      guard let units = Int64(exactly: sum) else { throw overflow }
      return .money(
        try Money(units: units).divided(by: Int64(count), rounding: .halfEven, to: .unit))
    }
  }

  private var overflow: ValueError {
    ValueError("sum.overflow", "the sum of \(name) is out of range", remedy: "sum fewer records")
  }

  // MARK: Least and greatest

  private func extremes(greatest: Bool) throws -> [FieldValue] {
    switch column.storage {
    case .words: throw refused(greatest ? "greatest value" : "least value")
    case .narrow(let values): return extremes(values.base, greatest)
    case .wide(let values): return extremes(values.base, greatest)
    case .real(let values):
      let base = values.base
      let bySlot = bySlot(Double.nan) { target, slots in
        rows.forEach { position, row in
          let (slot, value) = (Int(slots[position]), base[row])
          if value.isNaN { return }
          if target[slot].isNaN || (greatest ? value > target[slot] : value < target[slot]) {
            target[slot] = value
          }
        }
      }
      return slots.groups.map { bySlot[$0].isNaN ? .null : .number(bySlot[$0]) }
    }
  }

  private func extremes<Whole: FixedWidthInteger & BitwiseCopyable>(
    _ base: UnsafeMutablePointer<Whole>, _ greatest: Bool
  ) -> [FieldValue] {
    let bySlot = bySlot(Whole.min) { target, slots in
      rows.forEach { position, row in
        let (slot, value) = (Int(slots[position]), base[row])
        if value == .min { return }
        if target[slot] == .min || (greatest ? value > target[slot] : value < target[slot]) {
          target[slot] = value
        }
      }
    }
    return slots.groups.map { bySlot[$0] == .min ? .null : column.value(of: Int64(bySlot[$0])) }
  }

  /// An array by slot, filled by one pass over the rows.
  @inline(__always)
  private func bySlot<Element: BitwiseCopyable>(
    _ start: Element,
    _ pass: (UnsafeMutablePointer<Element>, UnsafeMutablePointer<UInt32>) -> Void
  ) -> [Element] {
    var result = [Element](repeating: start, count: slots.domain)
    result.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { pass(base, slots.codes.base) }
    }
    return result
  }
}
