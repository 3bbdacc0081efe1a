import Lua
import SalesKernel
import SalesStore
import Values

/// `lifecycle`: the stage of a customer's life, one by one and for all customers.
extension ScriptHost {
  func defineLifecycle(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "lifecycle.stage", "lifecycle.stage(customer)",
        "The stage that the lifecycle policy gives a customer: stage, reason and why.",
        returns: "report",
        errors: ["policy.type"],
        example: "return lifecycle.stage(customers:where{order_count = 1}:first()).stage",
        result: "\"activate\"", seeAlso: ["lifecycle.sweep", "lifecycle.targets", "why"])
    ) { [unowned self] arguments, results in
      let row = try customer(arguments, of: "lifecycle.stage")
      let stages = try policies.lifecycle().stages
      let why = try stages.explain(row, ranks: try ranks(of: stages))
      let stage = stages.code(of: try stages.assign(row, ranks: try ranks(of: stages)))
      try results.add(
        Value.object(
          ReportObject([
            .init("stage", stage.map(Value.string) ?? .nil),
            .init("reason", .string(why.reason ?? "")), .init(why: why),
          ])))
    }
    try define(
      HelpEntry(
        "lifecycle.sweep", "lifecycle.sweep{to = query}",
        "Sets the stage of every customer by the lifecycle policy.", returns: "table",
        changes: "stage, of the customers of the query",
        errors: ["policy.type", "policy.uncovered"],
        example: "return plan(function() lifecycle.sweep{} end):count() > 0", result: "true",
        seeAlso: ["lifecycle.stage", "churn.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "lifecycle.sweep", allowing: ["to"])
      let result = try apply(policies.lifecycle().stages, to: try customers(options, "to"))
      try results.add(SweepResult(result, asOf: self.options.clock.day()).table)
    }
    try define(
      HelpEntry(
        "lifecycle.targets", "lifecycle.targets()",
        "What each stage is to achieve: name, stage, value, unit and source.", returns: "results",
        units: "value: a share 0–1 unless unit says otherwise",
        example: "return lifecycle.targets()[2].value", result: "0.4",
        seeAlso: ["lifecycle.stage", "lifecycle.actuals"])
    ) { _, results in
      try results.add(Value.object(Self.targetTable(try policies.lifecycle().targets)))
    }
    try defineLifecycleActuals(policies)
  }

  /// Ranks over all customers; none for a policy that ranks nothing.
  func ranks(of policy: TieringPolicy) throws -> Ranks {
    try ranks(of: policy, over: QueryObject(try binding(policy.entity), host: self))
  }

  private static func targetTable(_ targets: [Lifecycle.Target]) -> ResultTable {
    ResultTable(
      columns: [
        .init("target"), .init("stage"), .init("value", .number), .init("unit"), .init("label"),
        .init("标签"), .init("source"),
      ],
      rows: targets.map {
        [
          .string($0.name), .string($0.stage), .number($0.value), .string($0.unit ?? "share"),
          .string($0.label.en), .string($0.label.zh), .string($0.source),
        ]
      })
  }
}
