// What holds of every price, over random policies and lines.
import Testing
import Values

@testable import SalesKernel

@Suite struct PricePropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...150

  @Test("a waterfall replays to its price, and a price is the same without one", arguments: seeds)
  func replay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let policy = try PriceDraw.policy(&random)
    for _ in 0..<20 {
      let line = try PriceDraw.line(&random)
      let price = try policy.price(line)
      let waterfall = try #require(price.waterfall)
      #expect(try waterfall.replay() == (price.unit, price.amount), "seed \(seed) \(line)")
      let read = try Waterfall(parsing: waterfall.text)
      #expect(read.text == waterfall.text, "seed \(seed)")
      #expect(try read.replay() == (price.unit, price.amount), "seed \(seed) \(waterfall.text)")
      let bare = try policy.price(line, explaining: false)
      #expect(bare.waterfall == nil)
      #expect(
        (bare.unit, bare.amount, bare.cost, bare.leadDays)
          == (price.unit, price.amount, price.cost, price.leadDays), "seed \(seed) \(line)")
    }
  }

  @Test("a price never rises when a discount is added, wherever it stands", arguments: seeds)
  func neverRises(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let steps = (1...3).map { PriceDraw.step("s\($0)", &random) }
    let added = always("added", "discount = \(PriceDraw.discount(&random))")
    var more = steps
    more.insert(added, at: Int.random(in: 0...3, using: &random))
    let floors = PriceDraw.floors(&random)
    let compose = Bool.random(using: &random) ? "sequential" : "additive"
    let before = try trial(steps: steps.joined(separator: ","), more: floors, compose: compose)
    let after = try trial(steps: more.joined(separator: ","), more: floors, compose: compose)
    for _ in 0..<20 {
      let line = try PriceDraw.line(&random)
      let (less, whole) = (try after.price(line), try before.price(line))
      #expect(less.unit <= whole.unit, "seed \(seed) \(line)")
      #expect(less.amount <= whole.amount, "seed \(seed) \(line)")
    }
  }

  @Test("no price is under a floor", arguments: seeds)
  func floorHolds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let steps = (1...5).map { PriceDraw.step("s\($0)", &random) }.joined(separator: ",")
    let policy = try trial(
      steps: steps,
      more: """
        floors = { { key = "own", source = "test", price = "floor_price" } }, on_floor = "raise"
        """)
    for _ in 0..<20 {
      let line = try PriceDraw.line(&random)
      let unit = try policy.price(line).unit
      #expect(unit >= line.floorPrice ?? .zero, "seed \(seed) \(line)")
    }
  }
}
