import ArgumentParser
import Foundation
import SalesScript

/// `tenon help`: what a name of the language, a subcommand or the code of an error is; and the reference, in every form.
struct HelpCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Explain a name of the language, a subcommand or the code of an error.")

  @Argument(
    help: ArgumentHelp("As wan, tiering.apply, where, run or entity.field.", valueName: "name"),
    completion: ShellCompletions.helpNames)
  var name: String?

  @Flag(help: "Print the reference of the whole language, in Markdown.")
  var reference = false

  @Flag(help: "Print the language's types for the Lua language server.")
  var annotations = false

  @Flag(help: "Print the catalogue of errors, in Markdown.")
  var errors = false

  @Flag(help: "Print the manual page, for man.")
  var man = false

  @Option(
    help: ArgumentHelp("Write the reference as HTML pages into a folder.", valueName: "dir"),
    completion: .directory)
  var html: String?

  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    if man {
      let page = ManualPage(try .current(), version: Tenon.configuration.version)
      return streams.write(page.text)
    }
    if errors { return streams.write(ErrorReference(.shared).markdown) }
    let host = try ScriptHost(store: nil, options: .plain, output: TerminalOutput(streams))
    if reference {
      streams.write(LanguageReference(host.help).markdown)
    } else if annotations {
      streams.write(LuaAnnotations.text(try LanguageModel(host: host)))
    } else if let html {
      try write(ReferencePages(try .current(), host.help, .shared), to: html)
    } else if let name {
      try explain(name, host, streams)
    } else {
      streams.writeLine(HelpPage.text(of: Tenon.self, streams))
      streams.write("\n\(streams.translated("Names of the language:"))\n")
      streams.show(host.help.overview(in: streams.lexicon) + "\n")
    }
  }

  private func explain(_ name: String, _ host: ScriptHost, _ streams: Streams) throws {
    let command = Tenon.configuration.subcommands.first { $0.configuration.commandName == name }
    let known = host.help.knownText(for: name, in: streams.lexicon)
    if let known { streams.writeLine(known) }
    if let command {
      if known != nil { streams.write("\n") }
      streams.writeLine(HelpPage.text(of: command, streams))
    }
    if known == nil, command == nil {
      throw CommandError(
        "help.unknown", host.help.text(for: name), remedy: "tenon help lists every name")
    }
  }

  /// Makes the folder where there is none.
  private func write(_ pages: ReferencePages, to folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandError(
        "file.unwritable", "cannot write \(folder)",
        remedy: "check the folder and its permissions")
    }
    for (name, html) in pages.pages {
      let file = try PartFile(path: "\(folder)/\(name)")
      try file.write(html)
      try file.finish()
    }
  }
}
