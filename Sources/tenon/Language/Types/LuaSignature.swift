/// The parameters of a function, read from the signature of its help.
///
/// ```
/// service.respond(ticket, {at = instant, policy =})   ticket · options at, policy
/// orders.open{customer = c, …} or orders.open(order)  two forms of one parameter; more options than are named
/// ```
struct LuaSignature {
  struct Option: Equatable {
    let name: String
    /// Words of the signature: `day`, `money`, `"day" or "month"`; empty where it has none.
    let type: String
  }

  struct Parameter {
    var name: String
    /// What it may be, as the signature says: `name`, `table` of `name or table`.
    var words: [String] = []
    var isOptional = false
    /// The names of a table of options; nil where it is no such table.
    var options: [Option]?
    /// Whether there may be more options than are named.
    var isOpen = false
  }

  /// One list of parameters a form.
  private(set) var forms: [[Parameter]] = []

  init(_ text: String) {
    var reader = SignatureReader(text)
    forms = reader.forms()
  }

  /// The options that the table at a position may have, and whether there may be more; nil where it is no table of
  /// options, or may be another one.
  func options(at position: Int) -> (names: [Option], isOpen: Bool)? {
    var names: [Option] = []
    var isOpen = false
    var found = false
    for form in forms where form.indices.contains(position) {
      guard let options = form[position].options else { continue }
      found = true
      isOpen = isOpen || form[position].isOpen
      for option in options where !names.contains(where: { $0.name == option.name }) {
        names.append(option)
      }
    }
    return found ? (names, isOpen) : nil
  }
}

/// Reads a signature's text token by token; what it does not understand makes the parameter an open one.
private struct SignatureReader {
  private let tokens: [LuaToken]
  private var at = 0

  init(_ text: String) { tokens = LuaTokens.of(text) }

  private var token: LuaToken { tokens[at] }
  private func isSymbol(_ text: String) -> Bool { token.kind == .symbol && token.text == text }
  private mutating func take() { if at < tokens.count - 1 { at += 1 } }

  mutating func forms() -> [[LuaSignature.Parameter]] {
    var forms: [[LuaSignature.Parameter]] = []
    while token.kind != .end {
      if isSymbol("{") {
        forms.append([table()])
      } else if isSymbol("(") {
        forms.append(list())
      } else if token.kind == .string {
        forms.append([LuaSignature.Parameter(name: "text", words: ["text"])])
        take()
      } else {
        take()
      }
    }
    return forms
  }

  private mutating func list() -> [LuaSignature.Parameter] {
    take()
    var parameters: [LuaSignature.Parameter] = []
    var current = LuaSignature.Parameter(name: "")
    var optional = 0
    func close(_ parameters: inout [LuaSignature.Parameter]) {
      if !current.name.isEmpty || current.options != nil { parameters.append(current) }
    }
    while token.kind != .end, !isSymbol(")") {
      if isSymbol(",") {
        close(&parameters)
        current = LuaSignature.Parameter(name: "", isOptional: optional > 0)
        take()
      } else if isSymbol("[") || isSymbol("]") {
        optional += isSymbol("[") ? 1 : -1
        if current.name.isEmpty { current.isOptional = optional > 0 }
        take()
      } else if isSymbol("{") {
        let table = table()
        current.options = (current.options ?? []) + (table.options ?? [])
        current.isOpen = current.isOpen || table.isOpen
        if current.name.isEmpty { current.name = "options" }
      } else {
        let isWord = token.kind == .name || token.kind == .keyword
        if isWord, token.text != "or" {
          if current.name.isEmpty { current.name = token.text }
          current.words.append(token.text)
        }
        if !isWord, current.name.isEmpty { current.name = "…" }
        take()
      }
    }
    close(&parameters)
    take()
    return parameters
  }

  private mutating func table() -> LuaSignature.Parameter {
    take()
    var parameter = LuaSignature.Parameter(name: "options", options: [])
    var depth = 0
    var type: [String] = []
    var name: String?
    func close(_ parameter: inout LuaSignature.Parameter) {
      guard let name else { return }
      parameter.options?.append(
        .init(name: name, type: type.joined(separator: " ").trimmingDots))
    }
    while token.kind != .end, depth > 0 || !isSymbol("}") {
      if depth == 0, token.kind == .name, tokens[at + 1].kind == .symbol,
        tokens[at + 1].text == "="
      {
        if type.last == "or" || type.last == "|" { type.removeLast() }
        close(&parameter)
        (name, type) = (token.text, [])
        take()
      } else if depth == 0, isSymbol(",") {
        close(&parameter)
        (name, type) = (nil, [])
      } else {
        if isSymbol("{") || isSymbol("(") || isSymbol("[") { depth += 1 }
        if isSymbol("}") || isSymbol(")") || isSymbol("]") { depth -= 1 }
        if depth == 0, name == nil { parameter.isOpen = true }
        if name != nil, !isSymbol("=") || depth > 0 {
          type.append(token.kind == .string ? "\"\(token.text)\"" : token.text)
        }
      }
      take()
    }
    close(&parameter)
    take()
    return parameter
  }
}

extension String {
  /// Without what the scanner makes of a `…`.
  fileprivate var trimmingDots: String {
    String(unicodeScalars.filter { $0.isASCII || $0.properties.isAlphabetic })
  }
}
