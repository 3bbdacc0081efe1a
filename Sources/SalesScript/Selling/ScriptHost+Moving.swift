import Lua
import SalesKernel
import SalesStore
import Values

/// `selling.move`, `selling.missing` and `selling.show`: from stage to stage.
extension ScriptHost {
  func defineMoving(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.move",
        "selling.move(opportunity, stage, {at = instant or day, reason = text, amount =, expected_close =, "
          + "playbook = table, policy =})",
        "Moves an opportunity to another stage of its playbook, on or back, where the playbook allows it and "
          + "nothing is missing. What was won may move on to the stages behind the won stage.",
        returns: "opportunity",
        changes: "the opportunity's stage, and one stage move",
        errors: [
          "playbook.stage", "playbook.move", "playbook.missing", "playbook.version",
          "opportunity.closed", "opportunity.stage", "opportunity.time",
        ],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = selling.move(deal(), \"proposal\", {reason = \"asked for a price\"})\n"
          + "  a, b = o.stage, o:stage_moves():count()\nend)\nreturn a, b",
        result: "\"proposal\"  2",
        seeAlso: ["selling.missing", "selling.deliver", "selling.win", "selling.lose"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.move", at: 2,
        allowing: ["at", "reason", "amount", "expected_close", "playbook", "policy"])
      let desk = try SellingDesk(self, policies, opportunity(arguments), options)
      let word = try arguments.decode(1, as: String.self)
      let to = try target(word, desk)
      let at = try desk.moment(options)
      try requireSession().savepoint {
        try amend(desk.opportunity, options, ["amount", "expected_close"], at)
        try desk.playbook.require(
          desk.code, from: desk.stage(), to: to, missing: desk.missing(for: to))
        try set(Opportunity.self, desk.opportunity.id, ["stage": .text(word)])
        try desk.note(
          from: desk.opportunity.stage, to: word, at: at, reason: options.string("reason"))
      }
      try answer(desk.opportunity.id, &results)
    }
    try defineMissing(policies)
    try defineShow(policies)
  }

  /// The place of the stage that a call of `move` names.
  /// - Throws: `playbook.stage`, `opportunity.stage`, `opportunity.closed`.
  private func target(_ word: String, _ desk: SellingDesk) throws -> Int {
    if desk.opportunity.status == .lost { try desk.requireOpen() }
    let (from, to) = (try desk.stage(), try desk.playbook.index(of: word))
    guard from != to else {
      throw ValidationError(
        "opportunity.stage", "opportunity \(desk.code) is at \(word) already",
        remedy: "selling.revise notes that its state was looked after", field: "stage")
    }
    guard let won = desk.playbook.won else { return to }
    switch desk.opportunity.status {
    case .open where to >= won:
      let stage = desk.playbook.stages[won].key
      throw ValidationError(
        "opportunity.stage",
        to == won
          ? "\(word) is where opportunities of \(desk.playbook.name) are won"
          : "\(word) comes after \(stage), where opportunities of \(desk.playbook.name) are won",
        remedy: "win it: selling.win(opportunity)", field: "stage")
    case .won where to <= won: try desk.requireOpen()
    default: break
    }
    return to
  }

