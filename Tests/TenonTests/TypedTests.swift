// Swift functions and classes as scripts see them: what crosses, and what is said of what does not.
import Tenon
import Testing

@Suite struct TypedTests {
  let host: ScriptHost

  init() throws {
    host = try ScriptHost.inMemory(options: .init(actor: "tester", seconds: 20))
    try Gauge.define(on: host)
    try host.define("sums.of") { (numbers: [Int]) in numbers.reduce(0) { $0 &+ $1 } }
    try host.define("sums.named") { (table: [String: Double]) in
      table.mapValues { $0 * 2 }
    }
    try host.define("sums.nested") { (rows: [[String]]) in rows.map { $0.joined() } }
    try host.define("later", about: "The day after so many days.") { (day: Day, days: Int) in
      try day.adding(days: days)
    }
    try host.define("nothing") { (_: String?) in }
    try host.define("four") { (a: Bool, b: Int64, c: Double, d: String) in "\(a) \(b) \(c) \(d)" }
  }

  /// The expression's value as a literal.
  private func value(_ expression: String) throws -> String {
    try host.evaluate(expression).values.map(\.literal).joined(separator: ", ")
  }

  private func fails(_ chunk: String) -> ScriptFailure? {
    do { try host.run(chunk, as: "test.lua") } catch { return error }
    return nil
  }

