import Lua
import SalesKernel

/// The one table of a call like `tiering.apply{policy = "fastener"}`; an unknown name is an error with the nearest.
struct NamedArguments {
  private let table: Table
  private let function: String

  /// - Parameter position: Where the table stands; 1 for methods, behind their object.
  init(
    _ arguments: Arguments, of function: String, at position: Int = 0, allowing names: [String]
  ) throws {
    try self.init(
      arguments.decode(position, as: Table?.self) ?? Table(), of: function, allowing: names)
  }

  /// The table of one element of a list.
  init(_ value: Value, of function: String, allowing names: [String]) throws {
    guard case .table(let table) = value else {
      throw ArgumentError("\(function): expected a table, got \(value.typeName)")
    }
    try self.init(table, of: function, allowing: names)
  }

  private init(_ table: Table, of function: String, allowing names: [String]) throws {
    self.function = function
    self.table = table
    for (name, _) in table.fields where !names.contains(name) {
      throw ArgumentError(
        "there is no option '\(name)'",
        remedy: Suggestion.closest(to: name, among: names).map { "did you mean '\($0)'?" }
          ?? "the options are \(names.joined(separator: ", "))")
    }
    guard table.list.isEmpty, table.others.isEmpty else {
      throw ArgumentError(
        "expected named options", remedy: "as \(function){\(names.first ?? "name") = …}")
    }
  }

  /// No options at all.
  init(_ function: String) { self.init(Table(), function) }

  private init(_ table: Table, _ function: String) {
    self.table = table
    self.function = function
  }

  /// The same options but some.
  func without(_ names: [String]) -> NamedArguments {
    var rest = table
    rest.fields.removeAll { names.contains($0.key) }
    return NamedArguments(rest, function)
  }

  /// The same options and one more; nil adds nothing.
  func with(_ name: String, _ value: Value?) -> NamedArguments {
    guard let value else { return self }
    var more = table
    more.fields.append((name, value))
    return NamedArguments(more, function)
  }

  subscript(_ name: String) -> Value? {
    let value = table[name]
    return value.isNil ? nil : value
  }

  /// - Parameter entity: Whose records the query must give; nil for any.
  func query(_ name: String, of entity: Entity?) throws -> QueryObject? {
    guard let value = self[name] else { return nil }
    guard case .object(let object) = value, let query = object as? QueryObject else {
      throw ArgumentError("\(name): expected a query, got \(value.typeName)")
    }
    if let entity, query.entity.name != entity.name {
      throw ArgumentError(
        "\(name): expected \(entity.name), got \(query.entity.name)",
        remedy: "give a query of \(entity.name)")
    }
    return query
  }

  func string(_ name: String) throws -> String? {
    guard let value = self[name] else { return nil }
    guard case .string(let text) = value else {
      throw ArgumentError("\(name): expected a string, got \(value.typeName)")
    }
    return text
  }

  func integer(_ name: String) throws -> Int64? { try self[name]?.wholeNumber(name) }

  func number(_ name: String) throws -> Double? {
    switch self[name] {
    case nil: nil
    case .integer(let value)?: Double(value)
    case .number(let value)?: value
    case let value?: throw ArgumentError("\(name): expected a number, got \(value.typeName)")
    }
  }

  func bool(_ name: String) throws -> Bool? {
    guard let value = self[name] else { return nil }
    guard case .bool(let bool) = value else {
      throw ArgumentError("\(name): expected true or false, got \(value.typeName)")
    }
    return bool
  }
}
