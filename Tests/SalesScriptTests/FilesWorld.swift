// A host on an empty store, with a directory that it may read and write, and one beside it that it
// may not.
import Foundation
import Lua
import SalesKernel
import SalesScript
import SalesStore
import Values

struct FilesWorld {
  let root: URL
  let store: Store
  let host: ScriptHost
  let output = CapturedOutput()

  var inside: URL { root.appending(path: "inside") }
  var outside: URL { root.appending(path: "outside") }

  init(arguments: [String] = [], read: [String] = [], write: [String] = []) throws {
    root = FileManager.default.temporaryDirectory.appending(
      path: "tenon-files-\(UUID().uuidString)")
    for name in ["inside", "outside"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true)
    }
    store = try Store.create(at: root.appending(path: "test.db").path, catalog: .sales)
    let inside = root.appending(path: "inside").path
    host = try ScriptHost(
      store: store,
      options: .init(
        clock: try Instant(parsing: "2026-06-30T09:00:00"), seed: 7, actor: "tester",
        arguments: arguments + [inside],
        grants: .init(read: [inside] + read, write: [inside] + write)),
      output: output)
  }

  /// Writes a file into the granted directory and gives its path.
  @discardableResult
  func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = inside.appending(path: name)
    try Data(bytes).write(to: url)
    return url.path
  }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> String { try file(name, text.utf8) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: inside.appending(path: name)), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: inside.appending(path: name).path)
  }

  /// Runs a chunk in which `dir` is the granted directory, and gives its values as literals.
  @discardableResult
  func eval(_ source: String, mode: RunMode = .apply) throws -> String {
    let source = "local dir = arg[#arg]\n" + source
    return try host.run(source, name: "@test.lua", mode: mode, kind: .script).values
      .map { try host.literal(of: $0) }.joined(separator: "  ")
  }

  /// The code of the error that a chunk ends with; `none` without one.
  func code(_ source: String) -> String {
    do {
      try eval(source)
      return "none"
    } catch let error as LuaError { return error.code } catch { return "\(error)" }
  }

  func remove() {
    store.close()
    try? FileManager.default.removeItem(at: root)
  }
}
