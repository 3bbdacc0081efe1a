import Lua
import SalesKernel
import SalesStore

/// `book`: what holds for the whole store.
extension ScriptHost {
  func defineBook(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "book.currency", "book.currency([code])",
        "The currency of all amounts of the store. With a code it is set, while nothing is priced yet: "
          + "amounts are never converted.", returns: "string",
        changes: "the setting `currency`, where a code is given",
        errors: ["book.currency", "book.currency_used"],
        example: "return book.currency()", result: "\"CNY\"", seeAlso: ["settings"])
    ) { [unowned self] arguments, results in
      if let code = try arguments.decode(0, as: String?.self) {
        try setCurrency(Currency(code), standing: currency(policies))
      }
      try results.add(try currency(policies))
    }
  }

  private func currency(_ policies: EnginePolicies) throws -> String {
    try setting(Setting.currency)?.value ?? policies.book().currency.code
  }

  private func setting(_ name: String) throws -> Setting? {
    guard let session else { return nil }
    let entity = Setting.schema.entity
    let slot = try entity.requireSlot(of: "name")
    return try session.holder(entity, slot: slot, value: .text(name)).map {
      try Setting(reading: session.block(of: entity, ids: [$0]).reader(0))
    }
  }

  /// Keeps a currency; one that is there already stays where amounts are in it.
  private func setCurrency(_ currency: Currency, standing: String) throws {
    let entity = Setting.schema.entity
    let session = try requireSession()
    if let known = try setting(Setting.currency), known.value == currency.code { return }
    if currency.code != standing {
      for entity in [Product.schema.entity, Order.schema.entity, Quote.schema.entity]
      where try session.count(Selection(entity, limit: 1)) > 0 {
        throw ValidationError(
          "book.currency_used", "the amounts of the \(entity.name) are in \(standing)",
          remedy: "set the currency of a store before its first record", field: "currency")
      }
    }
    if let known = try setting(Setting.currency) {
      let slot = try entity.requireSlot(of: "value")
      return try session.set(entity, id: known.id, [(slot, .text(currency.code))])
    }
    try session.create(
      entity, Setting(name: Setting.currency, value: currency.code).values)
  }
}
