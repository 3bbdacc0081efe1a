import Lua
import SalesKernel

/// The receivables policies of a host: packs by name, decoded once, and tables of a script's own.
final class ReceivablesPolicies {
  private unowned let host: ScriptHost

  init(_ host: ScriptHost) { self.host = host }

  /// The pack that holds where none is named.
  static let standing = "receivables"

  /// - Throws: `policy.unknown`, ``PolicyError``.
  func policy(_ value: Value?) throws -> ReceivablesPolicy {
    try host.library.policy(
      value, standing: Self.standing, over: Invoice.schema.entity, host: host
    ) { try ReceivablesPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host)) }
  }
}
