import Lua
import SalesKernel
import SalesStore
import Values

/// Configurations as scripts give them: `{base = p, modules = {{module = m, quantity = n}, …}}`.
extension ScriptHost {
  struct Configured {
    let base: BlockRow
    let lines: [QuoteWriter.Wanted]
    /// The rules that it keeps.
    let findings: [ModuleRules.Finding]
  }

  /// - Throws: `configurator.base` for a product that is no base, `configurator.unknown` for a part that
  ///   is no module, and what ``ModuleRules/check(_:name:)`` throws.
  func configured(_ value: Value, times count: Int64, at place: String) throws -> Configured {
    let table = try fields(of: value, ["base", "modules"], at: place, code: "quote.lines")
    let entity = Product.schema.entity
    let base = try row(table["base"], of: entity, as: "\(place).base")
    guard try base.text("kind") == Product.Kind.base.rawValue else {
      throw ArgumentError(
        "\(try productName(base.id)) is no base that takes modules", code: "configurator.base",
        remedy: "set its kind to \(Product.Kind.base.rawValue)")
    }
    let modules = try modules(table["modules"], at: "\(place).modules")
    let rows = Dictionary(
      modules.map { ($0.row.id, $0.row) } + [(base.id, base)], uniquingKeysWith: { $1 })
    let configuration = try Configuration(
      base: base.id, modules: modules.map { .init(product: $0.row.id, quantity: $0.quantity) })
    let names = try productNames()
    let findings = try moduleRules(of: base.id).check(configuration) {
      names[$0] ?? "product \($0)"
    }
    let lines = try configuration.parts(times: count).map { part in
      QuoteWriter.Wanted(
        product: try rows[part.product] ?? row(.integer(part.product), of: entity, as: place),
        quantity: part.quantity, kit: base.id)
    }
    return Configured(base: base, lines: lines, findings: findings)
  }

  private func modules(
    _ value: Value, at place: String
  ) throws -> [(row: BlockRow, quantity: Int64)] {
    if value.isNil { return [] }
    guard case .table(let table) = value, table.fields.isEmpty else {
      throw ArgumentError(
        "\(place): expected a list, got \(value.typeName)", code: "quote.lines",
        remedy: "as {{module = 7, quantity = 2}}")
    }
    return try table.list.enumerated().map { index, entry in
      let place = "\(place)[\(index + 1)]"
      let line = try fields(of: entry, ["module", "quantity"], at: place, code: "quote.lines")
      let module = try row(line["module"], of: Product.schema.entity, as: "\(place).module")
      let kinds = [Product.Kind.module, .service].map(\.rawValue)
      guard let kind = try module.text("kind"), kinds.contains(kind) else {
        throw ArgumentError(
          "\(try productName(module.id)) is no module", code: "configurator.unknown",
          remedy: "set its kind to \(kinds.joined(separator: " or "))")
      }
      return (module, try line["quantity"].isNil ? 1 : pieces(line["quantity"]))
    }
  }

  private func moduleRules(of base: Int64) throws -> ModuleRules {
    let query = QueryObject(try binding(ModuleRule.schema.entity), host: self)
    query.selection.equals = [(try query.slot("base"), .integer(base))]
    var rules: [ModuleRule] = []
    try query.forEachBlock { block, rows in
      for row in rows { rules.append(try ModuleRule(reading: block.reader(row))) }
      return true
    }
    return ModuleRules(base: base, rules)
  }

  /// Codes or names of all products, for messages that name several.
  func productNames() throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    let query = QueryObject(try binding(Product.schema.entity), host: self)
    try query.forEachBlock(reading: [try query.slot("code"), try query.slot("name")]) {
      block, rows in
      for row in rows {
        let product = block.reader(row)
        names[product.id] = try product.text("code") ?? product.text("name")
      }
      return true
    }
    return names
  }
}
