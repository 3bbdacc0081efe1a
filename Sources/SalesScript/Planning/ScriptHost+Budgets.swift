import Lua
import SalesKernel
import SalesStore
import Values

/// `planning.budget`, `planning.spend`, `planning.budgets` and `planning.promote`.
extension ScriptHost {
  func defineBudgets(_ policies: EnginePolicies) throws {
    try defineBudgetSetting(policies)
    try defineBudgetReport(policies)
    try defineBudgetPromotion(policies)
  }

  private func defineBudgetSetting(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.budget",
        "planning.budget{period = text, total = money, scope = text, line = word, planned = money, policy =}",
        "Sets what may be spent in a period: a total shared out among the policy's lines, or one line. Set again it is "
          + "changed; what was spent stays. Gives the period's budget as planning.budgets does.",
        returns: "report",
        units: "total, planned: to the fen; scope: a region, product line or channel; none for all",
        changes: "budget_lines",
        errors: ["period.unknown", "budget.line", "budget.amount", "script.argument"],
        example:
          "local b\nplan(function() b = planning.budget{period = \"2026\", total = wan(100)} end)\n"
          + "return b.lines[1].line, b.lines[1].planned",
        result: "\"marketing\"  money\"450000.00\"",
        seeAlso: ["planning.spend", "planning.budgets", "planning.promote"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.budget",
        allowing: ["period", "total", "scope", "line", "planned", "policy"])
      let rules = try policies.planning(options["policy"]).budget
      let period = try Period(parsing: options.required("period", options.string("period")))
      try requireSession().savepoint { try setBudget(options, period, rules) }
      try results.add(Value.object(try budgetReport(period, rules, policies)))
    }
    try define(
      HelpEntry(
        "planning.spend",
        "planning.spend{period = text, line = word, amount = money, scope = text, note = text, policy =}",
        "Notes what was spent of a budget line; below zero takes some back. Gives the line.",
        returns: "budget_line",
        changes: "the line's spent", errors: ["budget.missing", "budget.line", "budget.amount"],
        example: """
          local left
          plan(function()
            planning.budget{period = "2026", total = wan(100)}
            planning.spend{period = "2026", line = "training", amount = wan(5)}
            left = planning.budgets{period = "2026"}.lines[3].left
          end)
          return left
          """, result: "money\"150000.00\"", seeAlso: ["planning.budget", "planning.budgets"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.spend",
        allowing: ["period", "line", "amount", "scope", "note", "policy"])
      let rules = try policies.planning(options["policy"]).budget
      let line = try spend(options, rules)
      try results.add(try binding(BudgetLine.schema.entity).record(line))
    }
  }

  private func setBudget(
    _ options: NamedArguments, _ period: Period, _ rules: BudgetRules
  ) throws {
    let scope = try options.string("scope")
    let parts: [(key: String, amount: Money)]
    if let word = try options.string("line") {
      let line = try rules.line(word)
      parts = [(line.key, try options.required("planned", Self.budgetAmount(options, "planned")))]
    } else {
      let total = try options.required("total", Self.budgetAmount(options, "total"))
      parts = try rules.split(total).map { ($0.line.key, $0.amount) }
    }
    for part in parts {
      if let known = try budgetLine(period, part.key, scope) {
        try set(BudgetLine.self, known.id, ["planned": .money(part.amount)])
      } else {
        var line = BudgetLine(period: period.text, line: part.key, planned: part.amount)
        line.scope = scope
        try requireSession().create(BudgetLine.schema.entity, line.values)
      }
    }
  }

  /// - Throws: `budget.amount` for one below zero or with parts of a fen.
  private static func budgetAmount(
    _ options: NamedArguments, _ name: String, canBeNegative: Bool = false
  ) throws -> Money? {
    guard let amount = try options.amount(name) else { return nil }
    guard canBeNegative || amount >= .zero, amount.units % Stage.document.quantum == 0 else {
      throw ValidationError(
        "budget.amount", "\(name) \(amount) is below 0 or has parts of a fen",
        remedy: "give whole fen of 0 or more", field: name)
    }
    return amount
  }

  private func budgetLine(
    _ period: Period, _ line: String, _ scope: String?
  ) throws -> BudgetLine? {
    try records(
      BudgetLine.self,
      where: [
        ("period", .text(period.text)), ("line", .text(line)), ("scope", scope.fieldValue),
      ]
    ).first
  }

