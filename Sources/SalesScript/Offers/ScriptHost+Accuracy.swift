import Lua
import SalesKernel
import SalesStore
import Values

/// `offers.accuracy`: a look back at what suggestions were worth.
extension ScriptHost {
  func defineAccuracy(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "offers.accuracy",
        "offers.accuracy{on = day, since = day, upto = day, top = n, of =, policy =}",
        "Learns from the purchases from since to on, suggests top products to each customer, and looks "
          + "whether one of them was bought after it, up to upto. customers: those who had bought before, "
          + "got a suggestion and bought after; hits of them; hit_rate = hits / customers; suggestions, "
          + "bought, precision = bought / suggestions; plain_hit_rate, where everyone is suggested what "
          + "most buy; without: who could be suggested nothing; goal, reaches_goal. Only days up to on are "
          + "learned from.", returns: "report",
        units: "shares 0–1, nothing where there are no customers",
        errors: ["policy.unknown", "offers.days"],
        example: "return offers.accuracy{on = date\"2026-03-31\"}.goal", result: "0.7",
        seeAlso: ["offers.suggest", "offers.associations"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "offers.accuracy",
        allowing: ["on", "since", "upto", "top", "of", "policy"])
      let policy = try policies.suggestions(options["policy"])
      let range = try days(options)
      guard let on = try options.day("on"), range.contains(on), on < range.upperBound,
        let next = try? Day(number: on.number + 1)
      else {
        throw ArgumentError(
          "a look back needs a day on, from since to before upto", code: "offers.days",
          remedy: "as on = date\"2026-03-31\"")
      }
      let lines = try PurchaseLines(self)
      let before = try lines.baskets(.customer, range.lowerBound...on)
      let kind = try basket(options, policy)
      let learned =
        kind == .customer ? before : try lines.baskets(kind, range.lowerBound...on)
      var suggester = Suggester(
        policy, Associations(learned), facts: try productFacts(policy))
      let trial = SuggestionTrial(
        &suggester, before: before, after: try lines.baskets(.customer, next...range.upperBound),
        top: try count(options, "top") ?? policy.top)
      try results.add(Value.object(report(trial, policy, baskets: learned.count)))
    }
  }

  private func report(
    _ trial: SuggestionTrial, _ policy: SuggestionPolicy, baskets: Int
  ) -> ReportObject {
    func share(_ name: String, _ share: Double?) -> ReportObject.Part {
      .init(name, share.map(Value.number) ?? .nil, text: share.map(ShareText.of) ?? "")
    }
    let rate = trial.hitRate
    return ReportObject([
      .init("baskets", .integer(Int64(baskets))),
      .init("customers", .integer(Int64(trial.customers))),
      .init("hits", .integer(Int64(trial.hits))), share("hit_rate", rate),
      .init("suggestions", .integer(Int64(trial.suggestions))),
      .init("bought", .integer(Int64(trial.bought))), share("precision", trial.precision),
      share("plain_hit_rate", trial.plainHitRate),
      .init("without", .integer(Int64(trial.without))),
      .init("goal", share: policy.goal),
      .init("reaches_goal", rate.map { .bool($0 >= policy.goal) } ?? .nil),
      .init("source", .string(policy.goalSource)),
    ])
  }
}
