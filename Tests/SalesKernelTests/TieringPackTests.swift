// Each tiering pack at its boundaries, decoded from its own file.
import Testing
import Values

@testable import SalesKernel

@Suite struct TieringPackTests {
  @Test(
    arguments: [
      (nil, "D"), (-1, "D"), (0, "D"), (1, "C"), (999_999_999, "C"), (1_000_000_000, "B"),
      (3_200_000_000, "B"), (5_000_000_000, "B"), (5_000_000_001, "A"), (Int64.max, "A"),
    ] as [(Int64?, String)])
  func fastener(_ units: Int64?, _ level: String) throws {
    let policy = try tiering("fastener")
    let record = customer { $0.annualPurchase = units.map { Money(units: $0) } }
    #expect(policy.code(of: try policy.assign(record.reader)) == level)
  }

  @Test(
    arguments: [
      (60, "high", "high", "A"), (59, "high", "high", "B"), (nil, "high", "high", "B"),
      (80, "medium", "high", "B"), (80, "high", "low", "B"),
    ] as [(Int64?, String, String, String)])
  func fastenerStrict(
    _ credit: Int64?, _ influence: String, _ potential: String, _ level: String
  ) throws {
    let policy = try tiering("fastener_strict")
    let record = customer {
      $0.annualPurchase = wan(51)
      $0.credit = credit
      $0.influence = .init(rawValue: influence)
      $0.potential = .init(rawValue: potential)
    }
    #expect(policy.code(of: try policy.assign(record.reader)) == level)
  }

  @Test(
    arguments: [
      (5000, "high", 0.6, 9, "partner"), (4999, "high", 0.9, 10, "partner"),
      (5000, "low", 0.29, 10, "win_back"), (1000, "medium", 0.1, 0, "rescue"),
      (1000, "high", 0.1, 0, "rescue"), (1000, "high", 0.6, 8, "grow"),
      (1000, "medium", 0.9, 10, "grow"), (1000, "low", 0.3, 0, "keep"),
      (999, "high", 0.6, 9, "develop"), (500, "medium", 0.3, 0, "nurture"),
      (499, "low", 0.5, 5, "serve"), (0, "high", 0.2, 9, "observe"),
    ] as [(Int64, String, Double, Int64, String)])
  func director(
    _ purchase: Int64, _ potential: String, _ repurchase: Double, _ refer: Int64, _ group: String
  ) throws {
    let policy = try tiering("director")
    let record = customer {
      $0.annualPurchase = wan(purchase)
      $0.potential = .init(rawValue: potential)
      $0.repurchaseRate = repurchase
      $0.referScore = refer
    }
    #expect(policy.code(of: try policy.assign(record.reader)) == group)
  }

