// Policies of success, loyalty, the ladder and churn: what is refused, and task lists.
import Testing
import Values

@testable import SalesKernel

@Suite struct SuccessPolicyTests {
  private func table(_ name: String) throws -> [String: PolicyValue] {
    guard case .table(let table) = try LuaTable.policy(name) else { return [:] }
    return table
  }

  private func refusal(_ decode: () throws -> Void) -> PolicyError? {
    do { try decode() } catch let error as PolicyError { return error } catch {}
    return nil
  }

  @Test func everyScoreNeedsASegmentAndEverySegmentAScore() throws {
    func loyalty(_ segments: String) throws -> PolicyError? {
      var policy = try table("loyalty")
      let list = try LuaTable.parse("{ \(segments) }")
      policy["rfm"] = .table(["months": .integer(12), "segments": list, "source": .text("test")])
      return refusal { _ = try LoyaltyPolicy(decoding: .table(policy)) }
    }
    let rest = "{ key = \"rest\", title = \"r\", source = \"t\" }"
    let best = "{ key = \"best\", title = \"b\", source = \"t\", recency = { from = 4 } }"
    #expect(try loyalty("\(best), \(rest)") == nil)
    #expect(try loyalty(best)?.code == "policy.uncovered")
    #expect(try loyalty("\(rest), \(best)")?.code == "policy.unreachable")
    #expect(try loyalty("\(rest), \(rest)")?.code == "policy.duplicate")
    let empty = "{ key = \"none\", title = \"b\", source = \"t\", recency = { from = 4, to = 2 } }"
    #expect(try loyalty("\(empty), \(rest)")?.code == "policy.value")
  }

  @Test func noticesGoFromFewerMonthsToMore() throws {
    var policy = try table("churn")
    policy["notices"] = try LuaTable.parse(
      """
      { { key = "a", title = "a", months = 2, source = "t" }, { key = "b", title = "b", months = 2, source = "t" } }
      """)
    #expect(
      refusal { _ = try ChurnPolicy(decoding: .table(policy)) }?.code == "policy.unreachable")
    policy = try table("churn")
    policy["watch"] = try LuaTable.parse(
      "{ alert = \"churn_risk\", levels = {}, grades = { \"urgnt\" }, source = \"t\" }")
    #expect(refusal { _ = try ChurnPolicy(decoding: .table(policy)) }?.code == "policy.value")
  }

  @Test func wordsOfSuccessMustBeThere() throws {
    func success(_ key: String, _ lua: String) throws -> PolicyError? {
      var policy = try table("success")
      policy[key] = try LuaTable.parse(lua)
      return refusal { _ = try SuccessPolicy(decoding: .table(policy), compiler: YesCompiler()) }
    }
    let step = "key = \"a\", title = \"a\", needs = {}, source = \"t\""
    #expect(try success("steps", "{ { \(step), next = { \"a\" } } }") == nil)
    #expect(try success("steps", "{ { \(step), next = { \"b\" } } }")?.code == "policy.value")
    #expect(try success("steps", "{}")?.code == "policy.missing")
    let item = "{ key = \"one\", title = \"t\", days = 1, owner = \"manager\", source = \"t\" }"
    let list = "list = { kind = \"k\", items = { \(item) } }"
    #expect(
      try success("hand_over", "{ closing = \"one\", source = \"t\", \(list) }") == nil)
    #expect(
      try success("hand_over", "{ closing = \"two\", source = \"t\", \(list) }")?.code
        == "policy.value")
    let stranger = item.replacing("\"manager\"", with: "\"boss\"")
    #expect(
      try success("triangle", "{ kind = \"k\", items = { \(stranger) } }")?.code == "policy.value")
  }

  @Test func aFactOfTheLadderHasANameOfItsOwn() throws {
    var policy = try table("ladder")
    policy["metrics"] = .list([.text("level")])
    let error = refusal {
      _ = try LadderPolicy(decoding: .table(policy), compiler: YesCompiler())
    }
    #expect(error?.code == "policy.duplicate")
  }

  @Test func tasksCountFromTheDayButNotBeforeToday() throws {
    let policy = try SuccessPolicy(
      decoding: LuaTable.policy("success"), compiler: YesCompiler())
    let subject = TaskSubject(
      Contract.schema.entity, 7, name: "K7 甲", people: [.owner: 4, .rep: 5])
    let tasks = try policy.renewal.list.tasks(
      of: subject, on: try day("2026-09-28"), mark: "2026-09-28", today: try day("2026-07-20"))
    // 75 days before is 2026-07-15, past already; 60 and 45 days before are 07-30 and 08-14.
    #expect(tasks.map(\.dueOn.description) == ["2026-07-20", "2026-07-30", "2026-08-14"])
    // No manager: the owner does it; the quote is the rep's.
    #expect(tasks.map(\.owner) == [4, 4, 5])
    #expect(tasks[0].key == "success_renewal/value_review/contract/7/2026-09-28")
    #expect(policy.renewal.list.item(of: tasks[2])?.key == "renewal_quote")
    #expect(policy.handOver.list.item(of: tasks[2]) == nil)
    #expect(throws: ValueError.self) {
      try policy.joining.list.tasks(of: subject, on: .first, mark: nil, today: .first)
    }
  }

  @Test func aCustomerOnTwoStepsNeedsAllBelow() throws {
    let policy = try LadderPolicy(
      decoding: LuaTable.policy("ladder"), compiler: FactCompiler())
    func step(_ orders: Double, _ plans: Double, _ joint: Double) throws -> String? {
      // orders, days, contracts, plans, reviews, referred, joint solutions, co-developments
      try policy.step(
        of: CustomerWithFacts(customer().reader, [orders, 0, 1, plans, 0, 0, joint, 0]))?.key
    }
    #expect(try step(0, 1, 1) == nil)
    #expect(try step(2, 1, 1) == "user")
    #expect(try step(3, 1, 0) == "adviser")
    #expect(try step(3, 0, 1) == "user")
    #expect(try step(3, 1, 1) == "partner")
  }
}

/// Compiles what the pack `ladder` asks: facts over a limit, one or the other.
private struct FactCompiler: RuleCompiler {
  func compile(_ text: String, entity: Entity, extra: [String]) throws -> any Rule {
    let names = extra.map { $0 }
    return FactRule(text: text, facts: names, base: entity.fields.count)
  }
}

private struct FactRule: Rule {
  let text: String
  let facts: [String]
  let base: Int

  func evaluate(_ record: any RecordReader) throws -> FieldValue {
    let words = text.split(separator: " ").map(String.init)
    var holds = false
    for start in stride(from: 0, to: words.count, by: 4) {
      guard let place = facts.firstIndex(of: words[start]), let limit = Double(words[start + 2])
      else { continue }
      var number = 0.0
      if case .integer(let value) = try record.value(at: base + place) { number = Double(value) }
      holds = holds || (words[start + 1] == ">" ? number > limit : number >= limit)
    }
    return .bool(holds)
  }

  func trace(_ record: any RecordReader) throws -> RuleTrace {
    RuleTrace(value: try evaluate(record), inputs: [])
  }
}
