/// A folder with a sample store of its own, and the built command.
import Foundation
import GRDB
import SalesTesting

/// Made once: 200 customers, seed 7.
final class CommandFixture {
  static let storeName = "s.db"
  private static let customers = "200"
  private static let seed = "7"

  let folder: URL
  let program: URL

  private static let pristine = Result { () throws -> Data in
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try CommandProcess(program: try CommandProcess.built("tenon"), folder: folder).run(
      ["init", "--store", storeName, "--sample", customers, "--seed", seed])
    guard made.status == 0 else { throw FixtureError(description: made.errors) }
    return try Data(contentsOf: folder.appending(path: storeName))
  }

  init() throws {
    program = try CommandProcess.built("tenon")
    folder = try CommandFixture.makeFolder()
    try CommandFixture.pristine.get().write(to: store)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var store: URL { folder.appending(path: CommandFixture.storeName) }

  var command: CommandProcess { CommandProcess(program: program, folder: folder) }

  /// Runs the command with the store.
  func run(_ arguments: [String], input: String = "") throws -> CommandResult {
    try command.run(arguments + ["--store", CommandFixture.storeName], input: input)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func digest() throws -> String { try StoreDigest.of(path: store.path) }

  /// The first value that a query gives, straight from the file.
  func sql(_ query: String) throws -> Int64 {
    let queue = try DatabaseQueue(path: store.path)
    return try queue.read { try Int64.fetchOne($0, sql: query) } ?? 0
  }

  /// The first column that a query gives, straight from the file.
  func texts(_ query: String) throws -> [String] {
    let queue = try DatabaseQueue(path: store.path)
    return try queue.read { try String.fetchAll($0, sql: query) }
  }

  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenon-test-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}

struct FixtureError: Error, CustomStringConvertible {
  let description: String
}
