/// Any layer's error as an error report.
import Console
import Foundation
import Lua
import SalesScript

extension ErrorReport {
  /// - Parameter sources: texts of chunks by name, for the excerpt.
  init(_ error: any Error, sources: [String: String]) {
    if let error = error as? CommandError {
      self.init(code: error.code, message: error.message, remedy: error.remedy)
      return
    }
    let facts = ErrorFacts.of(error)
    guard let script = error as? LuaError, let chunk = script.chunk, let line = script.line else {
      self.init(code: facts.code, message: facts.message, remedy: facts.remedy)
      return
    }
    var frames = ErrorReport.frames(of: script.traceback)
    frames.removeAll { $0.function == nil && $0.file == chunk && $0.line == line }
    if let first = frames.first, first.line == line { frames.removeFirst() }
    self.init(
      code: facts.code, message: facts.message, remedy: facts.remedy,
      place: Place(file: chunk, line: line), source: sources[chunk], frames: frames)
  }

  /// The user's own frames of a Lua traceback, innermost first.
  static func frames(of traceback: String) -> [Frame] {
    traceback.split(separator: "\n").compactMap { line in
      let parts = line.drop { $0 == "\t" || $0 == " " }.components(separatedBy: ": in ")
      guard parts.count == 2, let colon = parts[0].lastIndex(of: ":"),
        let number = Int(parts[0][parts[0].index(after: colon)...])
      else { return nil }
      let file = String(parts[0][..<colon])
      if file.hasPrefix("[") || file.hasPrefix("tenon:") { return nil }
      return Frame(file: file, line: number, function: quotedName(in: parts[1]))
    }
  }

  /// `main` in `function 'main'`; nil where there is no name.
  private static func quotedName(in text: String) -> String? {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }
}
