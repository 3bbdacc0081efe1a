import Lua
import SalesKernel
import SalesStore
import Values

/// Where a key figure's rows come from: records or a frame, which of their days count, and what they can be split by.
struct KPISource {
  /// Which rows a period takes by their day.
  enum Window: Hashable {
    /// From its first day to its last.
    case within
    /// All up to its last day: what there is, not what happened.
    case upto
    /// So many months up to its last day.
    case months(Int)
    /// Those of the period before, or of the same period last year.
    case previous, lastYear
    /// All before its first day.
    case before
    /// All of them, whatever the period.
    case all
  }

  enum Origin {
    case entity(Entity)
    case query(QueryObject)
    /// Called with the period; gives a frame.
    case function(Function)
  }

  let origin: Origin
  /// The column that periods are told by; nil where all rows always count.
  let day: String?
  let window: Window
  let columns: [(name: String, path: String)]
  /// Times between two columns of days or moments.
  let spans: [(name: String, from: String, to: String, inHours: Bool)]
  /// What the figure may be split by, with the path of each.
  let splits: [(name: String, path: String)]
  let condition: Value?
  let text: String

  static let keys = ["from", "day", "window", "columns", "by", "where"]

  /// - Throws: `kpi.source`, `catalog.entity`.
  init(_ table: Table, of name: String, host: ScriptHost) throws {
    switch table["from"] {
    case .string(let entity):
      origin = .entity(try host.catalog.require(entity))
      text = entity
    case .object(let object as QueryObject):
      origin = .query(object)
      text = object.entity.name
    case .function(let function):
      origin = .function(function)
      text = function.place.map { "function at \($0.chunk):\($0.lines.lowerBound)" } ?? "function"
    case let other:
      throw ArgumentError(
        "\(name): from must be an entity, a query or a function that gives a frame, got \(other.typeName)",
        code: "kpi.source",
        remedy: "as from = \"orders\" or from = orders:where{status = \"placed\"}")
    }
    day = try Self.text(table["day"], "day", name)
    (columns, spans) = try Self.columns(table["columns"], name)
    splits = try Self.splits(table["by"], name)
    condition = table["where"].isNil ? nil : table["where"]
    window = try Self.window(table["window"], name, hasDay: day != nil)
  }

  private static func columns(
    _ value: Value, _ name: String
  ) throws -> (
    [(name: String, path: String)], [(name: String, from: String, to: String, inHours: Bool)]
  ) {
    guard case .table(var table) = value else {
      return (value.isNil ? [] : try ScriptHost.frameColumns(value), [])
    }
    var spans: [(name: String, from: String, to: String, inHours: Bool)] = []
    for (key, value) in table.fields {
      guard case .table(let pair) = value else { continue }
      guard (2...3).contains(pair.list.count), case .string(let from) = pair.list[0],
        case .string(let to) = pair.list[1],
        pair.list.count == 2 || pair.list[2].plain == "hours"
      else {
        throw ArgumentError(
          "\(name): \(key) must be a field, or {\"day\", \"later day\"} for the days between",
          code: "kpi.source", remedy: "or {\"moment\", \"later moment\", \"hours\"}")
      }
      spans.append((key, from, to, pair.list.count == 3))
    }
    table.fields.removeAll { field in spans.contains { $0.name == field.key } }
    var columns = table.isEmpty ? [] : try ScriptHost.frameColumns(.table(table))
    for column in spans.flatMap({ [$0.from, $0.to] })
    where !columns.contains(where: { $0.name == column }) {
      columns.append((column, column))
    }
    return (columns, spans)
  }

  static func text(_ value: Value, _ key: String, _ name: String) throws -> String? {
    switch value {
    case .nil: return nil
    case .string(let text): return text
    case let other:
      throw ArgumentError(
        "\(name): \(key) must be a string, got \(other.typeName)", code: "kpi.source")
    }
  }

  private static func splits(
    _ value: Value, _ name: String
  ) throws -> [(name: String, path: String)] {
    if value.isNil { return [] }
    if case .string(let one) = value { return [(one, one)] }
    return try ScriptHost.frameColumns(value)
  }

  private static func window(_ value: Value, _ name: String, hasDay: Bool) throws -> Window {
    switch value {
    case .nil: return hasDay ? .within : .all
    case .string("within") where hasDay: return .within
    case .string("upto") where hasDay: return .upto
    case .string("all"): return .all
    case .string("previous") where hasDay: return .previous
    case .string("last_year") where hasDay: return .lastYear
    case .string("before") where hasDay: return .before
    case .table(let table) where hasDay:
      if case .integer(let months) = table["months"], (1...120).contains(months) {
        return .months(Int(months))
      }
    default: break
    }
    throw ArgumentError(
      "\(name): window must be within, upto, before, previous, last_year, all or {months = 12}, with a day",
      code: "kpi.source")
  }

  /// The path of a word that the figure is split or narrowed by: a split, a column, or a path of its own.
  func path(_ word: String) -> String? {
    (splits + columns).first { $0.name == word }?.path
  }
}
