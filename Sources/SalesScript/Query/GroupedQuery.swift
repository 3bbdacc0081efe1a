import Lua
import SalesKernel
import SalesStore
import Values

/// A query split into groups by the values of measures; its verbs give a table of results.
final class GroupedQuery {
  let query: QueryObject
  let keys: [(name: String, measure: QueryMeasure)]

  init(_ query: QueryObject, keys: [(name: String, measure: QueryMeasure)]) {
    self.query = query
    self.keys = keys
  }

  /// A row a group, by key upward; empty keys first.
  func table(
    _ name: String, kind: ResultTable.Column.Kind, of measure: QueryMeasure?,
    _ finish: (Tally) throws -> FieldValue
  ) throws -> ResultTable {
    let groups = try keys.count == 1 ? byOne(keys[0].measure, measure) : byMany(measure)
    let sorted = groups.sorted { Self.isBefore($0.key, $1.key) }
    return ResultTable(
      columns: keys.map { .init($0.name) } + [.init(name, kind)],
      rows: try sorted.map { try $0.key.map(\.scriptValue) + [finish($0.value).scriptValue] })
  }

  private typealias Groups = [(key: [FieldValue], value: Tally)]

  /// By one key: groups are told apart by their cells.
  private func byOne(_ key: QueryMeasure, _ measure: QueryMeasure?) throws -> Groups {
    var groups = CellGroups()
    var tallies: [Tally] = []
    try query.forEachBlock(reading: key.reading + (measure?.reading ?? [])) { block, rows in
      var places = [Int](repeating: 0, count: block.count)
      try key.forEachCell(block, rows) { row, cell in places[row] = groups.index(of: cell) }
      while tallies.count < groups.cells.count { tallies.append(Tally()) }
      if let measure {
        try measure.forEach(block, rows) { try tallies[places[$0]].add($1) }
      } else {
        for row in rows { tallies[places[row]].addRow() }
      }
      return true
    }
    return try zip(groups.cells, tallies).map { ([try $0.value()], $1) }
  }

  private func byMany(_ measure: QueryMeasure?) throws -> Groups {
    var groups: [[FieldValue]: Tally] = [:]
    let reading = keys.flatMap(\.measure.reading) + (measure?.reading ?? [])
    try query.forEachBlock(reading: reading) { block, rows in
      var values: [[FieldValue]] = Array(repeating: [], count: block.count)
      for key in keys { try key.measure.forEach(block, rows) { values[$0].append($1) } }
      if let measure {
        try measure.forEach(block, rows) { try groups[values[$0], default: Tally()].add($1) }
      } else {
        for row in rows { groups[values[row], default: Tally()].addRow() }
      }
      return true
    }
    return groups.map { ($0.key, $0.value) }
  }

  private static func isBefore(_ a: [FieldValue], _ b: [FieldValue]) -> Bool {
    for (x, y) in zip(a, b) where x != y {
      if x.isNull != y.isNull { return x.isNull }
      return FieldOrder.isBefore(x, y) ?? false
    }
    return false
  }
}

extension ScriptHost {
  func defineGrouping() throws {
    try verb(
      HelpEntry(
        "query:group_by", "query:group_by(field or rule, …)",
        "Splits the records into groups; ask them for :count(), :sum(x), :avg(x), :min(x) or :max(x).",
        returns: "groups",
        errors: ["rule.syntax", "rule.unknown_name"],
        example: "return customers:group_by(\"level\"):count()[1].level", result: "\"A\"",
        seeAlso: ["query:count", "query:sum"])
    ) { query, arguments in
      let keys = try (1..<max(arguments.count, 2)).map { position in
        let value = try arguments[position]
        let name = if case .string(let text) = value { text } else { "key" }
        return (name, try QueryMeasure(value, of: query, what: "group_by"))
      }
      return .object(GroupedQuery(query, keys: keys))
    }
    try grouped("count", .number, "How many records each group has.") { .integer($0.count) }
    try grouped("sum", .number, "Each group's sum.") { try $0.sum() }
    try grouped("avg", .number, "Each group's mean.") { try $0.mean() }
    try grouped("min", .text, "Each group's least value.") { $0.least }
    try grouped("max", .text, "Each group's greatest value.") { $0.greatest }
  }

  private func grouped(
    _ name: String, _ kind: ResultTable.Column.Kind, _ summary: String,
    _ finish: @escaping (Tally) throws -> FieldValue
  ) throws {
    let takes = name != "count"
    help.add(
      HelpEntry(
        "groups:\(name)", "groups:\(name)(\(takes ? "field or rule" : ""))", summary,
        example:
          "return #customers:group_by(\"level\"):\(name)(\(takes ? "\"annual_purchase\"" : "")) >= 3",
        result: "true", seeAlso: ["query:group_by"]))
    try state.defineMethod(on: GroupedQuery.self, name) { arguments, results in
      guard case .object(let object) = try arguments[0], let groups = object as? GroupedQuery else {
        throw ArgumentError("expected groups, got \(try arguments[0].typeName)")
      }
      let measure = takes ? try QueryMeasure(try arguments[1], of: groups.query, what: name) : nil
      try results.add(Value.object(try groups.table(name, kind: kind, of: measure, finish)))
    }
  }
}
