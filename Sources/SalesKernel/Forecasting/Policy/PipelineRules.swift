/// How open deals are weighed and played through where a call names nothing else.
public struct PipelineRules: Sendable {
  /// Where probabilities come from.
  public enum Basis: String, CaseIterable, Sendable {
    /// The stage's probability in the opportunity's playbook.
    case playbook
    /// How often deals that came to the stage were won.
    case history
  }

  public let source: String
  public let basis: Basis
  /// What is added to won and to entered cases.
  public let prior: (won: Double, entered: Double)
  public let runs: Int
  public let mostRuns: Int
  public let percentiles: [Double]
  public let bars: Int

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(
      keys: ["source", "probability", "prior", "runs", "most_runs", "percentiles", "bars"])
    source = try table.source()
    basis = try table["probability"].oneOf(Basis.self)
    let prior = try table["prior"].table(keys: ["won", "entered"])
    let won = try prior["won"].number(in: 0...1_000_000)
    let entered = try prior["entered"].number(in: 0...1_000_000)
    guard entered >= won, entered > 0 else {
      throw PolicyError(
        "policy.value", at: prior.path, "entered is less than won, or 0",
        remedy: "write prior = { won = 1, entered = 2 }")
    }
    self.prior = (won, entered)
    mostRuns = Int(try table["most_runs"].integer(in: 1...10_000_000))
    runs = Int(try table["runs"].integer(in: 1...Int64(mostRuns)))
    percentiles = try table["percentiles"].filledList { at throws(PolicyError) in
      try at.level()
    }
    bars = Int(try table["bars"].integer(in: 1...1000))
  }
}
