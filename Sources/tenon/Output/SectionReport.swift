/// Several titled tables as one piece of output.
import Lua
import SalesScript
import Terminal

struct SectionReport {
  private(set) var sections: [(title: String, table: ResultTable)] = []

  mutating func add(_ title: String, _ table: ResultTable) { sections.append((title, table)) }

  /// Titles above tables; in JSON one object with a list of rows a title.
  func text(_ output: TerminalOutput, format: OutputFormat?) -> String {
    switch format ?? .table {
    case .json, .jsonl:
      let members = sections.map { section in
        let rows = OutputFormat.jsonl.render(output.data(section.table)).split(separator: "\n")
        return "\(JSONText.string(section.title)): [\(rows.joined(separator: ", "))]"
      }
      return "{\(members.joined(separator: ", "))}\n"
    case .markdown:
      return sections.map {
        "## \(output.title($0.title))\n\n\(OutputFormat.markdown.render(output.data($0.table)))"
      }.joined(separator: "\n")
    case .csv, .tsv:
      return sections.map { "\($0.title)\n\(output.render($0.table))" }.joined(separator: "\n")
    case .html:
      return sections.map { "<h2>\(output.title($0.title))</h2>\n\(output.render($0.table))" }
        .joined()
    case .lua:
      let members = sections.map { section in
        let rows = OutputFormat.lua.render(output.data(section.table)).dropFirst("return ".count)
        return "  [\(JSONText.string(section.title))] = \(rows.dropLast()),\n"
      }
      return "return {\n\(members.joined())}\n"
    case .table:
      return sections.map { "\(output.title($0.title))\n\(output.render($0.table))" }
        .joined(separator: "\n")
    }
  }
}
