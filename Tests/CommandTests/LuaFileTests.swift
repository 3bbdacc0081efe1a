/// Scripts tested by scripts: the files of Tests/Lua, by `tenon test`.
import Foundation
import SalesTesting
import Testing

@Suite struct LuaFileTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func everyFileOfTestsPasses() throws {
    let command = CommandProcess(
      program: try CommandProcess.built("tenon"),
      folder: LuaFileTests.root.deletingLastPathComponent())
    let result = try command.run(["test", "Tests/Lua"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains(" tests, 0 failed"))
  }

  @Test func aFailureIsShownFieldByFieldAndEndsWithOne() throws {
    let fixture = try CommandFixture()
    try fixture.write(
      """
      test("differs", function() expect({a = 1, b = {2, 3}}):equals({a = 1, b = {2, 4}}) end)
      test("text", function() expect("a\\nb"):equals("a\\nc") end)
      test("made", function()
        local made = given{reps = {{code = "R1", name = "Li"}}, customers = {{code = "A", name = "Alpha"}}}
        expect(made.customers[1].name):equals("Alpha")
        expect(customers:count()):equals(1)
      end)
      test("gone", function() expect(customers:count()):equals(0) end)
      test("clock", function() expect(today()):equals(date"2026-06-30") end)
      """, to: "t.lua")
    let result = try fixture.command.run(["test", "t.lua"])
    #expect(result.status == 1)
    #expect(
      result.errors.contains("t.lua:1: test.failed: value.b[2]: expected 4"), "\(result.errors)")
    #expect(result.errors.contains("- c") && result.errors.contains("+ b"))
    #expect(result.output.contains("5 tests, 2 failed"), "\(result.output)")
  }

  @Test func whatIsNoTestIsSaid() throws {
    let fixture = try CommandFixture()
    try fixture.write("print(1)", to: "none.lua")
    #expect(try fixture.command.run(["test", "none.lua"]).errors.contains("test.none"))
    #expect(try fixture.command.run(["test", "gone.lua"]).status == 4)
    try fixture.write("suite{as_of = \"June\"}", to: "bad.lua")
    #expect(try fixture.command.run(["test", "bad.lua"]).errors.contains("test.suite"))
    try fixture.write("suite{sampel = 5}", to: "typo.lua")
    #expect(
      try fixture.command.run(["test", "typo.lua"]).errors.contains("did you mean 'sample'?"))
    #expect(try fixture.run(["eval", "test('x', print)"]).errors.contains("test.only"))
  }
}