  private func defineMissing(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.missing", "selling.missing(opportunity[, stage], {playbook = table, policy =})",
        "What an opportunity lacks for a stage; without one, for the nearest that may follow: kind "
          + "(deliverable, review, condition), stage that asks for it, key, title, role, due_on.",
        returns: "results",
        errors: ["playbook.stage", "playbook.version", "record.missing"],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = deal{playbook = \"director\"}\n"
          + "  local t = selling.missing(o, \"need_analysis\")\n"
          + "  a, b = #t, t[1].key\nend)\nreturn a, b",
        result: "3  \"lead_registered\"", seeAlso: ["selling.move", "selling.deliver"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.missing", at: 2, allowing: ["playbook", "policy"])
      let desk = try SellingDesk(self, policies, opportunity(arguments), options)
      let word = try arguments.decode(1, as: String?.self)
      var parts: [MissingPart] = []
      if let to = try nextStage(word, desk) { parts = try desk.missing(for: to) }
      try results.add(Value.object(try missingTable(parts, desk)))
    }
  }

  private func nextStage(_ word: String?, _ desk: SellingDesk) throws -> Int? {
    if let word { return try desk.playbook.index(of: word) }
    guard desk.opportunity.status != .lost else { return nil }
    return try desk.playbook.stages[desk.stage()].next.first.map { try desk.playbook.index(of: $0) }
  }

  private func missingTable(_ parts: [MissingPart], _ desk: SellingDesk) throws -> ResultTable {
    let walk = desk.walk
    return ResultTable(
      columns: ["kind", "stage", "key", "title", "role", "due_on"].map { .init($0) },
      rows: try parts.map { part in
        let node = part.kind == .condition ? nil : try desk.playbook.node(part.key).node
        let due = try walk.start(of: part.stage).flatMap { try node?.dueOn(enteredAt: $0) }
        return [
          .string(part.kind.rawValue), .string(part.stage), .string(part.key),
          .string(part.title.both), part.role.scriptValue, due.scriptValue,
        ]
      })
  }

  private func defineShow(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.show", "selling.show(opportunity, {playbook = table, policy =})",
        "Where an opportunity stands: code, stage, status, probability, amount, weighted, since, days, allowed "
          + "(stage, title, direction, missing) and moves (at, from, to, actor, reason).",
        returns: "report",
        units:
          "probability: share, 0–1; weighted: yuan, amount × probability to the fen, half up; days: in "
          + "its stage, calendar days",
        errors: ["record.missing", "playbook.version"],
        example: "local a, b, c\nplan(function()\n" + Self.dealExample
          + "  local s = selling.show(deal())\n"
          + "  a, b, c = s.probability, s.weighted, s.allowed[2].stage\nend)\nreturn a, b, c",
        result: "0.1  money\"30000.00\"  \"proposal\"",
        seeAlso: ["selling.missing", "selling.compliance", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.show", at: 1, allowing: ["playbook", "policy"])
      let desk = try SellingDesk(self, policies, opportunity(arguments), options)
      try results.add(Value.object(try report(of: desk)))
    }
  }

  private func report(of desk: SellingDesk) throws -> ReportObject {
    let (item, today) = (desk.opportunity, options.clock.day())
    let since = desk.walk.lastMove?.at.day() ?? item.openedOn
    let probability = try desk.probability()
    let weighted = try item.amount?.times(probability, rounding: .halfUp, to: .document)
    return ReportObject([
      .init("code", item.code.scriptValue), .init("stage", desk.title),
      .init("status", .string(item.status.rawValue)),
      .init("probability", .number(probability.double)),
      .init("amount", item.amount.scriptValue), .init("weighted", weighted.scriptValue),
      .init("since", since.scriptValue),
      .init("days", .integer(Int64(today.number) - Int64(since.number))),
      .init("allowed", .object(try allowedTable(desk))),
      .init("moves", .object(moveTable(desk))),
      .init("why", .object(WhyObject(try desk.stageExplanation())), text: ""),
    ])
  }

  private func allowedTable(_ desk: SellingDesk) throws -> ResultTable {
    let playbook = desk.playbook
    var rows: [[Value]] = []
    if desk.opportunity.status != .lost {
      let from = try desk.stage()
      for word in playbook.allowed(from: from) {
        let to = try playbook.index(of: word)
        if desk.opportunity.status == .won, to <= playbook.won ?? to { continue }
        rows.append([
          .string(word), .string(playbook.stages[to].title.both),
          .string(playbook.direction(from: from, to: to)?.rawValue ?? ""),
          .integer(Int64(try desk.missing(for: to).count)),
        ])
      }
    }
    return ResultTable(
      columns: [
        .init("stage"), .init("title"), .init("direction"), .init("missing", .number),
      ], rows: rows)
  }

  private func moveTable(_ desk: SellingDesk) -> ResultTable {
    ResultTable(
      columns: ["at", "from", "to", "amount", "expected_close", "actor", "reason"].map {
        .init($0)
      },
      rows: desk.moves.map { move in
        [
          move.movedAt.scriptValue, move.fromStage.scriptValue, .string(move.stage),
          move.amount.scriptValue, move.expectedClose.scriptValue, move.actor.scriptValue,
          move.reason.scriptValue,
        ]
      })
  }
}
