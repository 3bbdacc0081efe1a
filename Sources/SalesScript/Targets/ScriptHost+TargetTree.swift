import Lua
import SalesKernel
import SalesStore
import Values

/// `target.tree`: targets with their parts, and whether the parts sum; and why a target is what it is.
extension ScriptHost {
  func defineTargetTree(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "target.tree",
        "target.tree(target, {policy =}) or target.tree{period = text, metric = word, policy =}",
        "A target with its parts and theirs, or all targets of a period that are a part of nothing: targets as a table, "
          + "sums (whether all parts sum to their whole) and problems (those that do not, and by how much).",
        returns: "report",
        units: "difference: what the parts sum to, less the whole",
        errors: ["record.missing", "period.unknown", "target.metric", "target.depth"],
        example: """
          local t
          plan(function()
            local year = target.set{period = "2026", amount = wan(100)}
            target.split{target = year, by = "quarter", weights = "even"}
            target.set{period = "2026-Q1", amount = wan(30)}
            t = target.tree(year)
          end)
          return t.sums, t.problems[1].difference
          """, result: "false  money\"50000.00\"",
        seeAlso: ["target.split", "target.attainment", "why"])
    ) { [unowned self] arguments, results in
      let desk: TargetDesk
      let roots: [Target]
      if case .table = try arguments[0] {
        let options = try NamedArguments(
          arguments, of: "target.tree", allowing: ["period", "metric", "policy"])
        desk = try TargetDesk(self, policies, options)
        let period = try Period(parsing: options.required("period", options.string("period")))
        let metric = try desk.policy.metric(options.string("metric"))
        roots = try records(
          Target.self,
          where: [
            ("period", .text(period.text)), ("metric", .text(metric.key)), ("parent", .null),
          ])
      } else {
        let options = try NamedArguments(
          arguments, of: "target.tree", at: 1, allowing: ["policy"])
        desk = try TargetDesk(self, policies, options)
        roots = [
          try Target(reading: row(try arguments[0], of: Target.schema.entity, as: "target"))
        ]
      }
      var tree = TargetTree(desk)
      for root in roots { try tree.add(root, depth: 0) }
      try results.add(Value.object(tree.report))
    }
  }

  /// Why a target is what it is.
  func explainTarget(_ row: BlockRow) throws -> Explanation {
    let target = try Target(reading: row)
    let desk = try TargetDesk(self, EnginePolicies(self))
    let name = desk.name(try TargetScope(target, desk.policy))
    let source = desk.policy.header.source
    if target.basis == "growth", let weight = target.weight, let growth = target.growth {
      return try grownTarget(target, name, weight, growth, desk)
    }
    guard let basis = target.basis, let parent = target.parent else {
      return Explanation(
        "target of \(name)", .step, value: target.value?.fieldValue,
        reason: target.note ?? "set by hand", source: source)
    }
    let whole = try record(Target.self, id: parent)
    let parts = try desk.children(of: whole).filter {
      $0.splitBy == target.splitBy && $0.weight != nil
    }
    let split = try TargetSplit(
      desk.value(of: whole),
      among: try parts.map { (try TargetScope($0, desk.policy), "") },
      weights: parts.map { $0.weight ?? 0 })
    let place = parts.firstIndex { $0.id == target.id }
    let given = place.map { split.parts[$0].value }
    let sum = parts.reduce(Int128(0)) { $0 + Int128($1.weight ?? 0) }
    return Explanation(
      "target of \(name)", .step, value: given?.fieldValue,
      reason: "whole × weight / sum of weights, the largest remainders first"
        + (given == target.value ? "" : "; changed since to \(target.value?.text ?? "nothing")"),
      source: source,
      children: [
        Explanation(
          "whole", .input, value: whole.value?.fieldValue,
          reason: desk.name(try TargetScope(whole, desk.policy))),
        Explanation(
          "weight", .input, value: .integer(target.weight ?? 0),
          reason: "of \(sum), by \(basis) among \(parts.count.text("part")) by "
            + (target.splitBy ?? "")),
      ])
  }

  private func grownTarget(
    _ target: Target, _ name: String, _ weight: Int64, _ growth: Double, _ desk: TargetDesk
  ) throws -> Explanation {
    let metric = try desk.policy.metric(target.metric)
    let base = try TargetValue(Int128(weight), metric.unit)
    let value = try base.grown(
      by: try Rate(exactly: growth), rounding: desk.policy.rounding)
    return Explanation(
      "target of \(name)", .step, value: value.fieldValue,
      reason: "base × (1 + growth), rounded \(desk.policy.rounding.rawValue)"
        + (value == target.value ? "" : "; changed since to \(target.value?.text ?? "nothing")"),
      source: desk.policy.header.source,
      children: [
        Explanation(
          "base", .input, value: base.fieldValue,
          reason: "\(metric.key) in the same period of the year before"),
        Explanation(
          "growth", .input, value: .number(growth),
          reason: growth == desk.policy.growth.double ? "the policy's" : "given"),
      ])
  }
}

/// Targets with their parts, as rows.
private struct TargetTree {
  let desk: TargetDesk
  private var rows: [[Value]] = []
  private var problems: [[Value]] = []
  /// Parts of parts go down so far; records that refer to each other in a ring never end.
  private static let deepest = 32

  init(_ desk: TargetDesk) { self.desk = desk }

  mutating func add(_ target: Target, depth: Int) throws {
    guard depth <= Self.deepest else {
      throw ValidationError(
        "target.depth", "target \(target.id) lies more than \(Self.deepest) levels down",
        remedy: "look at the parents: some targets may be a part of each other", field: "parent")
    }
    let parts = try desk.children(of: target)
    let value = try desk.value(of: target)
    let name = desk.name(try TargetScope(target, desk.policy))
    var sum: TargetValue?
    if !parts.isEmpty {
      let metric = try desk.policy.metric(target.metric)
      let total = try parts.reduce(Int128(0)) { $0 + Int128(try desk.value(of: $1).count) }
      sum = try TargetValue(total, metric.unit)
      let difference = try TargetValue(total - Int128(value.count), metric.unit)
      if difference.count != 0 {
        problems.append([
          .integer(target.id), .string(name), value.fieldValue.scriptValue,
          sum?.fieldValue.scriptValue ?? .nil, difference.fieldValue.scriptValue,
        ])
      }
    }
    rows.append([
      .integer(target.id), .integer(Int64(depth)),
      .string(String(repeating: "  ", count: depth) + name), Value(target.splitBy),
      Value(target.basis), value.fieldValue.scriptValue, sum?.fieldValue.scriptValue ?? .nil,
    ])
    for part in parts { try add(part, depth: depth + 1) }
  }

  var report: ReportObject {
    ReportObject([
      .init(
        "targets",
        .object(
          ResultTable(
            columns: [
              .init("id", .number), .init("depth", .number), .init("target_of"),
              .init("split_by"), .init("basis"), .init("target", .number),
              .init("parts", .number),
            ], rows: rows))),
      .init("sums", .bool(problems.isEmpty)),
      .init(
        "problems",
        .object(
          ResultTable(
            columns: [
              .init("id", .number), .init("target_of"), .init("target", .number),
              .init("parts", .number), .init("difference", .number),
            ], rows: problems)), text: problems.isEmpty ? "" : nil),
    ])
  }
}
