/// A matrix by columns as Q·R, by Householder's reflections, the longest remaining column first.
///
/// Columns that nothing remains of are dependent on those before: the rank is the number of the
/// others.
struct PivotedQR {
  /// Columns of the matrix in the order in which they were taken.
  private(set) var order: [Int]
  private(set) var rank = 0
  /// Columns in that order; R above the diagonal, reflections below and on it.
  private var columns: [[Double]]
  private var diagonal: [Double] = []
  private let rows: Int
  /// Lengths before scaling, in the matrix's order.
  private let scales: [Double]

  /// What remains of a column against its length where it counts as nothing.
  private static let negligible = 1e-10

  /// - Parameter matrix: Columns of one length, finite.
  init(_ matrix: [[Double]]) {
    rows = matrix.first?.count ?? 0
    order = Array(matrix.indices)
    let lengths = matrix.map { Self.length($0[...]) }
    // A column of length 1 each, so that units do not decide what is negligible.
    scales = lengths.map { $0 > 0 ? $0 : 1 }
    columns = zip(matrix, scales).map { column, scale in column.map { $0 / scale } }
    for step in 0..<min(rows, columns.count) {
      let rest = (step..<columns.count).max {
        Self.length(columns[$0][step...]) < Self.length(columns[$1][step...])
      }
      guard let longest = rest, Self.length(columns[longest][step...]) > Self.negligible else {
        return
      }
      columns.swapAt(step, longest)
      order.swapAt(step, longest)
      reflect(step)
      rank += 1
    }
  }

  private static func length(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// Turns a column onto its diagonal, and all later ones with it.
  private mutating func reflect(_ step: Int) {
    let length = Self.length(columns[step][step...])
    let turned = columns[step][step] > 0 ? -length : length
    columns[step][step] -= turned
    diagonal.append(turned)
    for later in (step + 1)..<max(step + 1, columns.count) { apply(step, to: &columns[later]) }
  }

  private func apply(_ step: Int, to vector: inout [Double]) {
    let mirror = columns[step]
    var (product, square) = (0.0, 0.0)
    for row in step..<rows {
      product += mirror[row] * vector[row]
      square += mirror[row] * mirror[row]
    }
    guard square > 0 else { return }
    let factor = 2 * product / square
    for row in step..<rows { vector[row] -= factor * mirror[row] }
  }

  /// The least-squares solution, in the matrix's order; of a matrix of full rank.
  func solve(_ y: [Double]) -> [Double] {
    var turned = y
    for step in 0..<rank { apply(step, to: &turned) }
    let solved = substituted(turned)
    var result = Array(repeating: 0.0, count: columns.count)
    for place in 0..<rank { result[order[place]] = solved[place] / scales[order[place]] }
    return result
  }

  /// R⁻¹ of the first `rank` rows.
  private func substituted(_ right: [Double]) -> [Double] {
    var solved = Array(repeating: 0.0, count: rank)
    for row in (0..<rank).reversed() {
      var rest = right[row]
      for column in (row + 1)..<max(row + 1, rank) { rest -= columns[column][row] * solved[column] }
      solved[row] = rest / diagonal[row]
    }
    return solved
  }

  /// How a column beyond the rank is made of those within it.
  func parts(of place: Int) -> [(column: Int, weight: Double)] {
    zip(order, substituted(columns[place])).map { (column: $0, weight: $1) }
  }

  /// (XᵀX)⁻¹ in the matrix's order; of a matrix of full rank.
  func inverseOfProduct() -> [[Double]] {
    let inverses = (0..<rank).map { unit in
      substituted((0..<rank).map { $0 == unit ? 1 : 0 })
    }
    var result = Array(repeating: Array(repeating: 0.0, count: rank), count: rank)
    for a in 0..<rank {
      for b in 0..<rank {
        let product = inverses.reduce(0) { $0 + $1[a] * $1[b] }
        result[order[a]][order[b]] = product / scales[order[a]] / scales[order[b]]
      }
    }
    return result
  }
}
