import SalesKernel
import SalesStore

/// What set a field in the running chunk: a policy, a rule of a script, or an engine.
struct Provenance {
  enum Origin {
    case policy(TieringPolicy, Ranks)
    case rule(LuaRule)
    /// An engine that explains its own value of a record.
    case engine((BlockRow) throws -> Explanation)
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

  /// - Parameter explain: the why-tree of one record, with the inputs of this run.
  mutating func set(
    field: String, of entity: String, by policy: String,
    explain: @escaping (BlockRow) throws -> Explanation
  ) {
    origins["\(entity).\(field)"] = .engine(explain)
    note("\(entity).\(field)=\(policy)")
  }

  func origin(of field: String, of entity: String) -> Origin? { origins["\(entity).\(field)"] }

  private mutating func note(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }

  /// For the record of the run: which field was set by which policy or rule.
  var policyNames: String? { names.isEmpty ? nil : names.joined(separator: "; ") }
}
