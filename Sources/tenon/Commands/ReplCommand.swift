import ArgumentParser
import SalesScript

/// `tenon repl`: the console.
struct ReplCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Open a console (the default).")

  @OptionGroup var options: RunOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
  }
}
