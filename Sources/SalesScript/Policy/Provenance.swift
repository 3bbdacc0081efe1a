import SalesKernel

/// What set a field in the running chunk: a policy or a rule of a script.
struct Provenance {
  enum Origin {
    case policy(TieringPolicy, Ranks)
    case rule(LuaRule)
  }

  private var origins: [String: Origin] = [:]
  private(set) var names: [String] = []

  mutating func set(field: String, of entity: String, by rule: LuaRule) {
    origins["\(entity).\(field)"] = .rule(rule)
    note("\(entity).\(field)=\(rule.place ?? rule.text)")
  }

  mutating func set(field: String, of entity: String, by policy: TieringPolicy, _ ranks: Ranks) {
    origins["\(entity).\(field)"] = .policy(policy, ranks)
    note("\(entity).\(field)=\(policy.name)")
  }

  func origin(of field: String, of entity: String) -> Origin? { origins["\(entity).\(field)"] }

  private mutating func note(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }

  /// For the record of the run: which field was set by which policy or rule.
  var policyNames: String? { names.isEmpty ? nil : names.joined(separator: "; ") }
}
