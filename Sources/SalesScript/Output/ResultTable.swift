import Lua
import SalesKernel
import Values

/// A table of results: what grouping, mixes and reports give. Scripts index it, take its length, and print it.
public final class ResultTable {
  public struct Column: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case text, number, bool }
    public let name: String
    public let kind: Kind
    /// What people read where a row has no value.
    public let empty: String
    /// What people call it, of a column that is a field.
    public let label: Label?
    /// The field that it is, as `orders.status`; the name where it is none.
    public let place: String
    /// Whether its texts are words of a closed list.
    public let isChoice: Bool
    /// Whether all its values are amounts of money.
    public let isMoney: Bool

    public init(_ name: String, _ kind: Kind = .text, empty: String = "") {
      self.name = name
      self.kind = kind
      self.empty = empty
      (label, place, isChoice, isMoney) = (nil, name, false, false)
    }

    /// - Parameter entity: Whose field it is; nil for a column that only holds values like one.
    public init(_ field: Field, of entity: Entity?) {
      (name, empty) = (field.name, "")
      label = entity == nil ? nil : field.label
      place = entity.map { "\($0.name).\(field.name)" } ?? field.name
      isMoney = field.type == .money
      if case .choice = field.type { isChoice = true } else { isChoice = false }
      switch field.type {
      case .integer, .number, .money, .reference: self.kind = .number
      case .bool: self.kind = .bool
      default: self.kind = .text
      }
    }
  }

  public let columns: [Column]
  public let rows: [[Value]]
  /// Rows that there are but that are not here.
  public let omitted: Int

  public init(columns: [Column], rows: [[Value]], omitted: Int = 0) {
    self.columns = columns
    self.rows = rows
    self.omitted = omitted
  }

  /// A row as a script sees it.
  func row(_ index: Int) -> Value {
    .table(Table(fields: zip(columns, rows[index]).map { ($0.name, $1) }))
  }
}

extension Value {
  /// As it stands in a cell or in `print`: no quotes, no type.
  public var plain: String {
    switch self {
    case .nil: ""
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .number(let value): NumberText.of(value)
    case .string(let value): value
    case .scalar(let scalar): (try? TypedScalar(scalar).text) ?? "out of range"
    default: literal
    }
  }

  /// As a script would write it, where there is such a form.
  public var literal: String {
    switch self {
    case .nil: "nil"
    case .integer(.min): "math.mininteger"
    case .number(let value): NumberText.literal(value)
    case .string(let value): LuaText.quoted(value)
    case .scalar(let scalar): (try? TypedScalar(scalar).literal) ?? "out of range"
    case .table(let table): table.literal
    case .function: "function"
    case .object(let object): "\(type(of: object))"
    case .record(let record): "record \(record.row)"
    case .other: "thread"
    default: plain
    }
  }
}

extension Table {
  var literal: String {
    let pairs =
      list.map(\.literal)
      + fields.map {
        "\(LuaText.isName($0.key) ? $0.key : "[\(LuaText.quoted($0.key))]") = \($0.value.literal)"
      }
      + others.map { "[\($0.key.literal)] = \($0.value.literal)" }
    return "{\(pairs.joined(separator: ", "))}"
  }
}

/// Numbers as Lua prints them.
enum NumberText {
  static func of(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    return "\(number)"
  }

  /// As Lua source.
  static func literal(_ number: Double) -> String {
    if number.isNaN { return "(0/0)" }
    if number.isInfinite { return number < 0 ? "-math.huge" : "math.huge" }
    return "\(number)"
  }
}

/// Texts as Lua source.
public enum LuaText {
  public static func quoted(_ text: String) -> String {
    EscapedText.quoted(text) { "\\u{\(String($0, radix: 16))}" }
  }

  static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !keywords.contains(text) else { return false }
    return isNameStart(first) && text.utf8.allSatisfy { isNameStart($0) || isDigit($0) }
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
