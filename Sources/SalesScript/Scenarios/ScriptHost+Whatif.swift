import Lua
import SalesKernel
import SalesStore
import Values

/// `whatif`: anything, tried without being in force.
extension ScriptHost {
  func defineWhatif() throws {
    try define(
      HelpEntry(
        "whatif", "whatif(f)",
        "Calls f and takes everything back: what it changed of records, and the policies it put in the place of "
          + "others. Gives changes, as plan does, and result, what f returned.", returns: "report",
        units: "files that f writes and variables that it sets stay",
        example: """
          local w = whatif(function()
            customers:update{credit = 1}
            return customers:sum("credit")
          end)
          return w.result, w.changes:count() > 0, customers:where("credit == 1"):count()
          """, result: "200  true  0",
        seeAlso: ["plan", "scenario.try", "compare", "incentive.try"])
    ) { [unowned self] arguments, results in
      guard case .function(let function) = try arguments[0] else {
        throw ArgumentError(
          "argument #1: expected function, got \(try arguments[0].typeName)",
          remedy: "as whatif(function() … end)")
      }
      let (result, changes) = try tried { try self.state.call(function).first ?? .nil }
      try results.add(Value.object(Self.report(of: result, changes)))
    }
  }

  static func report(of result: Value, _ changes: ChangeSet) -> ReportObject {
    ReportObject([
      .init("changes", .object(ChangesObject(changes)), text: changes.isEmpty ? "none" : nil),
      .init("result", result),
    ])
  }

  /// Does something and takes it back, policies that were put in place of others included.
  ///
  /// - Throws: what `body` throws; nothing is left of it then either.
  func tried<T>(_ body: () throws -> T) throws -> (value: T, changes: ChangeSet) {
    let (standing, origins) = (library.standing, provenance)
    defer {
      library.restore(standing, host: self)
      provenance = origins
    }
    var value: T?
    let changes = try requireSession().plan { value = try body() }
    guard let value else { throw LuaError("script.closed", "the what-if gave nothing") }
    return (value, changes)
  }
}
