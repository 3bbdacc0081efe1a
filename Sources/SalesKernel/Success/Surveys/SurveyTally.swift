/// Counts the answers to one kind of survey.
public struct SurveyTally: Hashable, Sendable {
  /// Answers on the scale.
  public private(set) var count = 0
  /// In the top box, or promoters.
  public private(set) var top = 0
  /// Detractors.
  public private(set) var low = 0
  public private(set) var recommending = 0
  /// Answers that are not on the scale, which count nowhere else.
  public private(set) var strange = 0
  private var sum: Int64 = 0

  public init() {}

  @inline(__always)
  public mutating func add(_ score: Int64, of kind: SurveyPolicy.Kind) {
    guard kind.scale.contains(score) else {
      strange += 1
      return
    }
    count += 1
    sum += score
    if score >= kind.top { top += 1 }
    if score <= kind.low { low += 1 }
    if score >= kind.recommend { recommending += 1 }
  }

  /// Nil where nobody answered.
  public var mean: Double? { count == 0 ? nil : Double(sum) / Double(count) }
  public var csat: CSATFigure? { CSATFigure(top: top, of: count) }
  public var nps: NPSFigure? { NPSFigure(promoters: top, detractors: low, of: count) }
  /// Those who would recommend us.
  public var recommendation: CSATFigure? { CSATFigure(top: recommending, of: count) }
}

/// Answers to one kind of survey, as columns.
public struct SurveyAnswers: Sendable {
  private let kind: SurveyPolicy.Kind
  private var scores: [Int64] = []
  private var days: [Int32] = []

  public init(_ kind: SurveyPolicy.Kind) { self.kind = kind }

  public mutating func add(_ score: Int64, on day: Int32) {
    scores.append(score)
    days.append(day)
  }

  /// All of them, and by group.
  public func tally(by grouping: FigureGrouping?) -> FigureGroups<SurveyTally> {
    var groups = FigureGroups(SurveyTally())
    for item in scores.indices {
      groups.add(to: grouping?.key(of: item, day: days[item])) { $0.add(scores[item], of: kind) }
    }
    return groups
  }
}
