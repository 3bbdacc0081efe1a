import Lua
import SalesKernel
import Values

/// The few numbers of a chart, each with its name, as a script writes them.
struct ChartPoints {
  struct Point {
    let label: String
    /// Amounts in yuan.
    let value: Double
    /// The value as people read it.
    let text: String
  }

  let points: [Point]
  private let function: String

  /// - Throws: `chart.value` for what is no number, and for what is none of the forms.
  init(_ value: Value, of function: String) throws {
    self.function = function
    switch value {
    case .object(let table as ResultTable): points = try Self.points(of: table, function)
    case .table(let table) where table.fields.isEmpty:
      points = try table.list.enumerated().map { place, item in
        guard case .table(let pair) = item else {
          return try Self.point("\(place + 1)", item, function)
        }
        guard pair.list.count == 2, pair.fields.isEmpty else {
          throw Self.wrong(function, "item #\(place + 1) is no {name, value}")
        }
        return try Self.point(pair.list[0].shown, pair.list[1], function)
      }
    case .table(let table) where table.list.isEmpty:
      points = try table.fields.sorted { $0.key < $1.key }.map {
        try Self.point($0.key, $0.value, function)
      }
    default: throw Self.wrong(function, "expected numbers, got \(value.typeName)")
    }
  }

  /// The first column names, the first column of numbers counts; rows without a number are left out.
  private static func points(of table: ResultTable, _ function: String) throws -> [Point] {
    guard
      let value = table.columns.indices.dropFirst().first(where: {
        table.columns[$0].kind == .number
      })
    else { throw wrong(function, "the table has no column of numbers behind its first") }
    return try table.rows.filter { !$0[value].isNil }.map {
      try point($0[0].shown, $0[value], function)
    }
  }

  private static func point(_ label: String, _ value: Value, _ function: String) throws -> Point {
    switch value {
    case .integer(let whole): return Point(label: label, value: Double(whole), text: "\(whole)")
    case .number(let number) where number.isFinite:
      return Point(label: label, value: number, text: value.shown)
    case .scalar(let scalar) where scalar.kind == Money.scalarKind:
      return Point(
        label: label, value: Double(scalar.payload) / Double(Money.unitsPerYuan), text: value.shown)
    default: throw wrong(function, "\(label) is \(value.shown.shortened), no number")
    }
  }

  private static func wrong(_ function: String, _ what: String) -> ArgumentError {
    ArgumentError(
      "\(function): \(what)", code: "chart.value",
      remedy:
        "give {5, 7}, {east = 5, west = 7}, {{\"east\", 5}, {\"west\", 7}} or a table of results")
  }
}

/// Values counted in ranges of equal width.
struct Histogram {
  struct Range {
    let from: Double
    let upto: Double
    var count: Int
  }

  private(set) var ranges: [Range] = []

  init(_ values: [Double], bins: Int) {
    guard let least = values.min(), let most = values.max() else { return }
    let width = (most - least) / Double(bins)
    guard width > 0, width.isFinite else {
      ranges = [Range(from: least, upto: most, count: values.count)]
      return
    }
    ranges = (0..<bins).map {
      Range(
        from: least + width * Double($0),
        upto: $0 == bins - 1 ? most : least + width * Double($0 + 1),
        count: 0)
    }
    for value in values {
      let place = Int(exactly: ((value - least) / width).rounded(.down)) ?? 0
      ranges[min(max(place, 0), bins - 1)].count += 1
    }
  }
}
