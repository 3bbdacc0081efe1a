import Lua
import SalesKernel
import Values

/// `needs`: what kinds of customers there are, what they need, and where it hurts.
extension ScriptHost {
  func defineNeeds(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "needs.of", "needs.of(kind)",
        "What a kind of customer needs: dimension, level, and whether the level is a default to "
          + "correct.", returns: "results",
        errors: ["policy.unknown"],
        example:
          "local n = needs.of(\"satellite_maker\")\nreturn n[1].dimension, n[1].need, n[2].assumed",
        result: "\"cost\"  \"medium\"  true", seeAlso: ["needs.kinds", "needs.pains"])
    ) { [unowned self] arguments, results in
      let word = try arguments.decode(0, as: String.self)
      let policy = try policies.kinds()
      guard let kind = policy.kind(coded: word) else {
        throw unknown("kind of customer", word, among: policy.kinds.map(\.code))
      }
      try results.add(Value.object(Self.needTable(kind, policy)))
    }
    try define(
      HelpEntry(
        "needs.kinds", "needs.kinds()", "The kinds of customers: kind, group and label.",
        returns: "results",
        example: "return needs.kinds()[1].kind", result: "\"satellite_maker\"",
        seeAlso: ["needs.of"])
    ) { _, results in
      let rows = try policies.kinds().kinds.map { kind -> [Value] in
        [
          .string(kind.code), .string(kind.group), .string(kind.label.en),
          .string(kind.label.zh), .string(kind.source),
        ]
      }
      let columns = ["kind", "group", "label", "标签", "source"]
      try results.add(
        Value.object(ResultTable(columns: columns.map { .init($0) }, rows: rows)))
    }
    try define(
      HelpEntry(
        "needs.pains", "needs.pains([dimension])",
        "Where it hurts, by dimension of need: cost, quality, delivery, service.",
        returns: "results",
        errors: ["policy.unknown"], example: "return #needs.pains(\"cost\"), #needs.pains()",
        result: "4  16", seeAlso: ["needs.of"])
    ) { [unowned self] arguments, results in
      let word = try arguments.decode(0, as: String?.self)
      let policy = try policies.kinds()
      if let word, !policy.dimensions.contains(where: { $0.code == word }) {
        throw unknown("dimension of need", word, among: policy.dimensions.map(\.code))
      }
      try results.add(Value.object(Self.painTable(policy, word)))
    }
  }

  private static func needTable(_ kind: KindPolicy.Kind, _ policy: KindPolicy) -> ResultTable {
    func label(_ code: String, _ terms: [KindPolicy.Term]) -> Value {
      .string(terms.first { $0.code == code }?.label.zh ?? code)
    }
    return ResultTable(
      columns: [
        .init("dimension"), .init("需求"), .init("need"), .init("程度"), .init("assumed", .bool),
        .init("source"),
      ],
      rows: kind.needs.map {
        [
          .string($0.dimension), label($0.dimension, policy.dimensions), .string($0.level),
          label($0.level, policy.needLevels), .bool($0.isAssumed), .string(kind.source),
        ]
      })
  }

  private static func painTable(_ policy: KindPolicy, _ dimension: String?) -> ResultTable {
    let pains = policy.pains.filter { dimension == nil || $0.dimension == dimension }
    return ResultTable(
      columns: ["dimension", "pain", "痛点", "source"].map { .init($0) },
      rows: pains.flatMap { pain in
        pain.items.map {
          [.string(pain.dimension), .string($0.en), .string($0.zh), .string(pain.source)]
        }
      })
  }
}
