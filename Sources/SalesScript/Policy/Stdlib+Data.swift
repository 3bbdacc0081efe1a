import Lua

extension Stdlib {
  /// The table that a file of data returns, read in an interpreter of its own.
  ///
  /// - Throws: ``LuaError`` for a file that is no Lua; an empty table stands for one that is not there.
  static func table(_ path: String) throws -> Table {
    guard let source = source(path) else { return Table() }
    let state = try State(seed: 0, hooks: HostHooks())
    defer { state.close() }
    let chunk = try state.load(
      source, name: "@tenon:\(path)", in: try state.newEnvironment())
    guard case .table(let table)? = try state.call(chunk).first else { return Table() }
    return table
  }
}