  @Test(arguments: [
    ("sums.of{1, 2, 3}", "6"), ("sums.of{}", "0"),
    ("sums.named{a = 1.5}.a", "3.0"), ("sums.nested{{\"a\", \"b\"}, {}}[1]", "\"ab\""),
    ("#sums.nested{{\"a\", \"b\"}, {}}", "2"),
    ("later(date\"2026-02-28\", 1)", "date\"2026-03-01\""), ("nothing()", ""),
    ("four(true, 2, 3, \"x\")", "\"true 2 3.0 x\""),
    ("gauge(\"a\", 2).level", "2.0"), ("gauge(\"a\").note", "nil"),
    ("gauge(\"a\", 2.5).size", "3"), ("gauge(\"a\", 1):plus(gauge(\"b\", 2)).code", "\"a+b\""),
    ("gauge(\"a\", 3):cost(yuan(5))", "money\"15.00\""), ("tostring(gauge(\"a\"))", "\"gauge a\""),
    (
      "(function() local g = gauge(\"a\") g:raise(4) g.level = g.level * 2 return g.level end)()",
      "8.0"
    ),
    ("(function() local g = gauge(\"a\") g.note = \"x\" g.note = nil return g.note end)()", "nil"),
    (
      "(function() local g = gauge(\"a\") g.parts = {\"p\", \"q\"} return g.parts[2] end)()",
      "\"q\""
    ),
    ("(function() local g = gauge(\"a\") return g == g and g ~= gauge(\"a\") end)()", "true"),
  ])
  func whatCrosses(expression: String, expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(arguments: [
    ("return sums.of(5)", "sums.of: argument #1: expected list of integer, got number"),
    ("return sums.of{1, \"x\"}", "sums.of: element 2: expected integer, got string"),
    ("return sums.of{1, nil, 3}", "sums.of: expected a list of integer, and element 2 is missing"),
    ("return sums.of{n = 1}", "sums.of: expected a list of integer, got a table with named fields"),
    ("return sums.of{1.5}", "sums.of: element 1: expected integer, got number"),
    ("return sums.named{a = {}}", "sums.named: a: expected number, got table"),
    ("return sums.named{1}", "sums.named: expected named fields, as {name = …}"),
    ("return later(5, 1)", "later: argument #1: expected date, got number"),
    ("return later(today(), 0/0)", "later: argument #2: expected integer, got number"),
    ("return later()", "later: argument #1: expected date, got nil"),
    ("return nothing(1)", "nothing: argument #1: expected string or nil, got number"),
    ("return gauge(\"a\"):raise(\"x\")", "gauge:raise: argument #1: expected number, got string"),
    ("return gauge(\"a\"):plus(5)", "gauge:plus: argument #1: expected gauge, got number"),
    (
      "return gauge(\"a\"):plus(customers)",
      "gauge:plus: argument #1: expected gauge, got QueryObject"
    ),
    ("return gauge(\"a\").raise(1)", "gauge:raise: expected a gauge before it, got number"),
    ("gauge(\"a\").level = \"x\"", "gauge.level: expected number, got string"),
    ("gauge(\"a\").note = 5", "gauge.note: expected string or nil, got number"),
    ("gauge(\"a\").parts = {1}", "gauge.parts: element 1: expected string, got number"),
  ])
  func whatDoesNotCrossIsNamed(chunk: String, message: String) throws {
    let failure = try #require(fails("local x = 1\n" + chunk))
    #expect(failure.code == "script.argument")
    #expect(failure.message.hasSuffix(message), "\(failure.message)")
    #expect(failure.line == 2)
    #expect(failure.chunk == "test.lua")
  }

  @Test(arguments: [
    ("return gauge(\"a\").levle", "script.unknown_member", "did you mean 'level'?"),
    ("gauge(\"a\").leve = 1", "script.unknown_member", "did you mean 'level'?"),
    ("gauge(\"a\").code = \"b\"", "script.read_only", "what can be is level, note, parts"),
    ("gauge(\"a\").raise = 1", "script.read_only", "what can be is level, note, parts"),
    ("return gauge(\"a\")[1]", "script.unknown_member", ""),
    ("gauge(\"a\")[{}] = 1", "script.unknown_member", ""),
    ("return guage(\"a\")", "script.undefined_name", "did you mean 'gauge'?"),
  ])
  func namesThatAreNotThere(chunk: String, code: String, remedy: String) throws {
    let failure = try #require(fails(chunk))
    #expect(failure.code == code)
    #expect(failure.remedy == remedy)
  }

  /// Nothing of these may do more than raise.
  @Test(arguments: [
    "return #gauge(\"a\")", "return gauge(\"a\")()", "return gauge(\"a\") + 1",
    "return gauge(\"a\") < gauge(\"b\")", "return gauge(\"a\") .. \"x\"",
    "return setmetatable(gauge(\"a\"), {})", "return gauge(\"a\")[nil]", "return gauge(\"a\\xff\")",
    "gauge(\"a\").note = \"\\xff\"", "return gauge(\"a\")[\"\\xff\"]",
    "local t = {} t[1] = t return sums.nested(t)", "return gauge(\"a\").plus(nil, nil)",
    "return gauge(\"a\", -1).size",
  ])
  func hostileUse(chunk: String) throws {
    #expect(fails(chunk) != nil)
    #expect(try value("gauge(\"a\").code") == "\"a\"")
  }

  @Test func aSwiftErrorComesBackUnchanged() throws {
    let failure = try #require(fails("local g = gauge(\"g1\", -1)\nreturn g.size"))
    #expect(failure.cause as? Broken == Broken(gauge: "g1"))
    #expect(failure.place == "test.lua:2")
    // A script that catches it goes on.
    #expect(try value("(pcall(function() return gauge(\"g1\", -1).size end))") == "false")
  }

  @Test func helpKnowsWhatWasDefined() throws {
    #expect(
      host.help.text(for: "later")
        == "later(date, integer)\n  The day after so many days.\n  gives: date")
  }

  /// Counted by the test itself: others make gauges at the same time.
  @Test func objectsLiveAsLongAsSomebodyHoldsThem() throws {
    final class Made {
      final class Weakly { weak var gauge: Gauge? }
      var all: [Weakly] = []
      var alive: [String] { all.compactMap(\.gauge?.code) }
    }
    let made = Made()
    try host.define("tracked") { (code: String) in
      let gauge = Gauge(code)
      let one = Made.Weakly()
      one.gauge = gauge
      made.all.append(one)
      return gauge
    }
    try host.run("for i = 1, 100 do tracked(\"x\" .. i) end", as: "many.lua")
    let kept = try host.evaluate("tracked(\"kept\")").values
    host.close()
    #expect(made.all.count == 101)
    #expect(made.alive == ["kept"])
    guard case .object(let object)? = kept.first else {
      Issue.record("no object")
      return
    }
    #expect((object as? Gauge)?.code == "kept")
  }
}
