import Lua
import SalesKernel

/// The columns of `groups:table`: measures as text, or functions of a group.
struct FrameTable {
  private enum Column {
    case measure(FrameMeasure, String)
    case count
    case share(String)
    case function(Function)
  }

  private var columns: [(name: String, column: Column)] = []
  private unowned let host: ScriptHost

  init(_ value: Value, host: ScriptHost) throws {
    self.host = host
    guard case .table(let table) = value, table.others.isEmpty else {
      throw ArgumentError(
        "table: expected measures, got \(value.typeName)",
        remedy: "as groups:table{orders = \"count\", amount = \"sum amount\"}")
    }
    for value in table.list {
      guard case .string(let text) = value else {
        throw ArgumentError("table: a function needs a name: name = function(g) … end")
      }
      columns.append((text.split(separator: " ").joined(separator: "_"), try Self.column(value)))
    }
    for (name, value) in table.fields { columns.append((name, try Self.column(value))) }
  }

  private static func column(_ value: Value) throws -> Column {
    switch value {
    case .function(let function): return .function(function)
    case .string(let text):
      let words = text.split(separator: " ").map(String.init)
      if words == ["count"] { return .count }
      if words.count == 2, words[0] == "share" { return .share(words[1]) }
      let share = words.count == 3 ? Double(words[2]) : nil
      guard words.count == (words.first == "quantile" ? 3 : 2),
        words[0] != "quantile" || share != nil,
        let measure = FrameMeasure(words[0], share: share)
      else {
        throw ArgumentError(
          "'\(text)' is no measure",
          remedy:
            "write one of \(FrameMeasure.words.joined(separator: ", ")) or share and a column, as "
            + "\"sum amount\"")
      }
      return .measure(measure, words[1])
    default: throw ArgumentError("table: expected a measure, got \(value.typeName)")
    }
  }

  func table(of groups: FrameGroups) throws -> ResultTable {
    let cells = try columns.map { try values(of: $0.column, groups) }
    let heads = columns.indices.map { index in
      ResultTable.Column(
        columns[index].name, cells[index].contains(where: \.isText) ? .text : .number)
    }
    return ResultTable(
      columns: groups.keys.map { .init($0.name) } + heads,
      rows: (0..<groups.count).map { place in
        groups.key(place).map(\.scriptValue) + cells.map { $0[place] }
      })
  }

  private func values(of column: Column, _ groups: FrameGroups) throws -> [Value] {
    switch column {
    case .count: (0..<groups.count).map { .integer(Int64(groups.size($0))) }
    case .measure(let measure, let name):
      try groups.values(measure, of: name).map(\.scriptValue)
    case .share(let name):
      try (0..<groups.count).map { place in
        try groups.share(of: name, in: place).map(Value.number) ?? .nil
      }
    case .function(let function):
      try (0..<groups.count).map { place in
        try host.state.call(function, [.object(FrameGroupObject(groups, place))]).first ?? .nil
      }
    }
  }
}

extension Value {
  fileprivate var isText: Bool { if case .string = self { true } else { false } }
}
