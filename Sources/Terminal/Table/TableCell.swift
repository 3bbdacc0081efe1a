/// One value of a table: its text for people, and, where that differs, its exact text for machines.
public struct TableCell: Hashable, Sendable {
  /// What the value is; decides alignment, colour, and how JSON writes it.
  public enum Kind: Hashable, Sendable {
    case text, number, bool, null
  }

  public let text: String
  public let kind: Kind
  /// The plain form for csv, tsv, json, jsonl and markdown, as `12345.00` for a text of `12,345.00 元`.
  public let exact: String

  /// As a Lua script would write it: `money"12345.00"`.
  public var literal: String { ownLiteral ?? LuaLiteral.of(self) }
  private let ownLiteral: String?

  /// - Parameter literal: nil where the exact text is one in Lua, or a text in quotes.
  public init(_ text: String, kind: Kind = .text, exact: String? = nil, literal: String? = nil) {
    self.text = text
    self.kind = kind
    self.exact = exact ?? text
    ownLiteral = literal
  }

  public static func number(
    _ text: String, exact: String? = nil, literal: String? = nil
  ) -> TableCell {
    TableCell(text, kind: .number, exact: exact, literal: literal)
  }

  public static func bool(_ value: Bool) -> TableCell {
    TableCell(value ? "true" : "false", kind: .bool)
  }

  /// No value: an empty cell in a table and in CSV, `null` in JSON.
  public static let null = TableCell("", kind: .null)
}

extension TableCell: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
