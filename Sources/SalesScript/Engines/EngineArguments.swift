import Lua
import SalesKernel
import SalesStore
import Values

/// What engines take: a customer's record, a query of customers, words of a policy.
extension ScriptHost {
  /// The customer of a call like `churn.signal(c)`.
  func customer(_ arguments: Arguments, of function: String) throws -> BlockRow {
    guard case .record(let record) = try arguments[0],
      let binding = binding(of: record.recordClass)
    else {
      throw ArgumentError(
        "argument #1: expected a customer, got \(try arguments[0].typeName)",
        remedy: "as \(function)(customers:get(1))")
    }
    guard binding.entity.name == Customer.schema.entity.name else {
      throw ArgumentError("argument #1: expected a customer, got \(binding.entity.indefinite)")
    }
    return try binding.block(of: record).reader(record.row)
  }

  /// The customers that an option names; all of them without it.
  func customers(_ options: NamedArguments, _ name: String) throws -> QueryObject {
    try options.query(name, of: Customer.schema.entity) ?? query(Customer.self)
  }

  /// The error for a word that a policy does not have.
  func unknown(_ what: String, _ word: String, among words: [String]) -> ArgumentError {
    ArgumentError(
      "there is no \(what) '\(word)'", code: "policy.unknown",
      remedy: Suggestion.closest(to: word, among: words).map { "did you mean '\($0)'?" }
        ?? "there are \(words.joined(separator: ", "))")
  }
}

extension RecordReader {
  /// A day field by name; nil where it is empty.
  func day(_ field: String) throws -> Day? {
    guard case .day(let day) = try value(at: entity.requireSlot(of: field)) else { return nil }
    return day
  }

  /// A text field by name; nil where it is empty.
  func text(_ field: String) throws -> String? {
    guard case .text(let text) = try value(at: entity.requireSlot(of: field)) else { return nil }
    return text
  }
}
