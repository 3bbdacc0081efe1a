import Lua
import SalesKernel
import SalesStore

/// The key figures that there are: those of the packs, and those that scripts defined.
final class KPILibrary {
  private var definitions: [String: KPIDefinition] = [:]
  private var isRead = false

  /// Names of all, sorted.
  func names(_ host: ScriptHost) throws -> [String] {
    try read(host)
    return definitions.keys.sorted()
  }

  /// - Throws: `kpi.unknown`, with the nearest name.
  func definition(_ name: String, _ host: ScriptHost) throws -> KPIDefinition {
    try read(host)
    if let definition = definitions[name] { return definition }
    throw ArgumentError(
      "there is no key figure '\(name)'", code: "kpi.unknown",
      remedy: Suggestion.closest(to: name, among: definitions.keys.sorted()).map {
        "did you mean '\($0)'?"
      } ?? "kpi.names() lists them")
  }

  /// - Throws: `kpi.duplicate` where there is one of the name and nothing says that it goes.
  func add(_ definition: KPIDefinition, replacing: Bool, _ host: ScriptHost) throws {
    try read(host)
    if let known = definitions[definition.name], !replacing {
      throw ArgumentError(
        "there is a key figure '\(definition.name)' already\(known.pack.map { ", in the pack \($0)" } ?? "")",
        code: "kpi.duplicate", remedy: "give another name, or replace = true")
    }
    definitions[definition.name] = definition
  }

  /// The packs in `stdlib-lua/kpi`, once.
  private func read(_ host: ScriptHost) throws {
    if isRead { return }
    isRead = true
    do {
      let policy = try EnginePolicies(host).kpis()
      for pack in Stdlib.names(in: "kpi") { try read(pack, policy, host) }
    } catch {
      isRead = false
      definitions = [:]
      throw error
    }
  }

  private func read(_ pack: String, _ policy: KPIPolicy, _ host: ScriptHost) throws {
    guard let source = Stdlib.source("kpi/\(pack).lua") else { return }
    let environment = try host.state.newEnvironment()
    let chunk = try host.state.load(source, name: "@tenon:kpi/\(pack).lua", in: environment)
    guard case .table(let table)? = try host.state.call(chunk).first else {
      throw ArgumentError("the pack \(pack) returns no list", code: "kpi.definition")
    }
    for value in table.list {
      guard case .table(let entry) = value else {
        throw ArgumentError("the pack \(pack) holds what is no definition", code: "kpi.definition")
      }
      let definition = try KPIDefinition(entry, pack: pack, policy: policy, host: host)
      guard definitions[definition.name] == nil else {
        throw ArgumentError(
          "the packs define '\(definition.name)' twice", code: "kpi.duplicate")
      }
      definitions[definition.name] = definition
    }
  }
}
