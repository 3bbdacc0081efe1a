/// The rules of a price policy with their sources, as they were when something was priced with them.
/// - Source: PR11.
public struct RuleSet: SalesRecord, Hashable {
  public var id: Int64
  public var code: String
  public var policy: String
  public var rules: String

  public init(id: Int64 = 0, code: String, policy: String, rules: String) {
    self.id = id
    self.code = code
    self.policy = policy
    self.rules = rules
  }

  public static func blank(id: Int64) -> RuleSet {
    RuleSet(id: id, code: "", policy: "", rules: "")
  }

  /// The rules of a policy, a line a rule: its name, `=`, its source.
  public static func text(of sources: [String: String]) -> String {
    sources.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
  }

  /// Where each rule is from, by its name.
  public var sources: [String: String] {
    var all: [String: String] = [:]
    for line in rules.split(separator: "\n") {
      let halves = line.split(separator: "=", maxSplits: 1)
      if halves.count == 2 { all[String(halves[0])] = String(halves[1]) }
    }
    return all
  }

  public static let schema = Schema<RuleSet>(
    "rule_sets", singular: "rule_set", label: Label("rule sets", "规则集"),
    help: "Rules that priced something, with their sources as they were then.",
    columns: [
      Column(
        "code", \.code, .text, Label("digest", "摘要"), help: "Tells the texts apart.",
        required: true,
        unique: true),
      Column(
        "policy", \.policy, .text, Label("price policy", "价格策略"), help: "Policy they are of.",
        source: "PR11", required: true),
      Column(
        "rules", \.rules, .text, Label("rules", "规则出处"),
        help: "A line a rule: its name, =, its source.", source: "PR11", required: true),
    ])
}
