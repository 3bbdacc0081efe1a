// The library functions that the host has of its own: they give what plain Lua's give, and they are bounded.
import Foundation
import Lua
import Testing

@Suite struct LibraryTests {
  /// Expected values are those of the manual (§6.4 to §6.6), worked out by hand.
  @Test(arguments: [
    ("('hello world'):find('wor')", "7 9"),
    ("('hello'):find('l', -2)", "4 4"),
    ("('a.b'):find('.', 1, true)", "2 2"),
    ("('x'):find('', 10)", "nil"),
    ("('key = value'):match('^(%w+)%s*=%s*(%w+)$')", "key value"),
    ("('  trim  '):match('^%s*(.-)%s*$')", "trim"),
    ("('f(a(b)c)d'):match('%b()')", "(a(b)c)"),
    ("('THE (quick) fox'):find('%f[%a]%a+%f[%A]', 5)", "6 10"),
    ("('hello'):match('()ll()')", "3 5"),
    ("('abcabc'):match('(abc)%1')", "abc"),
    ("('hello world'):gsub('o', '0', 1)", "hell0 world 1"),
    ("('abc'):gsub('%w', '%0%0')", "aabbcc 3"),
    ("('abc'):gsub('', '-')", "-a-b-c- 4"),
    ("('$name is $age'):gsub('%$(%w+)', {name = 'Li'})", "Li is $age 2"),
    ("('a-b'):rep(3, '|')", "a-b|a-b|a-b"),
    ("('Äbc'):upper(), ('ABC'):lower(), ('abc'):reverse()", "ÄBC abc cba"),
    ("utf8.len('铆钉'), utf8.len('\\xff')", "2 nil 1"),
    ("utf8.offset('铆钉x', 3), utf8.offset('铆钉', -1)", "7 4"),
    ("select('#', table.unpack(table.move({1, 2, 3}, 1, 3, 3)))", "5"),
    ("table.concat({1, 2.5, 'x'}, ', ', 2)", "2.5, x"),
    ("table.remove({4, 5, 6}, 1)", "4"),
  ])
  func givesWhatTheManualSays(_ source: String, _ expected: String) throws {
    #expect(text(try TestWorld().run("return \(source)")) == expected)
  }

  /// Twenty thousand calls with made-up arguments give the same in plain Lua, errors included.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: plainLua)))
  func givesWhatPlainLuaGives() throws {
    let seed = Int.random(in: 1...1_000_000_000)
    let rounds = 20_000
    print("libraries: seed \(seed)")
    let path = #filePath.replacingOccurrences(of: "LibraryTests.swift", with: "libraries.lua")
    let world = try TestWorld()
    let chunk = try world.state.load(
      String(contentsOfFile: path, encoding: .utf8), name: "@libraries.lua", in: world.environment)
    // A text may hold any bytes: it crosses as hex digits.
    guard
      case .function(let call) = try world.run(
        """
        return function(f, seed, rounds)
          return (f(seed, rounds):gsub('[^\\n -~]', function(c) return ('\\\\%03d'):format(c:byte()) end))
        end
        """)[0]
    else { return }
    let ours = text(
      try world.state.call(
        call, [.function(chunk), .integer(Int64(seed)), .integer(Int64(rounds))]))
    let plain = try run(
      """
      local f = assert(loadfile('\(path)'))
      io.write((f(\(seed), \(rounds)):gsub('[^\\n -~]', function(c) return ('\\\\%03d'):format(c:byte()) end)))
      """)
    let pairs = zip(
      ours.split(separator: "\n", omittingEmptySubsequences: false),
      plain.split(separator: "\n", omittingEmptySubsequences: false))
    for (index, (mine, theirs)) in pairs.enumerated() where mine != theirs {
      Issue.record("seed \(seed), call \(index + 1): \(mine), plain Lua: \(theirs)")
      break
    }
    #expect(ours.count == plain.count)
  }

  private static let plainLua = "/usr/bin/lua5.4"

  private func run(_ source: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: LibraryTests.plainLua)
    process.arguments = ["-e", source]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
