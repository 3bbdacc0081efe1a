import Foundation
import SalesKernel
import Testing

/// `docs/glossary.md` names every entity and field with both of its labels.
@Suite struct GlossaryTests {
  @Test func namesEveryFieldOfTheCatalogue() throws {
    let file = SampleFixture.repository.appending(path: "docs/glossary.md")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = Set(text.split(separator: "\n").map(String.init))
    var missing: [String] = []
    for entity in Catalog.sales.entities {
      if !lines.contains("## \(entity.name) \(entity.label.zh)") { missing.append(entity.name) }
      for field in entity.fields {
        let label = field.label
        let line = "| `\(field.name)` | \(label.en) | \(label.zh) | \(field.source ?? "") |"
        if !lines.contains(line) { missing.append("\(entity.name): \(line)") }
      }
    }
    #expect(missing == [], "write these into docs/glossary.md")
  }
}
