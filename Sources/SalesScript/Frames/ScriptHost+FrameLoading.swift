import Lua
import SalesKernel
import SalesStore
import Values

/// `query:frame`: typed columns of the records that a query selects.
extension ScriptHost {
  func defineFrames() throws {
    try state.defineClass(FrameObject.self, name: "frame")
    try state.defineClass(FrameGroupsObject.self, name: "groups of a frame")
    try state.defineClass(FrameGroupObject.self, name: "group of a frame")
    try defineFrameLoading()
    try defineFrameNarrowing()
    try defineFrameMeasures()
    try defineFrameGrouping()
    try defineFrameGroups()
    try defineFrameGroup()
  }

  private func defineFrameLoading() throws {
    try verb(
      HelpEntry(
        "query:frame", "query:frame{\"field\", …, name = \"ref.field\", …}",
        "Typed columns of the records, for filters, groups and measures over millions of rows. A field names "
          + "its column; a path through references is joined by id. Columns are read once and kept until the "
          + "records change.", returns: "frame",
        units: "money stays exact; rows go by id",
        errors: ["entity.field", "frame.path", "frame.size", "frame.column"],
        example: """
          local f = orders:frame{"amount", "ordered_on", region = "customer.region"}
          return f:sum("amount") == orders:sum("amount"), #f == orders:count()
          """, result: "true  true",
        seeAlso: ["frame:where", "frame:group_by", "frame:sum", "query:where"])
    ) { [unowned self] query, arguments in
      let columns = try Self.frameColumns(try arguments[1])
      return .object(try frame(of: query, columns))
    }
  }

  /// What a script asked for: names and paths, in the order of the list, then by name.
  static func frameColumns(_ value: Value) throws -> [(name: String, path: String)] {
    guard case .table(let table) = value, table.others.isEmpty else {
      throw ArgumentError(
        "frame: expected a list of fields, got \(value.typeName)",
        remedy: "as orders:frame{\"amount\", region = \"customer.region\"}")
    }
    func path(_ value: Value, _ name: String) throws -> String {
      guard case .string(let path) = value else {
        throw ArgumentError("frame: \(name) must name a field, got \(value.typeName)")
      }
      return path
    }
    var columns = try table.list.enumerated().map { index, value in
      let path = try path(value, "column \(index + 1)")
      return (name: path.split(separator: ".").last.map(String.init) ?? path, path: path)
    }
    columns += try table.fields.map { (name: $0.key, path: try path($0.value, $0.key)) }
    for (index, column) in columns.enumerated()
    where columns[..<index].contains(where: { $0.name == column.name }) {
      throw ArgumentError(
        "frame: there are two columns \"\(column.name)\"", code: "frame.column",
        remedy: "name one of them: other = \"\(column.path)\"")
    }
    return columns
  }

  /// A frame of what a query selects: its plain conditions make a selection that is kept, its lists are looked
  /// for in the columns, its rules run over the records.
  func frame(
    of query: QueryObject, _ columns: [(name: String, path: String)]
  ) throws -> FrameObject {
    let loader = try FrameLoader(self)
    var (lists, rules): ([(slot: Int, values: Set<FieldValue>)], Int) = ([], 0)
    for filter in query.filters {
      switch filter {
      case .oneOf(let slot, let values): lists.append((slot, values))
      case .rule: rules += 1
      }
    }
    var selection = query.selection
    if rules > 0 || selection.limit != nil || selection.offset > 0 {
      (selection, lists) = (try query.resolved(), [])
    }
    let hidden = lists.map { (name: " \($0.slot)", path: query.entity.fields[$0.slot].name) }
    let all = try loader.load(
      selection, key: Self.key(selection), columns + hidden + [(name: " id", path: "id")])
    var narrowed = all
    for (list, column) in zip(lists, hidden) {
      let rows = narrowed.rows(where: try all.column(column.name), .oneOf(Array(list.values)))
      narrowed = narrowed.narrowed(to: rows)
    }
    let shown = try columns.map { (name: $0.name, column: try all.column($0.name)) }
    return FrameObject(Frame(shown, rows: narrowed.rows), ids: try all.column(" id"))
  }

  /// What tells a selection; nil where it is of ids, which are told by nothing short.
  private static func key(_ selection: Selection) -> String? {
    guard selection.ids == nil, selection.limit == nil, selection.offset == 0 else { return nil }
    return selection.equals.map { "\($0.slot)=\($0.value)" }.sorted().joined(separator: "\n")
  }
}
