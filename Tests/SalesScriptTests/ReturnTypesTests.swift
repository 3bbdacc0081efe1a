// What help says that a function gives is what it gives when the examples run.
import Foundation
import SalesScript
import SalesStore
import Synchronization
import Testing
import Values

@Suite struct ReturnTypesTests {
  private final class Seen: Sendable {
    let types = Mutex<[String: Set<String>]>([:])
  }

  @Test func functionsGiveWhatHelpSays() throws {
    let world = try World()
    defer { world.remove() }
    let seen = Seen()
    var options = ScriptHost.Options(
      clock: try Instant(parsing: "2026-06-30T09:00:00"), seed: 7, actor: "tester")
    options.onReturn = { name, type in
      seen.types.withLock { _ = $0[name, default: []].insert(type) }
    }
    let host = try ScriptHost(store: world.store, options: options, output: CapturedOutput())
    for entry in host.help.entries {
      _ = try? host.run(entry.example, name: "@test.lua", mode: .plan, kind: .script)
    }
    let types = seen.types.withLock { $0 }
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
