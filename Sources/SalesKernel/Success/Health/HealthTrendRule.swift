/// When scores over time rise or fall.
/// - Source: ours (CS1).
public struct HealthTrendRule: Hashable, Sendable {
  public enum Direction: String, CaseIterable, Sendable {
    case rising, steady, falling
  }

  /// Points a month from which a score rises or falls.
  public let pointsPerMonth: Double
  /// Months that are looked at.
  public let months: Int
  /// Scores from which a direction is told.
  public let least: Int
  public let source: String

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["points_per_month", "months", "least", "source", "note"])
    pointsPerMonth = try table["points_per_month"].number(in: 0...100)
    months = Int(try table["months"].integer(in: 1...120))
    least = Int(try table["least"].integer(in: 2...1000))
    source = try table.source()
  }

  /// Nil where there is no slope, or too few scores for one.
  public func direction(of line: HealthTrend) -> Direction? {
    guard line.count >= least, let slope = line.pointsPerMonth else { return nil }
    if slope >= pointsPerMonth, slope > 0 { return .rising }
    return slope <= -pointsPerMonth && slope < 0 ? .falling : .steady
  }
}

/// The straight line through scores over time, by least squares.
public struct HealthTrend: Hashable, Sendable {
  public let count: Int
  /// Of 30 days; nil where the scores are not of different days.
  public let pointsPerMonth: Double?

  public init(_ scores: [(day: Int32, score: Double)]) {
    count = scores.count
    guard let first = scores.first?.day else {
      pointsPerMonth = nil
      return
    }
    let n = Double(scores.count)
    let days = scores.map { Double($0.day) - Double(first) }
    let meanDay = days.reduce(0, +) / n
    let meanScore = scores.reduce(0) { $0 + $1.score } / n
    var (products, squares) = (0.0, 0.0)
    for (day, point) in zip(days, scores) {
      products += (day - meanDay) * (point.score - meanScore)
      squares += (day - meanDay) * (day - meanDay)
    }
    pointsPerMonth = squares > 0 ? products / squares * 30 : nil
  }
}
