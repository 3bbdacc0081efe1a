/// A text with places to fill in, as `within {days} days`.
public struct ClauseTemplate: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case text(String)
    case value(String)
  }

  private let parts: [Part]

  /// The names of its places, each once, in the order of their first standing.
  public var names: [String] {
    var names: [String] = []
    for case .value(let name) in parts where !names.contains(name) { names.append(name) }
    return names
  }

  /// - Throws: `policy.value` for a brace without its partner, and for a name that is none of `known`.
  init(_ text: String, at path: String, known: [String]) throws(PolicyError) {
    var parts: [Part] = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if brace > rest.startIndex { parts.append(.text(String(rest[..<brace]))) }
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
        throw PolicyError(
          "policy.value", at: path, "has a brace without its partner",
          remedy: "write places as {amount}")
      }
      let name = String(rest[rest.index(after: brace)..<end])
      guard known.contains(name) else {
        throw PolicyError(
          "policy.value", at: path, "there is nothing to fill {\(name)} with",
          remedy: Suggestion.sentence(for: name, among: known))
      }
      parts.append(.value(name))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The text with every place filled.
  /// - Throws: `contract.placeholder` for a place without a value.
  public func filled(_ values: [String: String], in clause: String) throws(ValidationError)
    -> String
  {
    var text = ""
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .value(let name):
        guard let value = values[name], !value.isEmpty else {
          throw ValidationError(
            "contract.placeholder", "clause \(clause) needs {\(name)}, and it is not known",
            remedy:
              "give it when the contract is drawn up: \(name) = …, or in values = {\(name) = …}")
        }
        text += value
      }
    }
    return text
  }
}
