import Lua
import SalesKernel
import SalesStore
import Values

/// `decisions`: who decides at a customer, and how well we know them.
extension ScriptHost {
  func defineDecisions(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "decisions.coverage", "decisions.coverage(customer)",
        "How well we know those who decide at a customer: coverage, missing roles and why.",
        returns: "report",
        units: "coverage 0–100", errors: ["policy.type"],
        example:
          "local d = decisions.coverage(customers:get(1))\nreturn d.coverage >= 0, d.why.value "
          + "== d.coverage",
        result: "true  true", seeAlso: ["decisions.chain", "decisions.roles", "buying.steps"])
    ) { [unowned self] arguments, results in
      let row = try customer(arguments, of: "decisions.coverage")
      let coverage = try policies.decisions().coverage(
        of: try related(Contact.self, by: "customer", to: row.id))
      try results.add(
        Value.object(
          ReportObject([
            .init("coverage", .number(coverage.value)),
            .init(
              "missing", .table(Table(list: coverage.missing.map { .string($0) })),
              text: coverage.missing.joined(separator: ", ")),
            .init(why: coverage.explanation),
          ])))
    }
    try define(
      HelpEntry(
        "decisions.roles", "decisions.roles()",
        "Who decides: role, weight, ages, concerns and how to speak to them.", returns: "results",
        units: "weight: percent of a decision", example: "return decisions.roles()[1].weight",
        result: "40", seeAlso: ["decisions.coverage"])
    ) { _, results in
      try results.add(Value.object(Self.roleTable(try policies.decisions().roles)))
    }
    try defineDecisionChain(policies)
  }

  private static func roleTable(_ roles: [DecisionPolicy.Role]) -> ResultTable {
    func words(_ label: Label?) -> [Value] { [.string(label?.en ?? ""), .string(label?.zh ?? "")] }
    return ResultTable(
      columns: [
        .init("role"), .init("weight", .number), .init("label"), .init("标签"), .init("ages"),
        .init("concerns"), .init("关注点"), .init("approach"), .init("沟通策略"), .init("source"),
      ],
      rows: roles.map { role in
        [.string(role.code), .integer(role.weight)] + words(role.label)
          + [.string(role.ages?.en ?? "")] + words(role.concerns) + words(role.approach)
          + [.string(role.source)]
      })
  }
}
