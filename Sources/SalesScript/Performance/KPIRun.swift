import Lua
import SalesKernel
import SalesStore
import Values

/// One group of a key figure, with what it is there.
struct KPIGroup {
  let key: [FieldValue]
  /// Nil where there are no data.
  let value: FieldValue?
  /// Why there are none.
  let note: String?
  /// What the formula asked for, where that was asked.
  let trace: FrameTrace?
}

/// Computes a key figure over days, split by words, of rows that meet a condition.
struct KPIRun {
  let definition: KPIDefinition
  let span: KPISpan
  let by: [String]
  let condition: Table?
  unowned let host: ScriptHost
  let isTraced: Bool

  init(
    _ definition: KPIDefinition, _ span: KPISpan, by: [String] = [], condition: Table? = nil,
    host: ScriptHost, isTraced: Bool = false
  ) {
    (self.definition, self.span, self.by) = (definition, span, by)
    (self.condition, self.host, self.isTraced) = (condition, host, isTraced)
  }

  /// The groups, upward by their keys, empty keys first; the whole where nothing splits it.
  ///
  /// - Throws: `kpi.split`, `kpi.where`, `kpi.value`, `kpi.writes`, and what the formula throws, with its place.
  func groups() throws -> [KPIGroup] {
    guard definition.formula != nil else {
      return [KPIGroup(key: by.map { _ in .null }, value: nil, note: needed, trace: nil)]
    }
    return try host.requireSession().savepoint { try split() }
  }

  /// The whole, or the one group that is left.
  func whole() throws -> KPIGroup {
    try groups().first ?? KPIGroup(key: [], value: nil, note: "no rows", trace: nil)
  }

  private var needed: String { "no record tells it; needed: \(definition.needs ?? "")" }

  /// Figures of what there is on a day are computed period by period; others in one pass.
  private func split() throws -> [KPIGroup] {
    let units = by.compactMap(FrameUnit.init(rawValue:))
    guard units.count < 2 else {
      throw ArgumentError("\(definition.name): split by one period at a time", code: "kpi.split")
    }
    guard let unit = units.first, needsPeriods else { return try computed(span, unit: units.first) }
    var groups: [KPIGroup] = []
    let place = by.firstIndex(of: unit.rawValue) ?? 0
    for part in try unit.parts(from: span.first, through: span.last) {
      let inner = KPIRun(
        definition, KPISpan(first: part.first, last: part.last, text: part.text),
        by: by.filter { $0 != unit.rawValue }, condition: condition, host: host,
        isTraced: isTraced)
      groups += try inner.computed(inner.span, unit: nil).map { group in
        var key = group.key
        key.insert(.text(part.text), at: place)
        return KPIGroup(key: key, value: group.value, note: group.note, trace: group.trace)
      }
    }
    return groups.sorted { Self.isBefore($0.key, $1.key) }
  }

  private var needsPeriods: Bool {
    definition.sources.isEmpty
      || definition.sources.contains { _, source in
        if case .function = source.origin { return true }
        if case .function? = source.condition { return true }
        return source.window != .within
      }
  }

  private func computed(_ span: KPISpan, unit: FrameUnit?) throws -> [KPIGroup] {
    if definition.sources.isEmpty {
      guard by.isEmpty, condition == nil else {
        throw ArgumentError(
          "\(definition.name) is of the company as a whole", code: "kpi.split",
          remedy: "leave by and where out, but for a period")
      }
      return [try group(key: [], argument: .nil, span, nil)]
    }
    let rows = KPIRows(self, span)
    let groups = try definition.sources.map { name, source in
      (name: name, groups: try rows.groups(of: source))
    }
    return try joined(groups).map { key, places in
      let trace = isTraced ? FrameTrace() : nil
      let objects = zip(groups, places).map { source, place in
        FrameGroupObject(
          place == nil ? source.groups.empty : source.groups, place ?? 0,
          keys: zip(by, key).map { ($0, $1) }, trace: trace, name: source.name)
      }
      let argument: Value =
        definition.sources[0].name == nil
        ? .object(objects[0])
        : .table(
          Table(
            fields: zip(groups, objects).map { ($0.name ?? "", .object($1)) }
              + zip(by, key).map { ($0, $1.scriptValue) }))
      return try group(key: key, argument: argument, try part(of: span, key, unit), trace)
    }
  }

