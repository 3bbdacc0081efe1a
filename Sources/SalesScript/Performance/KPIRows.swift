import Lua
import SalesKernel
import SalesStore
import Values

/// The rows of a key figure's source that count for some days, split into groups.
struct KPIRows {
  private let run: KPIRun
  private let span: KPISpan
  private var host: ScriptHost { run.host }

  init(_ run: KPIRun, _ span: KPISpan) { (self.run, self.span) = (run, span) }

  /// - Throws: `kpi.split`, `kpi.where`, `kpi.source`, and what frames throw.
  func groups(of source: KPISource) throws -> FrameGroups {
    let keys = try run.by.map { try key($0, source) }
    var object = try frame(of: source)
    if let day = source.day { object = try within(object, day, source.window) }
    if let condition = source.condition { object = try narrowed(object, by: condition) }
    if let condition = run.condition { object = try host.narrowed(object, by: .table(condition)) }
    return try FrameGroups(object.frame, keys)
  }

  private func key(_ word: String, _ source: KPISource) throws -> FrameKey {
    if let unit = FrameUnit(rawValue: word) {
      guard let day = source.day else {
        throw ArgumentError(
          "\(run.definition.name) knows no days to split by \(word)", code: "kpi.split",
          remedy: "give its source a day")
      }
      // Of what there is on a day the periods are gone through before.
      return FrameKey(word, column: day, unit: unit)
    }
    guard source.path(word) != nil || isFunction(source) else { throw unknown(word, "kpi.split") }
    return FrameKey(word, column: word)
  }

  private func isFunction(_ source: KPISource) -> Bool {
    if case .function = source.origin { true } else { false }
  }

  private func unknown(_ word: String, _ code: String) -> ArgumentError {
    let words = run.definition.splits + FrameUnit.allCases.map(\.rawValue)
    return ArgumentError(
      "\(run.definition.name) cannot be split by '\(word)'", code: code,
      remedy: Suggestion.closest(to: word, among: words).map { "did you mean '\($0)'?" }
        ?? "give one of \(words.joined(separator: ", "))")
  }

  /// The columns of the definition, its day, and those that keys and conditions need.
  private func frame(of source: KPISource) throws -> FrameObject {
    var columns = source.columns
    func need(_ name: String, _ path: String) {
      if !columns.contains(where: { $0.name == name }) { columns.append((name, path)) }
    }
    if let day = source.day { need(day, day) }
    for word in run.by where FrameUnit(rawValue: word) == nil {
      if let path = source.path(word) { need(word, path) }
    }
    for (name, _) in run.condition?.fields ?? [] {
      guard let path = source.path(name) else {
        if isFunction(source) { continue }
        throw unknown(name, "kpi.where")
      }
      need(name, path)
    }
    if case .table(let table)? = source.condition {
      for (name, _) in table.fields { need(name, source.path(name) ?? name) }
    }
    switch source.origin {
    case .entity(let entity):
      let query = QueryObject(try host.binding(entity), host: host)
      return try spanned(host.frame(of: query, columns), source)
    case .query(let query): return try spanned(host.frame(of: query, columns), source)
    case .function(let function):
      let value = try host.state.call(function, [span.value]).first ?? .nil
      if case .object(let object) = value, let frame = object as? FrameObject { return frame }
      throw ArgumentError(
        "\(run.definition.name): from gave a \(value.typeName), not a frame", code: "kpi.source",
        remedy: "return orders:frame{…}")
    }
  }

  /// With the times between columns.
  private func spanned(_ object: FrameObject, _ source: KPISource) throws -> FrameObject {
    let more = try source.spans.map { name, from, to, inHours in
      let (start, end) = (try object.frame.column(from), try object.frame.column(to))
      guard let column = start.elapsed(to: end, inHours: inHours) else {
        throw ArgumentError(
          "\(run.definition.name): there is no time from \(from) to \(to)", code: "kpi.source",
          remedy: "give two columns of days, or two of moments")
      }
      return (name: name, column: column)
    }
    return more.isEmpty ? object : FrameObject(object.frame.adding(more), ids: object.ids)
  }

  private func within(
    _ object: FrameObject, _ day: String, _ window: KPISource.Window
  ) throws -> FrameObject {
    let column = try object.frame.column(day)
    var first: Day? = nil
    var last = span.last
    switch window {
    case .all: return object
    case .upto: break
    case .within: first = span.first
    case .months(let months): first = try last.adding(days: 1).adding(months: -months)
    case .before: last = try span.first.adding(days: -1)
    case .previous, .lastYear:
      let earlier = window == .previous ? try span.previous() : try span.lastYear()
      (first, last) = (earlier.first, earlier.last)
    }
    let from: FieldValue?
    let below: FieldValue
    switch column.type {
    case .day:
      from = first.map(FieldValue.day)
      below = .day(try last.adding(days: 1))
    case .instant:
      from = try first.map { .instant(try Instant(startOf: $0)) }
      below = .instant(try Instant(startOf: last.adding(days: 1)))
    default:
      throw ArgumentError(
        "\(run.definition.name): \(day) holds no days", code: "kpi.source",
        remedy: "give a column of days or moments as day")
    }
    return object.narrowed(
      to: object.frame.rows(where: column, .range(from: from, upto: nil, below: below)))
  }

  private func narrowed(_ object: FrameObject, by condition: Value) throws -> FrameObject {
    guard case .function(let function) = condition else {
      return try host.narrowed(object, by: condition)
    }
    let given = try host.state.call(function, [span.value]).first ?? .nil
    return given.isNil ? object : try host.narrowed(object, by: given)
  }
}
