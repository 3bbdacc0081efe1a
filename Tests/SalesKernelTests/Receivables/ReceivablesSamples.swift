// Receivables policies and their expressions, for tests of the kernel alone.
import Values

@testable import SalesKernel

/// Takes every expression and answers true.
struct YesCompiler: RuleCompiler {
  func compile(_ text: String, entity: Entity, extra: [String]) throws -> any Rule {
    ClosureRule(text: text, fields: []) { _ in .bool(true) }
  }
}

func receivables(_ change: (inout [String: PolicyValue]) -> Void = { _ in }) throws
  -> ReceivablesPolicy
{
  guard case .table(var table) = try LuaTable.policy("receivables") else {
    throw LuaTableError(message: "receivables is no table")
  }
  change(&table)
  return try ReceivablesPolicy(decoding: .table(table), compiler: YesCompiler())
}

/// A plan of nodes written in Lua, in the pack.
func receivables(plan nodes: String) throws -> ReceivablesPolicy {
  let plans = try LuaTable.parse(
    "{ { key = \"standard\", source = \"test\", nodes = { \(nodes) } } }")
  return try receivables { $0["plans"] = plans }
}
