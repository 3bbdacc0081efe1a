import Lua
import SalesKernel
import SalesStore
import Values

/// What key figures are, alone and against goals and earlier periods.
extension ScriptHost {
  static let kpiAsk = "period = text | from = day, upto = day, by = words, where = {word = value}"

  func kpiAsk(_ arguments: Arguments, of function: String, more: [String] = []) throws -> (
    ask: KPIAsk, options: NamedArguments
  ) {
    let options = try NamedArguments(
      arguments, of: function, at: 1, allowing: KPIAsk.options + more)
    return (try KPIAsk(options, today: self.options.clock.day()), options)
  }

  func defineKPIValues() throws {
    try define(
      HelpEntry(
        "kpi.value", "kpi.value(name, {\(Self.kpiAsk)})",
        "What a key figure is in a period: a value, nil where there are no data; split by words a table.",
        units: "period: 2026, 2026-H1, 2026-Q2, 2026-06; the month of the run's day unless given",
        errors: [
          "kpi.unknown", "kpi.split", "kpi.where", "kpi.value", "kpi.period", "kpi.writes",
          "period.unknown",
        ],
        example: """
          local r = kpi.value("revenue", {period = "2026-Q2"})
          local t = kpi.value("revenue", {period = "2026-Q2", by = "month"})
          return r == t[1].value + t[2].value + t[3].value
          """, result: "true",
        seeAlso: ["kpi.table", "kpi.define", "kpi.why"])
    ) { [unowned self] arguments, results in
      let definition = try kpis.definition(try arguments.decode(0, as: String.self), self)
      try results.add(try kpiValue(definition, try kpiAsk(arguments, of: "kpi.value").ask))
    }
  }

  /// The value of the whole; split, a table.
  func kpiValue(_ definition: KPIDefinition, _ ask: KPIAsk) throws -> Value {
    let run = ask.run(definition, self)
    if ask.by.isEmpty { return try run.whole().value?.scriptValue ?? .nil }
    return .object(
      ResultTable(
        columns: ask.by.map { .init($0) } + [.init("value", .number, empty: Self.noData)],
        rows: try run.groups().map {
          $0.key.map(\.scriptValue) + [$0.value?.scriptValue ?? .nil]
        }))
  }

  func defineKPITable() throws {
    try define(
      HelpEntry(
        "kpi.table", "kpi.table(name or names, {\(Self.kpiAsk)})",
        "Key figures beside their goal, the period before and the same period last year, a row each or a row a "
          + "group.", returns: "results",
        units:
          "attained: share of the goal, of figures that are better low the goal's share of them; growth and yoy: "
          + "changes as shares of the earlier value; a split by a period has neither",
        errors: [
          "kpi.unknown", "kpi.split", "kpi.where", "kpi.value", "kpi.period", "period.unknown",
        ],
        example: """
          local t = kpi.table({"revenue", "ticket"}, {period = "2026-Q2"})
          return #t, t[1].kpi, t[2].goal, t[1].previous == kpi.value("revenue", {period = "2026-Q1"})
          """, result: "2  \"revenue\"  money\"1500000.00\"  true",
        seeAlso: ["kpi.value", "kpi.history", "kpi.snapshot"])
    ) { [unowned self] arguments, results in
      let names = try Self.kpiNames(try arguments[0])
      let ask = try kpiAsk(arguments, of: "kpi.table").ask
      try results.add(Value.object(try kpiTable(names, ask)))
    }
  }

  static func kpiNames(_ value: Value) throws -> [String] {
    switch value {
    case .string(let name): return [name]
    case .table(let table) where table.fields.isEmpty:
      return try table.list.map { value in
        guard case .string(let name) = value else {
          throw ArgumentError("expected names of key figures, got \(value.typeName)")
        }
        return name
      }
    default:
      throw ArgumentError(
        "expected the name of a key figure or a list, got \(value.typeName)",
        remedy: "as \"revenue\" or {\"revenue\", \"ticket\"}")
    }
  }

  func kpiTable(_ names: [String], _ ask: KPIAsk) throws -> ResultTable {
    let rows = try names.flatMap { name in
      let definition = try kpis.definition(name, self)
      return try kpiStandings(definition, ask).map { key, standing, note in
        row(definition, key, standing, note)
      }
    }
    return ResultTable(
      columns: [.init("kpi")] + ask.by.map { .init($0) }
        + [
          .init("value", .number, empty: Self.noData), .init("unit"), .init("goal", .number),
          .init("attained", .number), .init("met", .bool), .init("previous", .number),
          .init("growth", .number), .init("last_year", .number), .init("yoy", .number),
          .init("note"),
        ], rows: rows)
  }

  private func row(
    _ definition: KPIDefinition, _ key: [FieldValue], _ standing: KPIStanding, _ note: String?
  ) -> [Value] {
    func number(_ share: Double?) -> Value { share.map(Value.number) ?? .nil }
    return [.string(definition.name)] + key.map(\.scriptValue) + [
      standing.value?.scriptValue ?? .nil, .string(definition.unit.key),
      standing.goal?.scriptValue ?? .nil, number(standing.attained),
      standing.isMet.map(Value.bool) ?? .nil, standing.previous?.scriptValue ?? .nil,
      number(KPIStanding.growth(standing.value, since: standing.previous)),
      standing.lastYear?.scriptValue ?? .nil,
      number(KPIStanding.growth(standing.value, since: standing.lastYear)),
      note.map(Value.string) ?? .nil,
    ]
  }

  /// A key figure's groups beside those of the earlier periods.
  func kpiStandings(
    _ definition: KPIDefinition, _ ask: KPIAsk
  ) throws -> [(key: [FieldValue], standing: KPIStanding, note: String?)] {
    func values(_ span: KPISpan) throws -> [[FieldValue]: FieldValue] {
      let run = KPIRun(definition, span, by: ask.by, condition: ask.condition, host: self)
      return Dictionary(
        try run.groups().compactMap { group in group.value.map { (group.key, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    // A period is its own axis: its groups have no earlier ones beside them.
    let isByPeriod = ask.by.contains { FrameUnit(rawValue: $0) != nil }
    let isKnown = definition.formula != nil && !isByPeriod
    let before = isKnown ? try values(try ask.span.previous()) : [:]
    let lastYear = isKnown ? try values(try ask.span.lastYear()) : [:]
    return try ask.run(definition, self).groups().map { group in
      let standing = KPIStanding(
        value: group.value, goal: definition.goal, previous: before[group.key],
        lastYear: lastYear[group.key], better: definition.better)
      let isOpen = ask.span.last > options.clock.day() ? "the period is not over" : nil
      return (group.key, standing, group.note ?? isOpen)
    }
  }
}
