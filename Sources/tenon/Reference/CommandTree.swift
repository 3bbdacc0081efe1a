/// The command, its subcommands and their options, as the parser declares them.
import ArgumentParser
import Foundation

struct CommandTree: Decodable {
  struct Command: Decodable {
    var commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let defaultSubcommand: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  struct Argument: Decodable, Hashable {
    struct Name: Decodable, Hashable {
      let kind: String
      let name: String
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  let command: Command

  /// - Throws: what decoding throws, if the parser's own description is not what this program knows.
  static func current() throws -> CommandTree {
    try JSONDecoder().decode(CommandTree.self, from: Data(Tenon._dumpHelp().utf8))
  }

  /// Subcommands that are shown, each once; those of a group behind it, as `schedule add`.
  var subcommands: [Command] {
    CommandTree.shown(command).flatMap { outer in
      [outer]
        + CommandTree.shown(outer).map { inner in
          var inner = inner
          inner.commandName = "\(outer.commandName) \(inner.commandName)"
          return inner
        }
    }
  }

  private static func shown(_ command: Command) -> [Command] {
    var seen: Set<String> = []
    return (command.subcommands ?? []).filter {
      $0.shouldDisplay != false && seen.insert($0.commandName).inserted
    }
  }

  /// Options that most subcommands have alike; they are described once.
  var common: [Argument] {
    var counts: [Argument: Int] = [:]
    var order: [Argument] = []
    for argument in subcommands.flatMap(\.options) {
      if counts[argument] == nil { order.append(argument) }
      counts[argument, default: 0] += 1
    }
    return order.filter { counts[$0, default: 0] * 2 > subcommands.count }
  }
}

extension CommandTree.Command {
  /// The name as an address within a page.
  var anchor: String { commandName.replacing(" ", with: "-") }

  private var shown: [CommandTree.Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  var positionals: [CommandTree.Argument] { shown.filter { $0.kind == "positional" } }

  var options: [CommandTree.Argument] { shown.filter { $0.kind != "positional" } }

  /// Paragraphs of the long description.
  var paragraphs: [String] {
    (discussion ?? "").components(separatedBy: "\n\n").filter { !$0.isEmpty }
  }
}

extension CommandTree.Argument {
  /// `<script>`, `[<name>]`, `[<arguments> …]`.
  var place: String {
    let value = "<\(valueName ?? "")>" + (isRepeating ? " …" : "")
    return isOptional ? "[\(value)]" : value
  }

  /// `-o`, `--out`.
  var flags: [String] {
    (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
  }

  /// What an option takes; empty for a flag.
  var value: String { kind == "option" ? "<\(valueName ?? "")>" : "" }

  /// The help text with the values and the default behind it.
  var text: String {
    var text = abstract ?? ""
    if let allValues, !allValues.isEmpty, !allValues.allSatisfy(text.contains) {
      text += " One of \(allValues.joined(separator: ", "))."
    }
    if let defaultValue { text += " Default: \(defaultValue)." }
    return text.hasPrefix(" ") ? String(text.dropFirst()) : text
  }
}
