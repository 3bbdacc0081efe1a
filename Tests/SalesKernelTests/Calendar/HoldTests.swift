// Holds: time on hold does not count, and moves what is due by the working time that it covers.
import Testing
import Values

@testable import SalesKernel

@Suite struct HoldTests {
  private func hold(_ from: String, _ to: String?) throws -> Hold {
    try Hold(from: moment(from), to: to.map { try moment($0) })
  }

  @Test func pausingCountsInWorkingTime() throws {
    let timeline = Timeline.working(try calendar())
    // Tue 2026-06-30 10:00 + 4 h = 15:00; on hold 11:00–12:30 is one working hour, so 16:00.
    let start = try moment("2026-06-30T10:00")
    let noon = [try hold("2026-06-30T11:00", "2026-06-30T12:30")]
    #expect(
      try timeline.due(after: start, .hours(4), holds: HoldList(noon)) == moment("2026-06-30T16:00")
    )
    #expect(
      try timeline.elapsed(from: start, to: moment("2026-06-30T16:00"), holds: HoldList(noon))
        == .hours(4))
    // On the wall the same hold is an hour and a half: 15:30.
    #expect(
      try Timeline.wall.due(after: start, .hours(4), holds: HoldList(noon))
        == moment("2026-06-30T15:30"))
    // A hold outside hours costs nothing; one that begins when all is over neither.
    let night = [try hold("2026-06-30T18:00", "2026-07-01T09:00")]
    #expect(
      try timeline.due(after: start, .hours(8), holds: HoldList(night))
        == moment("2026-07-01T10:00"))
    let late = [try hold("2026-06-30T15:00", "2026-07-10T15:00")]
    #expect(
      try timeline.due(after: start, .hours(4), holds: HoldList(late)) == moment("2026-06-30T15:00")
    )
  }

  @Test func overlapsCountOnceAndOpenHoldsWait() throws {
    let timeline = Timeline.working(try calendar())
    let start = try moment("2026-06-30T10:00")
    // 09:00–11:00 counts from 10:00, and 10:30–11:30 adds half an hour: 1.5 h in all.
    let holds = [
      try hold("2026-06-30T10:30", "2026-06-30T11:30"),
      try hold("2026-06-30T09:00", "2026-06-30T11:00"),
    ]
    #expect(
      try timeline.due(after: start, .hours(2), holds: HoldList(holds))
        == moment("2026-06-30T14:30"))
    let open = [try hold("2026-06-30T11:00", nil)]
    #expect(try timeline.due(after: start, .hours(2), holds: HoldList(open)) == nil)
    #expect(
      try timeline.due(after: start, .hours(1), holds: HoldList(open)) == moment("2026-06-30T11:00")
    )
    #expect(
      try timeline.elapsed(from: start, to: moment("2026-07-30T11:00"), holds: HoldList(open))
        == .hours(1))
    #expect { _ = try hold("2026-06-30T11:00", "2026-06-30T10:00") } throws: {
      ($0 as? ValidationError)?.code == "calendar.order"
    }
  }

  /// due = start + target + working time on hold that has begun before it.
  @Test func dueIsTargetPlusHolds() throws {
    let seed: UInt64 = 12
    var random = SeededGenerator(seed: seed)
    let calendar = try calendar()
    let base = try moment("2025-03-01T00:00").milliseconds
    for round in 0..<500 {
      let comment = Comment("seed \(seed), round \(round)")
      let start = try Instant(milliseconds: base + .random(in: 0...1_000_000_000, using: &random))
      let target = Span(milliseconds: .random(in: 0...200_000_000, using: &random))
      let holds = try (0..<Int.random(in: 0...4, using: &random)).map { _ in
        let from = try start.adding(
          Span(milliseconds: .random(in: -200_000_000...900_000_000, using: &random)))
        return try Hold(
          from: from,
          to: from.adding(Span(milliseconds: .random(in: 0...300_000_000, using: &random))))
      }
      let timeline = Timeline.working(calendar)
      let due = try #require(try timeline.due(after: start, target, holds: HoldList(holds)))
      #expect(try timeline.elapsed(from: start, to: due, holds: HoldList(holds)) == target, comment)
      let paused = try calendar.elapsed(from: start, to: due).subtracting(target)
      #expect(paused >= .zero, comment)
      if holds.isEmpty { #expect(paused == .zero, comment) }
    }
  }
}
