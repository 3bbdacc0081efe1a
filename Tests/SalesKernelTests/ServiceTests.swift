// Service standards and the visits they make due; decision coverage; cards, kinds, buying.
import Testing
import Values

@testable import SalesKernel

@Suite struct ServicePolicyTests {
  let policy: ServicePolicy
  init() throws { policy = try ServicePolicy(decoding: LuaTable.policy("service")) }

  @Test func standardsByLevel() throws {
    #expect(policy.standards.map(\.level) == ["A", "B", "C", "D"])
    #expect(policy.standards.map(\.visitMonths) == [1, 3, 6, nil])
    #expect(
      try policy.standards.map(\.furtherDiscount) == [
        Rate(parsing: "0.1"), Rate(parsing: "0.05"), .zero, .zero,
      ])
    #expect(policy.standard(for: "E") == nil)
  }

  @Test(arguments: [
    ("A", "2026-01-31", "2026-03-01", "2026-02-28", 1),
    ("B", "2026-01-15", "2026-04-15", "2026-04-15", 0),
    ("C", "2026-01-15", "2026-07-01", "2026-07-15", -14),
  ])
  func nextVisit(
    _ level: String, _ last: String, _ today: String, _ due: String, _ late: Int
  ) throws {
    let standard = try #require(policy.standard(for: level))
    let visit = try #require(
      try standard.nextVisit(last: day(last), since: nil, asOf: day(today)))
    #expect(visit.due.description == due)
    #expect(visit.daysLate == late)
    #expect(visit.isOverdue == (late > 0))
    #expect(visit.explanation.value == .day(visit.due))
  }

  @Test func visitsOnDemandOrWithoutAStart() throws {
    let d = try #require(policy.standard(for: "D"))
    #expect(try d.nextVisit(last: day("2026-01-01"), since: nil, asOf: day("2026-02-01")) == nil)
    let a = try #require(policy.standard(for: "A"))
    #expect(try a.nextVisit(last: nil, since: nil, asOf: day("2026-02-01")) == nil)
    let first = try a.nextVisit(last: nil, since: day("2026-01-01"), asOf: day("2026-02-01"))
    #expect(first?.due.description == "2026-02-01")
    #expect(throws: ValueError.self) {
      try a.nextVisit(last: .last, since: nil, asOf: day("2026-02-01"))
    }
  }
}

@Suite struct DecisionCoverageTests {
  let policy: DecisionPolicy
  init() throws { policy = try DecisionPolicy(decoding: LuaTable.policy("decisions")) }

  private func contact(_ role: String?, _ relationship: Int64?) -> Contact {
    var contact = Contact(customer: 1, name: "王工")
    contact.role = role
    contact.relationship = relationship
    return contact
  }

  // 40 % × 80 + 35 % × 60 + 15 % × 0 + 10 % × 0 = 53
  @Test func byHand() {
    let coverage = policy.coverage(of: [
      contact("procurement", 50), contact("procurement", 80), contact("technical", 60),
      contact("quality", nil), contact("driver", 100), contact(nil, 100),
    ])
    #expect(coverage.value == 53)
    #expect(coverage.missing == ["management"])
    #expect(coverage.explanation.children.map(\.label).contains("王工"))
  }

  @Test func extremes() {
    #expect(policy.coverage(of: []).value == 0)
    let all = policy.roles.map { contact($0.code, 100) }
    #expect(policy.coverage(of: all).value == 100)
  }

  @Test func weightsMustSumToAHundred() throws {
    let value = try LuaTable.parse(
      """
      return { name = "d", title = "d", source = "s",
        see = { target = 80, months = 3, kinds = "visit", source = "s" },
        roles = { { role = "a", label = "a", weight = 90, source = "s" } } }
      """)
    let error = #expect(throws: PolicyError.self) { try DecisionPolicy(decoding: value) }
    #expect(error?.message == "policy.roles: weights sum to 90, not 100")
  }
}

@Suite struct ProfilePolicyTests {
  @Test func strategyCards() throws {
    let policy = try StrategyPolicy(decoding: LuaTable.policy("strategy"))
    #expect(policy.cards.map(\.level) == ["A", "B", "C"])
    #expect(policy.card(for: "A")?.target.zh == "三年框架协议，年采购超50万，首选供应商")
    #expect(policy.card(for: "D") == nil)
  }

  @Test func kindsAndNeeds() throws {
    let policy = try KindPolicy(decoding: LuaTable.policy("kinds"))
    #expect(policy.kinds.count == 10)
    #expect(policy.kinds.filter { $0.group == "strategic" }.count == 3)
    #expect(policy.kinds.filter { $0.group == "key" }.count == 4)
    let rocket = try #require(policy.kind(coded: "launch_vehicle_maker"))
    #expect(rocket.needs.map(\.level) == ["medium", "very_high", "very_high", "high"])
    #expect(rocket.needs.map(\.isAssumed) == [false, false, false, true])
    #expect(policy.pains.map(\.items.count) == [4, 4, 4, 4])
  }

  @Test func buying() throws {
    let policy = try BuyingPolicy(decoding: LuaTable.policy("buying"))
    let decisions = try DecisionPolicy(decoding: LuaTable.policy("decisions"))
    #expect(policy.steps.count == 7)
    #expect(policy.steps.flatMap(\.roles).allSatisfy { decisions.role(coded: $0) != nil })
    #expect(policy.season(on: try day("2026-06-30"))?.quarter == 2)
    #expect(policy.rhythm(of: .small)?.label.en == "sporadic")
    #expect(policy.leadTimes.map(\.atMost.wholeDays) == [90, 14, 5])
  }

  @Test(arguments: [
    ("service", "levels"), ("strategy", "cards"), ("kinds", "kinds"), ("decisions", "roles"),
    ("buying", "steps"), ("quality", "counted"), ("churn", "states"), ("mix", "mixes"),
    ("lifecycle", "stages"),
  ])
  func refusesMissingAndUnknownKeys(_ name: String, _ key: String) throws {
    guard case .table(let table) = try LuaTable.policy(name) else {
      throw LuaTableError(message: "shape")
    }
    var without = table
    without[key] = nil
    #expect(Self.error(name, without)?.code == "policy.missing")
    var unknown = table
    unknown[key + "z"] = .integer(1)
    let error = Self.error(name, unknown)
    #expect(error?.code == "policy.key")
    #expect(error?.remedy == "did you mean \"\(key)\"?")
    var sourceless = table
    sourceless["source"] = nil
    #expect(Self.error(name, sourceless)?.code == "policy.source")
  }

  private static func error(_ name: String, _ table: [String: PolicyValue]) -> PolicyError? {
    let value = PolicyValue.table(table)
    let entity = Customer.schema.entity
    do throws(PolicyError) {
      switch name {
      case "service": _ = try ServicePolicy(decoding: value)
      case "strategy": _ = try StrategyPolicy(decoding: value)
      case "kinds": _ = try KindPolicy(decoding: value)
      case "decisions": _ = try DecisionPolicy(decoding: value)
      case "buying": _ = try BuyingPolicy(decoding: value)
      case "quality": _ = try QualityPolicy(decoding: value, entity: entity)
      case "churn": _ = try ChurnPolicy(decoding: value)
      case "mix": _ = try MixPolicy(decoding: value)
      default: _ = try Lifecycle(decoding: value, entity: entity, compiler: NoExpressions())
      }
      return nil
    } catch {
      return error
    }
  }
}
