/// The types for the Lua language server: not stale, Lua, and each line of the server's own grammar.
import Foundation
import SalesScript
import SalesTesting
import Testing
import Values

@testable import TenonCommand

@Suite struct AnnotationsTests {
  private static let written: String = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "docs/tenon.lua"), encoding: .utf8)) ?? ""
  }()

  private func host() throws -> ScriptHost {
    let streams = Streams(try OutputOptions.parse([]), isSilent: true)
    return try ScriptHost(
      store: nil, options: .init(clock: try Instant(parsing: "2026-06-30T09:00:00+08:00")),
      output: TerminalOutput(streams))
  }

  @Test func theFileIsNotStale() throws {
    let now = LuaAnnotations.text(try LanguageModel(host: try host()))
    #expect(now == Self.written, "run `tenon help --annotations > docs/tenon.lua` and commit it")
  }

  @Test func theFileIsLua() throws {
    let host = try host()
    _ = try host.state.load(
      Self.written, name: "@docs/tenon.lua", in: try host.state.newEnvironment())
    #expect(Self.written.hasPrefix("---@meta"))
  }

  /// A type: names with dots and arguments, literals, functions, unions, `[]` and `?`.
  private struct TypeGrammar {
    private var rest: Substring
    private let known: Set<String>
    private(set) var unknown: [String] = []

    init(_ text: Substring, _ known: Set<String>) {
      rest = text
      self.known = known
    }

    /// What stands behind the type; nil where none is written right.
    mutating func take() -> Substring? { union() ? rest : nil }

    private mutating func accept(_ text: String) -> Bool {
      guard rest.hasPrefix(text) else { return false }
      rest = rest.dropFirst(text.count)
      return true
    }

    private mutating func union() -> Bool {
      repeat { guard one() else { return false } } while accept("|")
      return true
    }

    private mutating func one() -> Bool {
      if rest.hasPrefix("\"") {
        guard let end = rest.dropFirst().firstIndex(of: "\"") else { return false }
        rest = rest[rest.index(after: end)...]
      } else if accept("fun(") {
        guard parameters() else { return false }
        if accept(": "), !union() { return false }
      } else {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        guard !name.isEmpty else { return false }
        if !known.contains(String(name)) { unknown.append(String(name)) }
        rest = rest.dropFirst(name.count)
        if accept("<") {
          guard union(), accept(", "), union(), accept(">") else { return false }
        }
      }
      while accept("[]") {}
      _ = accept("?")
      return true
    }

    private mutating func parameters() -> Bool {
      if accept(")") { return true }
      repeat {
        if !accept("...") {
          let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
          guard !name.isEmpty else { return false }
          rest = rest.dropFirst(name.count)
          _ = accept("?")
        }
        guard accept(": "), union() else { return false }
      } while accept(", ")
      return accept(")")
    }
  }

  @Test func everyAnnotationIsWellFormed() throws {
    let lines = Self.written.split(separator: "\n").filter { $0.hasPrefix("---@") }
    var known: Set = [
      "nil", "boolean", "number", "integer", "string", "table", "function", "any", "self",
    ]
    for line in lines {
      let words = line.split(separator: " ")
      if ["---@class", "---@alias"].contains(words[0]) {
        known.insert(words[1].trimmingCharacters(in: [":"]))
      }
    }
    var counts: [Substring: Int] = [:]
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      counts[words[0], default: 0] += 1
      var text: Substring
      switch words[0] {
      case "---@meta", "---@class": continue
      case "---@operator":
        let parts = line.dropFirst("---@operator ".count).split(separator: ": ", maxSplits: 1)
        #expect(parts.count == 2, "\(line)")
        text = parts.last ?? ""
      case "---@return": text = line.dropFirst("---@return ".count)
      case "---@param", "---@field", "---@alias": text = words.count > 2 ? words[2] : ""
      default:
        Issue.record("unknown annotation: \(line)")
        continue
      }
      var grammar = TypeGrammar(text, known)
      let rest = grammar.take()
      #expect(rest != nil && (rest == "" || rest?.first == " "), "\(line)")
      #expect(grammar.unknown == [], "\(line)")
    }
    #expect((counts["---@class"] ?? 0) > 150)
    #expect((counts["---@field"] ?? 0) > 1000)
    #expect((counts["---@return"] ?? 0) > 400)
  }

  @Test func typesThatEditorsNeed() {
    for line in [
      "---@operator add(money): money", "---@class customers: query",
      "---@field first fun(self: customers): customer?", "---@field annual_purchase? money ",
      "---@alias customer.stage \"acquire\"|\"activate\"|\"retain\"|\"convert\"|\"refer\"",
      "function customer_record:orders() end", "function tiering.apply(options) end",
      "---@class service.open.options", "---@param n number\n---@return money\nfunction wan(n) end",
    ] {
      #expect(Self.written.contains(line), "\(line)")
    }
  }
}
