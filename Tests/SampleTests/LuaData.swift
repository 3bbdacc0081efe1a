import SalesKernel
import Values

/// Reads the data part of Lua (tables, texts, numbers, `..`, one-argument calls), so that these tests can
/// check the shipped profile without an interpreter.
struct LuaData {
  struct Failure: Error {
    let line: Int
    let wanted: String
  }

  private let bytes: [UInt8]
  private var at = 0

  /// The value that a file `return`s.
  static func read(_ text: String) throws -> PolicyValue {
    var reader = LuaData(bytes: Array(text.utf8))
    guard try reader.word() == "return" else { throw reader.failure("return") }
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.at == reader.bytes.count else { throw reader.failure("the end") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value() throws -> PolicyValue {
    switch peek() {
    case UInt8(ascii: "{"): return try table()
    case UInt8(ascii: "\""): return .text(try text())
    case let byte? where (48...57).contains(byte) || byte == 45: return number(try digits())
    default: return try named(try word())
    }
  }

  private func number(_ digits: String) -> PolicyValue {
    Int64(digits).map(PolicyValue.integer) ?? .number(Double(digits) ?? .nan)
  }

  private mutating func named(_ word: String) throws -> PolicyValue {
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "nil": return .null
    case "money": return .money(try Money(parsing: try text()))
    case "date": return .day(try Day(parsing: try text()))
    case "yuan": return .money(try Money(parsing: try argument()))
    case "wan": return .money(try Money(parsing: try argument()).times(10_000))
    case "days": return .span(try .days(Int64(try argument()) ?? 0))
    case "hours": return .span(try .hours(Int64(try argument()) ?? 0))
    default: throw failure("a value, not \(word)")
    }
  }

  private mutating func argument() throws -> String {
    try expect("(")
    _ = peek()
    let digits = try digits()
    try expect(")")
    return digits
  }

  private mutating func table() throws -> PolicyValue {
    try expect("{")
    var list: [PolicyValue] = []
    var entries: [String: PolicyValue] = [:]
    while peek() != UInt8(ascii: "}") {
      if let key = key() { entries[key] = try value() } else { list.append(try value()) }
      if peek() == UInt8(ascii: ",") { at += 1 }
    }
    try expect("}")
    return entries.isEmpty ? .list(list) : .table(entries)
  }

  /// The name before a `=`, or nothing, and then nothing is read.
  private mutating func key() -> String? {
    let start = at
    if let name = try? word(), peek() == UInt8(ascii: "=") {
      at += 1
      return name
    }
    at = start
    return nil
  }

  private mutating func text() throws -> String {
    try expect("\"")
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "\"")) else {
      throw failure("a quote")
    }
    var text = String(decoding: bytes[at..<end], as: UTF8.self)
    at = end + 1
    if peek() == UInt8(ascii: "."), bytes.dropFirst(at + 1).first == UInt8(ascii: ".") {
      at += 2
      _ = peek()
      text += try self.text()
    }
    return text
  }

  private mutating func digits() throws -> String {
    taking { (48...57).contains($0) || $0 == 45 || $0 == 46 }
  }

  private mutating func word() throws -> String {
    skipBlanks()
    let word = taking { (97...122).contains($0 | 32) || $0 == 95 || (48...57).contains($0) }
    guard !word.isEmpty else { throw failure("a word") }
    return word
  }

  private mutating func taking(_ isIn: (UInt8) -> Bool) -> String {
    let run = bytes[at...].prefix(while: isIn)
    at += run.count
    return String(decoding: run, as: UTF8.self)
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws {
    guard peek() == UInt8(ascii: sign) else { throw failure(String(sign)) }
    at += 1
  }

  private mutating func peek() -> UInt8? {
    skipBlanks()
    return at < bytes.count ? bytes[at] : nil
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      if bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 {
        at += 1
      } else if bytes[at...].starts(with: [45, 45]) {
        at = bytes[at...].firstIndex(of: 10) ?? bytes.count
      } else {
        return
      }
    }
  }

  private func failure(_ wanted: String) -> Failure {
    Failure(line: bytes[..<at].count { $0 == 10 } + 1, wanted: wanted)
  }
}
