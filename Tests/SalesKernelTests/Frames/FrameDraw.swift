// Random frames beside the rows that they were made of.
import Values

@testable import SalesKernel

struct FrameDraw {
  struct Row {
    var region: String?
    var rep: Int64?
    var day: Day?
    var amount: Money?
    var score: Double?
  }

  let rows: [Row]
  let frame: Frame

  /// - Parameter spread: How far ids lie apart.
  init(_ random: inout SeededGenerator, rows count: Int, spread: Int64 = 1) throws {
    let regions = ["华东", "华北", "华南", "华中"]
    func maybe<T>(_ random: inout SeededGenerator, _ value: T) -> T? {
      Int.random(in: 0..<8, using: &random) == 0 ? nil : value
    }
    rows = try (0..<count).map { _ in
      Row(
        region: maybe(&random, regions[Int.random(in: 0..<4, using: &random)]),
        rep: maybe(&random, Int64.random(in: -3...9, using: &random) * spread),
        day: maybe(&random, try Day(number: Int32.random(in: 19_000...20_100, using: &random))),
        amount: maybe(
          &random, Money(units: Int64.random(in: -9_000_000...900_000_000, using: &random))),
        score: maybe(&random, Double(Int.random(in: -400...400, using: &random)) / 8))
    }
    frame = try Self.frame(of: rows)
  }

  static func frame(of rows: [Row]) throws -> Frame {
    var texts: [String] = []
    var region = FrameColumnBuilder(.text)
    var rep = FrameColumnBuilder(.reference("reps"))
    var (day, amount) = (FrameColumnBuilder(.day), FrameColumnBuilder(.money))
    var score = FrameColumnBuilder(.number)
    for row in rows {
      if let name = row.region, !texts.contains(name) { texts.append(name) }
      try region.append(whole: row.region.flatMap(texts.firstIndex).map { Int64($0 + 1) } ?? 0)
      try rep.append(whole: row.rep)
      try day.append(whole: row.day.map { Int64($0.number) })
      try amount.append(whole: row.amount?.units)
      try score.append(whole: row.score.map { Int64(bitPattern: $0.bitPattern) })
    }
    return Frame(
      [
        ("region", region.finish(texts: texts)), ("rep", rep.finish()), ("day", day.finish()),
        ("amount", amount.finish()), ("score", score.finish()),
      ], rows: .all(rows.count))
  }

  /// The rows by the keys, told apart by their values.
  func grouped(_ key: (Row) -> [FieldValue]) -> [[FieldValue]: [Row]] {
    Dictionary(grouping: rows, by: key)
  }
}

extension FrameDraw.Row {
  var regionValue: FieldValue { region.map(FieldValue.text) ?? .null }
  var repValue: FieldValue { rep.map(FieldValue.integer) ?? .null }
  var month: FieldValue {
    guard let day else { return .null }
    let month = day.month < 10 ? "0\(day.month)" : "\(day.month)"
    return .text("\(day.year)-\(month)")
  }
}
