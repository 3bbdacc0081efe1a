// Playbooks: what is read, what is refused, what lint finds, and what is missing for a move.
import Testing
import Values

@testable import SalesKernel

@Suite struct PlaybookTests {
  /// Three open stages and the won one; a skip, a way back, conditions, nodes with and without reviews.
  private static let text = """
    return {
      name = "p", title = "P", source = "us", version = "1", won = "sold",
      stages = {
        { key = "a", title = "A", probability = 0.1, source = "us", next = { "b", "c" },
          nodes = {
            { key = "n1", title = "N1", deliverable = "paper 1", role = "sales", limit = days(2), source = "us" },
            { key = "n2", title = "N2", deliverable = "paper 2", role = "sales", required = false, source = "us" },
          } },
        { key = "b", title = "B", probability = 0.3, source = "us", back = { "a" }, limit = days(10),
          entry = { "amount" }, exit = { { when = "expected_close", title = "a day" } },
          nodes = {
            { key = "n3", title = "N3", deliverable = "paper 3", role = "technical", limit = days(5),
              reviews = { "legal", "csm" }, source = "us" },
          } },
        { key = "c", title = "C", probability = 0.6, source = "us" },
        { key = "sold", title = "Sold", probability = 1, source = "us" },
      },
    }
    """

  /// A compiler whose expressions are the name of one field: true where that has a value.
  private struct FieldCompiler: RuleCompiler {
    func compile(_ text: String, entity: Entity, extra: [String]) throws -> any Rule {
      ClosureRule(text: text, fields: [text]) { $0[0] }
    }
  }

  private func playbook(_ text: String = PlaybookTests.text) throws -> Playbook {
    try Playbook(
      decoding: LuaTable.parse(text), entity: Opportunity.schema.entity, compiler: FieldCompiler())
  }

  private func changed(_ old: String, _ new: String) throws -> Playbook {
    #expect(Self.text.contains(old), "\(old)")
    return try playbook(Self.text.replacingOccurrences(of: old, with: new))
  }

  private func opportunity(
    _ change: (inout Opportunity) -> Void = { _ in }
  ) throws -> any RecordReader {
    var item = Opportunity(playbook: "p", stage: "a", openedOn: try day("2026-01-05"))
    change(&item)
    return item.reader
  }

  @Test func withoutNextTheStageBehindFollows() throws {
    let playbook = try playbook()
    #expect(playbook.stages.map(\.next) == [["b", "c"], ["c"], ["sold"], []])
    #expect(playbook.allowed(from: 1) == ["c", "a"])
    #expect(playbook.direction(from: 0, to: 2) == .forward)
    #expect(playbook.direction(from: 1, to: 0) == .back)
    #expect(playbook.direction(from: 0, to: 3) == nil)
    #expect(playbook.direction(from: 2, to: 0) == nil)
    #expect(playbook.won == 3)
    #expect(playbook.roles == ["sales", "technical", "legal", "csm"])
  }

