/// Questions to the person at the terminal.
import Console
import Terminal

enum Confirmation {
  /// Whether there is someone to ask.
  static var isPossible: Bool { TerminalSize.isTerminal(0) && TerminalSize.isTerminal(2) }

  private static let yes: Set<String> = ["y", "yes", "是", "好", "确认"]

  /// True for yes, in either language; no is the answer of Return, of Ctrl-C and of the end of input.
  static func ask(_ question: String, _ streams: Streams) -> Bool {
    let choices = streams.lexicon?.commandText("[y/N]") ?? "[y/N]"
    FileOutput.write("\(streams.translated(question)) \(choices) ", to: 2)
    guard let answer = readLine() else {
      FileOutput.write("\n", to: 2)
      return false
    }
    return isYes(answer)
  }

  /// Whatever blanks stand around.
  static func isYes(_ answer: String) -> Bool {
    yes.contains(answer.lowercased().filter { !$0.isWhitespace })
  }
}
