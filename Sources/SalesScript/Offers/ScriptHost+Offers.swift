import Lua
import SalesKernel
import SalesStore
import Values

/// `offers`: what to suggest, what goes into a package, what value is worth.
extension ScriptHost {
  func defineOffers(_ policies: EnginePolicies, _ prices: PricePolicies) throws {
    try defineOfferPolicy()
    try defineAssociations(policies)
    try defineSuggest(policies, prices)
    try defineAccuracy(policies)
    try defineCompare(policies, prices)
    try defineValue(policies)
  }

  private static let offerPolicies = ["configurator", "suggestions", "value"]

  private func defineOfferPolicy() throws {
    try define(
      HelpEntry(
        "offers.policy", "offers.policy(name)",
        "A policy of offers as a table, to read or to change: configurator, suggestions, value.",
        returns: "table",
        errors: ["policy.unknown"], example: "return offers.policy(\"suggestions\").goal.share",
        result: "0.7", seeAlso: ["offers.suggest", "quoting.configure", "offers.package"])
    ) { [unowned self] arguments, results in
      let name = try arguments.decode(0, as: String.self)
      guard Self.offerPolicies.contains(name) else {
        throw unknown("policy of offers", name, among: Self.offerPolicies)
      }
      try results.add(try library.table(name, host: self))
    }
  }

  private func defineAssociations(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "offers.associations",
        "offers.associations{since = day, upto = day, of = \"order\" or \"customer\", min_count =, "
          + "min_support =, min_confidence =, top = n, policy =}",
        "Products that are bought together. With N baskets (all lines of an order, or of a customer), of "
          + "which n(A) hold the product, n(B) the other and n(AB) both: count = n(AB), support = "
          + "n(AB) / N, confidence = n(AB) / n(A), lift = confidence · N / n(B). Returns do not count. "
          + "Ordered by confidence, count, ids; the least that is shown is the policy's unless given.",
        returns: "results",
        units: "support and confidence 0–1; lift over 1: more often than by chance",
        errors: ["policy.unknown", "policy.value"],
        example: """
          local found
          plan(function()
            local a, b = products:create{name = "a"}, products:create{name = "b"}
            for i = 1, 5 do
              local o = orders:create{customer = i, amount = yuan(1), ordered_on = date"2030-01-01"}
              order_lines:create{order = o.id, line = 1, product = a.id, amount = yuan(1)}
              order_lines:create{order = o.id, line = 2, product = b.id, amount = yuan(1)}
            end
            found = offers.associations{since = date"2030-01-01", of = "order"}
          end)
          return #found, found[1].count, found[1].confidence, found[1].lift
          """,
        result: "2  5  1.0  1.0", seeAlso: ["offers.suggest", "offers.accuracy"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "offers.associations",
        allowing: [
          "since", "upto", "of", "min_count", "min_support", "min_confidence", "top", "policy",
        ])
      let policy = try policies.suggestions(options["policy"])
      let lines = try PurchaseLines(self)
      let found = Associations(
        try lines.baskets(basket(options, policy), days(options))
      ).list(try minimum(options, policy))
      let top = try count(options, "top") ?? found.count
      try results.add(Value.object(try associationTable(Array(found.prefix(top)), of: found.count)))
    }
  }

  func basket(
    _ options: NamedArguments, _ policy: SuggestionPolicy
  ) throws -> SuggestionPolicy.Basket {
    guard let word = try options.string("of") else { return policy.basket }
    guard let basket = SuggestionPolicy.Basket(rawValue: word) else {
      throw unknown("basket", word, among: SuggestionPolicy.Basket.allCases.map(\.rawValue))
    }
    return basket
  }

  /// The days from since to upto, both in.
  func days(_ options: NamedArguments) throws -> ClosedRange<Day> {
    let since = try options.day("since") ?? .first
    let upto = try options.day("upto") ?? .last
    guard since <= upto else {
      throw ArgumentError(
        "since \(since) is after upto \(upto)", remedy: "give the earlier day as since")
    }
    return since...upto
  }

  /// A whole number from 1.
  func count(_ options: NamedArguments, _ name: String) throws -> Int? {
    guard let number = try options.integer(name) else { return nil }
    guard number >= 1 else {
      throw ArgumentError("\(name) \(number) is below 1", remedy: "give a whole number from 1")
    }
    return Int(clamping: number)
  }

  private func minimum(
    _ options: NamedArguments, _ policy: SuggestionPolicy
  ) throws -> Association.Minimum {
    var least = policy.minimum
    least.count = try count(options, "min_count") ?? least.count
    least.support = try share(options, "min_support") ?? least.support
    least.confidence = try share(options, "min_confidence") ?? least.confidence
    return least
  }

  private func share(_ options: NamedArguments, _ name: String) throws -> Double? {
    guard let number = try options.number(name) else { return nil }
    guard (0...1).contains(number) else {
      throw ArgumentError("\(name) \(number) is no share", remedy: "give a share from 0 to 1")
    }
    return number
  }

  private func associationTable(_ found: [Association], of total: Int) throws -> ResultTable {
    let names = try productNames()
    return ResultTable(
      columns: [
        .init("product", .number), .init("code"), .init("suggests", .number),
        .init("suggested_code"), .init("count", .number), .init("support", .number),
        .init("confidence", .number), .init("lift", .number),
      ],
      rows: found.map {
        [
          .integer($0.product), .string(names[$0.product] ?? ""), .integer($0.suggests),
          .string(names[$0.suggests] ?? ""), .integer(Int64($0.count)), .number($0.support),
          .number($0.confidence), .number($0.lift),
        ]
      }, omitted: total - found.count)
  }
}
