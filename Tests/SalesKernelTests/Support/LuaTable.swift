// Reads the literal subset of Lua that policy packs are written in, so that the kernel's tests
// decode the packs themselves without the host: tables, strings, numbers, booleans, wan(…),
// yuan(…), days(…), hours(…), date"…", money"…".
import Foundation
import Values

@testable import SalesKernel

struct LuaTableError: Error { let message: String }

struct LuaTable {
  private let source: [UInt8]
  private var position = 0

  /// The table that `stdlib-lua/policy/<name>.lua` returns.
  static func policy(_ name: String) throws -> PolicyValue {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("stdlib-lua/policy/\(name).lua")
    return try parse(String(contentsOf: file, encoding: .utf8))
  }

  static func parse(_ text: String) throws -> PolicyValue {
    var reader = LuaTable(source: Array(text.utf8))
    reader.skip()
    if reader.word(peek: true) == "return" { _ = reader.word() }
    return try reader.value()
  }

  private init(source: [UInt8]) { self.source = source }

  private var next: UInt8? { position < source.count ? source[position] : nil }

  private mutating func skip() {
    while let byte = next {
      if byte == 32 || (9...13).contains(byte) {
        position += 1
      } else if byte == 45, position + 1 < source.count, source[position + 1] == 45 {
        while let byte = next, byte != 10 { _ = byte; position += 1 }
      } else {
        return
      }
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    skip()
    guard let byte = next, byte == character.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func word(peek: Bool = false) -> String {
    let start = position
    while let byte = next, byte == 95 || (48...57).contains(byte) || (65...90).contains(byte & 0xDF)
    {
      position += 1
    }
    let text = String(decoding: source[start..<position], as: UTF8.self)
    if peek { position = start }
    return text
  }

  private mutating func value() throws -> PolicyValue {
    skip()
    guard let byte = next else { throw LuaTableError(message: "ends early") }
    if byte == 123 { return try table() }
    if byte == 34 { return .text(try string()) }
    if byte == 45 || (48...57).contains(byte) { return try number() }
    let name = word()
    switch name {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "nil": return .null
    default: return try call(name)
    }
  }

  private mutating func call(_ name: String) throws -> PolicyValue {
    skip()
    if next == 34 {
      let text = try string()
      switch name {
      case "date": return .day(try Day(parsing: text))
      case "span": return .span(try Span(parsing: text))
      case "money": return .money(try Money(parsing: text))
      default: throw LuaTableError(message: "unknown \(name)")
      }
    }
    guard take("("), case .integer(let count) = try value(), take(")") else {
      throw LuaTableError(message: "\(name) at byte \(position)")
    }
    switch name {
    case "yuan": return .money(try .yuan(count))
    case "wan": return .money(try .yuan(count * 10_000))
    case "days": return .span(try .days(count))
    case "hours": return .span(try .hours(count))
    default: throw LuaTableError(message: "unknown \(name)")
    }
  }

  private mutating func string() throws -> String {
    position += 1
    let start = position
    while let byte = next, byte != 34 { _ = byte; position += 1 }
    defer { position += 1 }
    return String(decoding: source[start..<position], as: UTF8.self)
  }

  private mutating func number() throws -> PolicyValue {
    let start = position
    while let byte = next, byte == 45 || byte == 46 || (48...57).contains(byte) { position += 1 }
    let text = String(decoding: source[start..<position], as: UTF8.self)
    if let integer = Int64(text) { return .integer(integer) }
    guard let double = Double(text) else { throw LuaTableError(message: "number \(text)") }
    return .number(double)
  }

  private mutating func table() throws -> PolicyValue {
    position += 1
    var list: [PolicyValue] = []
    var entries: [String: PolicyValue] = [:]
    while !take("}") {
      let start = position
      if take("[") {
        skip()
        let key = try string()
        guard take("]"), take("=") else { throw LuaTableError(message: "key at \(position)") }
        entries[key] = try value()
      } else {
        let key = word()
        if !key.isEmpty, Int64(key) == nil, take("=") {
          entries[key] = try value()
        } else {
          position = start
          list.append(try value())
        }
      }
      _ = take(",")
    }
    return entries.isEmpty ? .list(list) : .table(entries)
  }
}
