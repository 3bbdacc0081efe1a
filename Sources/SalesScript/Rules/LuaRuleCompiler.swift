import Lua
import SalesKernel

/// Compiles rule expressions: the expression's environment is the record, so that a field's name is its value;
/// everything else it names is a global, or an error.
struct LuaRuleCompiler: RuleCompiler {
  unowned let host: ScriptHost

  /// ```
  /// "annual_purchase > wan(50)"  ──▶  local wan = wan
  ///                                   return function(_ENV) return (annual_purchase > wan(50)) end
  /// ```
  /// - Throws: `rule.syntax`, `rule.unknown_name` with the nearest name.
  func compile(_ text: String, entity: Entity, extra: [String]) throws -> any Rule {
    try rule(text, entity: entity, extra: extra)
  }

  func rule(_ text: String, entity: Entity, extra: [String] = []) throws -> LuaRule {
    let binding = try host.binding(entity)
    let scan = ExpressionScanner(text)
    var globals: [String] = []
    var reads: [Int] = []
    guard let environment = host.environment ?? (try? host.state.newEnvironment()) else {
      throw LuaError("script.closed", "the host is closed")
    }
    let known = Set(host.state.names(in: environment))
    for name in scan.names where !extra.contains(name) {
      if let slot = entity.slot(of: name) {
        reads.append(slot)
      } else if known.contains(name) {
        globals.append(name)
      } else if name != "id", !scan.declares {
        let names = entity.fields.map(\.name) + extra + known
        let near = Suggestion.closest(to: name, among: names.sorted())
        throw ArgumentError(
          "'\(name.excerpt)' in \"\(text.excerpt)\" is no field of \(entity.indefinite)",
          code: "rule.unknown_name",
          remedy: near.map { "did you mean '\($0)'?" } ?? "help(\(entity.name)) lists the fields")
      }
    }
    let prologue =
      globals.isEmpty
      ? "" : "local \(globals.joined(separator: ", ")) = \(globals.joined(separator: ", ")) "
    let parameters = (["_ENV"] + extra).joined(separator: ", ")
    let source = "\(prologue)return function(\(parameters)) return (\(text)\n) end"
    do {
      let chunk = try host.state.load(source, name: "=rule", in: environment)
      guard case .function(let function)? = try host.state.call(chunk).first else {
        throw LuaError("rule.syntax", "\"\(text.excerpt)\" is no expression")
      }
      return LuaRule(
        text: text, function: function, binding: binding, reads: reads, extra: extra,
        state: host.state)
    } catch let error as LuaError where error.code == "script.syntax" {
      throw ArgumentError(
        "\"\(text.excerpt)\": \(error.message)", code: "rule.syntax",
        remedy: "write one Lua expression, as \"annual_purchase > wan(50)\"")
    }
  }

  /// A rule from what a script gave: a function, or an expression.
  func rule(_ value: Value, entity: Entity, what: String) throws -> LuaRule {
    switch value {
    case .string(let text): return try rule(text, entity: entity)
    case .function(let function):
      let place = function.place
      let text = place.map { "function at \($0.chunk):\($0.lines.lowerBound)" } ?? "function"
      return LuaRule(
        text: text, function: function, binding: try host.binding(entity), reads: [], extra: [],
        state: host.state)
    default:
      throw ArgumentError(
        "\(what): expected a function or an expression, got \(value.typeName)",
        remedy: "as \"annual_purchase > wan(50)\" or function(c) return … end")
    }
  }
}
