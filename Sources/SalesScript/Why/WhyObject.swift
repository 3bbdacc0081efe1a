import Lua
import SalesKernel
import Values

/// An explanation in a script's hands: prints as a tree, and reads by name.
final class WhyObject {
  let explanation: Explanation
  init(_ explanation: Explanation) { self.explanation = explanation }

  func member(_ name: String) throws -> Value {
    switch name {
    case "label": .string(explanation.label)
    case "outcome": .string(explanation.outcome.rawValue)
    case "value": explanation.value?.scriptValue ?? .nil
    case "reason": explanation.reason.map(Value.string) ?? .nil
    case "source": explanation.source.map(Value.string) ?? .nil
    case "children": .table(Table(list: explanation.children.map { .object(WhyObject($0)) }))
    default:
      throw ArgumentError(
        "an explanation has no '\(name)'",
        remedy: "it has label, outcome, value, reason, source, children and :json()")
    }
  }
}

extension Explanation {
  /// The tree as one JSON object; amounts and dates as texts, so that they stay exact.
  public var json: String {
    var parts = [
      "\"label\":\(JSONText.quoted(label))", "\"outcome\":\(JSONText.quoted(outcome.rawValue))",
    ]
    if let value { parts.append("\"value\":\(value.json)") }
    if let reason { parts.append("\"reason\":\(JSONText.quoted(reason))") }
    if let source { parts.append("\"source\":\(JSONText.quoted(source))") }
    if !children.isEmpty {
      parts.append("\"children\":[\(children.map(\.json).joined(separator: ","))]")
    }
    return "{\(parts.joined(separator: ","))}"
  }
}

extension FieldValue {
  var json: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .number(let value): value.isFinite ? "\(value)" : "null"
    case .text(let value): JSONText.quoted(value)
    case .money, .day, .instant: JSONText.quoted(scriptValue.plain)
    }
  }
}

/// Texts as JSON strings.
enum JSONText {
  static func quoted(_ text: String) -> String {
    EscapedText.quoted(text) { code in
      let digits = String(code, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