  @Test func directorCoversItsThirtySixCombinationsInNineGroups() throws {
    let policy = try tiering("director")
    #expect(policy.groupOfCombination.count == 36)
    #expect(Set(policy.groupOfCombination) == Set(0..<9))
    let nothingKnown = try policy.assign(customer().reader)
    #expect(policy.code(of: nothingKnown) == "observe")
    #expect(
      policy.bands(of: nothingKnown).map(\.band.outcome.code) == ["ordinary", "low", "at_risk"])
  }

  @Test(
    arguments: [
      ([5, 5, 5, 5, 5], 25, "A"), ([4, 4, 4, 4, 4], 20, "A"), ([4, 4, 4, 4, 3], 19, "B"),
      ([3, 3, 3, 3, 3], 15, "B"), ([3, 3, 3, 3, 2], 14, "C"), ([nil, 5, 5, 5, nil], 15, "B"),
      ([nil, nil, nil, nil, nil], 0, "C"), ([9, 5, 5, 5, -3], 21, "A"),
    ] as [([Int64?], Double, String)])
  func handbook(_ points: [Int64?], _ score: Double, _ grade: String) throws {
    let policy = try tiering("handbook")
    let record = customer {
      ($0.sizeScore, $0.fitScore, $0.urgencyScore) = (points[0], points[1], points[2])
      ($0.budgetScore, $0.clarityScore) = (points[3], points[4])
    }
    let assignment = try policy.assign(record.reader)
    #expect(assignment.score == score)
    #expect(policy.code(of: assignment) == grade)
  }

  // 40 / 30 / 30 by hand: (40·5 + 30·4 + 30·3)/100 = 4.1; (40·4 + 30·4 + 30·3)/100 = 3.7.
  @Test(
    arguments: [
      (5, 4, 3, 4.1, "A"), (4, 4, 3, 3.7, "B"), (4, 4, 4, 4, "A"), (3, 3, 3, 3, "B"),
      (2, 3, 3, 2.6, "C"), (5, 5, nil, 3.5, "B"),
    ] as [(Int64, Int64, Int64?, Double, String)])
  func keyAccount(
    _ industry: Int64, _ size: Int64, _ fit: Int64?, _ score: Double, _ grade: String
  ) throws {
    let policy = try tiering("keyaccount")
    let record = customer { ($0.industryScore, $0.sizeScore, $0.fitScore) = (industry, size, fit) }
    let assignment = try policy.assign(record.reader)
    #expect(assignment.score == score)
    #expect(policy.code(of: assignment) == grade)
    #expect(policy.writesScore == Customer.schema.entity.slot(of: "score"))
  }

  // Amounts 60, 30, 5, 5, 0, none, −4: total 100; shares before 0, .6, .9, .95, 1.
  @Test func growthByHand() throws {
    let policy = try tiering("growth")
    let amounts: [Int64?] = [5, 60, 30, 5, 0, nil, -4]
    let records = amounts.enumerated().map { index, amount in
      customer(Int64(index + 1)) { $0.annualPurchase = amount.map { wan($0) } }
    }
    let ranks = policy.prepare(
      ranked: [records.compactMap { record in record.annualPurchase.map { (record.id, $0) } }])
    #expect(ranks.tables[0].excluded == [7])
    let levels = try records.map {
      policy.code(of: try policy.assign($0.reader, ranks: ranks)) ?? "–"
    }
    #expect(levels == ["C", "A", "B", "C", "D", "D", "D"])
    #expect(ranks.tables[0].shareBefore(1) == 0.9)  // ties by id: 1 before 4
    #expect(ranks.tables[0].shareBefore(4) == 0.95)
    let why = try policy.explain(records[2].reader, ranks: ranks)
    #expect(why.value == .text("B"))
  }

  @Test func packsSayWhatTheyNeed() throws {
    let entity = Customer.schema.entity
    func names(_ policy: TieringPolicy) -> [String] { policy.needs.map { entity.fields[$0].name } }
    #expect(names(try tiering("fastener")) == ["annual_purchase"])
    #expect(
      names(try tiering("fastener_strict"))
        == ["credit", "influence", "potential", "annual_purchase"])
    #expect(
      names(try tiering("handbook"))
        == ["size_score", "fit_score", "urgency_score", "budget_score", "clarity_score"])
    let growth = try tiering("growth")
    #expect(growth.rankedFields.map(\.measure) == ["share_before"])
    #expect(growth.rankedFields.map(\.slot) == [entity.slot(of: "annual_purchase")])
    #expect(!growth.hasRules)
  }
}

@Suite struct RankTableTests {
  @Test func handlesNothingAndHugeAmounts() {
    let none = RankTable([])
    #expect(none.shareBefore(1) == nil)
    #expect(none.count == 0)
    let huge = RankTable((1...4).map { ($0, Money(units: .max)) })
    #expect(huge.shareBefore(3) == 0.5)
    #expect(huge.total == Int128(Int64.max) * 4)
  }

  @Test func sparseIdsGiveTheSameShares() {
    let amounts = (0..<50).map { Money(units: Int64($0 % 7) * 1000) }
    let dense = RankTable(amounts.enumerated().map { (Int64($0), $1) })
    let sparse = RankTable(amounts.enumerated().map { (Int64($0) * 1_000_000_007, $1) })
    for id in Int64(0)..<50 {
      #expect(dense.shareBefore(id) == sparse.shareBefore(id * 1_000_000_007))
    }
    #expect(RankTable([(.min, yuan(1)), (.max, yuan(1))]).shareBefore(.max) == 0.5)
  }
}
