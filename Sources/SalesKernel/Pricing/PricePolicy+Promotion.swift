import Values

extension PricePolicy {
  /// Whether a promotion has a rule that holds on both days, as far as limits can tell.
  public func promotes(_ word: String, from first: Day, upto last: Day) -> Bool {
    let entity = PriceLine.schema.entity
    guard let promotion = entity.slot(of: "promotion"), let on = entity.slot(of: "on") else {
      return false
    }
    return steps.flatMap(\.rules).contains { rule in
      let limits = rule.condition.limits
      let words = limits.filter { $0.slot == promotion }
      guard !words.isEmpty || rule.condition.rule != nil else { return false }
      return words.allSatisfy { $0.bounds.admits(.text(word)) }
        && limits.filter { $0.slot == on }.allSatisfy {
          $0.bounds.admits(.day(first)) && $0.bounds.admits(.day(last))
        }
    }
  }
}
