/// Completion scripts as the parser makes them, with one repair.
import Foundation

enum CompletionScript {
  /// Without the function for the parser's own `help`, which would stand in the place of this command's.
  static func repaired(_ text: String) -> String {
    let head = "_tenon_help() {\n"
    let parts = text.components(separatedBy: head)
    guard parts.count == 3, let end = parts[2].range(of: "\n}\n") else { return text }
    return parts[0] + head + parts[1] + String(parts[2][end.upperBound...])
  }
}
