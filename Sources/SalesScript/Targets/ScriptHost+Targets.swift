import Lua
import SalesKernel
import SalesStore
import Values

/// `target`: what is to be reached, by whom, and how far it is.
extension ScriptHost {
  func defineTargets(_ policies: EnginePolicies) throws {
    try defineTargetSet(policies)
    try defineTargetSplit(policies)
    try defineTargetAttainment(policies)
    try defineRunRate(policies)
    try defineTargetTree(policies)
  }

  private static let setOptions = [
    "metric", "period", "level", "unit", "rep", "product", "region", "kind", "amount", "number",
    "growth", "parent", "note", "policy",
  ]

  private func defineTargetSet(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "target.set",
        "target.set{period = text, amount = money or number = n or growth = share, metric = word, level = word, "
          + "unit = name, rep = rep, product = word, region = word, kind = word, parent = target, note = text, policy =}",
        "Sets what is to be reached in a period; set again it is changed. With growth the target is what was reached in "
          + "the same period of the year before, raised by that share; growth = true takes the policy's. Gives the target.",
        returns: "target",
        units:
          "period: 2026, 2026-H1, 2026-Q2 or 2026-06; metric: the policy's first unless given; level: the company "
          + "unless given, or the rep's; unit: the area or team; amount to the fen, number in whole pieces",
        changes: "one target, new or changed",
        errors: [
          "period.unknown", "target.metric", "target.level", "target.unit", "target.line",
          "target.amount", "target.history", "target.parent", "record.missing",
        ],
        example: """
          local period, base
          plan(function()
            local t = target.set{period = "2026-Q2", growth = 0.2}
            period, base = t.period, why(t, "amount").children[1].children[1].label
          end)
          return period, base
          """, result: "\"2026-Q2\"  \"base\"",
        seeAlso: ["target.split", "target.attainment", "target.tree"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "target.set", allowing: Self.setOptions)
      let desk = try TargetDesk(self, policies, options)
      let id = try requireSession().savepoint { try setTarget(options, desk) }
      try results.add(try binding(Target.schema.entity).record(id))
    }
  }

  private func setTarget(_ options: NamedArguments, _ desk: TargetDesk) throws -> Int64 {
    let policy = desk.policy
    let metric = try policy.metric(options.string("metric"))
    let scope = try targetScope(options, desk)
    let before = try desk.target(metric, scope)
    var target =
      before
      ?? Target(
        metric: metric.key, period: "", startsOn: .first, endsOn: .first, level: "")
    scope.fill(&target, policy)
    (target.basis, target.weight, target.growth) = (nil, nil, nil)
    try takeValue(options, &target, scope, metric, desk)
    if let parent = options["parent"] {
      target.parent = try parentTarget(parent, of: target, scope, desk).id
      target.splitBy = nil
    }
    if let note = try options.string("note") { target.note = note }
    if let before {
      try store(target, from: before)
      return before.id
    }
    return try requireSession().create(Target.schema.entity, target.values)
  }

  /// What a call says that a target is of.
  /// - Throws: `period.unknown`, `target.level`, `target.unit`, `target.line`.
  func targetScope(_ options: NamedArguments, _ desk: TargetDesk) throws -> TargetScope {
    let policy = desk.policy
    let period = try Period(parsing: options.required("period", options.string("period")))
    let rep = try options["rep"].map { try row($0, of: Rep.schema.entity, as: "rep").id }
    let unit = try options.string("unit")
    let level: Int
    if let word = try options.string("level") {
      level = try policy.level(word)
    } else if rep != nil, let place = policy.repLevel {
      level = place
    } else {
      level = 0
      if let unit { throw Self.unitError("unit \"\(unit.excerpt)\" is given without its level") }
    }
    let scope = TargetScope(
      period: period, level: level, unit: unit, rep: rep,
      product: try line(options, "product", .product, desk),
      region: try line(options, "region", .region, desk),
      kind: try line(options, "kind", .kind, desk))
    try requireUnit(scope, desk)
    return scope
  }

  private func requireUnit(_ scope: TargetScope, _ desk: TargetDesk) throws {
    let level = desk.policy.levels[scope.level]
    switch level.reach {
    case .company:
      if let unit = scope.unit { throw Self.unitError("the company has no unit \"\(unit)\"") }
      if scope.rep != nil { throw Self.unitError("a rep is given at the level \(level.key)") }
    case .rep:
      if scope.rep == nil { throw Self.unitError("the level \(level.key) asks for a rep") }
      if scope.unit != nil { throw Self.unitError("a unit is given at the level \(level.key)") }
    case .unit:
      if scope.rep != nil { throw Self.unitError("a rep is given at the level \(level.key)") }
      let units = desk.org.units(scope.level)
      guard let unit = scope.unit else {
        throw Self.unitError(
          "the level \(level.key) asks for a unit",
          remedy: Suggestion.sentence(for: "", among: units))
      }
      guard units.contains(unit) else {
        throw Self.unitError(
          "there is no \(level.key) \"\(unit.excerpt)\"",
          remedy: Suggestion.sentence(for: unit, among: units))
      }
    }
  }

  private static func unitError(
    _ message: String, remedy: String = "give level and unit, or a rep"
  ) -> ValidationError {
    ValidationError("target.unit", message, remedy: remedy, field: "unit")
  }

  /// A word of a line, which some record must have.
  private func line(
    _ options: NamedArguments, _ name: String, _ facet: TargetFacet, _ desk: TargetDesk
  ) throws -> String? {
    guard let word = try options.string(name) else { return nil }
    let words = try desk.words(facet)
    guard words.contains(word) else {
      throw ValidationError(
        "target.line", "there is no \(name) \"\(word.excerpt)\"",
        remedy: Suggestion.sentence(for: word, among: words), field: name)
    }
    return word
  }

  /// The target that another is to be a part of.
  private func parentTarget(
    _ value: Value, of target: Target, _ scope: TargetScope, _ desk: TargetDesk
  ) throws -> Target {
    let parent = try Target(reading: row(value, of: Target.schema.entity, as: "parent"))
    let whole = try TargetScope(parent, desk.policy)
    guard parent.metric == target.metric, parent.id != target.id,
      whole != scope, whole.holds(scope, in: desk.org)
    else {
      throw ValidationError(
        "target.parent",
        "the target of \(desk.name(scope)) is no part of that of \(desk.name(whole))",
        remedy: "a part has the same metric and lies within its period, level and lines",
        field: "parent")
    }
    return parent
  }

  private func takeValue(
    _ options: NamedArguments, _ target: inout Target, _ scope: TargetScope,
    _ metric: TargetMetric, _ desk: TargetDesk
  ) throws {
    let given = ["amount", "number", "growth"].filter { options[$0] != nil }
    guard given.count == 1 else {
      throw ArgumentError(
        given.isEmpty
          ? "what is to be reached?" : "\(given.joined(separator: " and ")) are both given",
        remedy: "give amount, number or growth")
    }
    if options["growth"] != nil {
      return try grow(&target, options, scope, metric, desk)
    }
    let value: TargetValue
    if metric.unit == .yuan {
      guard let amount = try options.amount("amount") else {
        throw Self.amountError("\(metric.key) is in yuan", "give amount = yuan(…) or wan(…)")
      }
      guard amount.units % Stage.document.quantum == 0 else {
        throw Self.amountError("\(amount) has parts of a fen", "round it to the fen")
      }
      value = .money(amount)
    } else {
      guard options["number"] != nil else {
        throw Self.amountError("\(metric.key) is in pieces", "give number = n")
      }
      let number = try options.integer("number") ?? 0
      guard number <= TargetValue.mostPieces else {
        throw Self.amountError("\(number) pieces are too many", "give up to 2^53")
      }
      value = .pieces(number)
    }
    guard value.count >= 0 else {
      throw Self.amountError("\(value.text) is below 0", "give what is to be reached")
    }
    target.take(value)
  }

  private static func amountError(_ message: String, _ remedy: String) -> ValidationError {
    ValidationError("target.amount", message, remedy: remedy, field: "amount")
  }

  /// The year before, raised.
  private func grow(
    _ target: inout Target, _ options: NamedArguments, _ scope: TargetScope,
    _ metric: TargetMetric, _ desk: TargetDesk
  ) throws {
    let growth: Rate
    if case .bool(true)? = options["growth"] {
      growth = desk.policy.growth
    } else {
      growth = try Rate(exactly: options.finiteNumber("growth") ?? 0)
    }
    var past = scope
    past.period = try scope.period.adding(years: -1)
    let base = try desk.reached(metric, past, upto: past.period.last)
    guard base > 0, growth > (try Rate.one.negated()) else {
      throw ValidationError(
        base > 0 ? "target.amount" : "target.history",
        base > 0
          ? "a growth of \(growth) leaves nothing"
          : "nothing was reached in \(desk.name(past)) that could grow",
        remedy: "give an amount", field: "growth")
    }
    let value = try TargetValue(base, metric.unit)
    target.take(try value.grown(by: growth, rounding: desk.policy.rounding))
    (target.basis, target.weight, target.growth) = ("growth", value.count, growth.double)
  }
}
