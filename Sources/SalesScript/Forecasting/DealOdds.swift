import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// How likely open deals are won: by their playbook, by history, one number for all, or a rule.
struct DealOdds {
  private enum Source {
    case playbook
    case history
    case number(Double)
    /// Values of a rule by opportunity.
    case rule([Int64: FieldValue])
  }

  private let source: Source
  private let history: [String: StageHistory]
  private let rules: PipelineRules
  private let policies: EnginePolicies
  /// What it goes by, for reports.
  let text: String

  /// - Parameter value: nil for the policy's, "playbook", "history", a number, or a rule.
  /// - Throws: `rule.syntax`, `rule.unknown_name`, `forecast.probability`.
  init(
    _ value: Value?, _ query: QueryObject, _ book: PipelineBook, _ rules: PipelineRules,
    _ policies: EnginePolicies, _ host: ScriptHost
  ) throws {
    history = book.history
    (self.rules, self.policies) = (rules, policies)
    switch value ?? .string(rules.basis.rawValue) {
    case .string(PipelineRules.Basis.playbook.rawValue):
      source = .playbook
      text = "the stage's probability in the playbook"
    case .string(PipelineRules.Basis.history.rawValue):
      source = .history
      text =
        "(won + \(FieldValue.number(rules.prior.won).display)) / (entered + "
        + "\(FieldValue.number(rules.prior.entered).display)) of decided deals that came to the stage"
    case .integer(let number):
      source = .number(Double(number))
      text = "\(number) for every deal"
    case .number(let number):
      source = .number(number)
      text = "\(number) for every deal"
    case let rule:
      source = .rule(try RuleValues.of(rule, query, "probability"))
      text = rule.typeName == "function" ? "a function" : rule.plain
    }
  }

  /// - Throws: `forecast.probability` for what is no number, `playbook.unknown`, `playbook.stage`.
  func probability(of deal: PipelineBook.Deal) throws -> Double {
    let opportunity = deal.opportunity
    switch source {
    case .playbook:
      let playbook = try policies.playbook(
        .string(opportunity.playbook), standing: opportunity.playbook)
      return playbook.stages[try playbook.index(of: deal.stage)].probability.double
    case .history:
      return (history[opportunity.playbook] ?? StageHistory()).probability(
        of: deal.stage, prior: rules.prior)
    case .number(let number): return number
    case .rule(let values):
      switch values[opportunity.id] {
      case .number(let number)?: return number
      case .integer(let number)?: return Double(number)
      case let other:
        throw ArgumentError(
          "the probability of opportunity \(opportunity.id) is \((other ?? .null).display), no number",
          code: "forecast.probability", remedy: "give a share of 0 to 1 for every deal")
      }
    }
  }
}

/// Values of a rule by record.
enum RuleValues {
  static func of(_ rule: Value, _ query: QueryObject, _ what: String) throws -> [Int64: FieldValue]
  {
    let measure = try QueryMeasure(rule, of: query, what: what)
    var values: [Int64: FieldValue] = [:]
    try query.forEachBlock(reading: measure.reading) { block, rows in
      try measure.forEach(block, rows) { values[block.ids[$0]] = $1 }
      return true
    }
    return values
  }
}
