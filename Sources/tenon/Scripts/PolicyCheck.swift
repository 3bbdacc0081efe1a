/// Reads a policy as its engine would, against an empty store of its own.
import Foundation
import SalesScript
import SalesStore

enum PolicyCheck {
  /// A file that returns a table with `writes` is a tiering policy, one with `steps` and `compose` a
  /// price policy, with `clauses` and `penalty` one of contracts, with `statuses` and `rounding` one of
  /// orders, with `ageing` one of receivables, with `programs` one of rebates; each is decoded as such,
  /// and what is doubtful in a price policy is printed.
  ///
  /// - Throws: `policy.type`, `policy.key` and the other codes of policies; `script.…` for the file itself.
  static func run(_ file: ScriptFile, _ streams: Streams) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenon-check-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try Store.create(at: folder.appending(path: "empty.db").path, catalog: .sales)
    defer { store.close() }
    let host = try ScriptHost(store: store, options: .plain, output: TerminalOutput(streams))
    let source = """
      local policy = (function(...) \(file.source)
      end)() if type(policy) ~= "table" then error("the file returns no table") end \
      if policy.writes then tiering.apply{policy = policy} end
      if policy.steps and policy.compose then
        local findings = pricing.lint{policy = policy}
        if #findings > 0 then print(findings) end
      end
      if policy.clauses and policy.penalty then contracting.policy(policy) end
      if policy.statuses and policy.rounding then ordering.policy(policy) end
      if policy.ageing then receivables.ageing{policy = policy} end
      if policy.programs then rebates.programs(policy) end
      """
    _ = try host.run(source, name: file.chunkName, mode: .plan, kind: .script)
  }
}
