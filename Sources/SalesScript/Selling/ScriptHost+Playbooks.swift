import Lua
import SalesKernel

/// `playbooks`: ways of selling, to look at, to check, and to bring along.
extension ScriptHost {
  func definePlaybooks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "playbooks.names", "playbooks.names()",
        "The names of all playbooks, as a list: those that ship, and those that playbooks.use brought.",
        returns: "string[]",
        example: "return playbooks.names()[2]", result: "\"fastener\"",
        seeAlso: ["playbooks.show", "selling.open"])
    ) { _, results in
      try results.add(Value.table(Table(list: policies.playbookNames().map(Value.string))))
    }
    try define(
      HelpEntry(
        "playbooks.show", "playbooks.show(name or table)",
        "A playbook: name, title, version, source, won, stages (stage, title, probability, next, back, limit, "
          + "entry, exit, nodes) and nodes (stage, node, title, deliverable, role, limit, required, reviews, "
          + "source).", returns: "report",
        units: "probability: share, 0–1; limit: a span from entering the stage",
        errors: ["playbook.unknown", "policy.value", "policy.key"],
        example: "local p = playbooks.show(\"fastener\")\n"
          + "return p.won, p.stages[3].stage, p.stages[3].probability, #playbooks.show(\"keyaccount\").nodes",
        result: "\"contract_signed\"  \"proposal\"  0.4  28",
        seeAlso: ["playbooks.lint", "selling.missing"])
    ) { [unowned self] arguments, results in
      let playbook = try playbook(arguments, policies)
      try results.add(Value.object(report(of: playbook)))
    }
    try define(
      HelpEntry(
        "playbooks.lint", "playbooks.lint(name or table)",
        "What is doubtful in a playbook: code, place, message, remedy. No won stage, stages that nothing leads "
          + "to, probabilities that fall, time limits that are missing or longer than their stage's.",
        returns: "results",
        errors: ["playbook.unknown", "policy.value", "policy.key"],
        example: "local p = policies.get(\"playbook_fastener\")\np.stages[4].probability = 0.3\n"
          + "local t = playbooks.lint(p)\np.stages[4].probability = 0.6\nreturn #t, t[1].code, t[1].place",
        result: "1  \"lint.probability\"  \"technical_review\"", seeAlso: ["playbooks.show"])
    ) { [unowned self] arguments, results in
      let findings = try playbook(arguments, policies).lint()
      try results.add(
        Value.object(
          ResultTable(
            columns: ["code", "place", "message", "remedy"].map { .init($0) },
            rows: findings.map {
              [.string($0.code), .string($0.place), .string($0.message), .string($0.remedy)]
            })))
    }
    try defineUse(policies)
  }

  private func defineUse(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "playbooks.use", "playbooks.use(table)",
        "Lets a playbook of your own stand under its name for the rest of the script or console session, also "
          + "in the place of one that ships. Gives its name.", returns: "string",
        changes: "no record; the rules that later calls follow",
        errors: ["policy.value", "policy.key", "policy.missing"],
        example: """
          return playbooks.use {
            name = "counter", title = "Over the counter", source = "ours", version = "1", won = "sold",
            stages = {
              { key = "asked", title = "asked", probability = 0.5, source = "ours" },
              { key = "sold", title = "sold", probability = 1, source = "ours" },
            },
          }
          """,
        result: "\"counter\"", seeAlso: ["playbooks.names", "policies.use"])
    ) { [unowned self] arguments, results in
      guard case .table = try arguments[0] else {
        throw ArgumentError(
          "argument #1: expected the table of a playbook, got \(try arguments[0].typeName)",
          code: "policy.type")
      }
      let playbook = try playbook(arguments, policies)
      library.add(EnginePolicies.playbookPrefix + playbook.name, try arguments[0], host: self)
      try results.add(playbook.name)
    }
  }

  private func playbook(_ arguments: Arguments, _ policies: EnginePolicies) throws -> Playbook {
    let given = try arguments[0]
    return try policies.playbook(
      given.isNil ? nil : given, standing: try policies.selling().playbook)
  }

  private func report(of playbook: Playbook) -> ReportObject {
    ReportObject([
      .init("name", .string(playbook.name)), .init("title", playbook.title),
      .init("version", .string(playbook.version)), .init("source", .string(playbook.source)),
      .init("won", playbook.won.map { .string(playbook.stages[$0].key) } ?? .nil),
      .init("stages", .object(stageTable(playbook))),
      .init("nodes", .object(nodeTable(playbook))),
    ])
  }

  private func stageTable(_ playbook: Playbook) -> ResultTable {
    ResultTable(
      columns: [
        .init("stage"), .init("title"), .init("probability", .number), .init("next"),
        .init("back"), .init("usual"), .init("limit"), .init("entry"), .init("exit"),
        .init("nodes", .number),
      ],
      rows: playbook.stages.map { stage in
        [
          .string(stage.key), .string(stage.title.both), .number(stage.probability.double),
          .string(stage.next.joined(separator: ", ")),
          .string(stage.back.joined(separator: ", ")),
          stage.usual.map { .scalar($0.scalar) } ?? .nil,
          stage.limit.map { .scalar($0.scalar) } ?? .nil,
          .string(stage.entry.map(\.title.en).joined(separator: "; ")),
          .string(stage.exit.map(\.title.en).joined(separator: "; ")),
          .integer(Int64(stage.nodes.count)),
        ]
      })
  }

  private func nodeTable(_ playbook: Playbook) -> ResultTable {
    ResultTable(
      columns: [
        .init("stage"), .init("node"), .init("title"), .init("deliverable"), .init("role"),
        .init("limit"), .init("required", .bool), .init("reviews"), .init("source"),
      ],
      rows: playbook.stages.flatMap { stage in
        stage.nodes.map { node in
          [
            .string(stage.key), .string(node.key), .string(node.title.both),
            .string(node.deliverable.both), .string(node.role),
            node.limit.map { .scalar($0.scalar) } ?? .nil, .bool(node.isRequired),
            .string(node.reviews.joined(separator: ", ")), .string(node.source),
          ]
        }
      })
  }
}
