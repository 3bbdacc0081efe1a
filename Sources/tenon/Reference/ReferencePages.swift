/// The pages of the reference in HTML: commands, language, errors.
import SalesScript

struct ReferencePages {
  private let tree: CommandTree
  private let help: HelpRegistry
  private let catalogue: ErrorCatalogue

  init(_ tree: CommandTree, _ help: HelpRegistry, _ catalogue: ErrorCatalogue) {
    (self.tree, self.help, self.catalogue) = (tree, help, catalogue)
  }

  /// Every page with the name of its file.
  var pages: [(file: String, html: String)] {
    [commands, language, errors].map { ($0.file, $0.html) }
  }

  // MARK: Commands

  private var commands: ReferencePage {
    var page = ReferencePage("Commands", file: "commands.html")
    tree.command.paragraphs.forEach { page.paragraph(ReferencePage.escaped($0)) }
    page.index([("", tree.subcommands.map { ($0.anchor, $0.commandName) })])
    let common = tree.common
    for command in tree.subcommands { add(command, without: common, to: &page) }
    page.heading(2, "Common options", id: "common-options")
    page.paragraph("Most commands take these.")
    page.terms(common.map(Self.item))
    for (title, id, items) in Self.surroundings {
      page.heading(2, title, id: id)
      page.terms(items.map { (ReferencePage.code($0.0), ReferencePage.escaped($0.1)) })
    }
    return page
  }

  private static var surroundings: [(String, String, [(String, String)])] {
    [
      ("Environment", "environment", CommandSurroundings.variables.map { ($0.name, $0.text) }),
      ("Files", "files", CommandSurroundings.files.map { ($0.name, $0.text) }),
      ("Exit status", "exit-status", CommandSurroundings.statuses.map { ("\($0.code)", $0.text) }),
    ]
  }

  private func add(
    _ command: CommandTree.Command, without common: [CommandTree.Argument],
    to page: inout ReferencePage
  ) {
    let places = command.positionals.map(\.place)
    page.heading(2, "tenon \(command.commandName)", id: command.anchor)
    page.paragraph(
      ReferencePage.code(
        (["tenon", command.commandName] + places + ["[options]"]).joined(separator: " ")))
    page.paragraph(ReferencePage.escaped(command.abstract ?? ""))
    command.paragraphs.forEach { page.paragraph(ReferencePage.escaped($0)) }
    page.terms(
      command.positionals.filter { $0.abstract != nil }.map {
        (ReferencePage.code($0.valueName ?? ""), ReferencePage.escaped($0.text))
      } + command.options.filter { !common.contains($0) }.map(Self.item))
  }

  private static func item(_ option: CommandTree.Argument) -> (term: String, text: String) {
    let names = option.flags.map(ReferencePage.code).joined(separator: ", ")
    let value = option.value.isEmpty ? "" : " " + ReferencePage.code(option.value)
    return (names + value, ReferencePage.escaped(option.text))
  }

  // MARK: Language

  private var language: ReferencePage {
    var page = ReferencePage("Language", file: "language.html")
    page.paragraph("Every name that scripts see.")
    let groups = LanguageReference(help).groups
    page.index(
      groups.map { group in
        (group.name, group.entries.map { ($0.name, Self.short($0.name, in: group.name)) })
      })
    for group in groups {
      let title = group.name.isEmpty ? "Globals" : group.name
      page.heading(2, title, id: "group-\(title)")
      for entry in group.entries { add(entry, to: &page) }
    }
    return page
  }

  /// `apply` for `tiering.apply`.
  private static func short(_ name: String, in group: String) -> String {
    group.isEmpty ? name : String(name.dropFirst(group.count + 1))
  }

  private func add(_ entry: HelpEntry, to page: inout ReferencePage) {
    page.heading(3, entry.signature, id: entry.name, isCode: true)
    page.paragraph(ReferencePage.escaped(entry.summary))
    var facts: [String] = []
    if !entry.units.isEmpty { facts.append("Units: \(ReferencePage.escaped(entry.units))") }
    if !entry.changes.isEmpty { facts.append("Changes: \(ReferencePage.escaped(entry.changes))") }
    if !entry.errors.isEmpty {
      let codes = entry.errors.map { code in
        catalogue.entry(code).map { ReferencePage.link(code, to: "errors.html#\($0.code)") }
          ?? ReferencePage.code(code)
      }
      facts.append("Errors: \(codes.joined(separator: ", "))")
    }
    if !entry.seeAlso.isEmpty {
      let links = entry.seeAlso.map { name in
        help.entry(name).map { ReferencePage.link(name, to: "#\($0.name)") }
          ?? ReferencePage.code(name)
      }
      facts.append("See also: \(links.joined(separator: ", "))")
    }
    facts.forEach { page.paragraph($0) }
    let result = entry.result.split(separator: "\n", omittingEmptySubsequences: false)
    page.block(([entry.example] + result.map { "--> \($0)" }).joined(separator: "\n"))
  }

  /// Where the page of errors has a code.
  private func place(of code: String) -> String { catalogue.entry(code)?.code ?? code }

  // MARK: Errors

  private var errors: ReferencePage {
    var page = ReferencePage("Errors", file: "errors.html")
    page.paragraph("Every code that an error can have: what it means, and what to do.")
    let areas = catalogue.areas
    page.index(
      areas.map { area in
        (area.name, area.entries.map { ($0.code, Self.short($0.code, in: area.name)) })
      })
    let raisers = self.raisers
    for area in areas {
      page.heading(2, area.name, id: "area-\(area.name)")
      for entry in area.entries { add(entry, raisers[entry.code] ?? [], to: &page) }
    }
    return page
  }

  private func add(_ entry: ErrorEntry, _ raisers: [String], to page: inout ReferencePage) {
    page.heading(3, entry.code, id: entry.code, isCode: true)
    page.paragraph(ReferencePage.escaped(entry.meaning.english))
    page.paragraph("Remedy: \(ReferencePage.escaped(entry.remedy.english))")
    page.paragraph(
      "<span lang=\"zh\">\(ReferencePage.escaped(entry.meaning.chinese + entry.remedy.chinese))</span>"
    )
    if !raisers.isEmpty {
      let links = raisers.map { ReferencePage.link($0, to: "language.html#\($0)") }
      page.paragraph("Raised by \(links.joined(separator: ", "))")
    }
    if !entry.example.isEmpty { page.block(entry.example + "\n--> error \(entry.code)") }
  }

  /// Names of the language by the codes that their help says they raise.
  private var raisers: [String: [String]] {
    var raisers: [String: [String]] = [:]
    for entry in help.entries {
      for code in entry.errors { raisers[place(of: code), default: []].append(entry.name) }
    }
    return raisers
  }
}
