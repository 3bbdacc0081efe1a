import Lua
import SalesKernel

/// Playbooks and the policies of selling, by the packs that they stand in.
extension EnginePolicies {
  /// What the files of playbooks open with: `playbook_fastener` holds the playbook `fastener`.
  static let playbookPrefix = "playbook_"

  /// The names of all playbooks, of a script's own too.
  func playbookNames() -> [String] {
    host.library.names(opening: Self.playbookPrefix).map {
      String($0.dropFirst(Self.playbookPrefix.count))
    }
  }

  /// A playbook by its name, or from a table of a script's own.
  /// - Throws: `playbook.unknown` with the nearest name, ``PolicyError``.
  func playbook(_ value: Value?, standing: String) throws -> Playbook {
    let entity = Opportunity.schema.entity
    var pack = value ?? .string(standing)
    if case .string(let name) = pack {
      let names = playbookNames()
      guard names.contains(name) else {
        throw ArgumentError(
          "there is no playbook '\(name)'", code: "playbook.unknown",
          remedy: Suggestion.sentence(for: name, among: names)
            + "; one of your own stands once playbooks.use(table) was called")
      }
      pack = .string(Self.playbookPrefix + name)
    }
    return try host.library.policy(
      pack, standing: Self.playbookPrefix + standing, over: entity, host: host
    ) { try Playbook(decoding: $0, entity: entity, compiler: LuaRuleCompiler(host: host)) }
  }

  func selling(_ value: Value? = nil) throws -> SellingPolicy {
    try host.library.policy(
      value, standing: "selling", over: Opportunity.schema.entity, host: host
    ) { try SellingPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host)) }
  }

  func hygiene(_ value: Value? = nil) throws -> HygienePolicy {
    try host.library.policy(
      value, standing: "hygiene", over: Opportunity.schema.entity, host: host
    ) { try HygienePolicy(decoding: $0, compiler: LuaRuleCompiler(host: host)) }
  }

  func milestones(_ value: Value? = nil) throws -> MilestonePolicy {
    try host.library.policy(value, standing: "milestones", host: host) {
      try MilestonePolicy(decoding: $0)
    }
  }

  func diagnosis(_ value: Value? = nil) throws -> DiagnosisPolicy {
    try host.library.policy(value, standing: "diagnosis", host: host) {
      try DiagnosisPolicy(decoding: $0)
    }
  }
}
