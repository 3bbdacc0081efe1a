import Lua
import SalesKernel
import SalesStore
import Values

/// `selling.win`, `selling.lose` and `selling.reopen`: how opportunities end.
extension ScriptHost {
  func defineClosing(_ policies: EnginePolicies) throws {
    try defineWin(policies)
    try defineLose(policies)
    try defineReopen(policies)
  }

  private func defineWin(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.win",
        "selling.win(opportunity, {reason = word, amount =, competitor =, outside = true, at =, "
          + "playbook = table, policy =})",
        "Wins an open opportunity: it moves to the won stage of its playbook, where the playbook allows it and "
          + "nothing is missing. With outside = true it is won all the same, outside the standard process, which "
          + "selling.compliance shows; what the won stage itself asks for is needed even so.",
        returns: "opportunity",
        changes: "the opportunity's stage, status and days, and one stage move",
        errors: [
          "playbook.move", "playbook.missing", "playbook.won", "opportunity.closed",
          "opportunity.reason", "opportunity.competitor", "opportunity.time",
        ],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = selling.win(deal(), {reason = \"quality\", outside = true})\n"
          + "  a, b = o.stage, o.closed_on\nend)\nreturn a, b",
        result: "\"contract_signed\"  date\"2026-06-30\"",
        seeAlso: ["selling.lose", "selling.compliance"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.win", at: 1,
        allowing: ["reason", "amount", "competitor", "outside", "at", "playbook", "policy"])
      let desk = try SellingDesk(self, policies, opportunity(arguments), options)
      try desk.requireOpen()
      let reason = try reasonWord(options, desk.policy.wonReasons, "reason for winning")
      let won = try desk.playbook.requireWon()
      let at = try desk.moment(options)
      try requireSession().savepoint {
        try amend(desk.opportunity, options, ["amount", "competitor"], at)
        try requireWinnable(desk, won, outside: options.bool("outside") ?? false)
        try close(desk, .won, desk.playbook.stages[won].key, reason, at)
      }
      try answer(desk.opportunity.id, &results)
    }
  }

  private func requireWinnable(_ desk: SellingDesk, _ won: Int, outside: Bool) throws {
    let (from, missing) = (try desk.stage(), try desk.missing(for: won))
    guard outside else {
      return try desk.playbook.require(desk.code, from: from, to: won, missing: missing)
    }
    let stage = desk.playbook.stages[won].key
    let own = missing.filter { $0.kind == .condition && $0.stage == stage }
    guard own.isEmpty else {
      throw ValidationError(
        "playbook.missing",
        "opportunity \(desk.code) cannot be won: it lacks "
          + own.map(\.text).joined(separator: ", "),
        remedy: "\(stage) asks for it, inside or outside the process", field: "stage")
    }
  }

  /// Writes the end of an opportunity.
  private func close(
    _ desk: SellingDesk, _ status: Opportunity.Status, _ stage: String, _ reason: String?,
    _ at: Instant
  ) throws {
    try set(
      Opportunity.self, desk.opportunity.id,
      [
        "stage": .text(stage), "status": status.fieldValue, "closed_on": .day(at.day()),
        "reason": reason.fieldValue,
      ])
    try desk.note(from: desk.opportunity.stage, to: stage, at: at, reason: reason)
  }

  /// The word of a list of reasons that a call names; nil for none.
  /// - Throws: `opportunity.reason` with the nearest word.
  private func reasonWord(
    _ options: NamedArguments, _ words: [TitledWord], _ what: String
  ) throws -> String? {
    try options.string("reason").map {
      try words.require($0, "opportunity.reason", what, field: "reason").key
    }
  }

  private func defineLose(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.lose",
        "selling.lose(opportunity, {reason = word, competitor =, at =, policy =})",
        "Loses an open opportunity, with a reason of the policy and who won it in our place. Its stage becomes "
          + "lost; the stage move keeps where it was lost.", returns: "opportunity",
        changes: "the opportunity's stage, status and days, and one stage move",
        errors: [
          "opportunity.closed", "opportunity.reason", "opportunity.competitor",
          "opportunity.time",
        ],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = selling.lose(deal(), {reason = \"price\"})\n"
          + "  a, b = o.stage, o.reason\nend)\nreturn a, b",
        result: "\"lost\"  \"price\"", seeAlso: ["selling.win", "selling.reopen"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.lose", at: 1,
        allowing: ["reason", "competitor", "at", "playbook", "policy"])
      let desk = try SellingDesk(self, policies, opportunity(arguments), options)
      try desk.requireOpen()
      let words = desk.policy.lostReasons
      guard let reason = try reasonWord(options, words, "reason for losing") else {
        throw ArgumentError(
          "selling.lose needs a reason", code: "opportunity.reason",
          remedy: "one of: \(words.map(\.key).joined(separator: ", "))")
      }
      let at = try desk.moment(options)
      try requireSession().savepoint {
        try amend(desk.opportunity, options, ["competitor"], at)
        try close(desk, .lost, Playbook.lost, reason, at)
      }
      try answer(desk.opportunity.id, &results)
    }
  }

  private func defineReopen(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.reopen",
        "selling.reopen(opportunity, {reason = text, stage = word, amount =, expected_close = day, at =, "
          + "playbook = table, policy =})",
        "Opens a closed opportunity again, in the stage where it was closed unless another is named. The policy "
          + "says which statuses may.", returns: "opportunity",
        changes: "the opportunity's stage, status and days, and one stage move",
        errors: [
          "opportunity.status", "opportunity.reason", "playbook.stage", "opportunity.time",
        ],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o = selling.lose(deal(), {reason = \"no_budget\"})\n"
          + "  o = selling.reopen(o, {reason = \"the budget came\"})\n"
          + "  a, b = o.stage, o.closed_on\nend)\nreturn a, b",
        result: "\"initial_contact\"  nil", seeAlso: ["selling.lose"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.reopen", at: 1,
        allowing: [
          "reason", "stage", "amount", "expected_close", "at", "playbook", "policy",
        ])
      let desk = try SellingDesk(self, policies, opportunity(arguments), options)
      let old = desk.opportunity
      try requireReopenable(desk)
      let reason = try requireReason(options, "opportunity", "selling.reopen asks")
      let stage = try reopenStage(options, desk)
      let at = try desk.moment(options)
      try requireSession().savepoint {
        try amend(old, options, ["amount", "expected_close"], at)
        try set(
          Opportunity.self, old.id,
          [
            "stage": .text(stage), "status": Opportunity.Status.open.fieldValue,
            "closed_on": .null, "reason": .null,
          ])
        try desk.note(from: old.stage, to: stage, at: at, reason: reason)
      }
      try answer(old.id, &results)
    }
  }

  private func requireReopenable(_ desk: SellingDesk) throws {
    let status = desk.opportunity.status
    guard !desk.policy.reopens.contains(status) else { return }
    throw ValidationError(
      "opportunity.status", "opportunity \(desk.code) is \(status.rawValue) and cannot be reopened",
      remedy: status == .open
        ? "it is open already"
        : "the policy \(desk.policy.name) reopens "
          + "\(desk.policy.reopens.map(\.rawValue).joined(separator: ", ")) only; a mistaken run is undone",
      field: "status")
  }

  /// An open stage: the one named, else the one that the closing move left.
  private func reopenStage(_ options: NamedArguments, _ desk: SellingDesk) throws -> String {
    let last = desk.moves.last { $0.stage == desk.opportunity.stage && $0.fromStage != $0.stage }
    let word =
      try options.string("stage") ?? last?.fromStage ?? desk.playbook.stages[0].key
    let index = try desk.playbook.index(of: word)
    guard index < desk.playbook.won ?? index + 1 else {
      throw ValidationError(
        "playbook.stage", "\(word) is no open stage of the playbook \(desk.playbook.name)",
        remedy: "name one before \(desk.playbook.won.map { desk.playbook.stages[$0].key } ?? "")",
        field: "stage")
    }
    return word
  }
}
