import Lua
import SalesKernel
import SalesStore
import Values

/// `kpi`: key figures, those that ship and a script's own.
extension ScriptHost {
  func defineKPIs(_ policies: EnginePolicies) throws {
    try state.defineClass(KPIObject.self, name: "key figure")
    try defineKPIObject()
    try defineKPIDefinition(policies)
    try defineKPINames()
    try defineKPIArithmetic()
    try defineKPIValues()
    try defineKPITable()
    try defineKPIWhy()
    try defineKPIHistory()
    try defineScorecards(policies)
    try defineSelfChecks(policies)
    try defineKPIWatch(policies)
  }

  private func defineKPIObject() throws {
    func object(_ arguments: Arguments) throws -> KPIObject {
      guard case .object(let object) = try arguments[0], let kpi = object as? KPIObject else {
        throw ArgumentError("expected a key figure, got \(try arguments[0].typeName)")
      }
      return kpi
    }
    for name in ["value", "table", "why"] {
      try state.defineMethod(on: KPIObject.self, name) { [unowned self] arguments, results in
        let definition = try object(arguments).definition
        switch name {
        case "value":
          let ask = try kpiAsk(arguments, of: "kpi.value").ask
          try results.add(try kpiValue(definition, ask))
        case "table":
          let ask = try kpiAsk(arguments, of: "kpi.table").ask
          try results.add(Value.object(try kpiTable([definition.name], ask)))
        default: try results.add(Value.object(WhyObject(try explain(definition, arguments))))
        }
      }
    }
    try state.defineFallback(on: KPIObject.self) { arguments, results in
      try results.add(try object(arguments).member(try arguments.decode(1, as: String.self)))
    }
    try state.defineMethod(on: KPIObject.self, "__tostring") { arguments, results in
      let definition = try object(arguments).definition
      let goal = definition.goal.map { ", goal \($0.display)" } ?? ""
      try results.add(
        "\(definition.name) (\(definition.unit.key)\(goal)): \(definition.title.en) · \(definition.title.zh)"
      )
    }
  }