  @Test func whatIsMissingIsNamed() throws {
    let playbook = try playbook()
    let (bare, known) = (
      try opportunity(),
      try opportunity {
        $0.amount = yuan(1)
        $0.expectedClose = $0.openedOn
      }
    )
    func missing(
      _ item: any RecordReader, _ done: [String: NodeProgress], _ from: Int, _ to: Int
    ) throws -> [String] {
      try playbook.missing(for: item, done, from: from, to: to).map { "\($0.kind) \($0.key)" }
    }
    let handed = NodeProgress(doneOn: try day("2026-01-06"))
    #expect(try missing(bare, [:], 0, 1) == ["deliverable n1", "condition amount"])
    #expect(try missing(known, ["n1": handed], 0, 1) == [])
    #expect(try missing(bare, ["n1": handed], 0, 2) == [], "an allowed skip leaves b out")
    #expect(
      try missing(bare, [:], 0, 3) == [
        "deliverable n1", "deliverable n3", "condition expected_close",
      ]
    )
    #expect(try missing(known, ["n3": handed], 1, 2) == ["review n3", "review n3"])
    let passed = NodeProgress(doneOn: handed.doneOn, passed: ["legal", "csm", "other"])
    #expect(try missing(known, ["n3": passed], 1, 2) == [])
    #expect(try missing(bare, [:], 2, 1) == [], "falling back asks for nothing")
  }

  @Test func errorsSayWhatIsMissingAndWhereToGo() throws {
    let playbook = try playbook()
    func failure(_ from: Int, _ to: Int) throws -> ValidationError? {
      let missing = try playbook.missing(for: opportunity(), [:], from: from, to: to)
      do {
        try playbook.require("O-1", from: from, to: to, missing: missing)
        return nil
      } catch { return error }
    }
    let lacking = try failure(0, 1)
    #expect(lacking?.code == "playbook.missing")
    #expect(
      lacking?.message
        == "opportunity O-1 cannot move from a to b; it lacks deliverable n1 (paper 1, by sales), "
        + "condition \"amount\"")
    let barred = try failure(0, 3)
    #expect(barred?.code == "playbook.move")
    #expect(barred?.remedy == "from a it may move to b, c")
    #expect(try failure(3, 0)?.remedy == "sold is its last stage")
    #expect(throws: ValidationError.self) { try playbook.index(of: "sodl") }
    #expect(throws: ValidationError.self) { try playbook.node("n9") }
    #expect(try playbook.node("n3").stage == 1)
  }

  @Test(arguments: [
    ("key = \"c\"", "key = \"b\"", "policy.duplicate"),
    ("key = \"c\"", "key = \"lost\"", "policy.value"),
    ("key = \"c\"", "key = \"C c\"", "policy.value"),
    ("next = { \"b\", \"c\" }", "next = { \"d\" }", "policy.value"),
    ("next = { \"b\", \"c\" }", "next = { \"b\", \"b\" }", "policy.duplicate"),
    ("back = { \"a\" }", "back = { \"c\" }", "policy.value"),
    ("won = \"sold\"", "won = \"slod\"", "policy.value"),
    ("probability = 0.6", "probability = 1.6", "policy.value"),
    ("probability = 0.6", "probability = \"high\"", "policy.type"),
    ("limit = days(10)", "limit = days(-1)", "policy.value"),
    ("limit = days(10)", "limits = days(10)", "policy.key"),
    ("key = \"n3\"", "key = \"n1\"", "policy.duplicate"),
    ("version = \"1\",", "", "policy.missing"),
    ("deliverable = \"paper 3\", ", "", "policy.missing"),
    ("limit = days(2), source = \"us\"", "limit = days(2)", "policy.source"),
  ])
  func damageIsRefused(_ old: String, _ new: String, _ code: String) throws {
    do {
      _ = try changed(old, new)
      Issue.record("no error for \(new)")
    } catch let error as PolicyError { #expect(error.code == code, "\(error)") }
  }

  @Test(arguments: [
    ("won = \"sold\",", "", "lint.won p"),
    ("probability = 1,", "probability = 0.9,", "lint.won sold"),
    ("probability = 0.6", "probability = 1", "lint.probability c"),
    ("probability = 0.6", "probability = 0.2", "lint.probability c"),
    ("next = { \"b\", \"c\" }", "next = { \"c\" }", "lint.first b"),
    ("limit = days(10)", "limit = days(3)", "lint.limit n3"),
    ("limit = days(10)", "usual = days(11), limit = days(10)", "lint.limit b"),
    ("limit = days(2), ", "", "lint.limit n1"),
  ])
  func lintFindsIt(_ old: String, _ new: String, _ finding: String) throws {
    #expect(try playbook().lint().isEmpty)
    #expect(try changed(old, new).lint().map { "\($0.code) \($0.place)" } == [finding])
  }

  @Test func aStageThatOnlyAnUnreachableOneLeadsToIsOutOfReach() throws {
    let text = Self.text
      .replacingOccurrences(of: "next = { \"b\", \"c\" }", with: "next = { \"sold\" }")
      .replacingOccurrences(of: "title = \"C\",", with: "title = \"C\", back = { \"b\" },")
    let findings = try playbook(text).lint()
    #expect(
      findings.map { "\($0.code) \($0.place)" } == ["lint.unreachable b", "lint.unreachable c"])
  }
}
