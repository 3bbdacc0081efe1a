import Lua
import SalesKernel

/// Where a script's output goes, and how the host's larger values look. The command draws them with its terminal;
/// an embedder may do as it likes.
public protocol ScriptOutput: AnyObject {
  /// What `print` writes, newline included.
  func write(_ text: String)
  func text(of table: ResultTable) -> String
  func text(of explanation: Explanation) -> String
  /// A script read another one: its text, for the excerpts of errors.
  func loaded(_ source: String, name: String)
  /// Writes a value to a file, whole.
  ///
  /// - Parameters:
  ///   - path: as the script gave it; its ending says the form.
  ///   - real: where it may be written.
  /// - Throws: `file.format`, `file.unwritable`.
  func save(_ value: Value, in host: ScriptHost, as path: String, to real: String) throws
  /// The words of the language that people read the output in; nil for English.
  var lexicon: Lexicon? { get }
}

extension ScriptOutput {
  public func loaded(_ source: String, name: String) {}

  public func save(_ value: Value, in host: ScriptHost, as path: String, to real: String) throws {
    throw ArgumentError(
      "this program writes no files of values", code: "file.format",
      remedy: "csv.write writes tables")
  }
  public var lexicon: Lexicon? { nil }
}

/// Keeps what was printed; tables as tab-separated lines.
public final class CapturedOutput: ScriptOutput {
  public private(set) var text = ""
  public init() {}

  public func write(_ text: String) { self.text += text }

  public func text(of table: ResultTable) -> String {
    ([table.columns.map(\.name)]
      + table.rows.map { row in
        zip(table.columns, row).map { $1.isNil ? $0.empty : $1.plain }
      })
      .map { $0.joined(separator: "\t") }.joined(separator: "\n")
  }

  public func text(of explanation: Explanation) -> String {
    lines(explanation, "").joined(separator: "\n")
  }

  private func lines(_ node: Explanation, _ indent: String) -> [String] {
    [indent + node.line] + node.children.flatMap { lines($0, indent + "  ") }
  }
}

extension Explanation {
  /// One line: label, value, reason and source.
  public var line: String { line(in: nil) }

  /// One line in a language; English for nil.
  public func line(in lexicon: Lexicon?) -> String {
    var parts = lexicon.map { $0.column(label) ?? $0.note(label) } ?? label
    if let value { parts += " = \(value.display)" }
    switch outcome {
    case .matched: parts += " ✓"
    case .notMatched: parts += " ✗"
    case .input, .step: break
    }
    if let reason, !reason.isEmpty { parts += ": \(lexicon?.note(reason) ?? reason)" }
    if let source, !source.isEmpty { parts += " [\(source)]" }
    return parts
  }
}
