// Churn signals by the calendar, and lifecycle stages from facts.
import Testing
import Values

@testable import SalesKernel

@Suite struct ChurnTests {
  let policy: ChurnPolicy
  init() throws { policy = try ChurnPolicy(decoding: LuaTable.policy("churn")) }

  @Test(
    arguments: [
      (nil, nil, "2026-06-30", "prospect"), (nil, "2026-06-01", "2026-06-30", "prospect"),
      ("2026-03-30", nil, "2026-06-30", "at_risk"), ("2026-03-31", nil, "2026-06-30", "at_risk"),
      ("2026-04-01", nil, "2026-06-30", "warning"), ("2026-04-30", nil, "2026-06-30", "warning"),
      ("2026-05-01", nil, "2026-06-30", "active"),
      ("2026-01-01", "2026-03-30", "2026-06-30", "at_risk"),
      ("2026-01-01", "2026-04-15", "2026-06-30", "warning"),
      ("2026-01-01", "2026-06-01", "2026-06-30", "active"),
      ("2026-06-29", "2025-01-01", "2026-06-30", "active"),
    ] as [(String?, String?, String, String)])
  func states(_ order: String?, _ email: String?, _ today: String, _ code: String) throws {
    let signal = try policy.signal(
      lastOrder: order.map(day), lastEmailOpened: email.map(day), asOf: day(today))
    #expect(signal.code == code)
    #expect(signal.explanation.value == .text(code))
  }

  @Test func explainsBothRules() throws {
    let signal = try policy.signal(
      lastOrder: day("2026-01-01"), lastEmailOpened: day("2026-06-01"), asOf: day("2026-06-30"))
    #expect(signal.atRiskFrom?.description == "2026-09-01")
    let rules = signal.explanation.children.suffix(2)
    #expect(rules.map(\.outcome) == [.matched, .notMatched])
    #expect(
      rules.map(\.reason) == [
        "holds since 2026-04-01, 90 days", "holds from 2026-09-01, in 63 days",
      ])
  }

  @Test func endOfTheCalendarIsAnErrorNotATrap() {
    #expect(throws: ValueError.self) {
      try policy.signal(lastOrder: .last, lastEmailOpened: nil, asOf: .last)
    }
  }

  @Test func warningMustLeaveTimeForSilence() throws {
    guard case .table(var table) = try LuaTable.policy("churn") else { return }
    table["warn_months"] = .integer(3)
    let error = #expect(throws: PolicyError.self) { try ChurnPolicy(decoding: .table(table)) }
    #expect(error?.path == "policy.warn_months")
  }
}

@Suite struct LifecycleTests {
  @Test(
    arguments: [
      (nil, nil, "acquire"), (0, 10, "acquire"), (1, 10, "activate"), (2, 9, "refer"),
      (2, 8, "retain"), (3, nil, "retain"), (4, nil, "convert"), (9, 9, "refer"),
    ] as [(Int64?, Int64?, String)])
  func stages(_ orders: Int64?, _ refer: Int64?, _ stage: String) throws {
    let lifecycle = try Lifecycle(
      decoding: LuaTable.policy("lifecycle"), entity: Customer.schema.entity,
      compiler: YesCompiler())
    let record = customer { ($0.orderCount, $0.referScore) = (orders, refer) }
    let assignment = try lifecycle.stages.assign(record.reader)
    #expect(lifecycle.stages.code(of: assignment) == stage)
    #expect(lifecycle.targets.count == 6)
  }

  @Test func codesMustFitTheFieldsChoices() throws {
    guard case .table(var table) = try LuaTable.policy("lifecycle"),
      case .table(var stages)? = table["stages"], case .list(var levels)? = stages["levels"],
      case .table(var first) = levels[0]
    else { return }
    first["level"] = .text("referr")
    levels[0] = .table(first)
    stages["levels"] = .list(levels)
    table["stages"] = .table(stages)
    let error = #expect(throws: PolicyError.self) {
      try Lifecycle(
        decoding: .table(table), entity: Customer.schema.entity, compiler: NoExpressions())
    }
    #expect(error?.code == "policy.field")
    #expect(error?.remedy == "did you mean \"refer\"?")
  }
}
