import Lua
import SalesKernel
import SalesStore
import Values

/// `quoting.batch`: quotes out of many priced lines.
extension ScriptHost {
  func defineQuoteBatch(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "quoting.batch",
        "quoting.batch{lines = priced, by = list, rep =, valid_days =, trial_days =, waterfalls = bool}",
        "Makes draft quotes of priced lines: one a customer, or one a key where `by` gives a key a line. "
          + "Lines that were refused are left out. Gives the quotes as a query.", returns: "quotes",
        units: "valid_days from the day of the lines; waterfalls are kept unless it is false",
        changes: "new quotes and their lines",
        errors: ["quote.customer", "quote.lines", "quote.validity"],
        example:
          "local count\nplan(function()\n  local lines = pricing.lines{customer = {1, 2, 1}, product = 1, "
          + "quantity = 100}\n  local made = quoting.batch{lines = lines:price()}\n"
          + "  count = made:count()\nend)\nreturn count",
        result: "2", seeAlso: ["pricing.lines", "quoting.quote"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "quoting.batch",
        allowing: ["lines", "by", "rep", "valid_days", "trial_days", "waterfalls"])
      guard case .object(let object)? = options["lines"], let source = object as? PricedLinesObject
      else {
        throw ArgumentError(
          "lines: expected priced lines, got \(options["lines"]?.typeName ?? "nothing")",
          remedy: "as quoting.batch{lines = pricing.lines{…}:price()}")
      }
      let keys = try options["by"].map { try self.keys($0, count: source.priced.count) }
      let policy = try policies.quotes()
      let batch = QuoteBatch(
        host: self, source: source, policy: policy,
        explains: try options.bool("waterfalls") ?? true)
      guard source.priced.count > 0 else {
        throw ArgumentError("there are no lines", code: "quote.lines", remedy: "give some")
      }
      let draft = try draft(options, source.source.terms, policy, customer: 0)
      let ids = try batch.write(try batch.groups(keys), like: draft)
      let query = QueryObject(try binding(Quote.schema.entity), host: self)
      query.selection.ids = ids
      try results.add(Value.object(query))
    }
  }

  private func keys(_ value: Value, count: Int) throws -> [Value] {
    guard let list = value.list, list.count == count else {
      throw ArgumentError(
        "by: expected a list of \(count) keys, got \(value.list.map { "\($0.count)" } ?? value.typeName)",
        code: "quote.lines", remedy: "give one key a line")
    }
    return list
  }
}
