import SalesKernel
import SalesStore

/// Why a line of a quote costs what it costs: the waterfall it was priced with.
extension ScriptHost {
  func explainQuoteLine(_ row: BlockRow) throws -> Explanation {
    guard let text = try row.text("waterfall"), case .integer(let id) = try row.field("quote")
    else {
      return Explanation("waterfall", .step, reason: "the line was not priced by a policy")
    }
    let quote = try self.row(.integer(id), of: Quote.schema.entity, as: "quote")
    let sources = try ruleSet(of: quote)?.sources ?? [:]
    return try Waterfall(parsing: text).explanation(of: "waterfall", sources: sources)
  }

  /// The rules that priced a quote; nil where none did.
  private func ruleSet(of quote: BlockRow) throws -> RuleSet? {
    guard case .integer(let id) = try quote.field("rule_set") else { return nil }
    return try RuleSet(
      reading: row(.integer(id), of: RuleSet.schema.entity, as: "rule_set"))
  }

  /// The record of a policy's rules and their sources, made where there is none: so that a quote can
  /// say them when the policy has changed.
  func ruleSet(of policy: PricePolicy) throws -> Int64 {
    let text = RuleSet.text(of: policy.sources)
    let set = RuleSet(
      code: SourceHash.of("\(policy.name)\n\(text)"), policy: policy.name, rules: text)
    let entity = RuleSet.schema.entity
    let session = try requireSession()
    let slot = try entity.requireSlot(of: "code")
    return try session.holder(entity, slot: slot, value: .text(set.code))
      ?? session.create(entity, set.values)
  }
}