  private func defineKPIDefinition(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "kpi.define",
        "kpi.define{name =, title =, unit =, from =, day =, columns =, by =, where =, window =, value =, goal =, baseline =, industry =, better =, source =, needs =, …}",
        "Defines a key figure: a formula over the rows of an entity or query, a function of a group (as frames "
          + "have it) and the period, or an expression over the group's measures. Gives the key figure.",
        units:
          "unit: yuan, share, count, days, score, number; from: an entity, a query, a function of the period that "
          + "gives a frame, or several by name; day: the column that periods are told by; window: within, upto "
          + "(all up to the last day) or {months = 12}; by: what it may be split by, as region = \"customer.region\"; "
          + "nil, not a number and a division by zero are no data",
        errors: [
          "kpi.definition", "kpi.source", "kpi.unit", "kpi.value", "kpi.duplicate",
          "catalog.entity", "rule.syntax",
        ],
        example: """
          kpi.define{name = "large_orders", unit = "share", from = "orders", day = "ordered_on",
            columns = {"amount"}, by = {region = "customer.region"}, goal = 0.5,
            value = function(g) return kpi.ratio(g:count{amount = {from = wan(10)}}, g:count()) end}
          local share = kpi.value("large_orders", {period = "2026-Q2"})
          return share > 0 and share < 1
          """, result: "true",
        seeAlso: ["kpi.value", "kpi.table", "kpi.names", "query:frame"])
    ) { [unowned self] arguments, results in
      guard case .table(let table) = try arguments[0] else {
        throw ArgumentError(
          "kpi.define: expected a table, got \(try arguments[0].typeName)", code: "kpi.definition")
      }
      let definition = try KPIDefinition(table, policy: try policies.kpis(), host: self)
      try kpis.add(definition, replacing: table["replace"].isTrue, self)
      try results.add(Value.object(KPIObject(definition)))
    }
  }

  private func defineKPINames() throws {
    try define(
      HelpEntry(
        "kpi.names", "kpi.names()", "The names of all key figures, as a list.", returns: "string[]",
        example: "return #kpi.names() > 40", result: "true", seeAlso: ["kpi.get", "kpi.list"])
    ) { [unowned self] _, results in
      try results.add(Value.table(Table(list: try kpis.names(self).map(Value.string))))
    }
    try define(
      HelpEntry(
        "kpi.get", "kpi.get(name)",
        "A key figure: its title, unit, goal, baseline, formula, source, and what would have to be known of one "
          + "that no record tells; with :value{…}, :table{…} and :why{…}.",
        errors: ["kpi.unknown"],
        example: "local k = kpi.get(\"ticket\") return k.unit, k.goal, k.better",
        result: "\"yuan\"  money\"1500000.00\"  \"higher\"",
        seeAlso: ["kpi.names", "kpi.why"])
    ) { [unowned self] arguments, results in
      let definition = try kpis.definition(try arguments.decode(0, as: String.self), self)
      try results.add(Value.object(KPIObject(definition)))
    }
    try define(
      HelpEntry(
        "kpi.list", "kpi.list([pack])",
        "The key figures as a table: name, title, unit, baseline, goal, industry, source, what is needed.",
        returns: "results",
        example: "return #kpi.list(\"goals\") > 20", result: "true",
        seeAlso: ["kpi.names"])
    ) { [unowned self] arguments, results in
      let pack = try arguments.decode(0, as: String?.self)
      try results.add(Value.object(try kpiList(pack: pack)))
    }
  }

  private func kpiList(pack: String?) throws -> ResultTable {
    let all = try kpis.names(self).map { try kpis.definition($0, self) }
    let shown = all.filter { pack == nil || $0.pack == pack }
    return ResultTable(
      columns: [
        .init("name"), .init("title"), .init("unit"), .init("baseline", .number),
        .init("goal", .number), .init("industry", .number), .init("better"), .init("pack"),
        .init("source"), .init("needs"),
      ],
      rows: shown.map { d in
        [
          .string(d.name), .string("\(d.title.en) · \(d.title.zh)"), .string(d.unit.key),
          d.baseline?.scriptValue ?? .nil, d.goal?.scriptValue ?? .nil,
          d.industry?.scriptValue ?? .nil, .string(d.better.rawValue),
          d.pack.map(Value.string) ?? .nil, .string(d.source),
          d.needs.map(Value.string) ?? .nil,
        ]
      })
  }

  private func defineKPIArithmetic() throws {
    try define(
      HelpEntry(
        "kpi.ratio", "kpi.ratio(part, whole)",
        "A part as a share of the whole, both money or both numbers; nil, no data, where either is missing or "
          + "the whole is 0.", returns: "number?",
        errors: ["value.mixed_kinds"],
        example: "return kpi.ratio(1, 4), kpi.ratio(wan(1), wan(2)), kpi.ratio(1, 0)",
        result: "0.25  0.5  nil", seeAlso: ["kpi.per", "kpi.define"])
    ) { arguments, results in
      try results.add(try Self.ratio(try arguments[0], try arguments[1]))
    }
    try define(
      HelpEntry(
        "kpi.per", "kpi.per(total, n)",
        "The total over a number: money to 1/10,000 yuan, half to even; nil, no data, where either is missing "
          + "or n is 0.",
        errors: ["money.overflow", "value.mixed_kinds"],
        example: "return kpi.per(yuan(100), 3), kpi.per(9, 2), kpi.per(wan(1), 0)",
        result: "money\"33.3333\"  4.5  nil", seeAlso: ["kpi.ratio"])
    ) { arguments, results in try results.add(try Self.per(try arguments[0], try arguments[1])) }
  }

  private static func ratio(_ part: Value, _ whole: Value) throws -> Value {
    if part.isNil || whole.isNil { return .nil }
    let (a, b) = (try part.fieldValue(for: "part"), try whole.fieldValue(for: "whole"))
    switch (a, b) {
    case (.money(let a), .money(let b)): return b.isZero ? .nil : .number(a.ratio(to: b))
    case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
      guard let a = a.amount, let b = b.amount, b != 0 else { return .nil }
      return .number(a / b)
    default: throw mixed(part, whole)
    }
  }

  private static func per(_ total: Value, _ count: Value) throws -> Value {
    if total.isNil || count.isNil { return .nil }
    let (a, b) = (try total.fieldValue(for: "total"), try count.fieldValue(for: "n"))
    switch (a, b) {
    case (.money(let money), .integer(let count)):
      return count == 0
        ? .nil : .scalar(try money.divided(by: count, rounding: .halfEven, to: .unit).scalar)
    case (.money(let money), .number(let number)):
      if number == 0 { return .nil }
      let rate = try Rate(exactly: number)
      return .scalar(
        try ExactAmount(money).divided(by: rate, pieces: 1, rounding: .halfEven, to: .unit).scalar)
    case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
      guard let a = a.amount, let b = b.amount, b != 0 else { return .nil }
      return .number(a / b)
    default: throw mixed(total, count)
    }
  }

  private static func mixed(_ a: Value, _ b: Value) -> ArgumentError {
    ArgumentError(
      "a \(a.typeName) and a \(b.typeName) make no figure", code: "value.mixed_kinds",
      remedy: "give two amounts of money, or two numbers")
  }
}