  private func requireBudget(
    _ options: NamedArguments, _ period: Period, _ key: String
  ) throws -> BudgetLine {
    let scope = try options.string("scope")
    if let line = try budgetLine(period, key, scope) { return line }
    throw ValidationError(
      "budget.missing",
      "there is no budget for \(key)\(scope.map { " of \($0.excerpt)" } ?? "") in \(period.text)",
      remedy:
        "set one: planning.budget{period = \"\(period.text)\", line = \"\(key)\", planned = …}")
  }

  private func spend(_ options: NamedArguments, _ rules: BudgetRules) throws -> Int64 {
    let period = try Period(parsing: options.required("period", options.string("period")))
    let key = try rules.line(options.required("line", options.string("line"))).key
    let line = try requireBudget(options, period, key)
    let amount = try options.required(
      "amount", Self.budgetAmount(options, "amount", canBeNegative: true))
    let spent = try (line.spent ?? .zero).adding(amount)
    guard spent >= .zero else {
      throw ValidationError(
        "budget.amount", "only \((line.spent ?? .zero).grouped) was spent",
        remedy: "take back no more than that", field: "amount")
    }
    let note = try options.string("note") ?? line.note
    try set(BudgetLine.self, line.id, ["spent": .money(spent), "note": note.fieldValue])
    return line.id
  }

  private func defineBudgetReport(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.budgets", "planning.budgets{period = text, policy =}",
        "The budget of a period: planned, spent, left and share by line and scope, against the policy's shares; for a line "
          + "of a region or a product line what was sold there for every yuan spent.",
        returns: "report",
        units:
          "used: spent of planned; share: planned of all planned; per_yuan: sales of the period per yuan spent",
        errors: ["period.unknown"],
        example: """
          local b
          plan(function()
            planning.budget{period = "2026", total = wan(100)}
            b = planning.budgets{period = "2026"}
          end)
          return b.planned, b.spent, b.lines[2].line, b.lines[2].share
          """, result: "money\"1000000.00\"  money\"0.00\"  \"technology\"  0.35",
        seeAlso: ["planning.budget", "planning.spend", "planning.promote"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.budgets", allowing: ["period", "policy"])
      let rules = try policies.planning(options["policy"]).budget
      let period = try Period(parsing: options.required("period", options.string("period")))
      try results.add(Value.object(try budgetReport(period, rules, policies)))
    }
  }

  private func budgetReport(
    _ period: Period, _ rules: BudgetRules, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let lines = try records(BudgetLine.self, where: [("period", .text(period.text))])
      .sorted { ($0.line, $0.scope ?? "", $0.id) < ($1.line, $1.scope ?? "", $1.id) }
    var (planned, spent) = (Money.zero, Money.zero)
    for line in lines {
      planned = try planned.adding(line.planned)
      spent = try spent.adding(line.spent ?? .zero)
    }
    let sales = try ScopeSales(self, policies, lines.compactMap(\.scope))
    let rows = try lines.map { line -> [Value] in
      let used = line.spent ?? .zero
      let sold = try line.scope.flatMap { try sales.sum($0, in: period) }
      return [
        .integer(line.id), .string(line.line), Value(line.scope), Value(line.planned),
        Value(used), Value(try line.planned.subtracting(used)),
        Value(line.planned.isZero ? nil : Self.tenThousandth(used.ratio(to: line.planned))),
        Value(planned.isZero ? nil : Self.tenThousandth(line.planned.ratio(to: planned))),
        Value(rules.lines.first { $0.key == line.line }?.share.double),
        Value(sold),
        Value(
          sold.flatMap { used.isZero ? nil : Self.tenThousandth($0.ratio(to: used)) }),
      ]
    }
    return ReportObject([
      .init("period", .string(period.text)), .init("planned", Value(planned)),
      .init("spent", Value(spent)), .init("left", Value(try planned.subtracting(spent))),
      .init(
        "lines",
        .object(
          ResultTable(
            columns: [
              .init("id", .number), .init("line"), .init("scope"), .init("planned", .number),
              .init("spent", .number), .init("left", .number), .init("used", .number),
              .init("share", .number), .init("goal", .number), .init("sales", .number),
              .init("per_yuan", .number),
            ], rows: rows))),
    ])
  }

