import Values

/// What is open, by days past due, group by group. The sums are exact: every claim is in one bucket
/// of one group.
/// - Source: standards, customer measures; AU6.
public struct Ageing: Sendable {
  public struct Row: Hashable, Sendable {
    public let key: FieldValue
    /// One a bucket.
    public let amounts: [Money]
    public let total: Money
  }

  public let buckets: AgeBuckets
  public let day: Day
  private var sums: [FieldValue: [Int128]] = [:]
  /// Claims a bucket.
  public private(set) var counts: [Int]

  public init(_ buckets: AgeBuckets, asOf day: Day) {
    (self.buckets, self.day) = (buckets, day)
    counts = Array(repeating: 0, count: buckets.buckets.count)
  }

  /// Counts a claim in a group; one that is settled leaves no trace.
  /// - Throws: `money.overflow`.
  public mutating func add(_ claim: Claim, to key: FieldValue) throws(ValueError) {
    let open = try claim.open()
    guard open != .zero else { return }
    let index = buckets.index(of: claim.daysPastDue(on: day))
    let none = Array(repeating: Int128(0), count: counts.count)
    sums[key, default: none][index] += Int128(open.units)
    counts[index] += 1
  }

  /// The groups, those that owe most first.
  /// - Throws: `money.overflow`.
  public func rows() throws(ValueError) -> [Row] {
    var rows: [Row] = []
    for (key, units) in sums { rows.append(try Self.row(key, units)) }
    return rows.sorted { a, b in
      a.total != b.total ? a.total > b.total : Self.isBefore(a.key, b.key)
    }
  }

  /// All groups together.
  /// - Throws: `money.overflow`.
  public func total() throws(ValueError) -> Row {
    var units = Array(repeating: Int128(0), count: counts.count)
    for group in sums.values {
      for index in units.indices { units[index] += group[index] }
    }
    return try Self.row(.null, units)
  }

  private static func row(_ key: FieldValue, _ units: [Int128]) throws(ValueError) -> Row {
    var amounts: [Money] = []
    for unit in units { amounts.append(try money(unit)) }
    return Row(key: key, amounts: amounts, total: try money(units.reduce(0, +)))
  }

  private static func money(_ units: Int128) throws(ValueError) -> Money {
    guard let units = Int64(exactly: units) else {
      throw ValueError("money.overflow", "the receivables are out of the range of money")
    }
    return Money(units: units)
  }

  private static func isBefore(_ a: FieldValue, _ b: FieldValue) -> Bool {
    if case .integer(let a) = a, case .integer(let b) = b { return a < b }
    return a.text < b.text
  }
}
