// Columns, their limits, and measures that do not exist.
import Testing
import Values

@testable import SalesKernel

@Suite struct FrameTests {
  private func column(_ type: FieldType, _ values: [Int64?]) throws -> FrameColumn {
    var builder = FrameColumnBuilder(type)
    for value in values { try builder.append(whole: value) }
    return builder.finish()
  }

  @Test func aColumnWidensWhereAValueDoesNotFit() throws {
    let values: [Int64?] = [1, nil, Int64(Int32.max), Int64(Int32.min), 1 << 40, nil, -1]
    let column = try column(.integer, values)
    #expect(
      (0..<values.count).map { column.value($0) }
        == values.map { $0.map(FieldValue.integer) ?? .null })
    guard case .wide = column.storage else {
      Issue.record("it is not wide")
      return
    }
    let narrow = try self.column(.day, [0, nil, 20_000])
    guard case .narrow = narrow.storage else {
      Issue.record("days are not narrow")
      return
    }
    #expect(narrow.value(1) == .null)
  }

  @Test func theLeastNumberIsRefusedInsteadOfReadingAsNothing() throws {
    #expect(throws: ValueError.self) { try column(.money, [.min]) }
    #expect(try column(.money, [.max]).value(0) == .money(Money(units: .max)))
  }

  @Test func sumsBeyondTheRangeAreAnErrorAndNotASmallerNumber() throws {
    let frame = Frame(
      [
        ("amount", try column(.money, [.max, 1])),
        ("n", try column(.integer, [.max, .max, -.max])),
      ],
      rows: .all(2))
    let groups = try FrameGroups(frame, [])
    #expect(throws: ValueError.self) { try groups.value(.sum, of: "amount", in: 0) }
    // What goes over on the way and comes back is a sum.
    let three = Frame([("n", try column(.integer, [.max, .max, -.max]))], rows: .all(3))
    #expect(try FrameGroups(three, []).value(.sum, of: "n", in: 0) == .integer(.max))
  }

  @Test func nothingHasASumOfNothingAndNoMean() throws {
    let frame = Frame([("amount", try column(.money, []))], rows: .all(0))
    let whole = try FrameGroups(frame, [])
    #expect(whole.count == 1 && whole.size(0) == 0)
    #expect(try whole.value(.sum, of: "amount", in: 0) == .money(.zero))
    for measure in [FrameMeasure.mean, .min, .max, .quantile(0.5)] {
      #expect(try whole.value(measure, of: "amount", in: 0) == .null)
    }
    #expect(try whole.share(of: "amount", in: 0) == nil)
    #expect(try FrameGroups(frame, [FrameKey("amount", column: "amount")]).count == 0)
  }

  @Test func aMeanOfMoneyIsRoundedHalfToEven() throws {
    // 0.0001 + 0.0002 over 2 = 0.00015, to the even 0.0002; 0.0001 + 0 over 2 = 0.00005, to the even 0.
    let frame = Frame(
      [("a", try column(.money, [1, 2])), ("b", try column(.money, [1, 0]))], rows: .all(2))
    let whole = try FrameGroups(frame, [])
    #expect(try whole.value(.mean, of: "a", in: 0) == .money(Money(units: 2)))
    #expect(try whole.value(.mean, of: "b", in: 0) == .money(Money(units: 0)))
  }

  @Test func whatHasNoSuchMeasureSaysSo() throws {
    let frame = Frame(
      [("day", try column(.day, [1])), ("rep", try column(.reference("reps"), [1]))], rows: .all(1))
    let whole = try FrameGroups(frame, [])
    for (measure, name) in [(FrameMeasure.sum, "day"), (.mean, "rep"), (.quantile(0.5), "rep")] {
      let error = #expect(throws: ValidationError.self) {
        try whole.value(measure, of: name, in: 0)
      }
      #expect(error?.code == "frame.measure")
    }
    let unknown = #expect(throws: ValidationError.self) { try whole.value(.sum, of: "dya", in: 0) }
    #expect(unknown?.remedy == "did you mean \"day\"?")
    let share = #expect(throws: ValidationError.self) {
      try whole.value(.quantile(1.5), of: "day", in: 0)
    }
    #expect(share?.code == "frame.share")
    let period = #expect(throws: ValidationError.self) {
      try FrameGroups(frame, [FrameKey("month", column: "rep", unit: .month)])
    }
    #expect(period?.code == "frame.key")
  }

  @Test("periods have the names of the calendar") func periods() throws {
    let frame = Frame([("day", try column(.day, [Int64(day("2026-01-01").number)]))], rows: .all(1))
    let names: [(FrameUnit, String)] = [
      (.day, "2026-01-01"), (.week, "2026-W01"), (.month, "2026-01"), (.quarter, "2026-Q1"),
      (.half, "2026-H1"), (.year, "2026"),
    ]
    for (unit, name) in names {
      let groups = try FrameGroups(frame, [FrameKey("p", column: "day", unit: unit)])
      #expect(groups.key(0) == [.text(name)])
    }
  }

  @Test func aJoinFindsRowsByIdNearAndFar() throws {
    for ids: [Int64] in [[3, 4, 9], [3, 1 << 20, 1 << 50]] {
      let index = FrameIndex(try column(.reference("reps"), ids))
      let references = try column(.reference("reps"), [ids[2], nil, 5, ids[0], ids[1], .max])
      let rows = index.rows(of: references)
      #expect((0..<rows.count).map { rows.base[$0] } == [2, -1, -1, 0, 1, -1])
    }
  }
}
