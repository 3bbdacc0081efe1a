/// What `tenon check` says of scripts by the types of the language, and what it leaves alone.
import Foundation
import SalesScript
import SalesTesting
import Testing
import Values

@testable import TenonCommand

@Suite struct ScriptCheckTests {
  private static func model() throws -> LanguageModel {
    let streams = Streams(try OutputOptions.parse([]), isSilent: true)
    let host = try ScriptHost(
      store: nil, options: .init(clock: try Instant(parsing: "2026-06-30T09:00:00+08:00")),
      output: TerminalOutput(streams))
    return try LanguageModel(host: host)
  }

  private static func findings(
    _ source: String, _ model: LanguageModel, isPlanOnly: Bool = false
  ) -> [CheckFinding] {
    ScriptCheck(
      ScriptFile(path: "a.lua", source: source), model, isPlanOnly: isPlanOnly
    ).findings
  }

  /// Code and place as `code@line:column+length`.
  private static func places(_ source: String, _ model: LanguageModel) -> [String] {
    let places = SourcePlaces(source)
    return findings(source, model).map { finding in
      let start = places.place(of: finding.range.lowerBound)
      return "\(finding.code)@\(start.line):\(start.column)+\(places.length(of: finding.range))"
    }
  }

  private static let bad: [(String, [String])] = [
    ("print(customers:first().nmae)", ["check.unknown_field@1:25+4"]),
    ("print('客户', customers:first():ordrs())", ["check.unknown_method@1:31+5"]),
    ("print(customers:were{level = 'A'})", ["check.unknown_method@1:17+4"]),
    ("print(customers:where{levle = 'A'}:count())", ["check.unknown_field@1:23+5"]),
    ("print(customers:where{stage = 'retian'}:count())", ["check.unknown_choice@1:32+6"]),
    ("print(customers:where{stage = {'retain', 'x'}}:count())", ["check.unknown_choice@1:43+1"]),
    ("print(customers:select('cod'):rows())", ["check.unknown_field@1:25+3"]),
    ("print(customers:order_by('-levle'):first())", ["check.unknown_field@1:28+5"]),
    ("print(customers:sum('anual_purchase'))", ["check.unknown_field@1:22+14"]),
    ("print(customers:where('level == \"A\" and lvl'):count())", ["check.unknown_field@1:41+3"]),
    ("customers:create{nam = 'x'}", ["check.unknown_field@1:18+3"]),
    ("customers:update{levl = 'A'}", ["check.unknown_field@1:18+4"]),
    ("customers:update{stage = 'x'}", ["check.unknown_choice@1:27+1"]),
    ("local c = customers:first() c.stage = 'x'", ["check.unknown_choice@1:40+1"]),
    ("local c = customers:first() c.stag = 'x'", ["check.unknown_field@1:31+4"]),
    ("local c = customers:first() print(c.stage == 'x')", ["check.unknown_choice@1:47+1"]),
    ("for o in orders:each() do print(o.amonut) end", ["check.unknown_field@1:35+6"]),
    (
      "for _, o in ipairs(orders:top(3, 'amount')) do print(o.x) end",
      ["check.unknown_field@1:56+1"]
    ),
    (
      "local function f(c) return c.nope end customers:update{level = f}",
      ["check.unknown_field@1:30+4"]
    ),
    ("local function f(c) return c.nope end f(customers:first())", ["check.unknown_field@1:30+4"]),
    (
      "local function f() return customers:first() end print(f().nope)",
      ["check.unknown_field@1:59+4"]
    ),
    ("print(pricing.pirce{})", ["check.unknown_function@1:15+5"]),
    ("service.open{knid = 'x'}", ["check.unknown_option@1:14+4"]),
    ("print(service.respond(1, {att = now()}))", ["check.unknown_option@1:27+3"]),
    ("print(wan(5):is_zreo())", ["check.unknown_method@1:14+7"]),
    ("print(wan(5) == 0)", ["check.money_equality@1:7+11"]),
    ("print(wan(5) * 2 - yuan(1) ~= 0)", ["check.money_equality@1:7+25"]),
    ("print(customers:first().annual_purchase == 0)", ["check.money_equality@1:7+38"]),
    ("print(customers:sum('annual_purchase') == 0)", ["check.money_equality@1:7+37"]),
    ("print(customers:where('annual_purchase == 0'):count())", ["check.money_equality@1:24+20"]),
    ("customers:where{level = 'A'}", ["check.unused_result@1:11+5"]),
    ("customers:frame{'level'}", ["check.unused_result@1:11+5"]),
    ("wan(5)", ["check.unused_result@1:1+3"]),
  ]

