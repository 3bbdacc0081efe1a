import Lua
import SalesKernel
import SalesStore
import Values

/// `target.split`: a target shared out among its parts.
extension ScriptHost {
  func defineTargetSplit(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "target.split",
        "target.split{target = t, by = word, weights = word or table, otherwise = \"even\", replace = bool, policy =}",
        "Shares a target out among areas, teams, reps, product lines, regions, kinds of customers, halves, quarters or "
          + "months, and keeps its sum to the fen or the piece. Split again by the same word its parts are changed in "
          + "place; by another word they are only replaced, with all theirs, when replace says so.",
        returns: "report",
        units:
          "weights: last_year (what the parts reached in the same period a year before; the default), history (the "
          + "mean of their shares over the policy's years, as seasons are), even, or percents that sum to 100, by name "
          + "or in order; otherwise: what holds where that history is empty; uncovered: what was reached within the "
          + "target by none of the parts; without: parts that weigh nothing and get no target; stale: parts whose own "
          + "parts no longer sum",
        changes: "one target a part, new or changed; those of parts that are gone are deleted",
        errors: [
          "target.by", "target.parts", "target.weights", "target.history", "target.split",
          "target.taken", "record.missing",
        ],
        example: """
          local s, ok
          plan(function()
            local t = target.set{period = "2026-Q2", amount = yuan(100)}
            s = target.split{target = t, by = "month", weights = {33.3, 33.3, 33.4}}
            ok = target.tree(t).sums
          end)
          return s.parts[1].target, s.parts[3].target, ok
          """, result: "money\"33.30\"  money\"33.40\"  true",
        seeAlso: ["target.set", "target.tree", "target.attainment", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "target.split",
        allowing: ["target", "by", "weights", "otherwise", "replace", "policy"])
      let desk = try TargetDesk(self, policies, options)
      let report = try requireSession().savepoint { try split(options, desk) }
      try results.add(Value.object(report))
    }
  }

  private func split(_ options: NamedArguments, _ desk: TargetDesk) throws -> ReportObject {
    let target = try Target(
      reading: row(
        try options.required("target", options["target"]), of: Target.schema.entity, as: "target"))
    let policy = desk.policy
    let metric = try policy.metric(target.metric)
    let whole = try TargetScope(target, policy)
    let facet = try TargetFacet(try options.required("by", options.string("by")), policy)
    try facet.require(of: whole, policy)
    let scopes = try facet.parts(
      of: whole, in: desk.org, words: desk.words(facet), policy
    ).map { (scope: $0, name: facet.name($0, in: desk.org)) }
    let weights = try TargetWeights(
      options["weights"], otherwise: options.string("otherwise"), scopes, of: whole, metric, desk)
    let made = try TargetSplit(
      desk.value(of: target), among: scopes, weights: weights.weights)
    var writer = TargetParts(desk, target, by: facet.word(policy), basis: weights.basis)
    try writer.clear(replace: options.bool("replace") ?? false)
    try writer.write(made.parts.filter { $0.weight > 0 })
    return try report(of: made, writer, weights, metric, desk.value(of: target))
  }

  private func report(
    of split: TargetSplit, _ writer: TargetParts, _ weights: TargetWeights,
    _ metric: TargetMetric, _ total: TargetValue
  ) throws -> ReportObject {
    let sum = split.parts.reduce(Double(0)) { $0 + Double($1.weight) }
    let given = split.parts.filter { $0.weight > 0 }
    let table = ResultTable(
      columns: [
        .init("id", .number), .init(writer.by), .init("share", .number), .init("target", .number),
      ],
      rows: zip(given, writer.ids).map { part, id in
        [
          .integer(id), .string(part.name),
          .number((Double(part.weight) / sum * 10_000).rounded() / 10_000),
          part.value.fieldValue.scriptValue,
        ]
      })
    let without = split.parts.filter { $0.weight <= 0 }.map(\.name)
    return ReportObject([
      .init("by", .string(writer.by)), .init("basis", .string(writer.basis)),
      .init("total", total.fieldValue.scriptValue), .init("parts", .object(table)),
      .init("made", Value(writer.made)), .init("changed", Value(writer.changed)),
      .init("removed", Value(writer.removed)),
      .init(
        "uncovered",
        weights.uncovered == 0
          ? .nil : try TargetValue(weights.uncovered, metric.unit).fieldValue.scriptValue),
      .init(
        "without", .table(Table(list: without.map { .string($0) })),
        text: without.joined(separator: ", ")),
      .init(
        "stale", .table(Table(list: writer.stale.map { .string($0) })),
        text: writer.stale.joined(separator: ", ")),
    ])
  }
}

