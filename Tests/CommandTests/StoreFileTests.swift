/// Stores that another program, another version or the system has the last word on.
import Foundation
import GRDB
import SalesTesting
import Testing

@Suite struct StoreFileTests {
  @Test func aNewerFormatIsRefused() throws {
    let fixture = try CommandFixture()
    try DatabaseQueue(path: fixture.store.path).close()
    let queue = try DatabaseQueue(path: fixture.store.path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let bytes = try Data(contentsOf: fixture.store)
    let result = try fixture.run(["eval", "customers:update{credit = 1}"])
    #expect(result.status == 4)
    #expect(result.errors.contains("store.newer: s.db has format 99"))
    #expect(result.errors.contains("help: use a newer tenon"))
    #expect(try Data(contentsOf: fixture.store) == bytes)
  }

  @Test func aDatabaseOfAnotherProgramIsRefused() throws {
    let fixture = try CommandFixture()
    let path = fixture.folder.appending(path: "other.db").path
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE customers (id INTEGER)") }
    try queue.close()
    let result = try fixture.command.run(["eval", "customers:count()", "--store", path])
    #expect(result.status == 4)
    #expect(result.errors.hasPrefix("store.foreign: "))
  }

  @Test func aDamagedFileIsRefused() throws {
    let fixture = try CommandFixture()
    var bytes = try Data(contentsOf: fixture.store)
    for index in stride(from: 4096, to: bytes.count, by: 7) { bytes[index] ^= 0xA5 }
    try bytes.write(to: fixture.store)
    let result = try fixture.run(["eval", "customers:count()"])
    #expect(result.status == 4, "\(result.errors)")
    #expect(try Data(contentsOf: fixture.store) == bytes)
  }

  /// Root may write anything, so the command runs as nobody.
  @Test(.enabled(if: Nobody.isThere))
  func aReadOnlyFileIsRefused() throws {
    let fixture = try CommandFixture()
    let files = FileManager.default
    try fixture.write("customers:update{credit = 1}\n", to: "set.lua")
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: fixture.store.path)
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fixture.folder.path)
    defer {
      try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fixture.folder.path)
    }
    let bytes = try Data(contentsOf: fixture.store)
    let result = try Nobody.run(fixture, ["run", "set.lua", "--store", "s.db"])
    #expect(result.status == 4)
    #expect(result.errors.hasPrefix("store.readonly: "), "\(result.errors)")
    #expect(result.errors.contains("help: copy it to a folder that can be written"))
    #expect(try Data(contentsOf: fixture.store) == bytes)
  }

  /// A limit on the size of files stands in for a full disk.
  @Test func aFullDiskTakesTheRunBack() throws {
    let fixture = try CommandFixture()
    let rows = (1...20_000).map { "F\($0),Company number \($0)\n" }.joined()
    try fixture.write("code,name\n" + rows, to: "many.csv")
    let before = try fixture.digest()
    let shell = CommandProcess(program: URL(fileURLWithPath: "/bin/sh"), folder: fixture.folder)
    let words = "trap '' XFSZ; ulimit -f 1200; exec \"$0\" import customers many.csv --store s.db"
    let result = try shell.run(["-c", words, fixture.program.path])
    #expect(result.status == 4, "\(result.errors)")
    #expect(try fixture.digest() == before)
  }

  /// What reads works on a file, and on a copy in a folder, that cannot be written.
  @Test(.enabled(if: Nobody.isThere))
  func whatCannotBeWrittenIsLookedAt() throws {
    let fixture = try CommandFixture()
    let files = FileManager.default
    #expect(try fixture.run(["backup", "copy.db"]).status == 0)
    for name in ["s.db", "copy.db"] {
      try files.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: fixture.folder.appending(path: name).path)
    }
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fixture.folder.path)
    defer {
      try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fixture.folder.path)
    }
    let doctor = try Nobody.run(fixture, ["doctor", "--store", "copy.db", "--format", "csv"])
    #expect(doctor.status == 0, "\(doctor.errors)")
    #expect(geteuid() == 0 ? doctor.output.contains("access,reading only") : true)
    #expect(
      try Nobody.run(fixture, ["eval", "customers:count()", "--store", "copy.db"]).output == "200\n"
    )
    let store = try Nobody.run(fixture, ["doctor", "--store", "s.db"])
    #expect(store.status == 4)
    #expect(
      store.errors.contains("its folder cannot be written, where a store keeps its log"),
      "\(store.errors)")
    try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: fixture.folder.path)
    #expect(try Nobody.run(fixture, ["doctor", "--store", "s.db"]).status == 0)
  }

  /// A damaged file is told of by whatever command meets it, and none of them hangs.
  @Test func everyCommandTellsOfDamage() throws {
    let fixture = try CommandFixture()
    let bytes = try Data(contentsOf: fixture.store)
    try bytes.prefix(bytes.count / 4096 * 2048).write(to: fixture.store)
    for words in [["doctor"], ["backup", "copy.db"], ["eval", "customers:count()"], ["runs"]] {
      let result = try fixture.run(words)
      #expect(result.status == 4, "\(words): \(result.errors)")
      #expect(result.errors.contains("store.corrupt: "), "\(words): \(result.errors)")
      #expect(result.errors.contains("help: "), "\(words): \(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.appending(path: "copy.db").path))
  }

  /// Every value comes back, whatever the runs before it were.
  @Test func undoRestoresEveryRow() throws {
    let fixture = try CommandFixture()
    let before = try fixture.digest().split(separator: "\n").dropFirst()
    let chunks = [
      "customers:update{credit = function(c) return c.id % 100 end}",
      "tiering.apply{policy = \"fastener\"}",
      "activities:limit(20):delete()",
      "customers:create{code = \"NEW\", name = \"新\"}",
      "customers:where{level = \"A\"}:update{level = \"B\", region = \"east\"}",
    ]
    for chunk in chunks {
      let result = try fixture.run(["eval", chunk, "--yes"])
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(try fixture.digest().split(separator: "\n").dropFirst() != before)
    for _ in chunks { #expect(try fixture.run(["undo", "--last", "--yes"]).status == 0) }
    #expect(try fixture.digest().split(separator: "\n").dropFirst() == before)
  }
}

/// Runs the command as the user nobody where the tests run as root, else as who runs the tests.
enum Nobody {
  private static let setpriv = "/usr/bin/setpriv"
  private static let words = ["--reuid=65534", "--regid=65534", "--clear-groups"]

  static func run(_ fixture: CommandFixture, _ arguments: [String]) throws -> CommandResult {
    if geteuid() != 0 { return try fixture.command.run(arguments) }
    let command = CommandProcess(program: URL(fileURLWithPath: setpriv), folder: fixture.folder)
    return try command.run(words + [fixture.program.path] + arguments)
  }

  /// Whether nobody can run the built command at all.
  static let isThere: Bool = {
    if geteuid() != 0 { return true }
    guard FileManager.default.isExecutableFile(atPath: setpriv), let fixture = try? CommandFixture()
    else { return false }
    return (try? run(fixture, ["--version"]).status) == 0
  }()
}
