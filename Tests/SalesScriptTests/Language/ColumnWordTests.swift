// Every column of the tables that the examples of help give has a Chinese word.
import Lua
import SalesKernel
@testable import SalesScript
import Testing

@Suite struct ColumnWordTests {
  @Test func everyColumnOfTheExamplesHasAWord() throws {
    let world = try World()
    defer { world.remove() }
    let lexicon = try #require(Lexicon(.zh))
    var seen: [String: String] = [:]
    for entry in world.host.help.entries {
      for source in ColumnWordTests.variants(of: entry.example) {
        guard let outcome = try? world.run(source, mode: .plan) else { continue }
        let before = seen.count
        var found = false
        for value in outcome.values {
          if case .object(let object) = value {
            found = found || object is ResultTable || object is ReportObject
          }
          collect(value, entry.name, &seen, depth: 0)
        }
        if found || seen.count > before { break }
      }
    }
    #expect(seen.count > 300, "the examples gave only \(seen.count) columns")
    let without = seen.filter { name, _ in
      lexicon.column(name) == nil && !name.allSatisfy { !$0.isASCII || $0.isNumber }
        && !ColumnWordTests.isData(name)
    }
    let list = without.map { "\($0.key) (\($0.value))" }.sorted()
    #expect(without.isEmpty, "\(without.count) of \(seen.count): \(list.joined(separator: ", "))")
  }

  /// Columns named by what is in them: periods, cohorts' ages, buckets, levels, values of a field.
  private static func isData(_ name: String) -> Bool {
    name.contains { $0.isNumber } || name.count == 1
  }

  private func collect(
    _ value: Value, _ name: String, _ seen: inout [String: String], depth: Int
  ) {
    guard depth < 6 else { return }
    switch value {
    case .object(let table as ResultTable):
      for column in table.columns where column.label == nil { seen[column.name] = name }
      for cell in table.rows.prefix(1).joined() { collect(cell, name, &seen, depth: depth + 1) }
    case .object(let report as ReportObject):
      for part in report.parts {
        seen[part.name] = name
        collect(part.value, name, &seen, depth: depth + 1)
      }
    case .table(let table):
      for inner in table.list.prefix(1) + table.fields.map(\.value) {
        collect(inner, name, &seen, depth: depth + 1)
      }
    default: break
    }
  }

  /// What the example returns, the whole before what is asked of it: of `return #x.y{}.z > 0` first `return x`, then
  /// `return x.y`, `return x.y{}`; the example itself comes last.
  private static func variants(of example: String) -> [String] {
    guard let range = example.range(of: "return ", options: .backwards) else { return [example] }
    let head = String(example[..<range.upperBound])
    let expression = example[range.upperBound...].drop { $0 == "#" }
    var sources: [String] = []
    var depth = 0
    for index in expression.indices {
      if depth == 0, ".:[".contains(expression[index]) {
        sources.append(head + expression[..<index])
      }
      if "([{".contains(expression[index]) { depth += 1 }
      guard ")]}".contains(expression[index]) else { continue }
      depth -= 1
      if depth == 0 { sources.append(head + expression[...index]) }
    }
    return sources + [example]
  }
}
