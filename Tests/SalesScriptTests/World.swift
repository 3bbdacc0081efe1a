import Foundation
import Lua
import SalesKernel
import SalesScript
import SalesStore
import Values

/// A host on the reference sample: 200 customers, seed 7, as of 2026-06-30, at nine in the morning; or on an
/// empty store, at the same moment.
struct World {
  let store: Store
  let host: ScriptHost
  let output = CapturedOutput()
  let path: String

  /// - Parameter customers: Nil for an empty store.
  init(
    customers: Int64? = 200, arguments: [String] = [], timeout: Double? = nil,
    onReturn: (@Sendable (_ name: String, _ type: String) -> Void)? = nil
  ) throws {
    path =
      FileManager.default.temporaryDirectory.appending(path: "tenon-\(UUID().uuidString).db").path
    store = try Store.create(at: path, catalog: .sales)
    if let customers {
      try SampleCompany.fill(
        store, customers: customers, seed: 7, asOf: try Day(parsing: "2026-06-30"))
    }
    host = try World.host(store, output, arguments, timeout, onReturn)
  }

  static func host(
    _ store: Store?, _ output: CapturedOutput, _ arguments: [String] = [],
    _ timeout: Double? = nil, _ onReturn: (@Sendable (String, String) -> Void)? = nil
  ) throws -> ScriptHost {
    var options = ScriptHost.Options(
      clock: try Instant(parsing: "2026-06-30T09:00:00"), seed: 7, actor: "tester",
      arguments: arguments, timeout: timeout)
    options.onReturn = onReturn
    return try ScriptHost(store: store, options: options, output: output)
  }

  @discardableResult
  func run(_ source: String, mode: RunMode = .apply) throws -> ChunkOutcome {
    try host.run(source, name: "@test.lua", mode: mode, kind: .script)
  }

  /// The chunk's values as literals.
  func eval(_ source: String) throws -> String {
    try run(source, mode: .plan).values.map { try host.literal(of: $0) }.joined(separator: "  ")
  }

  func remove() {
    store.close()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
