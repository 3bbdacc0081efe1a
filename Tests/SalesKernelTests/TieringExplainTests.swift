// Explanations of tiering: reasons with values, and that they replay the assignment.
import Testing
import Values

@testable import SalesKernel

@Suite struct TieringExplainTests {
  @Test func saysWhyEachLevelDoesNotApply() throws {
    let why = try tiering("fastener").explain(customer { $0.annualPurchase = yuan(320_000) }.reader)
    #expect(why.label == "level")
    #expect(why.value == .text("B"))
    #expect(why.source == "S0 §6.2.1 (CU7)")
    #expect(
      why.children.map(\.outcome) == [.input, .notMatched, .matched, .notMatched, .notMatched])
    #expect(
      why.children.map { $0.reason ?? "" } == [
        "",
        "annual_purchase 320,000.00 is not over 500,000.00; short by 180,000.00",
        "annual_purchase 320,000.00 is from 100,000.00 upto 500,000.00",
        "annual_purchase 320,000.00 is not below 100,000.00; beyond by 220,000.00",
        "no condition, but B comes first",
      ])
  }

  @Test func saysWhenAFieldIsEmpty() throws {
    let why = try tiering("fastener").explain(customer().reader)
    #expect(why.value == .text("D"))
    #expect(why.children[1].reason == "annual_purchase is empty")
  }

  @Test func showsEveryConditionThatFails() throws {
    let why = try tiering("fastener_strict").explain(
      customer {
        $0.annualPurchase = wan(80)
        $0.credit = 40
        $0.influence = .medium
        $0.potential = .high
      }.reader)
    #expect(why.value == .text("B"))
    #expect(
      why.children[1].reason
        == "credit 40 is below 60; short by 20; influence \"medium\" is not \"high\"")
  }

  @Test func showsScoreFactors() throws {
    let why = try tiering("keyaccount").explain(
      customer { ($0.industryScore, $0.sizeScore) = (5, 9) }.reader)
    let score = try #require(why.children.first)
    #expect(score.value == .number(3.5))
    #expect(
      score.children.map { $0.reason ?? "" } == [
        "5 gives 5, weight 40", "9 gives 5, weight 30", "is empty: zero, weight 30",
      ])
    #expect(why.children[1].reason == "key_account_score 3.5 is below 4; short by 0.5")
  }

  @Test func showsAxesAndGroups() throws {
    let why = try tiering("director").explain(
      customer {
        $0.annualPurchase = wan(2000)
        $0.potential = .high
        $0.repurchaseRate = 0.1
      }.reader)
    #expect(why.value == .text("rescue"))
    #expect(why.reason == "value core, potential high, loyalty at_risk")
    let partner = try #require(why.children.first { $0.label == "partner" })
    #expect(partner.outcome == .notMatched)
    #expect(partner.reason?.hasSuffix("here loyalty at_risk") == true)
    #expect(why.children.first { $0.label == "observe" }?.reason?.contains("earlier group") == true)
  }

  @Test(arguments: ["fastener", "fastener_strict", "director", "keyaccount", "handbook", "growth"])
  func replaysTheAssignment(_ name: String) throws {
    let seed: UInt64 = 7
    var random = SeededGenerator(seed: seed)
    let policy = try tiering(name)
    let records = (1...300).map { id in
      customer(Int64(id)) {
        $0.annualPurchase =
          Bool.random(using: &random)
          ? Money(units: .random(in: -1_000_000...800_000_000_000, using: &random)) : nil
        $0.potential = Customer.Strength.allCases.randomElement(using: &random)
        $0.influence = Customer.Strength.allCases.randomElement(using: &random)
        $0.credit = .random(in: 0...100, using: &random)
        $0.repurchaseRate = .random(in: 0...1, using: &random)
        $0.referScore = .random(in: 0...10, using: &random)
        $0.sizeScore = .random(in: 1...5, using: &random)
        $0.fitScore = Bool.random(using: &random) ? 5 : nil
        $0.industryScore = .random(in: 1...5, using: &random)
        $0.urgencyScore = .random(in: 1...5, using: &random)
      }
    }
    let ranks = policy.prepare(
      ranked: policy.rankedFields.map { _ in
        records.compactMap { record in record.annualPurchase.map { (record.id, $0) } }
      })
    for record in records {
      let code = policy.code(of: try policy.assign(record.reader, ranks: ranks))
      let why = try policy.explain(record.reader, ranks: ranks)
      #expect(why.value == code.map(FieldValue.text), "seed \(seed), id \(record.id)")
      let matched = why.children.filter { $0.outcome == .matched }
      #expect(matched.map(\.value) == [code.map(FieldValue.text)], "seed \(seed), id \(record.id)")
    }
  }

  @Test func explainsRules() throws {
    let rule = ClosureRule(text: "credit >= 60", fields: ["credit"]) {
      if case .integer(let credit) = $0[0] { .bool(credit >= 60) } else { .bool(false) }
    }
    func level(_ code: String, _ more: [String: PolicyValue]) -> PolicyValue {
      let base: [String: PolicyValue] = [
        "level": .text(code), "label": .text(code), "source": .text("test"),
      ]
      return .table(base.merging(more) { $1 })
    }
    let policy = try TieringPolicy(
      decoding: .table([
        "name": .text("t"), "title": .text("t"), "source": .text("test"), "writes": .text("level"),
        "levels": .list([level("good", ["when": .rule(rule)]), level("other", [:])]),
      ]), entity: Customer.schema.entity, compiler: NoExpressions())
    #expect(policy.hasRules)
    let poor = customer { $0.credit = 40 }
    #expect(policy.code(of: try policy.assign(poor.reader)) == "other")
    let why = try policy.explain(poor.reader)
    #expect(why.children[0].reason == "credit >= 60 is false with credit 40")
    #expect(why.children[0].children.map(\.value) == [.integer(40)])
  }

  @Test func rulesReadMeasuresAfterTheFields() throws {
    let rule = ClosureRule(text: "points > 4", fields: ["points"]) { .bool($0[0] == .number(5)) }
    var value = try LuaTable.parse(
      """
      return { name = "t", title = "t", source = "test", writes = "level",
        measures = { points = { score = { combine = "sum", missing = "zero", clamp = { 0, 5 },
          factors = { { field = "fit_score" } } } } },
        levels = { { level = "good", label = "g", source = "test" },
          { level = "other", label = "o", source = "test" } } }
      """)
    guard case .table(var table) = value, case .list(var levels)? = table["levels"],
      case .table(var first) = levels[0]
    else { throw LuaTableError(message: "shape") }
    first["when"] = .rule(rule)
    levels[0] = .table(first)
    table["levels"] = .list(levels)
    value = .table(table)
    let policy = try TieringPolicy(
      decoding: value, entity: Customer.schema.entity, compiler: NoExpressions())
    let fit = customer { $0.fitScore = 5 }
    #expect(policy.code(of: try policy.assign(fit.reader)) == "good")
    #expect(policy.code(of: try policy.assign(customer().reader)) == "other")
  }
}
