import ArgumentParser
import SalesScript

/// `tenon help`: what a name of the language or a subcommand is.
struct HelpCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Explain a name of the language or a subcommand.")

  @Argument(help: ArgumentHelp("As wan, tiering.apply, where or run.", valueName: "name"))
  var name: String?

  @Flag(help: "Print the reference of the whole language, in Markdown.")
  var reference = false

  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    if name == nil, !reference {
      streams.writeLine(HelpPage.text(of: Tenon.self, streams))
      streams.write("\n\(streams.translated("Names of the language:"))\n")
    }
    let host = try ScriptHost(
      store: nil, options: .plain, output: TerminalOutput(streams))
    if reference {
      streams.write(LanguageReference(host.help).markdown)
    } else if let name {
      try explain(name, host, streams)
    } else {
      streams.show(host.help.overview(in: streams.lexicon) + "\n")
    }
  }

  private func explain(_ name: String, _ host: ScriptHost, _ streams: Streams) throws {
    let command = Tenon.configuration.subcommands.first { $0.configuration.commandName == name }
    let entry = host.help.entry(name)
    if let entry { streams.writeLine(entry.text(in: streams.lexicon)) }
    if let command {
      if entry != nil { streams.write("\n") }
      streams.writeLine(HelpPage.text(of: command, streams))
    }
    if entry == nil, command == nil {
      throw CommandError(
        "help.unknown", host.help.text(for: name), remedy: "tenon help lists every name")
    }
  }
}
