// What holds of every plan and every set of orders.
import Foundation
import Testing
import Values

@testable import SalesKernel

@Suite struct PayPropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...60

  /// Bands upward from zero, rates of 0–20 %.
  private func bands(_ random: inout SeededGenerator, rising: Bool = false) -> String {
    var (from, rate, texts) = (Int64(0), 0, [String]())
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      rate =
        rising
        ? rate + Int.random(in: 0...40, using: &random) : Int.random(in: 0...200, using: &random)
      texts.append("{ from = yuan(\(from)), rate = \(Double(rate) / 1000) }")
      from += Int64.random(in: 1...100_000, using: &random)
    }
    return "{ \(texts.joined(separator: ", ")) }"
  }

  private func deals(_ random: inout SeededGenerator, reps: Int) throws -> [Deal] {
    try (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Deal(
        rep: Bool.random(using: &random) && Bool.random(using: &random)
          ? nil : Int.random(in: 0..<reps, using: &random),
        day: try day("2026-03-15").adding(days: Int.random(in: 0...120, using: &random)),
        amount: Money(units: Int64.random(in: -5_000_000...900_000_000, using: &random)),
        status: ["open", "cancelled", nil].randomElement(using: &random) ?? nil,
        isOutside: Bool.random(using: &random))
    }
  }

  private func full(_ random: inout SeededGenerator) throws -> IncentivePlan {
    let style = Bool.random(using: &random) ? "marginal" : "retroactive"
    return try plan(
      component("key = \"base\", kind = \"base\"")
        + component(
          "key = \"bonus\", kind = \"bonus\", share_of_pay = 0.4, of = { \"base\" }, upto = 1.3")
        + component(
          "key = \"c\", kind = \"commission\", style = \"\(style)\", bands = \(bands(&random))")
        + component("key = \"t\", kind = \"commission\", scope = \"team\", rate = 0.007")
        + component("key = \"p\", kind = \"cut\", rate = 0.1, of = { \"c\" }")
        + component("key = \"l\", kind = \"pool\", rate = 0.01")
        + component("key = \"m\", kind = \"mentor\", rate = 0.2, of = { \"c\" }")
        + component("key = \"d\", kind = \"draw\", amount = yuan(700), of = { \"c\", \"p\" }"),
      credit: "without = { \"cancelled\" }, landmark = wan(5)")
  }

  private func book(
    _ plan: IncentivePlan, _ deals: [Deal], _ reps: PayRoster, explained: Bool = false
  ) throws -> PayBook {
    try pay(
      plan, deals, reps: reps, targets: [0: wan(9), 1: wan(30)],
      advances: [2: yuan(500)], explained: explained)
  }

  @Test("the order of deals never changes pay", arguments: seeds)
  func order(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (plan, reps) = (try full(&random), roster(4))
    let deals = try deals(&random, reps: 4)
    let before = try book(plan, deals, reps)
    for _ in 0..<5 {
      let after = try book(plan, deals.shuffled(using: &random), reps)
      for place in 0..<4 {
        #expect(
          before.items.map { $0[place]?.amount } == after.items.map { $0[place]?.amount },
          "seed \(seed)")
      }
    }
  }

  @Test(
    "marginal pay never falls as sales grow, nor jumps by more than the top rate", arguments: seeds)
  func monotone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let plan = try plan(component("key = \"c\", kind = \"commission\", bands = \(bands(&random))"))
    var volume = Money.zero
    var last = Money.zero
    for _ in 0..<60 {
      let step = Money(units: Int64.random(in: 0...400_000_000, using: &random))
      volume = try volume.adding(step)
      let deals = [Deal(rep: 0, day: try day("2026-05-04"), amount: volume)]
      let now = try #require(try pay(plan, deals, reps: roster(1)).amount("c"))
      let rise = try now.subtracting(last)
      #expect(rise >= .zero, "seed \(seed) at \(volume)")
      // Rates are at most 20 %; a fen for rounding at each end.
      #expect(rise.units <= step.units / 5 + 200, "seed \(seed) at \(volume)")
      last = now
    }
  }

  @Test("splits keep the sum of an order", arguments: seeds)
  func splits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      var (left, shares) = (10_000, [Double]())
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let share = Int.random(in: 0...left, using: &random)
        shares.append(Double(share) / 10_000)
        left -= share
      }
      shares.append(Double(left) / 10_000)
      let amount = Money(units: Int64.random(in: -1_000_000_000...1_000_000_000, using: &random))
      let parts = try CreditShares.parts(of: amount, by: shares, "seed \(seed)")
      #expect(parts.reduce(0) { $0 + $1.units } == amount.units, "seed \(seed) \(shares)")
    }
  }

  @Test("the tree of pay replays to it", arguments: seeds)
  func replay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (plan, reps) = (try full(&random), roster(4))
    let deals = try deals(&random, reps: 4)
    let explained = try book(plan, deals, reps, explained: true)
    let bare = try book(plan, deals, reps)
    for place in 0..<4 {
      let tree = try explained.explanation(of: place)
      #expect(tree.value == .money(try bare.total(place)), "seed \(seed)")
      var sum = Money.zero
      for node in tree.children where node.outcome == .step {
        guard case .money(let part)? = node.value else { continue }
        sum = try sum.adding(part)
      }
      #expect(tree.value == .money(sum), "seed \(seed)")
      let commission = try #require(tree.children.first { $0.label == "c" })
      try replay(commission, "seed \(seed) rep \(place)")
    }
  }

  /// The exact parts of the bands, summed and rounded once, are the commission.
  private func replay(_ node: Explanation, _ comment: String) throws {
    var sum = ExactAmount(.zero)
    for band in node.children where band.outcome == .matched {
      let factors = try #require(band.reason).components(separatedBy: " × ")
      var part = ExactAmount(try Money(parsing: factors[0]))
      try part.multiply(by: Rate(parsing: factors[1]))
      #expect(band.value == .text(part.description), "\(comment)")
      try sum.add(part)
    }
    #expect(node.value == .money(try sum.rounded(.halfUp, to: .document)), "\(comment)")
  }

  @Test("sums of classes are the sums of their orders", arguments: seeds)
  func cells(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let plan = try full(&random)
    let (deals, period) = (try deals(&random, reps: 3), try quarter())
    let cells = try columns(deals, reps: 3).cells(plan.credit, [period])[0]
    for place in -1..<3 {
      let own = deals.filter {
        ($0.rep ?? -1) == place && (period.first...period.last).contains($0.day)
          && $0.status != "cancelled"
      }
      func sum(_ deals: [Deal]) -> Int64 { deals.reduce(0) { $0 + $1.amount.units } }
      #expect(try cells.sum(place, .all).units == sum(own), "seed \(seed)")
      #expect(try cells.sum(place, .outside).units == sum(own.filter(\.isOutside)))
      #expect(
        try cells.sum(place, .landmark).units == sum(own.filter { $0.amount >= wan(5) }))
    }
  }
}
