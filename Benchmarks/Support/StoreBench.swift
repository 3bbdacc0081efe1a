// What benchmarks over a store share: a filled store with a host, timings, peers, and rows of the table.
import Foundation
import SalesKernel
import SalesScript
import SalesStore
import Values

/// A store in a folder of its own, with a host on it, until it is removed.
public final class StoreBench {
  public let path: String
  private let store: Store
  public let host: ScriptHost
  /// Nil where the store is somebody else's.
  private let folder: URL?
  private let rounds = 3

  public init(_ name: String, fill: (Session) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID())")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "\(name).db").path
    store = try Store.create(at: path, catalog: .sales)
    let clock = try Instant(parsing: "2026-06-30T09:00:00")
    let header = RunHeader(
      kind: .script, script: "bench", arguments: [], clock: clock, actor: "bench")
    _ = try store.transaction(header, mode: .apply) { try fill($0) }
    host = try Self.host(store)
  }

  /// A host on a store that is there already.
  public init(opening path: String) throws {
    folder = nil
    self.path = path
    store = try Store.open(at: path, catalog: .sales)
    host = try Self.host(store)
  }

  private static func host(_ store: Store) throws -> ScriptHost {
    try ScriptHost(
      store: store,
      options: .init(
        clock: try Instant(parsing: "2026-06-30T09:00:00"), seed: 1, memory: 8 << 30,
        isInteractive: true),
      output: CapturedOutput())
  }

  public func remove() {
    store.close()
    if let folder { try? FileManager.default.removeItem(at: folder) }
  }

  /// Seconds of a chunk, the median of some, and what it gave the last time.
  public func median(_ source: String) throws -> (seconds: Double, value: String) {
    let results = try (0..<rounds).map { _ in try once(source) }
    return (results.map(\.seconds).sorted()[rounds / 2], results[rounds - 1].value)
  }

  /// Seconds of a chunk, and what it gave.
  public func once(_ source: String) throws -> (seconds: Double, value: String) {
    var value = ""
    let time = try ContinuousClock().measure {
      let outcome = try host.run(source, name: "=bench", mode: .read, kind: .script)
      value = outcome.values.map(\.plain).joined(separator: " ")
    }
    return (time / .seconds(1), value)
  }

  /// Seconds of a command and what it prints, the median of some.
  public func peer(_ command: [String], input: String = "") throws -> (
    seconds: Double, text: String
  ) {
    var times: [Double] = []
    var text = ""
    for _ in 0..<rounds {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = command
      let (output, stdin) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardInput = stdin
      let time = try ContinuousClock().measure {
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
      }
      guard process.terminationStatus == 0 else {
        throw StoreError("bench.peer", "\(command[0]) failed: \(text)")
      }
      times.append(time / .seconds(1))
    }
    return (
      times.sorted()[rounds / 2], text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    )
  }
}

/// Numbers that are the same on every machine.
public struct BenchRandom {
  private var state: UInt64 = 12345

  public init() {}

  public mutating func below(_ bound: UInt64) -> Int64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64((state >> 33) % bound)
  }
}

/// A row of the results: what was done, our seconds, the peer's; no budget as a ratio.
public func row(_ work: String, _ ours: Double, _ peer: Double) {
  print("\(work)\t\(ours)\t\(peer)\t-")
  fflush(nil)
}
