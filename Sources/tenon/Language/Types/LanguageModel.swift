/// The language as its types see it: entities of the catalog, and functions of the help registry.
///
/// ```
///   Catalog ───────┐ entities, fields, choices, references
///                  ├──▶ LanguageModel ──▶ completion · tenon check · docs/tenon.lua
///   HelpRegistry ──┘ functions, their parameters and what they give
/// ```
import SalesKernel
import SalesScript

final class LanguageModel {
  struct Method {
    let name: String
    /// Nil for the related records of a record, which have no help of their own.
    let entry: HelpEntry?
    /// In the notation of ``LuaTypeReader``.
    let returns: String
    let note: String
  }

  let catalog: Catalog
  let help: HelpRegistry
  let reader: LuaTypeReader
  /// Every name that a script finds, the standard library's among it.
  let globals: Set<String>
  /// Functions of modules, by module and name.
  private(set) var modules: [String: [String: HelpEntry]] = [:]
  /// Methods with help, by class (`query`, `money`, `frame`) and name.
  private(set) var classes: [String: [String: Method]] = [:]
  /// Methods of records, by entity and name.
  private(set) var recordMethods: [String: [String: Method]] = [:]
  private var signatures: [String: LuaSignature] = [:]

  init(host: ScriptHost) throws {
    catalog = host.catalog
    help = host.help
    globals = Set(host.state.names(in: try host.state.newEnvironment()))
    let singulars = catalog.entities.map { ($0.singular, $0.name) }
    let owners = Set(catalog.entities.map(\.singular))
    var classNames: Set<String> = LanguageModel.plainClasses
    for entry in help.entries {
      if let mark = entry.name.firstIndex(of: ":") {
        let owner = String(entry.name[..<mark])
        if !owners.contains(owner) { classNames.insert(owner) }
      }
    }
    reader = LuaTypeReader(
      records: Dictionary(singulars, uniquingKeysWith: { first, _ in first }),
      queries: Set(catalog.entities.map(\.name)), classes: classNames)
    readHelp(owners: Dictionary(singulars, uniquingKeysWith: { first, _ in first }))
    for entity in catalog.entities { addRecordMethods(of: entity, host) }
  }

  /// Classes without methods of their own.
  private static let plainClasses: Set<String> = ["results", "explanation", "report"]

  private func readHelp(owners: [String: String]) {
    for entry in help.entries {
      if let mark = entry.name.firstIndex(of: ":") {
        let owner = String(entry.name[..<mark])
        let name = String(entry.name[entry.name.index(after: mark)...])
        let method = Method(
          name: name, entry: entry, returns: entry.returns, note: entry.summary)
        if let entity = owners[owner] {
          recordMethods[entity, default: [:]][name] = method
        } else {
          classes[owner, default: [:]][name] = method
        }
      } else if let mark = entry.name.firstIndex(of: ".") {
        let name = String(entry.name[entry.name.index(after: mark)...])
        modules[String(entry.name[..<mark]), default: [:]][name] = entry
      }
    }
  }

  private func addRecordMethods(of entity: Entity, _ host: ScriptHost) {
    for name in host.recordMethods(of: entity) where !name.hasPrefix("__") {
      if recordMethods[entity.name]?[name] != nil { continue }
      let related = catalog.entity(named: name)
      let note =
        related.map { "\($0.label.en) of this \(entity.label.en.lowercased())." }
        ?? LanguageModel.ownMethods[name]?.note ?? ""
      recordMethods[entity.name, default: [:]][name] = Method(
        name: name, entry: nil,
        returns: related?.name ?? LanguageModel.ownMethods[name]?.returns ?? "", note: note)
    }
  }

  private static let ownMethods: [String: (returns: String, note: String)] = [
    "follow": ("", "The record that a field refers to, or nil."),
    "totable": ("table", "Every field and the id, as a table."),
  ]

  /// What a name of the language is; nil for one that nothing defines.
  func global(_ name: String) -> LuaType? {
    if catalog.entity(named: name) != nil { return .query(name) }
    if modules[name] != nil { return .module(name) }
    if help.entry(exactly: name) != nil { return .function(name) }
    return globals.contains(name) ? .unknown : nil
  }

  func entity(_ name: String?) -> Entity? { name.flatMap { catalog.entity(named: $0) } }

  func signature(of entry: HelpEntry) -> LuaSignature {
    if let known = signatures[entry.name] { return known }
    let signature = LuaSignature(entry.signature)
    signatures[entry.name] = signature
    return signature
  }

  /// Methods of a type; nil where they are not all known.
  func methods(of type: LuaType) -> [String: Method]? {
    if case .record(let entity) = type { return recordMethods[entity] ?? [:] }
    switch type {
    case .money, .date, .instant, .span: return scalarMethods
    default: return type.methods.flatMap { classes[$0] }
    }
  }

  /// Scalars share one set of methods.
  private var scalarMethods: [String: Method] {
    ["money", "date", "instant", "span"].reduce(into: [:]) { all, name in
      all.merge(classes[name] ?? [:]) { first, _ in first }
    }
  }

  /// What a field holds, as a script sees it.
  static func type(of field: Field) -> LuaType {
    switch field.type {
    case .bool: .bool
    case .integer, .number, .reference: .number
    case .text, .choice: .string
    case .money: .money
    case .day: .date
    case .instant: .instant
    }
  }
}
