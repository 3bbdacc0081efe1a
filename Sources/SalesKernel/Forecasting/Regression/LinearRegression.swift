/// A linear regression on named factors, with an intercept, by Householder's QR with column
/// pivoting.
/// - Source: FC1 (regression: factors, correlation, model).
public struct LinearRegression: Sendable {
  public struct Factor: Hashable, Sendable {
    public let name: String
    public let coefficient: Double
    /// Standard error; nil where no degree of freedom is left.
    public let error: Double?
    /// Correlation with y alone; nil for y without variance.
    public let correlation: Double?
  }

  public let intercept: Double
  public let interceptError: Double?
  public let factors: [Factor]
  public let count: Int
  public let sse: Double
  /// Nil for y without variance.
  public let rSquared: Double?
  public let adjusted: Double?
  public let fitted: [Double]

  /// Degrees of freedom that are left.
  public var degrees: Int { count - factors.count - 1 }

  /// - Throws: `forecast.short` with fewer points than coefficients, `forecast.factor` for a
  ///   factor of another
  ///   length, `forecast.number`, `forecast.singular` with the factors that depend on each other.
  public init(
    y: [Double], factors named: [(name: String, values: [Double])]
  ) throws(ValidationError) {
    try Self.check(y, named)
    let names = named.map(\.name)
    let means = named.map { $0.values.reduce(0, +) / Double(y.count) }
    let mean = y.reduce(0, +) / Double(y.count)
    // About the means, so that the intercept is no column and a constant factor is a zero column.
    let columns = zip(named, means).map { factor, mean in factor.values.map { $0 - mean } }
    let solver = PivotedQR(columns)
    guard solver.rank == names.count else { throw Self.singular(solver, names, columns) }
    let centred = y.map { $0 - mean }
    let solved = solver.solve(centred)
    guard solved.allSatisfy(\.isFinite) else { throw Self.overflow }
    let intercept = mean - zip(solved, means).reduce(0) { $0 + $1.0 * $1.1 }
    let fitted = y.indices.map { row in
      named.indices.reduce(intercept) { $0 + solved[$1] * named[$1].values[row] }
    }
    let sse = zip(y, fitted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let total = centred.reduce(0) { $0 + $1 * $1 }
    let degrees = y.count - names.count - 1
    let variance = degrees > 0 ? sse / Double(degrees) : nil
    self.count = y.count
    self.intercept = intercept
    self.fitted = fitted
    self.sse = sse
    rSquared = total > 0 ? max(0, 1 - sse / total) : nil
    adjusted = variance.flatMap { total > 0 ? 1 - $0 / (total / Double(y.count - 1)) : nil }
    let inverse = solver.inverseOfProduct()
    factors = names.indices.map { index in
      Factor(
        name: names[index], coefficient: solved[index],
        error: variance.map { ($0 * inverse[index][index]).squareRoot() },
        correlation: Self.correlation(columns[index], centred))
    }
    let spread = means.indices.reduce(1 / Double(y.count)) { sum, i in
      means.indices.reduce(sum) { $0 + means[i] * inverse[i][$1] * means[$1] }
    }
    interceptError = variance.map { ($0 * spread).squareRoot() }
  }

  private static var overflow: ValidationError {
    ValidationError(
      "forecast.overflow", "the regression gives no finite number", remedy: "use smaller units")
  }

  /// What the model gives for values of the factors, in their order.
  public func value(at values: [Double]) -> Double {
    zip(factors, values).reduce(intercept) { $0 + $1.0.coefficient * $1.1 }
  }

  private static func check(
    _ y: [Double], _ named: [(name: String, values: [Double])]
  ) throws(ValidationError) {
    guard !y.isEmpty else { throw PeriodSeries.empty }
    for factor in named where factor.values.count != y.count {
      throw ValidationError(
        "forecast.factor",
        "\(factor.name) has \(factor.values.count.text("value")), y has \(y.count)",
        remedy: "give each factor one value a point")
    }
    for (name, values) in [(name: "y", values: y)] + named {
      if let place = values.firstIndex(where: { !$0.isFinite }) {
        throw ValidationError(
          "forecast.number", "\(name)[\(place + 1)] is \(values[place]), no finite number",
          remedy: "leave the point out")
      }
    }
    guard y.count > named.count, !named.isEmpty else {
      throw ValidationError(
        "forecast.short",
        "\(y.count.text("point")) cannot decide \((named.count + 1).text("coefficient"))",
        remedy: named.isEmpty ? "give at least one factor" : "give more points or fewer factors")
    }
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    let (aa, bb) = (a.reduce(0) { $0 + $1 * $1 }, b.reduce(0) { $0 + $1 * $1 })
    let ab = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    let scale = aa.squareRoot() * bb.squareRoot()
    return scale > 0 ? max(-1, min(1, ab / scale)) : nil
  }

  /// Names a factor that says nothing of its own, and those that make it up.
  private static func singular(
    _ solver: PivotedQR, _ names: [String], _ columns: [[Double]]
  ) -> ValidationError {
    let dependent = solver.order[solver.rank]
    let parts = solver.parts(of: solver.rank)
    let others = parts.filter { abs($0.weight) > 1e-8 }.map { names[$0.column] }.sorted()
    let message =
      others.isEmpty
      ? "\(names[dependent]) is the same at every point, as the intercept is"
      : "\(names[dependent]) depends on \(others.joined(separator: ", ")): what one does cannot be told "
        + "from the others"
    return ValidationError(
      "forecast.singular", message, remedy: "leave out \(names[dependent]), or one of the others")
  }
}