  /// The groups of all sources side by side: for each key the place that it has in each.
  private func joined(
    _ groups: [(name: String?, groups: FrameGroups)]
  ) -> [(key: [FieldValue], places: [Int?])] {
    if groups.count == 1 {
      return (0..<groups[0].groups.count).map { (groups[0].groups.key($0), [$0]) }
    }
    var places: [[FieldValue]: [Int?]] = [:]
    for (source, entry) in groups.enumerated() {
      for place in 0..<entry.groups.count {
        places[
          entry.groups.key(place), default: [Int?](repeating: nil, count: groups.count)][source] =
          place
      }
    }
    return places.map { ($0.key, $0.value) }.sorted { Self.isBefore($0.0, $1.0) }
  }

  /// The days of a group's period, within those asked about.
  private func part(of span: KPISpan, _ key: [FieldValue], _ unit: FrameUnit?) throws -> KPISpan {
    guard let unit, let place = by.firstIndex(of: unit.rawValue), case .text(let text) = key[place]
    else { return span }
    let part = try unit.parts(from: span.first, through: span.last).first { $0.text == text }
    return part.map { KPISpan(first: $0.first, last: $0.last, text: $0.text) } ?? span
  }

  /// Calls the formula with a group.
  private func group(
    key: [FieldValue], argument: Value, _ span: KPISpan, _ trace: FrameTrace?
  ) throws -> KPIGroup {
    guard let formula = definition.formula else {
      return KPIGroup(key: key, value: nil, note: needed, trace: nil)
    }
    let version = host.state.version
    let result: Value
    do {
      result = try host.state.call(formula, [argument, span.value]).first ?? .nil
    } catch let error as LuaError where error.code == "divide.zero" {
      return KPIGroup(key: key, value: nil, note: "a division by zero", trace: trace)
    } catch let error as LuaError where !error.isStop {
      throw placed(error)
    }
    guard host.state.version == version else {
      throw ArgumentError(
        "the formula of \(definition.name) writes", code: "kpi.writes",
        remedy: "a key figure only reads; write its value with kpi.snapshot{}")
    }
    let value = try definition.unit.value(
      try Self.plain(result, definition.name), of: definition.name)
    return KPIGroup(
      key: key, value: value, note: value == nil ? Self.note(result) : nil, trace: trace)
  }

  /// The error with the formula that it came from, and the line where that stands in a file.
  private func placed(_ error: LuaError) -> LuaError {
    // A formula may ask for other figures: the innermost is the one to look at.
    if error.message.contains("in the formula of ") { return error }
    let place = error.line.map { "at \(error.chunk ?? ""):\($0), " } ?? ""
    return LuaError(
      error.code, "\(error.message) (\(place)in the formula of \(definition.name))",
      remedy: error.remedy, chunk: error.chunk, line: error.line, traceback: error.traceback,
      cause: error.cause)
  }

  /// A span counts as days.
  private static func plain(_ value: Value, _ name: String) throws -> FieldValue {
    if case .scalar(let scalar) = value, case .span(let span) = try TypedScalar(scalar) {
      return .number(Double(span.milliseconds) / Double(Span.millisecondsPerDay))
    }
    do {
      return try value.fieldValue(for: name)
    } catch {
      throw ArgumentError(
        "the formula of \(name) gave a \(value.typeName)", code: "kpi.value",
        remedy: "give money, a number, or nil where there are no data")
    }
  }

  private static func note(_ result: Value) -> String {
    guard case .number(let number) = result else { return "the formula gave nothing" }
    return number.isNaN ? "the formula gave 0/0" : "the formula gave a division by zero"
  }

  static func isBefore(_ a: [FieldValue], _ b: [FieldValue]) -> Bool {
    for (x, y) in zip(a, b) where x != y {
      if x.isNull != y.isNull { return x.isNull }
      return FieldOrder.isBefore(x, y) ?? false
    }
    return false
  }
}
