import Lua
import SalesKernel
import SalesStore
import Values

/// The lines of a quote as a script asks for them: products, kits, configurations.
extension ScriptHost {
  /// - Throws: `quote.lines` for no lines, or a line that is none.
  func wantedLines(_ value: Value?) throws -> [QuoteWriter.Wanted] {
    guard case .table(let table)? = value, !table.list.isEmpty, table.fields.isEmpty else {
      throw ArgumentError(
        "a quote needs lines", code: "quote.lines",
        remedy: "as lines = {{product = 1, quantity = 100}}")
    }
    var kits: KitContents?
    var wanted: [QuoteWriter.Wanted] = []
    for (index, entry) in table.list.enumerated() {
      let place = "lines[\(index + 1)]"
      let line = try fields(
        of: entry, ["product", "kit", "configuration", "quantity"], at: place, code: "quote.lines")
      let quantity = try pieces(line["quantity"].isNil ? nil : line["quantity"])
      if !line["configuration"].isNil {
        wanted += try configured(
          line["configuration"], times: quantity, at: "\(place).configuration"
        ).lines
      } else if !line["kit"].isNil {
        let contents = try kits ?? kitContents()
        kits = contents
        wanted += try kitLines(line["kit"], quantity, contents, at: place)
      } else {
        let product = try row(
          line["product"], of: Product.schema.entity, as: "\(place).product")
        wanted.append(.init(product: product, quantity: quantity, kit: nil))
      }
    }
    return wanted
  }

  /// A table of named fields and no others.
  func fields(
    of value: Value, _ known: [String], at place: String, code: String
  ) throws -> Table {
    guard case .table(let table) = value, table.list.isEmpty else {
      throw ArgumentError(
        "\(place): expected {\(known[0]) = …}, got \(value.typeName)", code: code)
    }
    for (name, _) in table.fields where !known.contains(name) {
      throw ArgumentError(
        "\(place) has no '\(name)'", code: code,
        remedy: Suggestion.sentence(for: name, among: known))
    }
    return table
  }

  private func kitLines(
    _ value: Value, _ quantity: Int64, _ contents: KitContents, at place: String
  ) throws -> [QuoteWriter.Wanted] {
    guard quantity > 0 else {
      throw PriceError("price.quantity", "\(place): \(quantity) kits", remedy: "give kits from 1")
    }
    let kit = try row(value, of: Product.schema.entity, as: "\(place).kit").id
    return try contents.parts(of: kit, quantity: quantity).map { part in
      let product = try row(.integer(part.product), of: Product.schema.entity, as: place)
      return .init(product: product, quantity: part.quantity, kit: kit)
    }
  }

  func kitContents() throws -> KitContents {
    var items: [Int64: [KitContents.Part]] = [:]
    try QueryObject(try binding(KitItem.schema.entity), host: self).forEachBlock { block, rows in
      for row in rows {
        let item = try KitItem(reading: block.reader(row))
        items[item.kit, default: []].append(.init(product: item.product, quantity: item.quantity))
      }
      return true
    }
    return KitContents(items)
  }

  /// What a product is called in messages: its code, else its name.
  func productName(_ id: Int64) throws -> String {
    let product = try row(.integer(id), of: Product.schema.entity, as: "product")
    return try product.text("code") ?? product.text("name") ?? "product \(id)"
  }
}
