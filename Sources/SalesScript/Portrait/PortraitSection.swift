import Lua
import SalesKernel
import Values

/// One part of a customer's portrait: a line at the console, its parts in a file.
struct PortraitSection {
  let name: String
  /// What the line says, in order.
  private(set) var words: [String] = []
  private var parts: [ReportObject.Part] = []

  init(_ name: String) { self.name = name }

  /// Adds a value, and words of the line where it is worth them.
  mutating func add(_ name: String, _ value: Value, _ words: String? = nil) {
    parts.append(.init(name, value, text: value.lineText))
    if let words { self.words.append(words) }
  }

  mutating func add(_ name: String, _ value: some FieldRepresentable, _ words: String? = nil) {
    add(name, value.fieldValue.scriptValue, words)
  }

  /// Adds a table; it is not on the line.
  mutating func add(_ name: String, _ table: ResultTable) {
    if !table.rows.isEmpty { parts.append(.init(name, .object(table))) }
  }

  mutating func say(_ words: String) { self.words.append(words) }

  /// The section as a part of the portrait; it prints as its line.
  var part: ReportObject.Part {
    .init(
      name, .object(ReportObject(parts)),
      text: words.isEmpty ? "no data" : words.joined(separator: " · "))
  }
}

extension Value {
  /// As people read it in a line; nil for what prints itself.
  fileprivate var lineText: String? {
    switch self {
    case .object, .table, .nil: nil
    default: shown
    }
  }
}