  private func defineBudgetPromotion(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.promote", "planning.promote{product = word, period = text, policy =}",
        "Gives a product line that promotes well more of its budget line: where its sales in the period grew enough on the "
          + "year before. Once a period. Gives product, sales, before, growth, raised, planned.",
        units: "growth: of sales; the least, and what is given, are the policy's",
        changes: "the planned amount of the line with that scope",
        errors: ["budget.missing", "budget.promoted", "period.unknown", "target.line"],
        example: """
          local _, e = pcall(planning.promote, {product = "bolt", period = "2026-Q2"})
          return e.code
          """, result: "\"budget.missing\"",
        seeAlso: ["planning.budget", "planning.budgets"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.promote", allowing: ["product", "period", "policy"])
      let rules = try policies.planning(options["policy"]).budget
      try results.add(
        Value.object(try requireSession().savepoint { try promote(options, rules, policies) }))
    }
  }

  private func promote(
    _ options: NamedArguments, _ rules: BudgetRules, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let rule = rules.promotion
    let period = try Period(parsing: options.required("period", options.string("period")))
    let product = try options.required("product", options.string("product"))
    let sales = try ScopeSales(self, policies, [product])
    guard sales.isProduct(product) else {
      throw ValidationError(
        "target.line", "there is no product line \"\(product.excerpt)\"",
        remedy: Suggestion.sentence(for: product, among: sales.products), field: "product")
    }
    guard let line = try budgetLine(period, rule.line, product) else {
      throw ValidationError(
        "budget.missing", "there is no budget for \(rule.line) of \(product) in \(period.text)",
        remedy: "set one: planning.budget{period = \"\(period.text)\", line = \"\(rule.line)\", "
          + "scope = \"\(product)\", planned = …}")
    }
    let mark = "promoted \(period.text)"
    guard !(line.note ?? "").contains(mark) else {
      throw ValidationError(
        "budget.promoted", "\(product) was given more in \(period.text) already",
        remedy: "once a period is the rule", field: "product")
    }
    let sold = try sales.sum(product, in: period) ?? .zero
    let before = try sales.sum(product, in: period.adding(years: -1)) ?? .zero
    let growth = before > .zero ? sold.ratio(to: before) - 1 : nil
    let isRaised = try rule.isEarned(sold, after: before)
    var planned = line.planned
    if isRaised {
      planned =
        try TargetValue.money(planned).grown(by: rule.raise, rounding: .halfUp)
        .fieldValue.money ?? planned
      let note = [line.note, mark].compactMap { $0 }.joined(separator: "; ")
      try set(BudgetLine.self, line.id, ["planned": .money(planned), "note": .text(note)])
    }
    return ReportObject([
      .init("product", .string(product)), .init("sales", Value(sold)),
      .init("before", Value(before)),
      growth.map { .init("growth", share: $0) } ?? .init("growth", .nil),
      .init("raised", .bool(isRaised)), .init("planned", Value(planned)),
      .init(
        why: Explanation(
          "promotion", isRaised ? .matched : .notMatched, value: .money(planned),
          reason: growth.map {
            "sales grew by \(ShareText.of($0)), \(ShareText.of(rule.growth.double)) is asked for"
          } ?? "no data: nothing was sold in the year before", source: rule.source)),
    ])
  }
}

/// Sales of regions and product lines, as scopes of budgets name them.
private struct ScopeSales {
  let products: [String]
  private let regions: [String]
  private let desk: TargetDesk
  private let metric: TargetMetric

  init(_ host: ScriptHost, _ policies: EnginePolicies, _ scopes: [String]) throws {
    desk = try TargetDesk(host, policies)
    metric = try desk.policy.metric(nil)
    products = scopes.isEmpty ? [] : try desk.words(.product)
    regions = scopes.isEmpty ? [] : try desk.words(.region)
  }

  func isProduct(_ scope: String) -> Bool { products.contains(scope) }

  /// Nil for a scope that is neither.
  func sum(_ scope: String, in period: Period) throws -> Money? {
    guard isProduct(scope) || regions.contains(scope), metric.unit == .yuan else { return nil }
    let of = TargetScope(
      period: period, level: 0, product: isProduct(scope) ? scope : nil,
      region: isProduct(scope) ? nil : scope)
    let sum = try desk.reached(metric, of, upto: period.last)
    return try TargetValue(sum, .yuan).fieldValue.money
  }
}
