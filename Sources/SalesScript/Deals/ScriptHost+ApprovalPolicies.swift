import Lua
import SalesKernel
import Values

/// The approval policies there are, one as a table, and what is doubtful in one.
extension ScriptHost {
  func defineApprovalPolicies(_ policies: EnginePolicies) throws {
    try defineApprovalPacks(policies)
    try defineApprovalPack()
    try defineApprovalLint(policies)
  }

  private func defineApprovalPacks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "approval.policies", "approval.policies()",
        "The approval policies that ship with Tenon: policy, title, stages, deepest (the deepest "
          + "discount that any role may give), source.", returns: "results",
        units: "deepest 0–1", example: "return approval.policies()[2].policy",
        result: "\"approvals_today\"", seeAlso: ["approval.policy", "approval.what_if"])
    ) { _, results in
      let packs = try PolicyLibrary.names.filter { $0.hasPrefix("approvals") }
        .map { try policies.approvals(.string($0)) }
      try results.add(
        Value.object(
          ResultTable(
            columns: [
              .init("policy"), .init("title"), .init("标题"), .init("stages", .number),
              .init("deepest", .number), .init("source"),
            ],
            rows: packs.map {
              [
                .string($0.name), .string($0.title.en), .string($0.title.zh),
                .integer(Int64($0.stages.count)), $0.ceiling.map { .number($0.double) } ?? .nil,
                .string($0.source),
              ]
            })))
    }
  }

  private func defineApprovalPack() throws {
    try define(
      HelpEntry(
        "approval.policy", "approval.policy(name)",
        "An approval policy as a table, to read or to change before asking with it.",
        returns: "table",
        errors: ["policy.unknown"],
        example: "return approval.policy(\"approvals\").stages[2].limit",
        result: "0.1", seeAlso: ["approval.policies", "approval.lint"])
    ) { [unowned self] arguments, results in
      let name = try arguments.decode(0, as: String?.self) ?? "approvals"
      try results.add(try library.table(name, host: self))
    }
  }

  private func defineApprovalLint(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "approval.lint", "approval.lint{policy = name or table}",
        "What can be read in an approval policy and is likely wrong: code, place, message, remedy.",
        returns: "results",
        errors: ["policy.unknown", "policy.duplicate", "policy.missing"],
        example: """
          local p = approval.policy("approvals")
          p.stages[2].covers = {"amount"}
          return #approval.lint{}, approval.lint{policy = p}[1].code
          """,
        result: "0  \"lint.covers\"", seeAlso: ["approval.policy", "pricing.lint"])
    ) { arguments, results in
      let options = try NamedArguments(arguments, of: "approval.lint", allowing: ["policy"])
      let findings = try policies.approvals(options["policy"]).lint()
      try results.add(
        Value.object(
          ResultTable(
            columns: ["code", "place", "message", "remedy"].map { .init($0) },
            rows: findings.map {
              [.string($0.code), .string($0.place), .string($0.message), .string($0.remedy)]
            })))
    }
  }
}
