import Values

/// What counts for whom, a column each: every order once, split orders once for each who shares them.
///
/// Read once from the store; plans are then tried on sums of it (see ``cells(_:_:)``).
public struct CreditColumns: Sendable {
  static let nobody: Int32 = -1

  public private(set) var count = 0
  /// Place in the roster; below 0 where the order has no rep.
  private var places: [Int32] = []
  private var days: [Int32] = []
  private var amounts: [Int64] = []
  /// Number of the status, 0 for none.
  private var statuses: [UInt8] = []
  private var words: [String] = []
  private var marks: [UInt8] = []
  private static let outsideMark: UInt8 = 1
  private static let partMark: UInt8 = 2
  /// Amounts of whole orders, by row, where a row is a part of one.
  private var wholes: [Int: Int64] = [:]
  private let reps: Int

  /// - Parameter reps: Size of the roster.
  public init(reps: Int, capacity: Int = 0) {
    self.reps = reps
    places.reserveCapacity(capacity)
    days.reserveCapacity(capacity)
    amounts.reserveCapacity(capacity)
    statuses.reserveCapacity(capacity)
    marks.reserveCapacity(capacity)
  }

  /// The number of a status.
  /// - Throws: `incentive.statuses` beyond 255 of them.
  public mutating func code(ofStatus word: String) throws(ValidationError) -> UInt8 {
    if let index = words.firstIndex(of: word) { return UInt8(index + 1) }
    guard words.count < 255 else {
      throw ValidationError(
        "incentive.statuses", "orders have more than 255 different statuses",
        remedy: "use the words of the order policy")
    }
    words.append(word)
    return UInt8(words.count)
  }

  @inline(__always)
  public mutating func add(
    _ place: Int?, day: Int32, amount: Int64, status: UInt8, isOutside: Bool = false,
    of whole: Int64? = nil
  ) {
    if let whole { wholes[count] = whole }
    marks.append((isOutside ? Self.outsideMark : 0) | (whole == nil ? 0 : Self.partMark))
    places.append(place.map { Int32(truncatingIfNeeded: $0) } ?? Self.nobody)
    days.append(day)
    amounts.append(amount)
    statuses.append(status)
    count += 1
  }

  /// Sums per rep, period and class, in one pass.
  /// - Throws: `money.overflow`.
  public func cells(
    _ credit: IncentivePlan.Credit, _ periods: [Period]
  ) throws(ValueError) -> [CreditCells] {
    guard let first = periods.map(\.first.number).min(), let last = periods.map(\.last.number).max()
    else { return [] }
    var periodOf = [Int16](repeating: -1, count: Int(last - first) + 1)
    for (index, period) in periods.enumerated() {
      for day in period.first.number...period.last.number {
        periodOf[Int(day - first)] = Int16(truncatingIfNeeded: index)
      }
    }
    let isCounted = counted(credit)
    var sums = [Int64](repeating: 0, count: periods.count * (reps + 1) * CreditCells.classes)
    var overflows = false
    let landmark = credit.landmark?.units ?? .max
    for row in 0..<count {
      let day = days[row]
      guard day >= first, day <= last, isCounted[Int(statuses[row])] else { continue }
      let period = Int(periodOf[Int(day - first)])
      guard period >= 0 else { continue }
      let amount = amounts[row]
      let whole = marks[row] & Self.partMark == 0 ? amount : wholes[row] ?? amount
      let kind =
        (marks[row] & Self.outsideMark == 0 ? 0 : CreditCells.outsideBit)
        | (whole >= landmark ? CreditCells.landmarkBit : 0)
      let slot = ((period * (reps + 1)) + Int(places[row]) + 1) * CreditCells.classes + kind
      let (sum, over) = sums[slot].addingReportingOverflow(amount)
      sums[slot] = sum
      overflows = overflows || over
    }
    guard !overflows else {
      throw ValueError("money.overflow", "the orders of a period sum to more than money holds")
    }
    let width = (reps + 1) * CreditCells.classes
    return periods.indices.map {
      CreditCells(sums: Array(sums[$0 * width..<($0 + 1) * width]))
    }
  }

  /// The first order of some reps that counts: its day and what it counts for them.
  public func firsts(
    of wanted: Set<Int>, _ credit: IncentivePlan.Credit
  ) -> [Int: FirstCredit] {
    let isCounted = counted(credit)
    var isWanted = [Bool](repeating: false, count: reps)
    for place in wanted where isWanted.indices.contains(place) { isWanted[place] = true }
    var firsts: [Int: FirstCredit] = [:]
    for row in 0..<count {
      let place = Int(places[row])
      guard place >= 0, isWanted[place], isCounted[Int(statuses[row])] else { continue }
      if let known = firsts[place], known.day <= days[row] { continue }
      firsts[place] = FirstCredit(row: row, day: days[row], amount: Money(units: amounts[row]))
    }
    return firsts
  }

  private func counted(_ credit: IncentivePlan.Credit) -> [Bool] {
    [true] + words.map { !credit.without.contains($0) }
      + [Bool](repeating: false, count: 255 - words.count)
  }
}

/// Which order of a rep came first; of one day, that with the lower id.
public struct FirstCredit: Hashable, Sendable {
  let row: Int
  let day: Int32
  let amount: Money
}

/// Sums of one period: what counts for each rep, by class of order.
public struct CreditCells: Hashable, Sendable {
  static let outsideBit = 1
  static let landmarkBit = 2
  static let classes = 4

  /// Class by class of orders without a rep, then of each rep.
  private let sums: [Int64]

  init(sums: [Int64]) { self.sums = sums }

  /// What orders without a rep sum to.
  public func unassigned() throws(ValueError) -> Money { try sum(-1, .all) }

  /// - Throws: `money.overflow`.
  func sum(_ place: Int, _ deals: PayComponent.Deals) throws(ValueError) -> Money {
    var sum = Money.zero
    for kind in 0..<Self.classes {
      let isWanted =
        switch deals {
        case .all: true
        case .outside: kind & Self.outsideBit != 0
        case .landmark: kind & Self.landmarkBit != 0
        }
      if isWanted {
        sum = try sum.adding(Money(units: sums[(place + 1) * Self.classes + kind]))
      }
    }
    return sum
  }
}
