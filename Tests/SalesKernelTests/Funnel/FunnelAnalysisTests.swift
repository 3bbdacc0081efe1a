// A funnel's figures against the same counted deal by deal, over random histories; and by hand.
import Testing
import Values

@testable import SalesKernel

@Suite struct FunnelAnalysisTests {
  private static func stages() throws -> FunnelStages {
    func stage(_ key: String, _ chance: Double) -> PolicyValue {
      .table([
        "key": .text(key), "title": .text(key), "source": .text("test"),
        "probability": .number(chance),
      ])
    }
    let value = PolicyValue.table([
      "name": .text("p"), "title": .text("p"), "source": .text("test"), "version": .text("1"),
      "won": .text("won"),
      "stages": .list([stage("a", 0.1), stage("b", 0.5), stage("c", 0.9), stage("won", 1)]),
    ])
    return try FunnelStages(
      Playbook(decoding: value, entity: Opportunity.schema.entity, compiler: NoRules()))
  }

  private struct NoRules: RuleCompiler {
    func compile(_ text: String, entity: Entity, extra: [String]) throws -> any Rule {
      throw ValidationError("rule.none", "no rules here")
    }
  }

  private static func start(_ day: Int32) -> Int64 { FunnelDay.start(day) }

  private struct Draw {
    var deals: [FunnelHistory.Deal] = []
    var moves: [FunnelHistory.Move] = []

    /// Deals of random moves, forward, back, lost and reopened, several a day.
    init(_ random: inout SeededGenerator, stages: FunnelStages) {
      for deal in 0..<40 {
        let opened = Int32.random(in: 100...160, using: &random)
        var time = FunnelAnalysisTests.start(opened)
        var place = Int.random(in: 0...2, using: &random)
        var closed: Int32?
        for index in 0..<Int.random(in: 1...7, using: &random) {
          if index > 0 {
            time += Int64.random(in: 0...20, using: &random) * 43_200_000
            place = Int.random(in: 0...stages.lost, using: &random)
          }
          let amount =
            Bool.random(using: &random) ? Int64.random(in: 0...1_000_000, using: &random) : nil
          moves.append(
            .init(deal: deal, place: place, time: time, amount: amount, expectedClose: nil))
          closed = place >= stages.won ? FunnelDay.day(of: time) : nil
        }
        deals.append(
          .init(
            id: Int64(deal + 1), opened: opened, closed: closed, place: place, amount: nil,
            expectedClose: nil, isAmountKnown: false))
      }
    }
  }

  /// The last move up to the end of a day, found the long way.
  private static func standing(_ draw: Draw, _ deal: Int, _ day: Int32) -> [FunnelHistory.Move] {
    // A stable sort: moves of one time stay in their order.
    draw.moves.enumerated().filter { $0.element.deal == deal }
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
      .filter { $0.time < start(day + 1) }
  }

