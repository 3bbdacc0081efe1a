/// Where `.once` sends the next chunk's output: a file, or a command.
import Console
import Terminal

struct OnceTarget {
  let path: String?
  let command: String?

  /// `|less` is a command, all else a file.
  init(_ text: String) {
    let isCommand = text.hasPrefix("|")
    command = isCommand ? String(text.dropFirst()) : nil
    path = isCommand ? nil : text
  }

  /// As the file's name asks for it.
  var format: OutputFormat? { path.flatMap(OutputFormat.init(fileName:)) }

  /// - Throws: `file.unwritable`, `file.command`.
  func write(_ text: String) throws {
    if let path { return try FileBytes.write(text, to: path) }
    guard let command else { return }
    guard Pager(command: command, environment: Surroundings.environment).show(text) else {
      throw CommandError(
        "file.command", "the command could not be run: \(command)", remedy: "check its name")
    }
  }
}
