import Lua
import SalesKernel
import SalesStore
import Values

/// A key figure: its unit, its rows, its formula, its goal, and where all that is from.
final class KPIDefinition {
  let name: String
  let title: Label
  let unit: KPIUnit
  /// By name; one without a name where there is only one.
  let sources: [(name: String?, source: KPISource)]
  /// Called with a group and the period; nil for a figure that no record tells.
  let formula: Function?
  /// What the formula says, or where it stands.
  let text: String
  let goal: FieldValue?
  /// Where it came from, and where others are.
  let baseline: FieldValue?
  let industry: FieldValue?
  let better: KPIDirection
  let source: String
  /// What would have to be known, of a figure that no record tells.
  let needs: String?
  let note: String?
  /// The pack that it is from; nil for a script's own.
  let pack: String?

  static let keys =
    [
      "name", "title", "unit", "value", "goal", "baseline", "industry", "better", "source", "needs",
      "note", "replace",
    ] + KPISource.keys

  /// - Throws: `kpi.definition`, `kpi.source`, `kpi.unit`, `kpi.value`, `rule.syntax`.
  init(_ table: Table, pack: String? = nil, policy: KPIPolicy, host: ScriptHost) throws {
    guard case .string(let name) = table["name"], LuaText.isName(name) else {
      throw ArgumentError(
        "a key figure needs a name of letters, digits and underscores", code: "kpi.definition",
        remedy: "as kpi.define{name = \"revenue\", …}")
    }
    try Self.check(table, name)
    self.name = name
    self.pack = pack
    title = try Self.label(table["title"], name)
    unit = try policy.unit(try KPISource.text(table["unit"], "unit", name) ?? "")
    needs = try KPISource.text(table["needs"], "needs", name)
    note = try KPISource.text(table["note"], "note", name)
    source = try KPISource.text(table["source"], "source", name) ?? ""
    better = try Self.direction(table["better"], name)
    sources = try Self.sources(table, name, host)
    (formula, text) = try KPIFormula.read(table["value"], of: name, isKnown: needs == nil, host)
    goal = try Self.value(table["goal"], "goal", unit, name)
    baseline = try Self.value(table["baseline"], "baseline", unit, name)
    industry = try Self.value(table["industry"], "industry", unit, name)
  }

  private static func check(_ table: Table, _ name: String) throws {
    for (key, _) in table.fields where !keys.contains(key) {
      throw ArgumentError(
        "\(name): a key figure has no '\(key)'", code: "kpi.definition",
        remedy: Suggestion.closest(to: key, among: keys).map { "did you mean '\($0)'?" }
          ?? "it has \(keys.joined(separator: ", "))")
    }
    guard table.list.isEmpty, table.others.isEmpty else {
      throw ArgumentError("\(name): expected {name = …, unit = …, …}", code: "kpi.definition")
    }
  }

  private static func label(_ value: Value, _ name: String) throws -> Label {
    switch value {
    case .nil: return Label(name, name)
    case .string(let text): return Label(text, text)
    case .table(let table):
      if case .string(let en) = table["en"], case .string(let zh) = table["zh"] {
        return Label(en, zh)
      }
    default: break
    }
    throw ArgumentError(
      "\(name): title must be a text or {en = …, zh = …}", code: "kpi.definition")
  }

  private static func direction(_ value: Value, _ name: String) throws -> KPIDirection {
    let word = try KPISource.text(value, "better", name) ?? KPIDirection.higher.rawValue
    guard let direction = KPIDirection(rawValue: word) else {
      throw ArgumentError(
        "\(name): better must be \"higher\" or \"lower\", got \"\(word)\"", code: "kpi.definition")
    }
    return direction
  }

  private static func value(
    _ value: Value, _ key: String, _ unit: KPIUnit, _ name: String
  ) throws -> FieldValue? {
    try unit.value(try value.fieldValue(for: key), of: "\(name): \(key)")
  }

  /// One source, or several by name: `from = {won = {from = …}, all = {from = …}}`.
  private static func sources(
    _ table: Table, _ name: String, _ host: ScriptHost
  ) throws -> [(name: String?, source: KPISource)] {
    guard !table["from"].isNil else { return [] }
    guard case .table(let named) = table["from"] else {
      return [(nil, try KPISource(table, of: name, host: host))]
    }
    return try named.fields.map { key, value in
      guard case .table(let inner) = value else {
        throw ArgumentError("\(name): \(key) must be a table with from", code: "kpi.source")
      }
      for (word, _) in inner.fields where !KPISource.keys.contains(word) {
        throw ArgumentError(
          "\(name): a source has no '\(word)'", code: "kpi.source",
          remedy: Suggestion.closest(to: word, among: KPISource.keys).map {
            "did you mean '\($0)'?"
          }
            ?? "it has \(KPISource.keys.joined(separator: ", "))")
      }
      return (key, try KPISource(inner, of: "\(name).\(key)", host: host))
    }
  }

  /// Tells versions of the definition apart in the history.
  var digest: String {
    let parts = sources.map { "\($0.name ?? "") \($0.source.text) \($0.source.columns)" }
    return String(SourceHash.of("\(name) \(unit.key) \(text) \(parts)").prefix(16))
  }

  /// What it may be split by beside periods: words that all its sources know.
  var splits: [String] {
    guard let first = sources.first?.source else { return [] }
    return first.splits.map(\.name).filter { word in
      sources.allSatisfy { $0.source.path(word) != nil }
    }
  }
}

/// A formula: a function of a group, or an expression over its measures.
enum KPIFormula {
  /// What an expression may call beside globals, on the group at hand.
  private static let measures = FrameMeasure.words + ["share", "repeated", "top_share"]

  /// - Throws: `kpi.definition`, `rule.syntax`.
  static func read(
    _ value: Value, of name: String, isKnown: Bool, _ host: ScriptHost
  ) throws -> (Function?, String) {
    switch value {
    case .function(let function):
      let place = function.place.map { "function at \($0.chunk):\($0.lines.lowerBound)" }
      return (function, place ?? "function")
    case .string(let text): return (try compile(text, name, host), text)
    case .nil where !isKnown: return (nil, "")
    default:
      throw ArgumentError(
        "\(name): value must be a function or an expression, got \(value.typeName)",
        code: "kpi.definition", remedy: "as value = function(g) return g:sum(\"amount\") end")
    }
  }

  private static func compile(_ text: String, _ name: String, _ host: ScriptHost) throws -> Function
  {
    guard let environment = host.environment ?? (try? host.state.newEnvironment()) else {
      throw LuaError("script.closed", "the host is closed")
    }
    let helpers = measures.map { "local function \($0)(...) return g:\($0)(...) end " }.joined()
    let source = "return function(g, period) \(helpers)return (\(text)\n) end"
    do {
      let chunk = try host.state.load(source, name: "=kpi \(name)", in: environment)
      guard case .function(let function)? = try host.state.call(chunk).first else {
        throw LuaError("rule.syntax", "\"\(text)\" is no expression")
      }
      return function
    } catch let error as LuaError where error.code == "script.syntax" {
      throw ArgumentError(
        "\(name): \"\(text)\": \(error.message)", code: "rule.syntax",
        remedy:
          "write one Lua expression, as sum(\"amount\") or kpi.ratio(count{won = true}, count())")
    }
  }
}
