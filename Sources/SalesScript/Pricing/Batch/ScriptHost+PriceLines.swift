import Lua
import SalesKernel
import SalesStore
import Values

/// `pricing.lines`: many lines, priced at once.
extension ScriptHost {
  func definePriceLines(_ policies: PricePolicies) throws {
    try state.defineClass(PriceLinesObject.self, name: "price lines")
    try state.defineClass(PricedLinesObject.self, name: "priced lines")
    try define(
      HelpEntry(
        "pricing.lines",
        "pricing.lines{product = p or list, quantity = n or list, customer = c or list, on =, "
          + "agreement =, vmi =, cash =, prepaid =, renewal_years =, promotion =, referral =, "
          + "first_order =}",
        "Many lines to be priced at once, by column: each option is one value for all lines or a list "
          + "with one a line. What customers, agreements and orders say is read once.",
        returns: "lines",
        units: "pieces; prepaid 0–1",
        errors: [
          "price.lines", "price.list", "price.quantity", "price.agreement", "record.missing",
        ],
        example:
          "local lines = pricing.lines{product = {1, 2, 1}, quantity = {99, 100, 10001}, cash = true}\n"
          + "return #lines, lines:price().lines, lines:price().amount < lines:price().list_total",
        result: "3  3  true", seeAlso: ["lines:price", "pricing.price", "quoting.batch"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "pricing.lines",
        allowing: ["product", "quantity", "customer"] + PriceTerms.names)
      try results.add(Value.object(try PriceLinesBuilder(self, options).build()))
    }
    try state.defineMethod(on: PriceLinesObject.self, "__len") { arguments, results in
      try results.add(try Self.priceLines(arguments).lines.count)
    }
    try definePricing(of: policies)
    try definePricedLines()
  }

  private func definePricing(of policies: PricePolicies) throws {
    help.add(
      HelpEntry(
        "lines:price", "lines:price{policy = name or table, keep_refused = bool}",
        "Prices the lines: lines, amount, list_total, discount, cost, margin, refused; [i] is a line "
          + "as pricing.price gives it, with why. A line without a price is an error with its number, or, "
          + "with keep_refused, a row of `refused`.",
        units: "yuan; discount and margin are shares for show",
        errors: ["policy.unknown", "price.quantity", "price.floor", "price.rule", "price.terms"],
        example:
          "local priced = pricing.lines{product = 1, quantity = {99, 0, 1000}}:price{keep_refused = true}\n"
          + "return priced.lines, priced.refused[1].line, priced[3].lead_days",
        result: "2  2  14", seeAlso: ["pricing.lines", "priced:list", "priced:by"]))
    try state.defineMethod(on: PriceLinesObject.self, "price") {
      [unowned self] arguments, results in
      let lines = try Self.priceLines(arguments)
      let options = try NamedArguments(
        arguments, of: "lines:price", at: 1, allowing: ["policy", "keep_refused"])
      let policy = try policies.policy(options["policy"])
      try requireKnown(lines.terms, by: policy)
      let priced = try policy.price(
        lines.lines, refusing: try options.bool("keep_refused") ?? false,
        poll: { _ in try self.state.checkStop() })
      try results.add(Value.object(PricedLinesObject(lines, priced)))
    }
  }

  /// Refuses a word of the terms that the policy asks for by others only.
  /// - Throws: `price.terms` with the nearest word.
  func requireKnown(_ terms: PriceTerms, by policy: PricePolicy) throws {
    for (field, word) in [("agreement", terms.agreement), ("promotion", terms.promotion)] {
      guard let word, let known = policy.words(of: field), !known.contains(word) else { continue }
      throw ArgumentError(
        "the policy \(policy.name) has no \(field) '\(word)'", code: "price.terms",
        remedy: Suggestion.closest(to: word, among: known).map { "did you mean '\($0)'?" }
          ?? "it has \(known.joined(separator: ", "))")
    }
  }

  private static func priceLines(_ arguments: Arguments) throws -> PriceLinesObject {
    guard case .object(let object) = try arguments[0], let lines = object as? PriceLinesObject
    else {
      throw ArgumentError("expected price lines, got \(try arguments[0].typeName)")
    }
    return lines
  }
}
