/// Entities: a class a record, a class a query with the verbs that depend on it, words of choices as aliases.
import SalesKernel
import SalesScript

extension LuaAnnotations {
  mutating func add(_ entity: Entity) {
    add("")
    for field in entity.fields {
      if case .choice(let words) = field.type {
        let list = words.map { "\"\($0)\"" }.joined(separator: "|")
        add("---@alias \(entity.singular).\(field.name) \(list)")
      }
    }
    let names = entity.fields.map { "\"\($0.name)\"" }.joined(separator: "|")
    add("---@alias \(entity.singular).field \(names)")
    add("", LuaAnnotations.line("\(entity.label.en) \(entity.label.zh): \(entity.help)"))
    add("---@class \(entity.singular)", "---@field id integer")
    for field in entity.fields { add(LuaAnnotations.declaration(field, of: entity)) }
    add("local \(entity.singular)_record = {}")
    addMethods(of: entity)
    addQuery(of: entity)
  }

  private static func declaration(_ field: Field, of entity: Entity) -> String {
    let mark = field.isRequired ? "" : "?"
    let unit = field.unit.map { " (\($0))" } ?? ""
    let words = "\(field.label.en) \(field.label.zh)\(unit): \(field.help)"
    return "---@field \(field.name)\(mark) \(type(of: field, in: entity)) "
      + words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func type(of field: Field, in entity: Entity) -> String {
    switch field.type {
    case .bool: "boolean"
    case .integer, .reference: "integer"
    case .number: "number"
    case .text: "string"
    case .money: "money"
    case .day: "date"
    case .instant: "instant"
    case .choice: "\(entity.singular).\(field.name)"
    }
  }

  private mutating func addMethods(of entity: Entity) {
    let methods = (model.recordMethods[entity.name] ?? [:]).values.sorted { $0.name < $1.name }
    for method in methods {
      if let entry = method.entry {
        addFunction(entry, as: "\(entity.singular)_record:\(method.name)", on: entity.singular)
        continue
      }
      add("", LuaAnnotations.line(method.note))
      if method.name == "follow" { add("---@param field \(entity.singular).field") }
      add("---@return \(method.returns.isEmpty ? "any" : method.returns)")
      add(
        "function \(entity.singular)_record:\(method.name)(\(method.name == "follow" ? "field" : "")) end"
      )
    }
  }

  private mutating func addQuery(of entity: Entity) {
    let (record, query) = (entity.singular, entity.name)
    let rule = "string|fun(record: \(record)): any"
    let values = "table<\(record).field, any>"
    add("", LuaAnnotations.line("All \(entity.label.en.lowercased()) \(entity.label.zh)."))
    add("---@class \(query): query")
    add(
      "---@field where fun(self: \(query), condition: \(values)|\(rule)): \(query)",
      "---@field order_by fun(self: \(query), ...: string): \(query)",
      "---@field limit fun(self: \(query), n: integer, offset?: integer): \(query)",
      "---@field select fun(self: \(query), ...: \(record).field): \(query)",
      "---@field get fun(self: \(query), key: integer|string): \(record)?",
      "---@field first fun(self: \(query)): \(record)?",
      "---@field top fun(self: \(query), n: integer, measure: \(rule)): \(record)[]",
      "---@field each fun(self: \(query), f?: fun(record: \(record))): fun(): \(record)?",
      "---@field update fun(self: \(query), rules: \(values)|fun(record: \(record)): \(values)?): table",
      "---@field create fun(self: \(query), values: \(values)): \(record)",
      "\(query) = {}")
  }
}