  @Test func findsWithTheirPlaces() throws {
    let model = try Self.model()
    for (source, expected) in Self.bad {
      #expect(Self.places(source, model) == expected, "\(source)")
    }
  }

  /// What is not certain is not said.
  @Test(arguments: [
    "local c = something and customers:first() or nil print(c)",
    "local t = {} t.x = 1 print(t.y)",
    "local c = customers:first() c = orders:first() print(c.amount)",
    "local q = customers q = q:where{level = 'A'} print(q:count())",
    "local function f(c) return c.anything end f(1) customers:update{level = f}",
    "local function f(c) return c.anything end pcall(f, {})",
    "for _, r in ipairs(customers:limit(3):rows()) do print(r.whatever) end",
    "print(customers:first().id, customers:first():totable().name)",
    "print(customers:first():follow('owner').region)",
    "customers:where{id = 3}:update{level = 'string.upper(level)'}",
    "print(customers:where(\"name == 'x' and math.max(1, 2) > 1\"):count())",
    "print(customers:order_by('-id'):first())",
    "plan(function() customers:update{level = 'A'} end)",
    "local customers = {} print(customers.x) customers:y()",
    "print(wan(5) == yuan(0), customers:first().credit == 0)",
    "customers:each(function(c) print(c.name) end)",
    "report{title = 'x', {'a', 1}}",
  ])
  func leavesAlone(_ source: String) throws {
    let found = Self.findings(source, try Self.model()).filter {
      !($0.code == "script.undefined_name" && source.contains("something"))
    }
    #expect(found.map(\.message) == [])
  }

  @Test func certainFixes() throws {
    let model = try Self.model()
    let rows: [(String, String)] = [
      ("print(customers:first().nmae)", "print(customers:first().name)"),
      ("print(wan(5) == 0)", "print(wan(5):is_zero())"),
      ("print(0 == wan(5))", "print(yuan(0) == wan(5))"),
      ("print(wan(5) ~= 0)", "print(wan(5) ~= yuan(0))"),
      (
        "print(customers:first().annual_purchase == 0)",
        "print(customers:first().annual_purchase == yuan(0))"
      ),
      (
        "print(customers:sum('annual_purchase') == 0)",
        "print(customers:sum('annual_purchase') == 0)"
      ),
      ("print(wan(5) == 1)", "print(wan(5) == 1)"),
      (
        "print(customers:where{stage = 'retian', levle = 1})",
        "print(customers:where{stage = 'retain', level = 1})"
      ),
      ("prnt(1)", "print(1)"),
    ]
    for (source, expected) in rows {
      #expect(SourceFixes(Self.findings(source, model), in: source).source == expected)
    }
    let fixes = SourceFixes(Self.findings("-- 客户\nprnt(1)\n", model), in: "-- 客户\nprnt(1)\n")
    #expect(fixes.diff(of: "a.lua") == "a.lua:2\n-prnt(1)\n+print(1)\n")
  }

