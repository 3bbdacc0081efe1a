/// The built command with a sample store of its own: on a pseudo-terminal, or in a pipe.
import Foundation
import SalesTesting
import Testing

/// 200 customers, seed 7, as of 2026-06-30; made once.
final class ConsoleFixture {
  static let storeName = "s.db"
  let folder: URL
  let program: URL

  private static let pristine = Result { () throws -> Data in
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try CommandProcess(program: try CommandProcess.built("tenon"), folder: folder).run(
      ["init", "--store", storeName, "--sample", "200", "--seed", "7", "--as-of", "2026-06-30"])
    guard made.status == 0 else { throw Failure(description: made.errors) }
    return try Data(contentsOf: folder.appending(path: storeName))
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init() throws {
    program = try CommandProcess.built("tenon")
    folder = try ConsoleFixture.makeFolder()
    try ConsoleFixture.pristine.get().write(to: folder.appending(path: ConsoleFixture.storeName))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenon-console-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  func write(_ text: String, to name: String) throws {
    let place = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Every row and run of the store, as one text.
  func digest() throws -> String {
    try StoreDigest.of(path: folder.appending(path: ConsoleFixture.storeName).path)
  }

  /// Runs the command with the store, off a terminal.
  func run(
    _ arguments: [String], input: String = "", _ environment: [String: String] = [:]
  ) throws -> CommandResult {
    try CommandProcess(program: program, folder: folder, environment: environment)
      .run(arguments + ["--store", ConsoleFixture.storeName], input: input)
  }

  /// Chunks in a pipe.
  func pipe(_ input: String, _ more: [String] = []) throws -> CommandResult {
    try run(["repl", "--as-of", "2026-06-30"] + more, input: input)
  }

  #if os(Linux)
    /// A console on a terminal of its own, at its first prompt. The locale is C, the terminal knows no colour.
    func terminal(
      _ more: [String] = [], _ environment: [String: String] = [:], columns: UInt16 = 100,
      rows: UInt16 = 40
    ) throws -> PseudoTerminal {
      var all = [
        "PATH": "/usr/bin:/bin", "HOME": folder.path, "USER": "tester", "LC_ALL": "C",
        "TERM": "xterm", "NO_COLOR": "1", "INPUTRC": "/dev/null",
      ]
      all.merge(environment) { $1 }
      let terminal = try PseudoTerminal(
        program.path,
        arguments: ["repl", "--as-of", "2026-06-30", "--store", ConsoleFixture.storeName] + more,
        environment: all, folder: folder.path, columns: columns, rows: rows)
      try terminal.expect("tenon>")
      return terminal
    }
  #endif
}
