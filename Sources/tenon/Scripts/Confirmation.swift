/// Questions to the person at the terminal.
import Console
import Terminal

enum Confirmation {
  /// Whether there is someone to ask.
  static var isPossible: Bool { TerminalSize.isTerminal(0) && TerminalSize.isTerminal(2) }

  /// True for yes; no is the answer of Return, of Ctrl-C and of the end of input.
  static func ask(_ question: String) -> Bool {
    FileOutput.write(question + " [y/N] ", to: 2)
    guard let answer = readLine() else {
      FileOutput.write("\n", to: 2)
      return false
    }
    return ["y", "yes", "是"].contains(answer.lowercased().filter { !$0.isWhitespace })
  }
}
