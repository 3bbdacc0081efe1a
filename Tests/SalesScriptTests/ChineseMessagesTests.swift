// The Chinese templates of messages: whole in themselves, and there for what errors really say.
import Foundation
import Lua
import SalesScript
import Testing

@Suite struct ChineseMessagesTests {
  /// Templates by code, as the file of the language has them; under "" those of many codes.
  private static func templates(_ world: World) throws -> [String: [Template]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "stdlib-lua/lang/zh/messages.lua")
    let source = try String(contentsOf: file, encoding: .utf8)
    guard case .table(let table)? = try world.run(source, mode: .plan).values.first else {
      return [:]
    }
    return Dictionary(
      uniqueKeysWithValues: table.fields.map { code, value in
        guard case .table(let templates) = value else { return (code, []) }
        return (
          code,
          templates.fields.map { english, chinese in
            if case .string(let text) = chinese { return Template(english, text) }
            return Template(english, "")
          }
        )
      })
  }

  @Test func everyTemplateIsWhole() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let templates = try Self.templates(world)
    #expect(templates.values.map(\.count).reduce(0, +) > 2000)
    for (code, list) in templates {
      for template in list {
        let (english, chinese) = (
          template.places(template.english), template.places(template.chinese)
        )
        #expect(!template.chinese.isEmpty, "\(code): \(template.english)")
        #expect(english == chinese, "\(code): \(template.english) = \(template.chinese)")
      }
    }
  }

  /// Every example of the catalogue says something that a template of its code, or of all codes, covers.
  @Test func whatErrorsSayHasATemplate() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let templates = try Self.templates(world)
    for facts in try ErrorRun.shared.get().outcomes.compactMap(\.facts) {
      let known = (templates[facts.code] ?? []) + (templates[""] ?? [])
      for text in [facts.message, facts.remedy] where !text.isEmpty {
        #expect(known.contains { $0.covers(text) }, "\(facts.code): \(text)")
      }
    }
  }
}

private struct Template {
  let english: String
  let chinese: String
  private let expression: NSRegularExpression?

  init(_ english: String, _ chinese: String) {
    (self.english, self.chinese) = (english, chinese)
    let pattern = NSRegularExpression.escapedPattern(for: english)
      .replacingOccurrences(of: "%[1-9]", with: "[\\\\s\\\\S]*?", options: .regularExpression)
    expression = try? NSRegularExpression(pattern: "^\(pattern)$")
  }

  func covers(_ text: String) -> Bool {
    expression?.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }

  /// The numbers of `%1` … `%9` in a text.
  func places(_ text: String) -> Set<Character> {
    Set(
      text.split(separator: "%").dropFirst(text.hasPrefix("%") ? 0 : 1).compactMap { part in
        part.first.flatMap { ("1"..."9").contains($0) ? $0 : nil }
      })
  }
}
