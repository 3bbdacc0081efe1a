import Lua
import SalesKernel

/// The policies of the engines beside tiering, each decoded at its first use and kept.
final class EnginePolicies {
  private unowned let host: ScriptHost
  private var kept: [String: Any] = [:]

  init(_ host: ScriptHost) { self.host = host }

  /// - Throws: ``PolicyError``.
  private func policy<Policy>(
    _ name: String, _ decode: (PolicyValue) throws -> Policy
  ) throws -> Policy {
    if let policy = kept[name] as? Policy { return policy }
    let policy = try decode(try host.library.value(name, host: host))
    kept[name] = policy
    return policy
  }

  func purchases() throws -> PurchasePolicy {
    try policy("purchases") { try PurchasePolicy(decoding: $0) }
  }
  func churn() throws -> ChurnPolicy { try policy("churn") { try ChurnPolicy(decoding: $0) } }
  func lifecycle() throws -> Lifecycle {
    try policy("lifecycle") {
      try Lifecycle(
        decoding: $0, entity: Customer.schema.entity, compiler: LuaRuleCompiler(host: host))
    }
  }
  func mixes() throws -> MixPolicy { try policy("mix") { try MixPolicy(decoding: $0) } }
  func quality() throws -> QualityPolicy {
    try policy("quality") { try QualityPolicy(decoding: $0, entity: Customer.schema.entity) }
  }
  func service() throws -> ServicePolicy {
    try policy("service") { try ServicePolicy(decoding: $0) }
  }
  func strategy() throws -> StrategyPolicy {
    try policy("strategy") { try StrategyPolicy(decoding: $0) }
  }
  func decisions() throws -> DecisionPolicy {
    try policy("decisions") { try DecisionPolicy(decoding: $0) }
  }
  func agreements() throws -> AgreementPolicy {
    try policy("agreements") { try AgreementPolicy(decoding: $0) }
  }
  func quotes() throws -> QuotePolicy { try policy("quotes") { try QuotePolicy(decoding: $0) } }
  func approvals(_ name: String?) throws -> ApprovalPolicy {
    let name = name ?? "approvals"
    if let policy = kept[name] as? ApprovalPolicy { return policy }
    let table = try host.library.table(name, host: host)
    let policy = try ApprovalPolicy(
      decoding: try PolicyCoding.value(table, host: host, entity: ApprovalCase.schema.entity),
      compiler: LuaRuleCompiler(host: host))
    kept[name] = policy
    return policy
  }
  /// Of contracts; by name, or a table of a script's own.
  func contracts(_ value: Value? = nil) throws -> ContractPolicy {
    try named(value, standing: "contracts") { try ContractPolicy(decoding: $0) }
  }
  /// Of orders; by name, or a table of a script's own.
  func orders(_ value: Value? = nil) throws -> OrderPolicy {
    try named(value, standing: "orders") { try OrderPolicy(decoding: $0) }
  }
  private func named<Policy>(
    _ value: Value?, standing: String, _ decode: (PolicyValue) throws -> Policy
  ) throws -> Policy {
    switch value ?? .string(standing) {
    case .string(let name): return try policy(name, decode)
    case .table(let table):
      return try decode(
        try PolicyCoding.value(.table(table), host: host, entity: Contract.schema.entity))
    case let other:
      throw ArgumentError("policy: expected a name or a table, got \(other.typeName)")
    }
  }
  func kinds() throws -> KindPolicy { try policy("kinds") { try KindPolicy(decoding: $0) } }
  func buying() throws -> BuyingPolicy { try policy("buying") { try BuyingPolicy(decoding: $0) } }
}
