// No path leads out of the granted directories, and nothing there is harmed that is no file of a
// script's.
import Foundation
import Testing

@Suite struct FilesGrantsTests {
  @Test func pathsOutsideAreRefused() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.file("a.csv", "x\n1\n")
    let secret = world.outside.appending(path: "secret.csv")
    try Data("x\n1\n".utf8).write(to: secret)
    let inside = world.inside
    let link = FileManager.default
    try link.createSymbolicLink(
      atPath: inside.appending(path: "out.csv").path, withDestinationPath: secret.path)
    try link.createSymbolicLink(
      atPath: inside.appending(path: "outdir").path, withDestinationPath: world.outside.path)
    try link.createSymbolicLink(
      atPath: inside.appending(path: "dangling.csv").path,
      withDestinationPath: world.outside.appending(path: "new.csv").path)
    try link.createSymbolicLink(
      atPath: inside.appending(path: "loop").path, withDestinationPath: "loop")
    try link.createSymbolicLink(
      atPath: inside.appending(path: "good.csv").path, withDestinationPath: "a.csv")

    let refused = [
      secret.path, "/etc/passwd", "secret.csv", "", "a\0b", inside.path + "2/a.csv",
      inside.path + "/../outside/secret.csv", inside.path + "/out.csv",
      inside.path + "/outdir/secret.csv",
      inside.path + "/dangling.csv", inside.path + "/loop", inside.path + "/loop/a.csv",
      inside.path + "/none/../../outside/secret.csv", inside.path + "/none/../a.csv",
      inside.path + "/a.csv/b.csv",
      inside.path + "/" + String(repeating: "d/", count: 3000) + "a.csv",
    ]
    for path in refused {
      let literal = path.replacingOccurrences(of: "\0", with: "\\0")
      #expect(
        world.code("csv.rows(\"\(literal)\")") == "sandbox.file", "reading \(path.prefix(100))")
      #expect(
        world.code("csv.export{of = customers, to = \"\(literal)\"}") == "sandbox.file",
        "writing \(path.prefix(100))")
      #expect(
        world.code("csv.parse(\"a\\n1\\n\"):rejects(\"\(literal)\")") == "sandbox.file",
        "rejects to \(path.prefix(100))")
    }
    for path in ["/a.csv", "/good.csv", "/./a.csv", "/../inside/a.csv", "//a.csv"] {
      #expect(world.code("csv.rows(dir .. \"\(path)\")") == "none", "\(path)")
    }
    #expect(FileManager.default.contentsEqual(atPath: secret.path, andPath: inside.path + "/a.csv"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: world.outside.path) == ["secret.csv"])
  }

  @Test func aLinkUnderTheNameOfThePartIsRefused() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: world.inside.appending(path: "e.csv.part").path,
      withDestinationPath: world.outside.appending(path: "victim").path)
    #expect(world.code("csv.export{of = reps, to = dir .. \"/e.csv\"}") == "sandbox.file")
    #expect(try FileManager.default.contentsOfDirectory(atPath: world.outside.path) == [])
  }

  @Test func aStoreIsNotWrittenOver() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let database = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 1, count: 84)
    try world.file("b2b.db", database)
    for name in ["b2b.db", "b2b.db-wal", "b2b.db-shm", "b2b.db-journal"] {
      #expect(
        world.code("csv.export{of = reps, to = dir .. \"/\(name)\"}") == "sandbox.file", "\(name)")
    }
    #expect(try Data(contentsOf: world.inside.appending(path: "b2b.db")) == Data(database))
  }

  @Test func whatIsNoFileIsRefused() throws {
    let world = try FilesWorld(read: ["/dev"])
    defer { world.remove() }
    #expect(world.code("csv.rows(dir)") == "csv.unreadable")
    #expect(world.code("csv.rows(\"/dev/zero\")") == "csv.unreadable")
    #expect(world.code("csv.export{of = reps, to = dir}") == "csv.unwritable")
    #expect(world.code("csv.rows(dir .. \"/none.csv\")") == "csv.missing")
    #expect(world.code("csv.export{of = reps, to = dir .. \"/none/e.csv\"}") == "csv.unwritable")
  }

  @Test func aGrantToReadIsNoneToWrite() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let bare = try FilesWorld(read: [world.inside.path])
    defer { bare.remove() }
    try world.file("a.csv", "x\n1\n")
    #expect(bare.code("csv.rows(\"\(world.inside.path)/a.csv\")") == "none")
    #expect(
      bare.code("csv.export{of = reps, to = \"\(world.inside.path)/b.csv\"}") == "sandbox.file")
  }

  @Test func theErrorNamesTheFlag() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(
      try world.eval("return select(2, pcall(csv.rows, \"/data/in/a.csv\")).remedy")
        == "\"run with --allow-read /data/in\"")
    #expect(
      try world.eval("return select(2, pcall(csv.export, {of = reps, to = \"b.csv\"})).remedy")
        == "\"run with --allow-write .\"")
  }
}
