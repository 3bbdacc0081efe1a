import Lua
import SalesKernel
import Values

/// Policies as tables: the packs that ship in `stdlib-lua/policy`, read in an environment of their own.
final class PolicyLibrary {
  private var tables: [String: Value] = [:]
  /// Packs as their engines decoded them.
  private var decoded: [String: Any] = [:]
  /// Another number whenever a table takes the place of another; the same after it was put back.
  private(set) var revision = 0
  private var revisions = 0

  static var names: [String] { Stdlib.names(in: "policy") }

  /// The table that a pack's file returns; a fresh copy each time, so that a script may change it.
  /// - Throws: `policy.unknown`, with the nearest name.
  func table(_ name: String, host: ScriptHost) throws -> Value {
    if let table = tables[name] { return table }
    guard let source = Stdlib.source("policy/\(name).lua") else {
      let near = Suggestion.closest(to: name, among: Self.names)
      throw ArgumentError(
        "there is no policy '\(name)'", code: "policy.unknown",
        remedy: near.map { "did you mean '\($0)'?" }
          ?? "there are \(Self.names.joined(separator: ", "))")
    }
    let environment = try host.state.newEnvironment()
    let chunk = try host.state.load(source, name: "@tenon:policy/\(name).lua", in: environment)
    let table = try host.state.call(chunk).first ?? .nil
    tables[name] = table
    return table
  }

  /// Lets a table stand in the place of a pack, for the rest of this host's life.
  /// - Throws: `policy.unknown` for a pack that does not ship.
  func use(_ name: String, _ table: Value, host: ScriptHost) throws {
    _ = try self.table(name, host: host)
    tables[name] = table
    decoded = [:]
    revisions += 1
    revision = revisions
    host.keptPriceRecords = nil
  }

  /// Lets a table stand as a pack of its own, for the rest of this host's life.
  func add(_ name: String, _ table: Value, host: ScriptHost) {
    tables[name] = table
    decoded = [:]
    revisions += 1
    revision = revisions
    host.keptPriceRecords = nil
  }

  /// The tables that stand, to be put back by ``restore(_:host:)``.
  struct Standing {
    fileprivate let tables: [String: Value]
    fileprivate let decoded: [String: Any]
    fileprivate let revision: Int
  }

  var standing: Standing { Standing(tables: tables, decoded: decoded, revision: revision) }

  func restore(_ standing: Standing, host: ScriptHost) {
    (tables, decoded, revision) = (standing.tables, standing.decoded, standing.revision)
    host.keptPriceRecords = nil
  }

  /// The names of packs that open so, those that scripts brought too; sorted.
  func names(opening prefix: String) -> [String] {
    Set(Self.names + tables.keys).filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// A policy by the name of a pack, which is decoded once, or from a table of a script's own.
  ///
  /// - Parameters:
  ///   - standing: The pack that holds where nothing is named.
  ///   - entity: What functions in the table are rules over.
  /// - Throws: `policy.unknown`, `script.argument`, and what `decode` throws.
  func policy<Policy>(
    _ value: Value?, standing: String, over entity: Entity = Customer.schema.entity,
    host: ScriptHost, _ decode: (PolicyValue) throws -> Policy
  ) throws -> Policy {
    switch value ?? .string(standing) {
    case .string(let name):
      let key = "\(Policy.self) \(name)"
      if let policy = decoded[key] as? Policy { return policy }
      let policy = try decode(
        PolicyCoding.value(try table(name, host: host), host: host, entity: entity))
      decoded[key] = policy
      return policy
    case .table(let table):
      return try decode(PolicyCoding.value(.table(table), host: host, entity: entity))
    case let other:
      throw ArgumentError(
        "policy: expected a name or a table, got \(other.typeName)",
        remedy: "as \"\(standing)\", or the table of that policy with your changes")
    }
  }

  /// A tiering policy from a name or a table.
  func tiering(_ value: Value, host: ScriptHost) throws -> TieringPolicy {
    let entity = Customer.schema.entity
    return try policy(value, standing: "fastener", host: host) {
      try TieringPolicy(decoding: $0, entity: entity, compiler: LuaRuleCompiler(host: host))
    }
  }
}

/// Script values as policy values: functions become rules over the policy's entity.
enum PolicyCoding {
  static func value(_ value: Value, host: ScriptHost, entity: Entity) throws -> PolicyValue {
    switch value {
    case .nil, .other: return .null
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .string(let value): return .text(value)
    case .function:
      return .rule(try LuaRuleCompiler(host: host).rule(value, entity: entity, what: "rule"))
    case .scalar(let scalar):
      switch try TypedScalar(scalar) {
      case .money(let money): return .money(money)
      case .day(let day): return .day(day)
      case .span(let span): return .span(span)
      case .instant: throw ArgumentError("a policy holds no instants", code: "policy.type")
      }
    case .table(let table):
      if table.fields.isEmpty, !table.list.isEmpty {
        return .list(try table.list.map { try Self.value($0, host: host, entity: entity) })
      }
      guard table.list.isEmpty, table.others.isEmpty else {
        throw ArgumentError(
          "a policy's table is a list or has names, not both", code: "policy.type")
      }
      return .table(
        Dictionary(
          try table.fields.map { ($0.key, try Self.value($0.value, host: host, entity: entity)) },
          uniquingKeysWith: { $1 }))
    case .object, .record:
      throw ArgumentError("a policy holds no records or queries", code: "policy.type")
    }
  }
}
