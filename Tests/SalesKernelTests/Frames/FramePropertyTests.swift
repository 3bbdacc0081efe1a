// Frames against the same figures over plain arrays, for random rows.
import Testing
import Values

@testable import SalesKernel

@Suite struct FramePropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...60

  private static func sum(_ rows: [FrameDraw.Row]) -> Int64 {
    rows.reduce(0) { $0 + ($1.amount?.units ?? 0) }
  }

  @Test("groups by region and month have the sums of their rows", arguments: seeds)
  func sums(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let draw = try FrameDraw(&random, rows: Int.random(in: 0...400, using: &random))
    let groups = try FrameGroups(
      draw.frame,
      [
        FrameKey("region", column: "region"), FrameKey("month", column: "day", unit: .month),
      ])
    let expected = draw.grouped { [$0.regionValue, $0.month] }
    #expect(groups.count == expected.count, "seed \(seed)")
    for group in 0..<groups.count {
      let rows = try #require(expected[groups.key(group)], "seed \(seed)")
      #expect(groups.size(group) == rows.count, "seed \(seed)")
      let sum = try groups.value(.sum, of: "amount", in: group)
      #expect(sum == .money(Money(units: Self.sum(rows))), "seed \(seed)")
      let count = try groups.value(.count, of: "amount", in: group)
      #expect(count == .integer(Int64(rows.count { $0.amount != nil })), "seed \(seed)")
    }
  }

  @Test("keys that lie far apart are told apart as those side by side", arguments: seeds)
  func sparse(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let draw = try FrameDraw(&random, rows: 300, spread: 1 << 40)
    let keys = [
      FrameKey("rep", column: "rep"), FrameKey("amount", column: "amount"),
      FrameKey("score", column: "score"),
    ]
    let groups = try FrameGroups(draw.frame, keys)
    let expected = draw.grouped {
      [
        $0.repValue, $0.amount.map(FieldValue.money) ?? .null,
        $0.score.map(FieldValue.number) ?? .null,
      ]
    }
    #expect(groups.count == expected.count, "seed \(seed)")
    for group in 0..<groups.count {
      #expect(groups.size(group) == expected[groups.key(group)]?.count, "seed \(seed)")
    }
  }

  @Test(
    "least, greatest, different values and quantiles are those of the sorted rows", arguments: seeds
  )
  func spread(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let draw = try FrameDraw(&random, rows: 200)
    let groups = try FrameGroups(draw.frame, [FrameKey("region", column: "region")])
    let expected = draw.grouped { [$0.regionValue] }
    let share = Double(Int.random(in: 0...10, using: &random)) / 10
    for group in 0..<groups.count {
      let rows = try #require(expected[groups.key(group)])
      let amounts = rows.compactMap(\.amount?.units).sorted()
      let least = try groups.value(.min, of: "amount", in: group)
      #expect(least == amounts.first.map { .money(Money(units: $0)) } ?? .null, "seed \(seed)")
      let greatest = try groups.value(.max, of: "amount", in: group)
      #expect(greatest == amounts.last.map { .money(Money(units: $0)) } ?? .null, "seed \(seed)")
      let reps = try groups.value(.distinct, of: "rep", in: group)
      #expect(reps == .integer(Int64(Set(rows.compactMap(\.rep)).count)), "seed \(seed)")
      let scores = rows.compactMap(\.score).sorted()
      guard !scores.isEmpty else { continue }
      // Type 7: eighths of whole numbers are exact doubles, so that only the interpolation rounds.
      let place = share * Double(scores.count - 1)
      let low = Int(place)
      let high = min(low + 1, scores.count - 1)
      let value = scores[low] + (scores[high] - scores[low]) * (place - Double(low))
      let found = try groups.value(.quantile(share), of: "score", in: group)
      #expect(found == .number(value), "seed \(seed) share \(share)")
    }
  }

  @Test("a view has the groups of its rows, and shares of all groups add up to 1", arguments: seeds)
  func views(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let draw = try FrameDraw(&random, rows: 200)
    let bound = Money(units: Int64.random(in: 0...900_000_000, using: &random))
    let amount = try draw.frame.column("amount")
    let rows = draw.frame.rows(
      where: amount, .range(from: .money(bound), upto: nil, below: nil))
    let kept = draw.rows.filter { ($0.amount ?? Money(units: .min)) >= bound }
    #expect(rows.count == kept.count, "seed \(seed)")
    let groups = try FrameGroups(
      draw.frame.narrowed(to: rows),
      [FrameKey("region", column: "region"), FrameKey("rep", column: "rep")])
    let expected = Dictionary(grouping: kept) { [$0.regionValue, $0.repValue] }
    #expect(groups.count == expected.count, "seed \(seed)")
    var (all, within) = (0.0, [FieldValue: Double]())
    for group in 0..<groups.count {
      let sum = try groups.value(.sum, of: "amount", in: group)
      let rows = expected[groups.key(group)] ?? []
      #expect(sum == .money(Money(units: Self.sum(rows))), "seed \(seed)")
      all += try groups.share(of: "amount", in: group) ?? 0
      within[groups.key(group)[0], default: 0] +=
        try groups.share(of: "amount", in: group, within: ["region"]) ?? 0
    }
    guard !kept.isEmpty, kept.contains(where: { $0.amount?.isZero == false }) else { return }
    #expect(abs(all - 1) < 1e-9, "seed \(seed)")
    for (_, sum) in within { #expect(abs(sum - 1) < 1e-9, "seed \(seed)") }
  }

  @Test("a condition on groups measures what filtering first measures", arguments: seeds)
  func conditions(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let draw = try FrameDraw(&random, rows: 200)
    let region = try draw.frame.column("region")
    let view = draw.frame.narrowed(
      to: draw.frame.rows(where: region, .oneOf([.text("华东"), .text("华南")])))
    let groups = try FrameGroups(view, [FrameKey("rep", column: "rep")])
    let amount = try view.column("amount")
    let large = try groups.narrowed(by: "large") {
      view.rows(where: amount, .range(from: .money(wan(4)), upto: nil, below: nil))
    }
    #expect(large.count == groups.count)
    for group in 0..<groups.count {
      let rows = draw.rows.filter {
        ["华东", "华南"].contains($0.region) && [$0.repValue] == groups.key(group)
          && ($0.amount ?? .zero) >= wan(4)
      }
      #expect(large.size(group) == rows.count, "seed \(seed)")
      let sum = try large.value(.sum, of: "amount", in: group)
      #expect(sum == .money(Money(units: Self.sum(rows))), "seed \(seed)")
    }
  }
}
