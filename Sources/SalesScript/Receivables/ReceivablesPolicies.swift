import Lua
import SalesKernel

/// The receivables policies of a host: packs by name, decoded once, and tables of a script's own.
final class ReceivablesPolicies {
  private unowned let host: ScriptHost
  private var kept: [String: ReceivablesPolicy] = [:]

  init(_ host: ScriptHost) { self.host = host }

  /// The pack that holds where none is named.
  static let standing = "receivables"

  /// - Throws: `policy.unknown`, ``PolicyError``.
  func policy(_ value: Value?) throws -> ReceivablesPolicy {
    switch value ?? .string(Self.standing) {
    case .string(let name):
      if let policy = kept[name] { return policy }
      let policy = try decode(try host.library.table(name, host: host))
      kept[name] = policy
      return policy
    case .table(let table): return try decode(.table(table))
    case let other:
      throw ArgumentError(
        "policy: expected a name or a table, got \(other.typeName)",
        remedy: "as \"receivables\", or receivables.policy() with your changes")
    }
  }

  private func decode(_ value: Value) throws -> ReceivablesPolicy {
    try ReceivablesPolicy(
      decoding: try PolicyCoding.value(value, host: host, entity: Invoice.schema.entity),
      compiler: LuaRuleCompiler(host: host))
  }
}
