import Lua
import SalesKernel

/// `policies`: the tables behind every engine, to read and to replace.
extension ScriptHost {
  func definePolicies() throws {
    try define(
      HelpEntry(
        "policies.get", "policies.get(name)",
        "The table of a policy as it stands: a copy, to read, or to change and use.",
        returns: "table",
        errors: ["policy.unknown"],
        example: "return policies.get(\"quotes\").valid_days", result: "30",
        seeAlso: ["policies.use", "policies.names"])
    ) { [unowned self] arguments, results in
      try results.add(try library.table(try arguments.decode(0, as: String.self), host: self))
    }
    try define(
      HelpEntry(
        "policies.names", "policies.names()", "The names of all policies, as a list.",
        returns: "string[]",
        example: "return policies.names()[1]", result: "\"agreements\"",
        seeAlso: ["policies.get"])
    ) { _, results in
      try results.add(Value.table(Table(list: PolicyLibrary.names.map(Value.string))))
    }
    try define(
      HelpEntry(
        "policies.use", "policies.use(name, table)",
        "Lets a table stand in the place of a policy for the rest of the script or console session: what "
          + "asks for the policy by name, or names none, gets it. It is read at its next use, as strictly "
          + "as the one that ships.",
        changes: "no record; the rules that later calls follow",
        errors: ["policy.unknown", "policy.type"],
        example:
          "local p = policies.get(\"quotes\")\np.valid_days = 10\npolicies.use(\"quotes\", p)\n"
          + "local last\nplan(function()\n  last = quoting.quote{customer = 1, lines = {{product = 1, "
          + "quantity = 1}}}.valid_until\nend)\np.valid_days = 30\npolicies.use(\"quotes\", p)\nreturn last",
        result: "date\"2026-07-10\"", seeAlso: ["policies.get"])
    ) { [unowned self] arguments, _ in
      guard case .table = try arguments[1] else {
        throw ArgumentError(
          "argument #2: expected the table of a policy, got \(try arguments[1].typeName)",
          code: "policy.type", remedy: "as policies.use(\"quotes\", policies.get(\"quotes\"))")
      }
      try library.use(
        try arguments.decode(0, as: String.self), try arguments[1], host: self)
    }
  }
}
