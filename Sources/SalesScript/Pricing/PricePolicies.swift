import Lua
import SalesKernel

/// The price policies of a host: packs by name, decoded once, and tables of a script's own.
final class PricePolicies {
  private unowned let host: ScriptHost

  init(_ host: ScriptHost) { self.host = host }

  /// The pack that prices where none is named.
  static let standing = "pricing"

  /// - Throws: `policy.unknown`, ``PolicyError``.
  func policy(_ value: Value?) throws -> PricePolicy {
    try host.library.policy(
      value, standing: Self.standing, over: PriceLine.schema.entity, host: host
    ) { try PricePolicy(decoding: $0, compiler: LuaRuleCompiler(host: host)) }
  }
}
