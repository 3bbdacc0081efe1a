/// The reference of the language in Markdown, from the help registry.
import SalesScript

struct LanguageReference {
  private let help: HelpRegistry

  init(_ help: HelpRegistry) { self.help = help }

  /// A section a group of names (`tiering.`, `query:`), plain names first.
  var markdown: String {
    let head = "# Lua reference\n\nEvery name that scripts see, generated from the help registry.\n"
    return head + groups.map { section($0.name, $0.entries) }.joined()
  }

  /// Names by what stands before their dot or colon; plain names first, under an empty name.
  var groups: [(name: String, entries: [HelpEntry])] {
    var groups: [(name: String, entries: [HelpEntry])] = []
    for entry in help.entries {
      let group = LanguageReference.group(of: entry.name)
      if let index = groups.firstIndex(where: { $0.name == group }) {
        groups[index].entries.append(entry)
      } else {
        groups.append((group, [entry]))
      }
    }
    return groups.filter { $0.name.isEmpty } + groups.filter { !$0.name.isEmpty }
  }

  private func section(_ name: String, _ entries: [HelpEntry]) -> String {
    let title = name.isEmpty ? "Globals" : "`\(name)`"
    return "\n## \(title)\n" + entries.map(text).joined()
  }

  private func text(_ entry: HelpEntry) -> String {
    var lines = ["\n### `\(entry.signature)`\n", entry.summary, ""]
    if !entry.returns.isEmpty { lines.append("- Gives: `\(entry.returns)`") }
    if !entry.units.isEmpty { lines.append("- Units: \(entry.units)") }
    if !entry.changes.isEmpty { lines.append("- Changes: \(entry.changes)") }
    if !entry.errors.isEmpty {
      lines.append("- Errors: \(entry.errors.map { "`\($0)`" }.joined(separator: ", "))")
    }
    if !entry.seeAlso.isEmpty {
      lines.append("- See also: \(entry.seeAlso.map { "`\($0)`" }.joined(separator: ", "))")
    }
    if lines.last != "" { lines.append("") }
    lines += ["```lua", entry.example]
    lines += entry.result.split(separator: "\n").map { "--> \($0)" }
    return (lines + ["```"]).joined(separator: "\n") + "\n"
  }

  private static func group(of name: String) -> String {
    guard let mark = name.firstIndex(where: { $0 == "." || $0 == ":" }) else { return "" }
    return String(name[..<mark])
  }
}
