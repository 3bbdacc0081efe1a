import Lua
import SalesKernel
import SalesStore
import Values

/// What key figures were: snapshots into the ledger, and reading them.
extension ScriptHost {
  func defineKPIHistory() throws {
    try define(
      HelpEntry(
        "kpi.snapshot",
        "kpi.snapshot{names = list, period = text | from = day, upto = day, by = words, where = {…}}",
        "Keeps what key figures are, of the whole and, split by words, of each group. One that stands in the "
          + "ledger as it is now, by the same formula, is not kept again.", returns: "table",
        units: "names: all that records tell unless given; kept, known: rows",
        changes: "kpi_values, one row a figure and group",
        errors: ["kpi.unknown", "kpi.split", "kpi.value", "kpi.period", "period.unknown"],
        example: """
          local s, again
          plan(function()
            s = kpi.snapshot{names = {"revenue", "ticket"}, period = "2026-Q2"}
            again = kpi.snapshot{names = {"revenue", "ticket"}, period = "2026-Q2"}
          end)
          return s.kept, again.kept, again.known
          """, result: "2  0  2", seeAlso: ["kpi.history", "kpi.table"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "kpi.snapshot", allowing: KPIAsk.options + ["names"])
      let ask = try KPIAsk(options, today: self.options.clock.day())
      guard ask.condition == nil else {
        throw ArgumentError(
          "kpi.snapshot keeps whole groups", code: "kpi.where", remedy: "split it with by = …")
      }
      let result = try snapshot(try snapshotNames(options, ask), ask)
      try results.add(
        Table(fields: [("kept", .integer(result.kept)), ("known", .integer(result.known))]))
    }
    try define(
      HelpEntry(
        "kpi.history", "kpi.history(name, {by = words, group = {word = value}})",
        "The snapshots of a key figure by period, the latest of each: value, goal, change since the one before.",
        returns: "results",
        units: "of the whole unless by or group is given",
        errors: ["kpi.unknown"],
        example: """
          local h
          plan(function()
            for _, p in ipairs{"2026-Q1", "2026-Q2"} do kpi.snapshot{names = {"revenue"}, period = p} end
            h = kpi.history("revenue")
          end)
          return #h, h[2].period, h[2].value == kpi.value("revenue", {period = "2026-Q2"})
          """, result: "2  \"2026-Q2\"  true", seeAlso: ["kpi.snapshot", "kpi.table"])
    ) { [unowned self] arguments, results in
      let name = try arguments.decode(0, as: String.self)
      let options = try NamedArguments(
        arguments, of: "kpi.history", at: 1, allowing: ["by", "group"])
      try results.add(Value.object(try history(name, options)))
    }
  }

  /// Those named; else all that records tell and that have such a split.
  private func snapshotNames(_ options: NamedArguments, _ ask: KPIAsk) throws -> [String] {
    if let names = options["names"] { return try Self.kpiNames(names) }
    let words = Set(ask.by.filter { FrameUnit(rawValue: $0) == nil })
    return try kpis.names(self).filter { name in
      let definition = try kpis.definition(name, self)
      return definition.formula != nil && words.isSubset(of: definition.splits)
    }
  }

  private func snapshot(_ names: [String], _ ask: KPIAsk) throws -> (kept: Int64, known: Int64) {
    let session = try requireSession()
    return try session.savepoint {
      var result: (kept: Int64, known: Int64) = (0, 0)
      for name in names {
        let definition = try kpis.definition(name, self)
        let latest = try latestValues(name)
        for group in try ask.run(definition, self).groups() {
          let value = kpiValue(definition, group, ask)
          if let known = latest[Self.key(value)], Self.isSame(known, value) {
            result.known += 1
          } else {
            _ = try session.create(KPIValue.schema.entity, value.values)
            result.kept += 1
          }
        }
      }
      return result
    }
  }

  private func kpiValue(_ definition: KPIDefinition, _ group: KPIGroup, _ ask: KPIAsk) -> KPIValue {
    var value = KPIValue(
      kpi: definition.name, period: ask.span.text, startsOn: ask.span.first,
      endsOn: ask.span.last, takenOn: options.clock.day())
    if !ask.by.isEmpty {
      value.by = ask.by.joined(separator: " ")
      value.group = Self.groupText(group.key)
    }
    value.value = group.value?.amount
    if case .money(let amount)? = group.value { value.amount = amount }
    value.unit = definition.unit.key
    value.goal = definition.goal?.amount
    value.definition = definition.digest
    value.note = group.note
    return value
  }

  /// As `east / 2026-06`; a slash within a word is doubled, nothing is a dash.
  static func groupText(_ key: [FieldValue]) -> String {
    key.map { value in
      value.isNull
        ? "-"
        : value.scriptValue.plain.split(separator: "/", omittingEmptySubsequences: false)
          .joined(separator: "//")
    }.joined(separator: " / ")
  }

  private static func key(_ value: KPIValue) -> String {
    [value.period, value.by ?? "", value.group ?? ""].joined(separator: "\n")
  }

  private static func isSame(_ one: KPIValue, _ other: KPIValue) -> Bool {
    one.value == other.value && one.amount == other.amount && one.goal == other.goal
      && one.unit == other.unit && one.definition == other.definition
  }

  /// The last snapshot of each period and group.
  private func latestValues(_ name: String) throws -> [String: KPIValue] {
    Dictionary(
      try records(KPIValue.self, where: [("kpi", .text(name))]).map { (Self.key($0), $0) },
      uniquingKeysWith: { $0.takenOn > $1.takenOn ? $0 : $1 })
  }

  private func history(_ name: String, _ options: NamedArguments) throws -> ResultTable {
    _ = try kpis.definition(name, self)
    var (by, group): (String?, String?) = (nil, nil)
    if case .table(let wanted)? = options["group"] {
      let asked = options["by"].map { try? Self.kpiNames($0) } ?? nil
      let words = asked ?? wanted.fields.map(\.key)
      by = words.joined(separator: " ")
      group = Self.groupText(try words.map { try wanted[$0].fieldValue(for: $0) })
    } else if let value = options["by"] {
      by = try Self.kpiNames(value).joined(separator: " ")
    }
    let values = try latestValues(name).values.filter {
      $0.by == by && (group == nil || $0.group == group)
    }.sorted { ($0.group ?? "", $0.endsOn, $0.startsOn) < ($1.group ?? "", $1.endsOn, $1.startsOn) }
    return historyTable(values)
  }

  private func historyTable(_ values: [KPIValue]) -> ResultTable {
    func plain(_ value: KPIValue) -> Value {
      value.amount.map { .scalar($0.scalar) } ?? value.value.map(Value.number) ?? .nil
    }
    var rows: [[Value]] = []
    for (index, value) in values.enumerated() {
      let before = index > 0 && values[index - 1].group == value.group ? values[index - 1] : nil
      let growth = KPIStanding.growth(
        value.value.map { .number($0) }, since: before?.value.map { .number($0) })
      rows.append([
        .string(value.period), value.group.map(Value.string) ?? .nil, plain(value),
        value.unit.map(Value.string) ?? .nil, value.goal.map(Value.number) ?? .nil,
        growth.map(Value.number) ?? .nil, .scalar(value.takenOn.scalar),
        value.definition.map(Value.string) ?? .nil,
      ])
    }
    return ResultTable(
      columns: [
        .init("period"), .init("group"), .init("value", .number, empty: Self.noData), .init("unit"),
        .init("goal", .number), .init("growth", .number), .init("taken_on"), .init("definition"),
      ], rows: rows)
  }
}
