import Lua
import SalesKernel

/// The price policies of a host: packs by name, decoded once, and tables of a script's own.
final class PricePolicies {
  private unowned let host: ScriptHost
  private var kept: [String: PricePolicy] = [:]

  init(_ host: ScriptHost) { self.host = host }

  /// The pack that prices where none is named.
  static let standing = "pricing"

  /// - Throws: `policy.unknown`, ``PolicyError``.
  func policy(_ value: Value?) throws -> PricePolicy {
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
        remedy: "as \"pricing\", or pricing.policy(\"pricing\") with your changes")
    }
  }

  private func decode(_ value: Value) throws -> PricePolicy {
    try PricePolicy(
      decoding: try PolicyCoding.value(value, host: host, entity: PriceLine.schema.entity),
      compiler: LuaRuleCompiler(host: host))
  }
}
