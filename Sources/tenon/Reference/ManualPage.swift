/// The manual page, `tenon(1)`, in the language of `man`.
struct ManualPage {
  private let tree: CommandTree
  private let version: String
  private var lines: [String] = []

  init(_ tree: CommandTree, version: String) {
    (self.tree, self.version) = (tree, version)
    write()
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func write() {
    let root = tree.command
    let name = root.commandName
    lines = [
      ".\\\" Made by tenon help --man; see the Makefile's docs.",
      ".TH \(name.uppercased()) 1 \"\" \"\(version)\" \"Tenon\"",
    ]
    section("NAME")
    let abstract = (root.abstract ?? "").lowercased()
    add("\(name) \u{2D} \(abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract)")
    section("SYNOPSIS")
    lines.append(".B \(Self.escaped(name))\n[\\fIcommand\\fR] [\\fIoptions\\fR]")
    section("DESCRIPTION")
    for (index, paragraph) in root.paragraphs.enumerated() {
      if index > 0 { lines.append(".PP") }
      add(paragraph)
    }
    section("COMMANDS")
    let common = tree.common
    for command in tree.subcommands { add(command, without: common) }
    section("COMMON OPTIONS")
    add("Most commands take these.")
    common.forEach { add($0) }
    list("ENVIRONMENT", CommandSurroundings.variables.map { ($0.name, $0.text) })
    list("FILES", CommandSurroundings.files.map { ($0.name, $0.text) })
    list("EXIT STATUS", CommandSurroundings.statuses.map { ("\($0.code)", $0.text) })
    section("SEE ALSO")
    add("tenon help NAME explains a name of the language, a command or the code of an error.")
  }

  private mutating func section(_ title: String) { lines.append(".SH \(title)") }

  private mutating func add(_ text: String) { lines.append(Self.escaped(text)) }

  private mutating func add(_ command: CommandTree.Command, without common: [CommandTree.Argument])
  {
    let places = command.positionals.map(\.place).joined(separator: " ")
    lines.append(".SS \(Self.escaped("tenon \(command.commandName) \(places)".trimmedEnd))")
    add(command.abstract ?? "")
    for paragraph in command.paragraphs {
      lines.append(".PP")
      add(paragraph)
    }
    for place in command.positionals where place.abstract != nil {
      item("\\fI\(Self.escaped(place.valueName ?? ""))\\fR", place.text)
    }
    for option in command.options where !common.contains(option) { add(option) }
  }

  private mutating func add(_ option: CommandTree.Argument) {
    let flags = option.flags.map { "\\fB\(Self.escaped($0))\\fR" }.joined(separator: ", ")
    let value = option.valueName.map {
      option.kind == "option" ? " \\fI\(Self.escaped($0))\\fR" : ""
    }
    item(flags + (value ?? ""), option.text)
  }

  private mutating func list(_ title: String, _ items: [(String, String)]) {
    section(title)
    for (name, text) in items { item("\\fB\(Self.escaped(name))\\fR", text) }
  }

  private mutating func item(_ head: String, _ text: String) {
    lines += [".TP", head, Self.escaped(text)]
  }

  /// Text with nothing that the formatter takes for a request, an escape or a hyphen.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var escaped = ""
      for character in line {
        switch character {
        case "\\": escaped += "\\e"
        case "-": escaped += "\\-"
        case "…": escaped += "..."
        default: escaped.append(character)
        }
      }
      return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }.joined(separator: "\n")
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmedEnd: String {
    String(self[...(lastIndex { $0 != " " } ?? startIndex)])
  }
}
