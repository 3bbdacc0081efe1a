/// The order of the words of a command line.
enum CommandWords {
  private static let common = ["--store", "--format", "--color"]

  /// Puts options that stand before the subcommand behind it: `--store s.db runs` reads as
  /// `runs --store s.db`. What has no subcommand stays as it is.
  static func reordered(_ words: [String]) -> [String] {
    var index = 0
    while index < words.count {
      if common.contains(words[index]) {
        index += 2
      } else if common.contains(where: { words[index].hasPrefix($0 + "=") }) {
        index += 1
      } else {
        break
      }
    }
    guard index > 0, index < words.count, !words[index].hasPrefix("-") else { return words }
    return [words[index]] + words[..<index] + words[(index + 1)...]
  }
}
