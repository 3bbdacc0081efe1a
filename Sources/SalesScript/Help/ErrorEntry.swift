import Lua

/// What a code of errors means, and what to do about it.
public struct ErrorEntry: Hashable, Sendable {
  /// A text in the two languages.
  public struct Words: Hashable, Sendable {
    public let english: String
    public let chinese: String
  }

  /// Stable and dotted: `entity.field`; `*.range` stands for every code that ends in it.
  public let code: String
  /// What it means and why it happens.
  public let meaning: Words
  public let remedy: Words
  /// A chunk that raises it on the reference sample; empty where none is short.
  public let example: String

  init?(_ code: String, _ table: Table) {
    guard let meaning = Words(table, "en", "zh"),
      let remedy = Words(table, "remedy", "remedy_zh")
    else { return nil }
    (self.code, self.meaning, self.remedy) = (code, meaning, remedy)
    if case .string(let text) = table["example"] { example = text } else { example = "" }
  }

  /// As `help("entity.field")` prints it.
  public func text(inChinese isChinese: Bool = false) -> String {
    let shown = isChinese ? (meaning.chinese, remedy.chinese) : (meaning.english, remedy.english)
    var lines = [code, "  \(shown.0)", "  \(isChinese ? "办法：" : "remedy: ")\(shown.1)"]
    if !example.isEmpty {
      lines.append(isChinese ? "  示例：" : "  example:")
      lines += example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      lines.append("    --> error \(code)")
    }
    return lines.joined(separator: "\n")
  }
}

extension ErrorEntry.Words {
  fileprivate init?(_ table: Table, _ english: String, _ chinese: String) {
    guard case .string(let english) = table[english], case .string(let chinese) = table[chinese]
    else { return nil }
    self.init(english: english, chinese: chinese)
  }
}
