/// Types of parameters and results in the notation of the Lua language server.
import SalesKernel
import SalesScript

struct AnnotatedTypes {
  private let model: LanguageModel

  init(_ model: LanguageModel) { self.model = model }

  /// What a function gives; nil where help says nothing.
  func result(_ entry: HelpEntry, on owner: String?) -> String? {
    switch entry.returns {
    case "": nil
    case "record": "any"
    case "record?": "any"
    case "record[]": "any[]"
    case "fun(): record?": "fun(): any"
    default: entry.returns
    }
  }

  func type(of parameter: LuaSignature.Parameter) -> String {
    if parameter.options != nil { return "table" }
    return union(parameter.words.map { type(named: $0) ?? "any" })
  }

  /// By the words of the signature, or by the option's name.
  func type(of option: LuaSignature.Option) -> String {
    if option.type.isEmpty { return type(named: option.name) ?? "any" }
    var parts: [String] = []
    for token in LuaTokens.of(option.type) where token.text != "or" && token.text != "|" {
      switch token.kind {
      case .name: parts.append(type(named: token.text) ?? type(named: option.name) ?? "any")
      case .keyword where token.text == "true" || token.text == "false": parts.append("boolean")
      case .keyword where token.text == "function": parts.append("function")
      case .string: parts.append("string")
      case .number: parts.append("number")
      case .symbol where token.text == "{": return "table"
      case .end: break
      default: return "any"
      }
    }
    return union(parts)
  }

  private func union(_ parts: [String]) -> String {
    if parts.isEmpty || parts.contains("any") { return "any" }
    var seen: Set<String> = []
    return parts.flatMap { $0.split(separator: "|").map(String.init) }
      .filter { seen.insert($0).inserted }.joined(separator: "|")
  }

  /// Records may be given as they are, by id or by code.
  private func type(named word: String) -> String? {
    if let type = AnnotatedTypes.words[word] { return type }
    return model.reader.records[word] == nil ? nil : "\(word)|integer|string"
  }

  private static let words = [
    "day": "date", "date": "date", "on": "date", "from": "date", "to": "date", "upto": "date",
    "since": "date", "as_of": "date|instant", "due_on": "date", "ends_on": "date", "at": "instant",
    "instant": "instant", "span": "span", "money": "money", "amount": "money", "text": "string",
    "word": "string", "name": "string", "path": "string", "field": "string", "reason": "string",
    "period": "string", "note": "string", "code": "string", "n": "number", "number": "number",
    "share": "number", "months": "number", "quantity": "number", "points": "number",
    "bool": "boolean", "boolean": "boolean", "query": "query", "of": "query", "list": "table",
    "words": "string|table", "table": "table", "policy": "string|table", "f": "function",
    "condition": "string|function|table", "rule": "string|function", "measure": "string|function",
    "model": "string|table", "playbook": "string|table", "collection": "query",
  ]

  static func isName(_ text: String) -> Bool {
    !text.isEmpty && !LuaTokens.keywords.contains(text)
      && text.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      }
  }
}
