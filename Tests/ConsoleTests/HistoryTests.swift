import Foundation
import Testing

@testable import Console

@Suite("History")
struct HistoryTests {
  @Test("Chunks of any text come back whole after a restart")
  func roundTrip() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/state/tenon/history"
      let chunks = [
        "1 + 1", "f(\n  1,\n\t2)", "a\\nb", "\\", "\\\\n", "x\r\ny", "#1", "鸿雁👩‍🚀\u{1B}[31m", "\n x",
      ]
      let first = History(file: path)
      for chunk in chunks {
        let isKept = first.add(chunk)
        #expect(isKept)
      }
      #expect(first.problem == nil)
      #expect(History(file: path).entries == chunks)
      try expectPermissions(path, 0o600)
      try expectPermissions(folder + "/state/tenon", 0o700)
    }
  }

  @Test("Random chunks round-trip through the file's escapes")
  func escapes() {
    let seed: UInt64 = 20_261_123
    var state = seed
    let pieces = ["\\", "n", "r", "\n", "\r", "a", "张", "\\n", "\r\n", "\t", "e\u{301}"]
    for round in 0..<2_000 {
      var chunk = ""
      for _ in 0..<(round % 9) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        chunk += pieces[Int(state >> 33) % pieces.count]
      }
      let line = HistoryFile.escaped(chunk)
      #expect(
        HistoryFile.unescaped(line).unicodeScalars.elementsEqual(chunk.unicodeScalars),
        "seed \(seed) round \(round)")
      #expect(!line.utf8.contains(0x0A))
    }
  }

  @Test(
    "What is not kept",
    arguments: [
      "", "  ", "\n", " x = 1", "token = \"abc\"", "login{ token='x' }", "t[\"token\"] = 1",
      "PASSWORD: hunter2",
      "set_password(1)", "api_key = 1", "my_secret = 2", "tokens = {}", "{token: \"x\"}",
    ])
  func refused(_ chunk: String) {
    let history = History(file: nil)
    let isKept = history.add(chunk)
    #expect(!isKept)
    #expect(history.entries.isEmpty)
  }

  @Test(
    "What is kept",
    arguments: [
      "customers:where(\"token\")", "x.token == 1", "print(token)", "tokenise(x)", "a = 1 -- new",
    ])
  func kept(_ chunk: String) {
    let history = History(file: nil)
    let isKept = history.add(chunk)
    #expect(isKept)
  }

  @Test("Equal neighbours are kept once, also across sessions")
  func neighbours() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/history"
      let first = History(file: path)
      first.add("a")
      first.add("a")
      first.add("b")
      first.add("a")
      let second = History(file: path)
      let isKept = second.add("a")
      #expect(!isKept)
      #expect(History(file: path).entries == ["a", "b", "a"])
    }
  }

  @Test("Sessions side by side each append; a file open to others is closed to them")
  func sideBySide() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/history"
      _ = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o644])
      let one = History(file: path)
      let two = History(file: path)
      one.add("1")
      two.add("2")
      one.add("3")
      #expect(History(file: path).entries == ["1", "2", "3"])
      try expectPermissions(path, 0o600)
    }
  }

  @Test("The file is cut to the limit once it is twice as long")
  func limit() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/history"
      let history = History(file: path, limit: 3)
      for index in 1...9 { history.add("\(index)") }
      #expect(history.entries == ["7", "8", "9"])
      #expect(History(file: path, limit: 3).entries == ["7", "8", "9"])
      #expect(History(file: path, limit: 100).entries == ["7", "8", "9"])
      try expectPermissions(path, 0o600)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files == ["history"])
    }
  }

  @Test("A file that cannot be used is a note, not an end; broken UTF-8 does no harm")
  func trouble() throws {
    try withTemporaryFolder { folder in
      let history = History(file: folder)
      let isKept = history.add("a")
      #expect(isKept)
      #expect(history.entries == ["a"])
      #expect(history.problem?.contains(folder) == true)
      let path = folder + "/broken"
      _ = FileManager.default.createFile(
        atPath: path, contents: Data([0x61, 0xFF, 0x0A, 0x0A, 0x62, 0x5C]))
      #expect(History(file: path).entries == ["a\u{FFFD}", "b"])
    }
  }

  @Test("Search gives the last entries that hold a text")
  func search() {
    let history = History(file: nil)
    for chunk in ["a1", "b", "a2", "a3"] { history.add(chunk) }
    #expect(history.entries(containing: "a", last: 2) == ["a2", "a3"])
    #expect(history.entries(containing: "", last: 1) == ["a3"])
    #expect(history.entries(containing: "z") == [])
  }

  @Test("Where it is kept")
  func place() throws {
    try withTemporaryFolder { folder in
      let deep = folder + "/a/b"
      try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
      let environment = ["HOME": "/home/x", "XDG_STATE_HOME": "/state"]
      #expect(
        HistoryPlace.path(workingFolder: deep, environment: environment) == "/state/tenon/history")
      #expect(
        HistoryPlace.path(
          workingFolder: deep, environment: ["HOME": "/home/x", "XDG_STATE_HOME": "relative"])
          == "/home/x/.local/state/tenon/history")
      #expect(HistoryPlace.path(workingFolder: deep, environment: [:]) == nil)
      try FileManager.default.createDirectory(
        atPath: folder + "/.tenon", withIntermediateDirectories: true)
      #expect(
        HistoryPlace.path(workingFolder: deep, environment: environment) == folder
          + "/.tenon/history")
    }
  }
}
