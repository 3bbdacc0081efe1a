import Values

/// Each record's cumulative share before it, when all are put in descending order of an amount.
///
/// The largest has share 0. Ties go by id, lower first. Negative amounts are left out and listed,
/// as a share of a total that they shrink has no meaning.
///
/// ```
///   id      3     1     2          total 100
///   amount  60    30    10
///   share   0.00  0.60  0.90
/// ```
/// - Source: CU8; standards "ABC".
public struct RankTable: Sendable {
  /// Ids of records with a negative amount, ascending.
  public let excluded: [Int64]
  public let count: Int
  /// Sum of the ranked amounts in 1/10,000 yuan; wider than Money so that it cannot overflow.
  public let total: Int128
  private let first: Int64
  /// By id − `first`, NaN for no share; empty where ids are too sparse for it.
  private let dense: [Double]
  private let sparse: [Int64: Double]

  /// - Complexity: O(n log n) in time; 8 bytes a record where ids are dense.
  public init(_ amounts: [(id: Int64, amount: Money)]) {
    var ranked = amounts.filter { $0.amount.units >= 0 }
    ranked.sort { $0.amount == $1.amount ? $0.id < $1.id : $0.amount > $1.amount }
    self.excluded = amounts.lazy.filter { $0.amount.units < 0 }.map(\.id).sorted()
    self.count = ranked.count
    let total = ranked.reduce(Int128(0)) { $0 + Int128($1.amount.units) }
    self.total = total
    let low = ranked.lazy.map(\.id).min() ?? 0
    let high = ranked.lazy.map(\.id).max() ?? 0
    self.first = low
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    let isDense = !overflow && distance / 4 <= Int64(ranked.count) + 1024
    var dense = isDense ? [Double](repeating: .nan, count: Int(distance) + 1) : []
    var sparse: [Int64: Double] = [:]
    var before = Int128(0)
    for (id, amount) in ranked {
      let share = total > 0 ? Double(before) / Double(total) : 0
      if isDense { dense[Int(id - low)] = share } else { sparse[id] = share }
      before += Int128(amount.units)
    }
    self.dense = dense
    self.sparse = sparse
  }

  /// The share before a record; nil for one that is not ranked.
  public func shareBefore(_ id: Int64) -> Double? {
    guard !dense.isEmpty else { return sparse[id] }
    let (index, overflow) = id.subtractingReportingOverflow(first)
    guard !overflow, index >= 0, index < Int64(dense.count) else { return nil }
    let share = dense[Int(index)]
    return share.isNaN ? nil : share
  }
}
