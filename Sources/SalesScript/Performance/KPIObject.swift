import Lua
import SalesKernel
import Values

/// A key figure in a script's hands: what it is, by name.
final class KPIObject {
  let definition: KPIDefinition
  init(_ definition: KPIDefinition) { self.definition = definition }

  /// - Throws: `script.argument` with the nearest name.
  func member(_ name: String) throws -> Value {
    let fields = facts.fields
    if let known = fields.first(where: { $0.key == name }) { return known.value }
    let names = fields.map(\.key)
    throw ArgumentError(
      "a key figure has no '\(name)'",
      remedy: Suggestion.closest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "it has \(names.joined(separator: ", "))")
  }

  /// As it prints: what is known of it, a line each.
  var card: ReportObject {
    ReportObject(
      facts.fields.map { fact in
        fact.key == "title" ? .init("title", definition.title) : .init(fact.key, fact.value)
      })
  }

  var facts: Table {
    let d = definition
    return Table(fields: [
      ("name", .string(d.name)), ("title", d.title.value), ("unit", .string(d.unit.key)),
      ("goal", d.goal?.scriptValue ?? .nil), ("baseline", d.baseline?.scriptValue ?? .nil),
      ("industry", d.industry?.scriptValue ?? .nil), ("better", .string(d.better.rawValue)),
      ("source", .string(d.source)), ("needs", d.needs.map(Value.string) ?? .nil),
      ("note", d.note.map(Value.string) ?? .nil), ("pack", d.pack.map(Value.string) ?? .nil),
      ("by", .table(Table(list: d.splits.map(Value.string)))), ("formula", .string(d.text)),
    ])
  }
}

/// What a call asks of a key figure: days, splits, conditions.
struct KPIAsk {
  let span: KPISpan
  let by: [String]
  let condition: Table?

  static let options = KPISpan.options + ["by", "where"]

  init(_ options: NamedArguments, today: Day) throws {
    span = try KPISpan(options, today: today)
    switch options["by"] {
    case nil: by = []
    case .string(let word)?: by = [word]
    case .table(let table)? where table.fields.isEmpty && table.others.isEmpty:
      by = try table.list.map { value in
        guard case .string(let word) = value else {
          throw ArgumentError("by: expected words, got \(value.typeName)", code: "kpi.split")
        }
        return word
      }
    case let other?:
      throw ArgumentError(
        "by: expected a word or a list of words, got \(other.typeName)", code: "kpi.split",
        remedy: "as by = {\"region\", \"month\"}")
    }
    guard Set(by).count == by.count else {
      throw ArgumentError("by: a word is there twice", code: "kpi.split")
    }
    switch options["where"] {
    case nil: condition = nil
    case .table(let table)?: condition = table
    case let other?:
      throw ArgumentError(
        "where: expected {word = value}, got \(other.typeName)", code: "kpi.where",
        remedy: "as where = {region = \"east\"}")
    }
  }

  func run(_ definition: KPIDefinition, _ host: ScriptHost, traced: Bool = false) -> KPIRun {
    KPIRun(definition, span, by: by, condition: condition, host: host, isTraced: traced)
  }
}
