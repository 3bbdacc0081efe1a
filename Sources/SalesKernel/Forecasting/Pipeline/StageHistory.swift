/// How often opportunities that came to a stage were won.
/// - Source: standards: (won + 1) / (entered + 2); FC1.
public struct StageHistory: Hashable, Sendable {
  public struct Counts: Hashable, Sendable {
    public fileprivate(set) var entered = 0
    public fileprivate(set) var won = 0
  }

  public private(set) var stages: [String: Counts] = [:]

  public init() {}

  /// - Parameter entered: Stages that a decided opportunity came to.
  public mutating func add(entered: Set<String>, isWon: Bool) {
    for stage in entered {
      stages[stage, default: Counts()].entered += 1
      if isWon { stages[stage, default: Counts()].won += 1 }
    }
  }

  /// - Parameter prior: What is added to won and to entered, so that few cases do not decide.
  public func probability(of stage: String, prior: (won: Double, entered: Double)) -> Double {
    let counts = stages[stage] ?? Counts()
    return (Double(counts.won) + prior.won) / (Double(counts.entered) + prior.entered)
  }
}
