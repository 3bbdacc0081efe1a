import Lua
import SalesKernel
import SalesStore
import Values

/// `selling.need` and `selling.diagnosis`: what surveys find of a customer's needs.
extension ScriptHost {
  func defineSurveying(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.need",
        "selling.need(opportunity, {dimension = word, kind = word, finding = text, scene = text, "
          + "solution = text, by = rep, on = day, policy =})",
        "Notes what a survey found: its dimension and kind are words of the policy diagnosis.",
        returns: "need_finding",
        changes: "one new need finding",
        errors: ["need.dimension", "need.kind", "record.missing"],
        example: "local a\nplan(function()\n" + Self.dealExample
          + "  a = selling.need(deal(), {dimension = \"hidden\", kind = \"implicit\", finding = \"怕停线\"})."
          + "kind\nend)\nreturn a",
        result: "\"implicit\"", seeAlso: ["selling.diagnosis"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.need", at: 1,
        allowing: [
          "dimension", "kind", "finding", "scene", "solution", "by", "on", "policy",
        ])
      let policy = try policies.diagnosis(options["policy"])
      let item = try opportunity(arguments)
      let dimension = try policy.dimensions.require(
        options.required("dimension", options.string("dimension")), "need.dimension",
        "dimension of a need survey", field: "dimension")
      let kind = try policy.kinds.require(
        options.required("kind", options.string("kind")), "need.kind", "kind of need",
        field: "kind")
      var made = NeedFinding(
        opportunity: item.id, dimension: dimension.key, kind: kind.key,
        finding: try options.required("finding", options.string("finding")),
        notedOn: try options.day("on") ?? self.options.clock.day())
      made.scene = try options.string("scene")
      made.solution = try options.string("solution")
      made.rep =
        try options["by"].map { try row($0, of: Rep.schema.entity, as: "by").id } ?? item.rep
      let id = try requireSession().create(NeedFinding.schema.entity, made.values)
      try results.add(try binding(NeedFinding.schema.entity).record(id))
    }
    try defineDiagnosis(policies)
  }

  private func defineDiagnosis(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.diagnosis", "selling.diagnosis(opportunity, {policy =, playbook = table})",
        "The need diagnosis of an opportunity: complete, missing (dimensions without enough findings), dimensions "
          + "(dimension, title, a count a kind, surveyed), findings, and the report that the playbook asks for: "
          + "report (its deliverable), passed and open_reviews (roles).", returns: "report",
        errors: ["record.missing", "policy.unknown"],
        example: "local a, b, c\nplan(function()\n" + Self.dealExample
          + "  local o = deal{playbook = \"keyaccount\"}\n"
          + "  selling.need(o, {dimension = \"budget\", kind = \"explicit\", finding = \"年度预算\"})\n"
          + "  local d = selling.diagnosis(o)\n"
          + "  a, b, c = d.complete, #d.missing, d.open_reviews[1]\nend)\nreturn a, b, c",
        result: "false  4  \"sales\"", seeAlso: ["selling.need", "selling.review"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.diagnosis", at: 1, allowing: ["policy", "playbook"])
      let policy = try policies.diagnosis(options["policy"])
      let desk = try SellingDesk(
        self, policies, opportunity(arguments), options.without(["policy"]))
      try results.add(Value.object(try diagnosisReport(desk, policy)))
    }
  }

  private func diagnosisReport(
    _ desk: SellingDesk, _ policy: DiagnosisPolicy
  ) throws -> ReportObject {
    let findings = try related(NeedFinding.self, by: "opportunity", to: desk.opportunity.id)
    let parts = policy.diagnose(findings)
    let missing = parts.filter { !$0.isSurveyed }.map(\.dimension)
    let node = desk.playbook.stages.flatMap(\.nodes).first { $0.key == policy.report }
    let progress = try node.flatMap { try desk.progress()[$0.key] }
    let open = (node?.reviews ?? []).filter { progress?.passed.contains($0) != true }
    let last = try desk.deliverables.last { $0.node == node?.key }
    return ReportObject([
      .init("opportunity", .string(desk.code)), .init("complete", .bool(missing.isEmpty)),
      .init("missing", .table(Table(list: missing.map { .string($0.key) }))),
      .init("dimensions", .object(dimensionTable(parts, policy))),
      .init("findings", .object(findingTable(findings))),
      .init(
        "report",
        try last.map { try binding(Deliverable.schema.entity).record($0.id) } ?? .nil),
      .init(
        "passed",
        .table(Table(list: (progress?.passed.sorted() ?? []).map(Value.string)))),
      .init("open_reviews", .table(Table(list: open.map(Value.string)))),
    ])
  }

  private func dimensionTable(
    _ parts: [(dimension: TitledWord, findings: [NeedFinding], isSurveyed: Bool)],
    _ policy: DiagnosisPolicy
  ) -> ResultTable {
    ResultTable(
      columns: [.init("dimension"), .init("title")]
        + policy.kinds.map { .init($0.key, .number) } + [.init("surveyed", .bool)],
      rows: parts.map { part in
        [.string(part.dimension.key), .string(part.dimension.title.both)]
          + policy.kinds.map { kind in
            .integer(Int64(part.findings.count { $0.kind == kind.key }))
          } + [.bool(part.isSurveyed)]
      })
  }

  private func findingTable(_ findings: [NeedFinding]) -> ResultTable {
    ResultTable(
      columns: ["dimension", "kind", "finding", "scene", "solution", "noted_on"].map {
        .init($0)
      },
      rows: findings.map {
        [
          .string($0.dimension), .string($0.kind), .string($0.finding), $0.scene.scriptValue,
          $0.solution.scriptValue, $0.notedOn.scriptValue,
        ]
      })
  }
}