  @Test func planOnly() throws {
    let model = try Self.model()
    let changing = [
      "customers:create{name = 'x'}", "customers:where{id = 1}:delete()",
      "customers:update{level = 'A'}", "customers:first().level = 'A'", "tiering.apply{}",
      "local apply = tiering.apply apply{}", "for c in customers:each() do c.level = 'B' end",
    ]
    for source in changing {
      #expect(Self.findings(source, model).isEmpty)
      let header = "#!/usr/bin/env tenon\n-- A report.\n-- tenon: plan-only\n\n"
      #expect(
        Self.findings("--" + header + source, model).map(\.code) == ["check.plan_only"], "\(source)"
      )
      #expect(Self.findings(source, model, isPlanOnly: true).map(\.code) == ["check.plan_only"])
    }
    #expect(Self.findings("print(1)\n-- tenon: plan-only\ntiering.apply{}", model).isEmpty)
    let tried = "plan(function() tiering.apply{} customers:first().level = 'A' end)"
    #expect(Self.findings(tried, model, isPlanOnly: true).isEmpty)
  }

  /// Everything that ships, and every example of the help, is free of findings.
  @Test func whatShipsIsClean() throws {
    let model = try Self.model()
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var count = 0
    for folder in ["scripts", "stdlib-lua"] {
      let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      while let path = paths?.nextObject() as? String {
        guard path.hasSuffix(".lua"), !path.hasPrefix("lang/") else { continue }
        let source = try String(
          contentsOf: root.appending(path: folder).appending(path: path), encoding: .utf8)
        let found = Self.findings(source, model)
        #expect(found.map { "\($0.code): \($0.message)" } == [], "\(folder)/\(path)")
        count += 1
      }
    }
    #expect(count > 100)
    for entry in model.help.entries where entry.place == .anywhere {
      let found = Self.findings(entry.example, model).filter { $0.code != "check.unused_result" }
      #expect(found.map { "\($0.code): \($0.message)" } == [], "\(entry.name): \(entry.example)")
    }
  }

  /// Lua in the documents, but what shows a mistake on purpose.
  @Test func codeInDocumentsIsClean() throws {
    let model = try Self.model()
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var count = 0
    for file in ["README.md", "README.zh-CN.md", "docs/tutorial.md"] {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      for block in text.components(separatedBy: "```lua\n").dropFirst() {
        let source = block.components(separatedBy: "```")[0]
        if source.contains("tenon> ") { continue }
        let found = Self.findings(source, model).filter {
          $0.isError && $0.code != "script.undefined_name"
        }
        #expect(found.map { "\($0.code): \($0.message)" } == [], "\(file): \(source)")
        count += 1
      }
    }
    #expect(count > 0)
  }

  /// What the signatures say of options is what the functions admit: they name them all when they refuse one.
  @Test func optionsAreThoseOfTheFunctions() throws {
    let streams = Streams(try OutputOptions.parse([]), isSilent: true)
    let host = try ScriptHost(
      store: nil, options: .init(clock: try Instant(parsing: "2026-06-30T09:00:00+08:00")),
      output: TerminalOutput(streams))
    let model = try LanguageModel(host: host)
    var asked = 0
    for entry in model.help.entries where !entry.name.contains(":") {
      guard let options = model.signature(of: entry).options(at: 0) else { continue }
      var remedy = ""
      do {
        _ = try host.run("\(entry.name){zzqqzzqqzz = 1}", name: "=t", mode: .plan, kind: .script)
      } catch { remedy = ErrorFacts.of(error).remedy }
      guard remedy.hasPrefix("the options are ") else { continue }
      asked += 1
      if options.names.isEmpty { continue }
      let admitted = remedy.dropFirst("the options are ".count).components(separatedBy: ", ")
      let named = options.names.map(\.name)
      if options.isOpen {
        #expect(Set(named).subtracting(admitted) == [], "\(entry.signature)")
      } else {
        #expect(Set(named) == Set(admitted), "\(entry.signature)")
      }
    }
    #expect(asked > 50)
  }

  @Test func whatDoesNotParseEnds() throws {
    let model = try Self.model()
    for text in [
      "customers:where{", "x = customers:first().", "for c in customers:each(", "f(\"",
      "a.b:c{d = \"e",
    ] {
      _ = Self.findings(text, model)
    }
    for text in ["(", "{", "-", "a(", "a.b:c{", "f(function() ", "a == ", "x:y()", "1 + "] {
      _ = Self.findings("x = " + String(repeating: text, count: 20_000), model)
    }
  }
}
