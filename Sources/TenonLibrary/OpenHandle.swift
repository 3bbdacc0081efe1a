import Foundation
import ScriptJSON
import Tenon

/// What a handle did last.
struct LastWork {
  var run: Int64?
  var changes = ChangeSet()
  var output = ""
}

/// A store and how scripts run over it. Each run has a host of its own: fresh globals, the present clock, and nothing
/// left of a script that ran out of memory.
final class OpenHandle: @unchecked Sendable {
  private let store: Store
  private let options: OpenOptions
  private let lock = NSLock()
  private var isClosed = false
  private(set) var last = LastWork()

  /// - Throws: what opening throws.
  init(_ path: String, _ options: OpenOptions) throws {
    self.options = options
    if path == ":memory:" {
      store = try Store.inMemory(catalog: .sales)
    } else if options.create == true, !FileManager.default.fileExists(atPath: path) {
      store = try Store.create(at: path, catalog: .sales)
    } else {
      store = try Store.open(
        at: path, catalog: .sales, access: options.readonly == true ? .readOnly : .readWrite)
    }
    store.waitLimit = options.waitLimit
  }

  /// - Throws: `store.nested` while another thread is inside; `script.closed` after it closed the handle.
  func alone<T>(_ body: () throws -> T) throws -> T {
    guard lock.try() else {
      throw StoreError(
        "store.nested", "another call is at work on this handle",
        remedy: "one at a time, or open a handle for each thread")
    }
    defer { lock.unlock() }
    if isClosed { throw LuaError("script.closed", "the handle is closed", remedy: "open another") }
    return try body()
  }

  /// Runs a chunk and gives its values as JSON.
  ///
  /// It begins by reading, so that readers hold up nobody. Where it then writes, and somebody else has written since,
  /// it is taken back and runs once more, with the store held from the start.
  func evaluate(_ source: String) throws -> String {
    let start = ContinuousClock.now
    do {
      return try run(source, .read)
    } catch {
      let isLate = ["store.busy", "store.conflict"].contains(ErrorFacts.of(error).code)
      guard isLate, ContinuousClock.now - start < options.waitLimit else { throw error }
      return try run(source, .apply)
    }
  }

  /// Runs a chunk, takes everything back, and gives its values as JSON.
  func plan(_ source: String) throws -> String { try run(source, .plan) }

  private func run(_ source: String, _ mode: RunMode) throws -> String {
    last = LastWork()
    let output = JSONOutput(limit: OpenHandle.mostOutput)
    defer { last.output = output.printed }
    let host = try ScriptHost(store: store, options: options.host, output: output)
    let chunk = ValueChunk(source, name: "=eval", keeps: nil, in: host)
    var json = "null"
    let outcome = try host.run(
      chunk.source, name: "=eval", mode: mode, kind: .console,
      finish: { values, _ in json = try ResultJSON.text(of: values, in: host) })
    last.run = outcome.run
    last.changes = outcome.changes ?? ChangeSet()
    return json
  }

  func undo(_ run: Int64) throws {
    last = LastWork()
    let header = RunHeader(kind: .undo, clock: options.host.clock, actor: options.actor ?? "")
    let outcome = try store.undo(run, header)
    (last.run, last.changes) = (outcome.run, outcome.changes)
  }

  func close() {
    isClosed = true
    store.close()
  }

  /// Bytes of what a script prints that are kept.
  private static let mostOutput = 1 << 20
}
