// What a script can reach, by name: a list that changes only by somebody's decision.
import Foundation
import Lua
import Testing
import Values

@testable import SalesScript

@Suite struct SandboxTests {
  /// Every function and value that a chunk reaches from its globals, through tables.
  private static let walk = """
    local out, seen = {}, {[_G] = true}
    local function visit(prefix, t)
      for key, value in pairs(t) do
        local name = prefix .. tostring(key)
        if type(value) == "table" and not seen[value] then
          seen[value] = true
          visit(name .. ".", value)
        elseif value ~= _G then
          out[#out + 1] = name
        end
        assert(not getmetatable(value), name .. " shows its metatable")
      end
    end
    visit("", _G)
    table.sort(out)
    return table.concat(out, "\\n")
    """

  private func names(_ grants: ScriptHost.Grants = .init()) throws -> Set<String> {
    let host = try ScriptHost(
      store: nil,
      options: .init(
        clock: Instant(parsing: "2026-06-30T12:00:00+08:00"), seed: 7, grants: grants),
      output: CapturedOutput())
    guard
      case .string(let list)? = try host.run(
        SandboxTests.walk, name: "=walk", mode: .plan, kind: .script
      ).values.first
    else { return [] }
    return Set(list.split(separator: "\n").map(String.init))
  }

  private static var golden: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "reachable.txt")
  }

  @Test func scriptsReachWhatTheListSays() throws {
    let reached = try names()
    if ProcessInfo.processInfo.environment["TENON_RECORD"] != nil {
      try (reached.sorted().joined(separator: "\n") + "\n")
        .write(to: SandboxTests.golden, atomically: true, encoding: .utf8)
    }
    let listed = Set(
      try String(contentsOf: SandboxTests.golden, encoding: .utf8).split(separator: "\n")
        .map(String.init))
    #expect(reached.subtracting(listed) == [], "new names: decide, then run with TENON_RECORD=1")
    #expect(listed.subtracting(reached) == [])
  }

  /// None of these, by any grant of the command.
  @Test func dangerousNamesAreNotThere() throws {
    let reached = try names(.init(read: ["/"], write: ["/"]))
    for name in [
      "io", "package", "dofile", "loadfile", "loadstring", "os.execute", "os.exit", "os.getenv",
      "os.remove", "os.rename", "os.setlocale", "os.tmpname", "string.dump", "debug.sethook",
      "debug.getinfo", "debug.setmetatable", "debug.getregistry", "math.randomseed",
    ] {
      #expect(!reached.contains { $0 == name || $0.hasPrefix(name + ".") }, "\(name)")
    }
  }

  /// Folders change what functions do, not which there are.
  @Test func foldersAddNoNames() throws {
    #expect(try names(.init(read: ["/tmp"], write: ["/tmp"])) == names())
  }

  @Test func aGrantAddsItsNameAlone() throws {
    let plain = try names()
    #expect(try names(.init(names: ["os.getenv"])).subtracting(plain) == ["os.getenv"])
    #expect(try names(.init(names: ["string.dump"])).subtracting(plain) == ["string.dump"])
    #expect(
      try names(.init(names: ["os"])).subtracting(plain) == [
        "os.execute", "os.getenv", "os.remove", "os.rename", "os.tmpname",
      ])
    #expect(
      try names(.init(names: ["io"])).subtracting(plain) == [
        "io.close", "io.input", "io.lines", "io.open", "io.output", "io.popen", "io.read",
        "io.tmpfile", "io.type", "io.write",
      ])
  }

  @Test(arguments: ["os.exit", "debug.sethook", "package", "string", "io.", "", "OS.GETENV"])
  func otherNamesCannotBeGranted(_ name: String) throws {
    let error = #expect(throws: LuaError.self) { try names(.init(names: [name])) }
    #expect(error?.code == "sandbox.grant")
    #expect(error?.remedy.contains("os.getenv") == true)
  }

  @Test func aFileHandleIsNoObjectOfTheHosts() throws {
    let host = try ScriptHost(
      store: nil,
      options: .init(
        clock: Instant(parsing: "2026-06-30T12:00:00+08:00"), grants: .init(names: ["io"])),
      output: CapturedOutput())
    func code(_ source: String) -> String {
      do {
        _ = try host.run(source, name: "=x", mode: .plan, kind: .script)
        return ""
      } catch {
        return ErrorFacts.of(error).code
      }
    }
    #expect(code("local f = io.tmpfile() f:write('x') f:close() print(f)") == "")
    #expect(code("local f = io.tmpfile() wan(f)") != "")
    #expect(code("local f = io.tmpfile() customers.where(f)") != "")
    #expect(code("getmetatable(io.tmpfile()).__gc = nil") == "script.error")
  }
}

@Suite struct ClockTests {
  /// The clock of the run is 2026-06-30 12:00 in Shanghai; expected values from date(1).
  @Test(arguments: [
    ("os.time()", "1782792000"),
    ("os.date('%Y-%m-%d %H:%M:%S')", "2026-06-30 12:00:00"),
    ("os.date('!%F %T')", "2026-06-30 04:00:00"),
    ("os.date('%A %d %B, day %j, week %V')", "Tuesday 30 June, day 181, week 27"),
    ("os.date('%x %X', 0)", "01/01/70 08:00:00"),
    ("os.date('%z 100%%')", "+0800 100%"),
    ("os.date('*t').year", "2026"),
    ("os.date('*t').wday", "3"),
    ("os.time{year = 2026, month = 6, day = 30}", "1782792000"),
    ("os.time{year = 2026, month = 7, day = 0, hour = 0}", "1782748800"),
    ("os.difftime(os.time(), 1782791990)", "10.0"),
  ])
  func theClockIsTheRuns(_ source: String, _ expected: String) throws {
    let host = try ScriptHost(
      store: nil, options: .init(clock: Instant(parsing: "2026-06-30T12:00:00+08:00")),
      output: CapturedOutput())
    let value = try host.run(
      "return tostring(\(source))", name: "=x", mode: .plan, kind: .script
    ).values.first
    guard case .string(let text)? = value else { return }
    #expect(text == expected)
  }

  @Test(arguments: [
    "os.date('%')", "os.date('%Q')", "os.date('%c', 1 << 62)", "os.time{}", "os.time{year = 1e300}",
    "os.time{year = 2026, month = 0/0, day = 1}", "os.time{year = 1 << 40, month = 1, day = 1}",
    "os.date('%c', 'x')", "os.difftime()",
  ])
  func badTimesAreErrors(_ source: String) throws {
    let host = try ScriptHost(
      store: nil, options: .init(clock: Instant(parsing: "2026-06-30T12:00:00+08:00")),
      output: CapturedOutput())
    let error = #expect(throws: LuaError.self) {
      try host.run("return \(source)", name: "=x", mode: .plan, kind: .script)
    }
    #expect(error?.code == "script.argument", "\(error?.code ?? "")")
  }
}
