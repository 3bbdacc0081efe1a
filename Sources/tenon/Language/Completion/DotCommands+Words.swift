import Console

extension DotCommands {
  /// What can be typed of them: each command, and each word of its choice.
  static var words: [Completion] {
    all.flatMap { command -> [Completion] in
      let name = "." + command.name
      let choices =
        command.usage.split { $0 == "[" || $0 == "]" }.dropFirst()
        .first { $0.contains("|") }?.split(separator: "|") ?? []
      return [Completion(name, note: command.help)]
        + choices.map { Completion("\(name) \($0)", note: command.help) }
    }
  }
}
