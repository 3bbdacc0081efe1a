import ArgumentParser
import SalesScript

/// `tenon reference`: the reference of the language, for the documentation.
struct ReferenceCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print the reference of the language, in Markdown.",
    shouldDisplay: false)

  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let host = try ScriptHost(store: nil, options: .plain, output: TerminalOutput(streams))
    streams.write(LanguageReference(host.help).markdown)
  }
}
