/// The scanner of names: scopes, tokens and comparisons, expected by hand.
import Testing

@testable import TenonCommand

@Suite struct LuaNamesTests {
  private func free(_ text: String) -> [String] { LuaNames(text).uses.map(\.name) }

  @Test(arguments: [
    ("local a = a", ["a"]), ("local a a = 1", []), ("local function f() return f end", []),
    ("local f = function() return f end", ["f"]), ("a.b.c = d.e", ["d", "a"].sorted()),
    ("for i = i, n do x(i) end y(i)", ["i", "n", "x", "y", "i"]),
    ("repeat local q = p until q q()", ["p", "q"]),
    ("if a then local b b() elseif b then c = 1 else d = 2 end", ["a", "b", "c", "d"]),
    ("function m.f(a, ...) return self, a, ... end", ["m", "self"]),
    ("function m.n:f(a) return self, a end", ["m"]),
    ("t = {a = b, [c] = d; e, f = function(g) return g, h end}", ["b", "c", "d", "e", "h", "t"]),
    ("goto a ::a:: break", []), ("s:m 'x' {y} (z)", ["s", "y", "z"]),
    ("-- a\n--[[ b\nc ]] --[==[ d ]] ]==] e()", ["e"]),
    ("x, y.z, w = a", ["y", "a", "x", "w"]), ("local a <close>, b <const> = c", ["c"]),
    ("return 0x1p-4 .. a, 3..2, .5e+3, -b ^ -c", ["a", "b", "c"]),
    ("return \"a\\\"b\" .. 'c\\'d' .. [[e]] .. f", ["f"]),
    ("while a do a = b end", ["a", "b", "a"]),
    ("(f)(g)[h].i = j", ["f", "g", "h", "j"]),
  ])
  func freeNames(_ text: String, _ expected: [String]) {
    #expect(free(text).sorted() == expected.sorted())
  }

  @Test func linesAndWrites() {
    let uses = LuaNames("local s = [[\n\n]] a = 1\n\nfunction b() end\nb.c = \"x\\\ny\" d()").uses
    #expect(uses.map(\.name) == ["a", "b", "b", "d"])
    #expect(uses.map(\.line) == [3, 5, 6, 7])
    #expect(uses.map(\.isWritten) == [true, true, false, false])
    #expect(uses.map(\.range) == [17..<18, 33..<34, 41..<42, 54..<55])
  }

  @Test func topLocals() {
    let names = LuaNames("local a, b = 1 do local c end local function d() local e end f = 1")
    #expect(names.topLocals == ["a", "b", "d"])
  }

  /// Text that is no Lua ends, without a trap.
  @Test(arguments: [
    "", "local", "local local", "function", "for", "for x", "a.", "a[", "{", "f(",
    "[[", "--[[", "\"",
    "\"\\", "if x then", "return return", "::", "goto", "a = ", ")))", "= = =", "x <", "1e", "0x",
    "local a <", "function f(", "repeat", "until", "end end", "[==", "\u{0}\u{1}中文", "a:b",
  ])
  func brokenTextEnds(_ text: String) { _ = LuaNames(text) }

  @Test(arguments: ["(", "{", "-", "not ", "a(", "a[", "2^", "do ", "function f() ", "if "])
  func depthEnds(_ text: String) { _ = LuaNames("x = " + String(repeating: text, count: 100_000)) }

  @Test func whatTheCompilerTakesIsReadWhole() {
    let open = String(repeating: "(", count: 150)
    let close = String(repeating: ")", count: 150)
    #expect(free("return \(open)a\(close)") == ["a"])
  }
}
