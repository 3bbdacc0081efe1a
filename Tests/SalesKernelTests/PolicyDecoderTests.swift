// The policy decoder: every reading refuses what is not there, with the place in Lua's words.
import Testing
import Values

@testable import SalesKernel

@Suite struct PolicyDecoderTests {
  static var values: [(String, PolicyValue)] {
    [
      ("nothing", .null), ("bool true", .bool(true)), ("integer 5", .integer(5)),
      ("number 0.5", .number(0.5)), ("text \"x\"", .text("x")), ("money 5.00", .money(yuan(5))),
      ("span", .span(.zero)), ("a list of 1", .list([.integer(1)])),
      ("a table", .table(["k": .null])),
    ]
  }

  private static func outcome(_ body: () throws(PolicyError) -> Void) -> String {
    do throws(PolicyError) {
      try body()
      return "ok"
    } catch {
      return error.code
    }
  }

  @Test func readsOnlyTheRightKind() {
    let readers: [(Set<String>, (PolicyDecoder) throws(PolicyError) -> Void)] = [
      (["bool true"], { at throws(PolicyError) in _ = try at.bool() }),
      (["integer 5"], { at throws(PolicyError) in _ = try at.integer() }),
      (["integer 5", "number 0.5"], { at throws(PolicyError) in _ = try at.number() }),
      (["text \"x\""], { at throws(PolicyError) in _ = try at.text() }),
      (["money 5.00"], { at throws(PolicyError) in _ = try at.money() }),
      (["span"], { at throws(PolicyError) in _ = try at.span() }),
      ([], { at throws(PolicyError) in _ = try at.day() }),
      (["a list of 1"], { at throws(PolicyError) in _ = try at.list() }),
      (["a table"], { at throws(PolicyError) in _ = try at.dictionary() }),
    ]
    for (accepted, read) in readers {
      for (name, value) in Self.values {
        let outcome = Self.outcome { () throws(PolicyError) in try read(PolicyDecoder(value)) }
        let expected =
          accepted.contains(name) ? "ok" : name == "nothing" ? "policy.missing" : "policy.type"
        #expect(outcome == expected, "\(name), \(accepted)")
      }
    }
  }

  @Test func namesThePlace() throws {
    let value = try LuaTable.parse("return { a = { { b = 1 }, { b = \"x\" } } }")
    let error = #expect(throws: PolicyError.self) {
      for at in try PolicyDecoder(value).table(keys: ["a"])["a"].list() {
        _ = try at.table(keys: ["b"])["b"].integer()
      }
    }
    #expect(error?.path == "policy.a[2].b")
    #expect(error?.message == "policy.a[2].b: expected a whole number, got text \"x\"")
  }

  @Test func unknownKeysSuggest() throws {
    let error = #expect(throws: PolicyError.self) {
      try PolicyDecoder(.table(["levles": .null])).table(keys: ["levels", "name"])
    }
    #expect(error?.code == "policy.key")
    #expect(error?.remedy == "did you mean \"levels\"?")
  }

  @Test(
    arguments: [
      (5.5, "policy.type"), (1e300, "policy.type"), (.nan, "policy.type"), (11, "policy.value"),
      (-1, "policy.value"), (5, "ok"),
    ] as [(Double, String)])
  func integersWithinBounds(_ value: Double, _ expected: String) {
    let outcome = Self.outcome { () throws(PolicyError) in
      _ = try PolicyDecoder(.number(value)).integer(in: 0...10)
    }
    #expect(outcome == expected)
  }

  @Test func emptyTableIsAnEmptyListAndBack() throws {
    #expect(try PolicyDecoder(.table([:])).list().isEmpty)
    #expect(try PolicyDecoder(.list([])).dictionary().keys.isEmpty)
  }

  @Test func labelsInOneOrBothLanguages() throws {
    #expect(try PolicyDecoder(.text("A")).label() == Label("A", "A"))
    let both = try LuaTable.parse("return { en = \"level\", zh = \"等级\" }")
    #expect(try PolicyDecoder(both).label() == Label("level", "等级"))
    let half = try LuaTable.parse("return { en = \"level\" }")
    #expect(throws: PolicyError.self) { try PolicyDecoder(half).label() }
  }

  @Test func negativeDurationsAreRefused() throws {
    let outcome = Self.outcome { () throws(PolicyError) in
      _ = try PolicyDecoder(.span(Span(milliseconds: -1))).duration()
    }
    #expect(outcome == "policy.value")
  }
}
