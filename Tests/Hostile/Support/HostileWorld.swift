/// A host of its own on a copy of one sample store, with narrow limits.
import Foundation
import Lua
import SalesKernel
import SalesScript
import SalesStore
import SalesTesting
import Values

final class HostileWorld {
  let store: Store
  let host: ScriptHost
  let output = CapturedOutput()
  private let folder: String
  private let options: ScriptHost.Options
  let path: String

  /// - Parameters:
  ///   - timeout: Seconds.
  ///   - memory: Bytes.
  init(of template: StoreTemplate, timeout: Double, memory: Int) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "tenon-hostile-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/sample.db"
    try template.bytes.write(to: URL(fileURLWithPath: path))
    store = try Store.open(at: path, catalog: .sales)
    let grants = ScriptHost.Grants(read: [folder], write: [folder])
    options = .init(
      clock: try Instant(parsing: "2026-06-30T09:00:00"), seed: 7, actor: "tester",
      memory: memory, timeout: timeout, grants: grants)
    host = try ScriptHost(store: store, options: options, output: output)
  }

  /// Another host on the same store. What scripts set for their host's life (policies in use, key figures of their
  /// own) is not there.
  func anotherHost() throws -> ScriptHost {
    try ScriptHost(store: store, options: options, output: output)
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  @discardableResult
  func run(_ source: String, name: String = "@hostile.lua", mode: RunMode = .apply) throws
    -> ChunkOutcome
  {
    try host.run(source, name: name, mode: mode, kind: .script)
  }

  /// How a chunk ends: `ok`, or its error's code.
  func ending(of source: String, name: String = "@hostile.lua", mode: RunMode = .apply) -> Ending {
    do {
      try run(source, name: name, mode: mode)
      return Ending(code: "ok", message: "")
    } catch {
      let facts = ErrorFacts.of(error)
      return Ending(code: facts.code, message: facts.message)
    }
  }

  /// The store as a file; the world is of no use after it.
  func bytes() throws -> Data {
    store.close()
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  func digest() throws -> String { try StoreDigest.of(path: path) }
}

struct Ending {
  let code: String
  let message: String
}

/// The bytes of a sample company's store, made once.
struct StoreTemplate: Sendable {
  let bytes: Data
  /// Few customers: what a script does is compared by all rows.
  static let small = Result { try StoreTemplate(customers: 20) }
  /// The company that help's examples are about.
  static let reference = Result { try StoreTemplate(customers: 200) }

  init(bytes: Data) { self.bytes = bytes }

  private init(customers: Int64) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "tenon-\(UUID().uuidString).db").path
    let store = try Store.create(at: path, catalog: .sales)
    try SampleCompany.fill(
      store, customers: customers, seed: 7, asOf: try Day(parsing: "2026-06-30"))
    store.close()
    bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try FileManager.default.removeItem(atPath: path)
  }
}
