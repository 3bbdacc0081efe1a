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
    guard let scratch = try? host.state.newEnvironment() else { return .complete }
    let faults = [text, "return " + text].map { fault(of: $0, scratch) }
    // What is wrong otherwise shows when the chunk runs, with its place.
    guard !faults.contains(nil), faults.contains(where: { $0?.hasSuffix("near <eof>") == true })
    else { return .complete }
    return .incomplete(indent: ChunkShape.step * depth(of: text))
  }

  /// What the compiler says against a text; nil where it is a chunk.
  private func fault(of text: String, _ environment: Environment) -> String? {
    do {
      _ = try host.state.load(text, name: "=console", in: environment)
      return nil
    } catch {
      return ErrorFacts.of(error).message
    }
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
