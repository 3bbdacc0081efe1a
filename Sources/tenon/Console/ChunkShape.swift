/// Whether what was typed is a whole chunk, by asking the compiler.
import Console
import Lua
import SalesScript

struct ChunkShape {
  private static let step = 2
  let host: ScriptHost

  /// A chunk whose only fault is that it ends too early wants more lines.
  func completeness(of chunk: String) -> Completeness {
    let text = ConsoleWords.expanded(chunk)
    if ConsoleWords.isExit(text) { return .complete }
    guard let scratch = try? host.state.newEnvironment(),
      !compiles("return " + text, scratch)
    else { return .complete }
    do {
      _ = try host.state.load(text, name: "=console", in: scratch)
      return .complete
    } catch {
      let message = ErrorFacts.of(error).message
      // What is wrong otherwise shows when the chunk runs, with its place.
      return message.hasSuffix("near <eof>") || message.hasSuffix("near '<eof>'")
        ? .incomplete(indent: ChunkShape.step * depth(of: text)) : .complete
    }
  }

  private func compiles(_ text: String, _ environment: Environment) -> Bool {
    (try? host.state.load(text, name: "=console", in: environment)) != nil
  }

  /// Blocks and brackets that are open at the end, by their words; strings and comments count too, as it is
  /// only for looks.
  private func depth(of text: String) -> Int {
    var depth = 0
    for word in text.split(whereSeparator: { $0.isWhitespace || ",;".contains($0) }) {
      switch word {
      case "do", "then", "repeat", "else", "elseif": depth += 1
      case "end", "until": depth -= 1
      default: break
      }
      if word == "else" || word == "elseif" { depth -= 1 }
      if word.hasPrefix("function") { depth += 1 }
      for character in word {
        switch character {
        case "(", "{", "[": depth += 1
        case ")", "}", "]": depth -= 1
        default: break
        }
      }
      if word.hasPrefix("end)") || word.hasPrefix("end}") { depth -= 1 }
    }
    return max(0, depth)
  }
}
