import Lua
import SalesKernel
import SalesStore
import Values

/// Why a key figure is what it is, of the whole or of one group.
extension ScriptHost {
  func defineKPIWhy() throws {
    try define(
      HelpEntry(
        "kpi.why",
        "kpi.why(name, {period = text | from = day, upto = day, by = words, group = {word = value}})",
        "Why a key figure is what it is: its formula, what that asked for of how many rows, its goal and what it "
          + "was before. why(kpi.get(name), {…}) is the same.", returns: "explanation",
        units:
          "group: the values of what it is split by, as {region = \"east\", month = \"2026-06\"}",
        errors: ["kpi.unknown", "kpi.split", "kpi.group", "kpi.period"],
        example: """
          local w = kpi.why("ticket", {period = "2026-Q2"})
          return w.value == kpi.value("ticket", {period = "2026-Q2"}), w.children[1].label
          """, result: "true  \"formula\"",
        seeAlso: ["kpi.value", "why"])
    ) { [unowned self] arguments, results in
      let definition = try kpis.definition(try arguments.decode(0, as: String.self), self)
      try results.add(Value.object(WhyObject(try explain(definition, arguments))))
    }
  }

  /// - Parameter arguments: The second is the table of what is asked.
  func explain(_ definition: KPIDefinition, _ arguments: Arguments) throws -> Explanation {
    let options = try NamedArguments(
      arguments, of: "kpi.why", at: 1, allowing: KPISpan.options + ["group", "by", "where"])
    var wanted = Table()
    if let value = options["group"] {
      guard case .table(let table) = value, table.list.isEmpty else {
        throw ArgumentError(
          "group: expected {word = value}, got \(value.typeName)", code: "kpi.group")
      }
      wanted = table
    }
    let ask = try KPIAsk(options, today: self.options.clock.day())
    let words = ask.by.isEmpty ? wanted.fields.map(\.key) : ask.by
    let run = KPIRun(
      definition, ask.span, by: words, condition: ask.condition, host: self, isTraced: true)
    let groups = try run.groups()
    let key = try words.map { try Self.plainKey(wanted[$0], $0) }
    guard let group = groups.first(where: { $0.key == key }) else {
      throw ArgumentError(
        "\(definition.name) has no such group in \(ask.span.text)", code: "kpi.group",
        remedy: "kpi.value(\"\(definition.name)\", {by = …}) lists them")
    }
    return try explanation(of: definition, group, ask, words)
  }

  private static func plainKey(_ value: Value, _ name: String) throws -> FieldValue {
    try value.fieldValue(for: name)
  }

  private func explanation(
    of definition: KPIDefinition, _ group: KPIGroup, _ ask: KPIAsk, _ words: [String]
  ) throws -> Explanation {
    let named = zip(words, group.key).map { "\($0) \($1.display)" }
    let place = ([ask.span.text] + named).joined(separator: ", ")
    var children = [
      Explanation(
        "formula", .step, value: group.value ?? .null,
        reason: [definition.text, group.note].compactMap { $0 }.joined(separator: ": "),
        children: group.trace?.inputs ?? [])
    ]
    for (name, source) in definition.sources {
      let day = source.day.map { ", by \($0)" } ?? ""
      children.append(
        Explanation(
          name ?? "rows", .input, value: .text(source.text), reason: "\(source.window)\(day)"))
    }
    let standing = KPIStanding(
      value: group.value, goal: definition.goal, previous: nil, lastYear: nil,
      better: definition.better)
    if let goal = definition.goal, let isMet = standing.isMet {
      let from = definition.baseline.map { ", from \($0.display)" } ?? ""
      children.append(
        Explanation(
          "goal", isMet ? .matched : .notMatched, value: goal,
          reason: "\(definition.better.rawValue) is better\(from)", source: definition.source))
    }
    return Explanation(
      definition.name, .step, value: group.value ?? .null,
      reason: "\(place)\(group.value == nil ? ": \(Self.noData)" : ""), in \(definition.unit.key)",
      source: definition.source, children: children)
  }
}
