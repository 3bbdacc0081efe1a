// What help says that a function gives is what it gives when the examples run.
import Foundation
import SalesScript
import Testing

@Suite struct ReturnTypesTests {
  @Test func functionsGiveWhatHelpSays() throws {
    let run = try HelpRun.shared.get()
    let types = run.types
    let host = try World.host(nil, CapturedOutput())
    #expect(types.count > 300)
    for entry in host.help.entries {
      let given = types[entry.name] ?? []
      if ProcessInfo.processInfo.environment["TENON_PRINT_RETURNS"] != nil {
        print("RETURNS\t\(entry.name)\t\(entry.returns)\t\(given.sorted().joined(separator: ","))")
      }
      for type in given where !Self.fits(type, entry.returns, of: entry.name, host) {
        Issue.record("\(entry.name) gives \(type), help says '\(entry.returns)'")
      }
    }
  }

  /// An empty note says nothing; `?` admits nil, `[]` an empty table.
  private static func fits(
    _ type: String, _ stated: String, of name: String, _ host: ScriptHost
  ) -> Bool {
    if stated.isEmpty || stated == "any" { return true }
    return stated.split(separator: "|").contains { part in
      var part = String(part)
      if part.hasSuffix("?") {
        if type == "nil" { return true }
        part.removeLast()
      }
      part = part.replacingOccurrences(of: "integer", with: "number")
      if part.hasPrefix("fun") { part = "function" }
      let entities = host.catalog.entities
      switch part {
      case "self" where name.hasPrefix("query:"): return entities.contains { $0.name == type }
      case "self": return name.hasPrefix(type + ":")
      case "record": return entities.contains { $0.singular == type }
      case "record[]": return type == "table" || entities.contains { $0.singular + "[]" == type }
      default: break
      }
      return part == type || (part.hasSuffix("[]") && type == "table")
        || (part == "table" && (type == "table" || type.hasSuffix("[]")))
        || (part == "table[]" && type == "table[]") || (part == "function" && type == "any")
    }
  }
}