  @Test("figures equal those counted deal by deal", arguments: UInt64(1)...60)
  func countedTheLongWay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let stages = try Self.stages()
    let draw = Draw(&random, stages: stages)
    let history = FunnelHistory(stages, deals: draw.deals, moves: draw.moves.count) {
      draw.moves[$0]
    }
    for _ in 0..<10 {
      let day = Int32.random(in: 95...260, using: &random)
      let from = Int32.random(in: 95...day, using: &random)
      let cohort = try history.cohort(from: from, upto: day, asOf: day).total
      let snapshot = try history.snapshot(asOf: day).total
      let results = try history.results(
        from: from, upto: day, asOf: day, reasons: draw.deals.map { Int32($0.id % 3) }
      ).total
      var expected = (entered: 0, won: 0, lost: 0, open: 0, decided: 0, wonAmount: Int64(0))
      var reached = [0, 0, 0, 0]
      for deal in draw.deals.indices {
        let moves = Self.standing(draw, deal, day)
        guard let last = moves.last, draw.deals[deal].opened <= day else { continue }
        let isOpen = last.place < stages.won
        if isOpen { expected.open += 1 }
        // Since when it has stood there: the first of the moves to that place in a row.
        let since = moves.reversed().prefix { $0.place == last.place }.last?.time ?? last.time
        let amount = moves.reversed().first { $0.amount != nil }?.amount ?? 0
        if !isOpen, since >= Self.start(from) {
          expected.decided += 1
          if last.place == stages.won { expected.wonAmount += amount }
        }
        guard draw.deals[deal].opened >= from else { continue }
        expected.entered += 1
        if last.place == stages.won { expected.won += 1 }
        if last.place == stages.lost { expected.lost += 1 }
        let farthest = moves.map(\.place).filter { $0 <= stages.won }.max() ?? 0
        for place in 0...farthest { reached[place] += 1 }
      }
      #expect(cohort.entered == expected.entered, "seed \(seed) \(from)–\(day)")
      #expect(cohort.won == expected.won && cohort.lost == expected.lost, "seed \(seed)")
      #expect(cohort.reached == reached, "seed \(seed) \(from)–\(day)")
      #expect(snapshot.count == expected.open, "seed \(seed) \(day)")
      #expect(results.decided == expected.decided, "seed \(seed) \(from)–\(day)")
      #expect(try results.won.amount().units == expected.wonAmount, "seed \(seed)")
      #expect(cohort.lostFrom.reduce(0, +) == cohort.lost)
      #expect(cohort.open.reduce(0, +) == cohort.entered - cohort.won - cohort.lost)
      #expect(results.leaks.reduce(0) { $0 + $1.count } == results.lost.count)
      #expect(results.reasons.values.reduce(0) { $0 + $1.count } == results.lost.count)
    }
  }

  @Test("what happens after a day changes nothing that is asked by it", arguments: UInt64(1)...60)
  func noLookAhead(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let stages = try Self.stages()
    let draw = Draw(&random, stages: stages)
    let day = Int32.random(in: 100...200, using: &random)
    let known = draw.moves.filter { $0.time <= FunnelDay.end(day) }
    var later = known
    for _ in 0..<200 {
      let deal = Int.random(in: 0..<draw.deals.count, using: &random)
      guard known.contains(where: { $0.deal == deal }) else { continue }
      later.insert(
        .init(
          deal: deal, place: Int.random(in: 0...stages.lost, using: &random),
          time: FunnelDay.end(day) + Int64.random(in: 1...9_000_000_000, using: &random),
          amount: 7, expectedClose: 7), at: Int.random(in: 0...later.count, using: &random))
    }
    func figures(_ moves: [FunnelHistory.Move]) throws -> String {
      // Deals that had no move by then are not there yet.
      let there = draw.deals.enumerated().map { index, deal in
        var deal = deal
        if !known.contains(where: { $0.deal == index }) { deal.opened = day + 1 }
        return deal
      }
      let history = FunnelHistory(stages, deals: there, moves: moves.count) { moves[$0] }
      let cohort = try history.cohort(from: 0, upto: day, asOf: day).total
      let snapshot = try history.snapshot(asOf: day).total
      let results = try history.results(
        from: 0, upto: day, asOf: day, reasons: draw.deals.map { _ in 0 }
      ).total
      let chances = stages.stages.map(\.probability)
      let calibration = try history.calibration(from: 0, upto: day, asOf: day)
      return """
        \(cohort.reached) \(cohort.lostFrom) \(cohort.stays.map(\.meanDays)) \(cohort.cycle.medianDays ?? -1)
        \(snapshot.count) \(try snapshot.weighted(chances)) \(snapshot.spread(chances))
        \(results.won.count) \(try results.lost.amount()) \(results.cycle.meanDays ?? -1)
        \(calibration.decided) \(calibration.won)
        """
    }
    #expect(try figures(known) == figures(later), "seed \(seed) day \(day)")
  }

  /// standards.md: (100, .1), (200, .5), (50, .9) → 155, sd 105.5.
  @Test func theVectorOfTheStandard() throws {
    let stages = try Self.stages()
    let deals = [100, 200, 50].enumerated().map { index, yuan in
      FunnelHistory.Deal(
        id: Int64(index + 1), opened: 10, closed: nil, place: index, amount: Int64(yuan) * 10_000,
        expectedClose: nil, isAmountKnown: true)
    }
    let snapshot = try FunnelHistory(stages, deals: deals, moves: 0) { _ in nil }.snapshot(asOf: 20)
    let chances = stages.stages.map(\.probability)
    #expect(try snapshot.total.weighted(chances) == Money.yuan(155))
    // √(100²·.09 + 200²·.25 + 50²·.09) = √11,125
    #expect(abs(snapshot.total.spread(chances) - 105.475_115_5) < 1e-6)
  }

  /// Days in stage by hand: 4 in a, 10 in b, lost from b; and 2 in a, won after 2.
  @Test func daysAndLeaksByHand() throws {
    let stages = try Self.stages()
    let deals = [1, 2].map {
      FunnelHistory.Deal(
        id: $0, opened: 100, closed: nil, place: 0, amount: 50_000, expectedClose: nil,
        isAmountKnown: true)
    }
    let moves: [FunnelHistory.Move] = [
      (0, 0, 100), (0, 1, 104), (0, 4, 114), (1, 0, 100), (1, 3, 102),
    ].map {
      .init(deal: $0.0, place: $0.1, time: Self.start(Int32($0.2)), amount: nil, expectedClose: nil)
    }
    let history = FunnelHistory(stages, deals: deals, moves: moves.count) { moves[$0] }
    let cohort = try history.cohort(from: 100, upto: 100, asOf: 200).total
    #expect(cohort.reached == [2, 2, 1, 1])
    #expect(cohort.stays.map(\.meanDays) == [3, 10, nil, nil])
    #expect(cohort.stays[0].medianDays == 3)
    #expect(cohort.lostFrom == [0, 1, 0, 0])
    #expect(cohort.winRate == 0.5)
    #expect(cohort.cycle.meanDays == 2)
    let results = try history.results(from: 110, upto: 120, asOf: 200, reasons: [1, 2]).total
    #expect(results.won.count == 0 && results.lost.count == 1 && results.reasons[1]?.count == 1)
    #expect(results.velocity(open: 3) == nil)
    // Of a: both decided, one won: (1 + 1) / (2 + 2); Wilson's interval of 1 of 2.
    let calibration = try history.calibration(from: 0, upto: 200, asOf: 200)
    #expect(calibration.probability(0) == 0.5)
    let range = try #require(calibration.interval(0))
    #expect(abs(range.low - 0.094_53) < 1e-4 && abs(range.high - 0.905_47) < 1e-4)
    // By day 103: the first was still in a, the second just won.
    let then = try history.snapshot(asOf: 103).total
    #expect(then.count == 1 && then.places[0].meanAge == 4)
  }

  @Test func nothingGivesNothing() throws {
    let history = FunnelHistory(try Self.stages(), deals: [], moves: 0) { _ in nil }
    let cohort = try history.cohort(from: 0, upto: 10, asOf: 10).total
    #expect(cohort.winRate == nil && cohort.conversion == nil && cohort.cycle.meanDays == nil)
    let results = try history.results(from: 0, upto: 10, asOf: 10, reasons: []).total
    #expect(results.winRate == nil && results.meanWon == nil && results.velocity(open: 0) == nil)
    #expect(try history.calibration(from: 0, upto: 10, asOf: 10).interval(0) == nil)
  }

  @Test func groupsAndPeriods() throws {
    let stages = try Self.stages()
    // 2026-03-31 and 2026-04-01.
    let days: [Int32] = [20_543, 20_544, 20_544]
    let deals = days.enumerated().map { index, day in
      FunnelHistory.Deal(
        id: Int64(index + 1), opened: day, closed: nil, place: 0, amount: nil, expectedClose: nil,
        isAmountKnown: true)
    }
    let history = FunnelHistory(stages, deals: deals, moves: 0) { _ in nil }
    let by = try history.cohort(from: 0, upto: 30_000, asOf: 30_000, by: .period(.quarter))
    let texts = try by.groups.map {
      "\(Grain.quarter.text(of: try Day(number: $0.key ?? 0))) \($0.value.entered)"
    }
    #expect(texts.sorted() == ["2026-Q1 1", "2026-Q2 2"])
    let codes = try history.cohort(from: 0, upto: 30_000, asOf: 30_000, by: .codes([4, -1, 4]))
    #expect(codes.groups[4]?.entered == 2 && codes.groups[.none]?.entered == 1)
  }
}