/// Writes the parts of a target.
private struct TargetParts {
  let desk: TargetDesk
  let whole: Target
  let by: String
  let basis: String
  private(set) var ids: [Int64] = []
  private(set) var made = 0
  private(set) var changed = 0
  private(set) var removed = 0
  /// Names of parts whose own parts no longer sum.
  private(set) var stale: [String] = []
  private var known: [Target] = []

  init(_ desk: TargetDesk, _ whole: Target, by: String, basis: String) {
    (self.desk, self.whole, self.by, self.basis) = (desk, whole, by, basis)
  }

  /// Looks at the parts that are there.
  /// - Throws: `target.split` where the target is split by another word, unless they are to be replaced.
  mutating func clear(replace: Bool) throws {
    known = try desk.host.related(Target.self, by: "parent", to: whole.id)
    guard let other = known.first(where: { $0.splitBy != by }) else { return }
    guard replace else {
      throw ValidationError(
        "target.split",
        "target \(whole.id) has parts already: "
          + (other.splitBy.map { "it is split by \($0)" } ?? "target \(other.id) was set by hand"),
        remedy: "give replace = true to delete its \(known.count.text("part")) and all theirs",
        field: "by")
    }
    removed += try desk.deleteParts(of: whole)
    known = []
  }

  mutating func write(_ parts: [TargetSplit.Part]) throws {
    let session = try desk.host.requireSession()
    var left = known
    for part in parts {
      let scoped = try left.firstIndex { try TargetScope($0, desk.policy) == part.scope }
      let before = try scoped.map { left.remove(at: $0) } ?? free(part)
      var target =
        before
        ?? Target(
          metric: whole.metric, period: "", startsOn: .first, endsOn: .first, level: "")
      part.scope.fill(&target, desk.policy)
      target.take(part.value)
      (target.parent, target.splitBy) = (whole.id, by)
      (target.basis, target.weight, target.growth) = (basis, part.weight, nil)
      if let before {
        try desk.host.store(target, from: before)
        changed += target == before ? 0 : 1
        try noteStale(target, from: before)
      } else {
        target.id = try session.create(Target.schema.entity, target.values)
        made += 1
      }
      ids.append(target.id)
    }
    for gone in left {
      removed += 1 + (try desk.deleteParts(of: gone))
      try session.delete(Target.schema.entity, ids: [gone.id])
    }
  }

  private mutating func noteStale(_ target: Target, from before: Target) throws {
    guard target.value != before.value else { return }
    let parts = try desk.host.related(Target.self, by: "parent", to: target.id)
    if !parts.isEmpty { stale.append(desk.name(try TargetScope(target, desk.policy))) }
  }

  /// A target of the same scope that is a part of nothing yet.
  /// - Throws: `target.taken` for one that is a part of another.
  private func free(_ part: TargetSplit.Part) throws -> Target? {
    let metric = try desk.policy.metric(whole.metric)
    guard let target = try desk.target(metric, part.scope) else { return nil }
    guard target.parent == nil else {
      throw ValidationError(
        "target.taken",
        "there is a target of \(desk.name(part.scope)) already, \(target.id), a part of "
          + "target \(target.parent ?? 0)",
        remedy: "split one of the two only, or delete that part", field: "by")
    }
    return target
  }
}
