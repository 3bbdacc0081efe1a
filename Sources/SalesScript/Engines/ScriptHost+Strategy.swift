import Lua
import SalesKernel
import Values

/// `strategy`: how to win and keep customers of a level.
extension ScriptHost {
  func defineStrategy(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "strategy.card", "strategy.card(level)",
        "The strategy card of a level: title, who, buying, proposition, tactics and target, each "
          + "{en, zh}.", returns: "report",
        errors: ["policy.unknown"], example: "return strategy.card(\"A\").title.zh",
        result: "\"战略客户\"", seeAlso: ["service.standard"])
    ) { [unowned self] arguments, results in
      let level = try arguments.decode(0, as: String.self)
      let policy = try policies.strategy()
      guard let card = policy.card(for: level) else {
        throw unknown("strategy card", level, among: policy.cards.map(\.level))
      }
      try results.add(
        Value.object(
          ReportObject([
            .init("level", .string(card.level)), .init("title", card.title),
            .init("who", card.who), .init("buying", card.buying),
            .init("proposition", card.proposition), .init("tactics", card.tactics),
            .init("target", card.target), .init("source", .string(card.source)),
          ])))
    }
  }
}
