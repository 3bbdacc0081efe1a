import Lua
import SalesKernel
import SalesStore
import Values

/// `contracting`: contracts from quotes, with their clauses.
extension ScriptHost {
  func defineContracting(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "contracting.policy", "contracting.policy([name or table])",
        "A contract policy as a table, to read and to change; it is given back as policy = table. One of your own "
          + "is checked.", returns: "table",
        errors: ["policy.unknown", "policy.value"],
        example: "local p = contracting.policy()\nreturn p.penalty.rate, p.steps[4].title.zh",
        result: "0.001  \"检验发货\"", seeAlso: ["contracting.draw", "contracting.clauses"])
    ) { [unowned self] arguments, results in
      let table = try policyTable(arguments, standing: "contracts")
      _ = try policies.contracts(table)
      try results.add(table)
    }
    try define(
      HelpEntry(
        "contracting.clauses", "contracting.clauses{industry = name, policy = name or table}",
        "The clauses that a contract has: general ones, and more of an industry. Titles and texts in both "
          + "languages, with their places.", returns: "results",
        errors: ["contract.industry", "policy.unknown"],
        example:
          "local t = contracting.clauses{industry = \"manufacturing\"}\n"
          + "return #t, t[4].clause, t[5].title_zh",
        result: "5  \"penalty\"  \"现场维护\"", seeAlso: ["contracting.draw"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "contracting.clauses", allowing: ["industry", "policy"])
      let policy = try policies.contracts(options["policy"])
      let industry = try industryWord(options)
      let clauses = try policy.library.clauses(of: industry)
      try results.add(
        Value.object(
          ResultTable(
            columns: [
              "position", "clause", "industry", "title_en", "title_zh", "en", "zh", "source",
            ]
            .map { .init($0, $0 == "position" ? .number : .text) },
            rows: clauses.enumerated().map { index, clause in
              [
                .integer(Int64(index + 1)), .string(clause.key),
                index < policy.library.general.count ? .nil : .string(industry ?? ""),
                .string(clause.title.en), .string(clause.title.zh), .string(clause.body.en),
                .string(clause.body.zh), .string(clause.source),
              ]
            })))
    }
    try defineDraw(policies)
    try defineSigning(policies)
    try defineContractSteps(policies)
    try defineContractPenalty(policies)
    try defineContractCancel(policies)
    try defineContractShow(policies)
  }

  /// The policy of a call as a table: by name, or one of a script's own.
  func policyTable(_ arguments: Arguments, standing: String) throws -> Value {
    if case .table(let table) = try arguments[0] { return .table(table) }
    return try library.table(try arguments.decode(0, as: String?.self) ?? standing, host: self)
  }

  /// Draws a contract of the example company up, from an approved quote.
  static let contractExample = """
    local function contract()
      local q = quoting.quote{customer = 1, rep = 2, lines = {{product = 1, quantity = 1000}}}
      approval.request{quote = q}
      for a in q:approvals():each() do
        approval.approve{quote = q, by = reps:create{name = a.role, role = a.role}}
      end
      quoting.send{quote = q}
      return contracting.draw{quote = quoting.accept{quote = q}, due_on = date"2026-07-31"}
    end

    """

  private func defineDraw(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "contracting.draw",
        "contracting.draw{quote = q, industry = name, rep =, due_on = day, ends_on = day, on = day, "
          + "language = \"zh\" or \"en\", values = {…}, penalty_rate =, penalty_cap =, policy =}",
        "Draws a draft contract up from an accepted quote: numbered, with the general clauses and those of the "
          + "industry (\"general\" for none; unless given, that of the customer's industry class), their places "
          + "filled. Without due_on, the longest lead time of the quote counts from on.",
        returns: "contract",
        units: "penalty_rate and penalty_cap: shares of the amount, 0–1",
        changes: "one new contract and its clauses",
        errors: [
          "quote.status", "contract.approval", "contract.exists", "contract.industry",
          "contract.placeholder", "contract.day", "contract.amount",
        ],
        example: "local a, b\nplan(function()\n" + Self.contractExample
          + "  local c = contract()\n  a, b = c.status, c:contract_clauses():count()\nend)\nreturn a, b",
        result: "\"draft\"  5", seeAlso: ["contracting.sign", "contracting.clauses"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "contracting.draw",
        allowing: [
          "quote", "industry", "rep", "due_on", "ends_on", "on", "language", "values",
          "penalty_rate", "penalty_cap", "policy",
        ])
      let policy = try policies.contracts(options["policy"])
      let quote = try self.quote(options["quote"])
      try requireContractable(quote, policy, policies)
      let writer = try ContractWriter(self, policy, options)
      let language = try options.string("language").map { word in
        guard let language = ClauseLibrary.Language(rawValue: word) else {
          throw unknown(
            "language", word, among: ClauseLibrary.Language.allCases.map(\.rawValue))
        }
        return language
      }
      let id = try writer.draw(
        try draft(of: quote, options, policy), language: language ?? policy.language)
      try results.add(try binding(Contract.schema.entity).record(id))
    }
  }

  /// The industry of a call; nil for none and for the word `general`.
  private func industryWord(_ options: NamedArguments) throws -> String? {
    let word = try options.string("industry")
    return word == "general" ? nil : word
  }

  /// - Throws: `quote.status`, `contract.exists`, `contract.approval`.
  private func requireContractable(
    _ quote: Quote, _ policy: ContractPolicy, _ policies: EnginePolicies
  ) throws {
    try requireAccepted(quote, for: "a contract")
    if let other = try standingContract(of: quote.id) {
      throw ValidationError(
        "contract.exists", "quote \(quote.code ?? "") has contract \(other.code ?? "\(other.id)")",
        remedy: "go on with that, or cancel it first: contracting.cancel{contract = …, reason = …}",
        field: "quote")
    }
    guard try !policy.needsApproval || isApproved(quote, policies) else {
      throw ValidationError(
        "contract.approval", "quote \(quote.code ?? "") was not approved, as a contract has to be",
        remedy: "have a quote approved before it is sent (approval.request), or order without a "
          + "contract; needs_approval of the policy \(policy.name) asks for it", field: "quote")
    }
  }

  /// Whether every decision that a quote needed was given; of several on one review the last counts.
  private func isApproved(_ quote: Quote, _ policies: EnginePolicies) throws -> Bool {
    let approvals = try approvals(of: quote.id)
    guard !approvals.isEmpty else {
      let chain = try policies.approvals(nil).chain(for: approvalCase(of: quote))
      return !chain.contains(where: \.isNeeded)
    }
    var last: [String: Approval.Status] = [:]
    for item in approvals.sorted(by: { $0.id < $1.id }) {
      last[item.review ?? item.role] = item.status
    }
    return last.values.allSatisfy { $0 == .approved }
  }

  /// - Throws: `quote.status`.
  func requireAccepted(_ quote: Quote, for what: String) throws {
    guard quote.status != .accepted else { return }
    throw ValidationError(
      "quote.status",
      "quote \(quote.code ?? "") is \(quote.status?.rawValue ?? "draft"), and \(what) needs an accepted one",
      remedy: "quoting.accept{quote = …} once the customer has", field: "status")
  }

  /// The contract that holds of a quote; cancelled ones hold no longer.
  func standingContract(of quote: Int64) throws -> Contract? {
    try related(Contract.self, by: "quote", to: quote).first { $0.status != .cancelled }
  }

  private func draft(
    of quote: Quote, _ options: NamedArguments, _ policy: ContractPolicy
  ) throws -> Contract {
    guard let amount = quote.amount, amount >= .zero else {
      throw ValidationError(
        "contract.amount", "quote \(quote.code ?? "") has no amount from 0",
        remedy: "price it with quoting.quote", field: "amount")
    }
    let on = try options.day("on") ?? self.options.clock.day()
    var contract = Contract(customer: quote.customer, amount: amount, status: .draft)
    contract.quote = quote.id
    contract.rep =
      try options["rep"].map { try row($0, of: Rep.schema.entity, as: "rep").id } ?? quote.rep
    let customer = try row(.integer(quote.customer), of: Customer.schema.entity, as: "customer")
    contract.industry =
      try options["industry"] == nil
      ? policy.library.industry(ofClass: customer.text("industry"))?.key : industryWord(options)
    let lead = try related(QuoteLine.self, by: "quote", to: quote.id).compactMap(\.leadDays).max()
    contract.dueOn =
      try options.day("due_on") ?? lead.map { try on.adding(days: Int(clamping: $0)) }
    contract.endsOn = try options.day("ends_on")
    try requireOrder(of: contract, from: on)
    contract.penaltyRate = try options.number("penalty_rate") ?? policy.penalty.rate.double
    contract.penaltyCap = try options.number("penalty_cap") ?? policy.penalty.cap?.double
    return contract
  }

  /// The days of a contract follow each other.
  /// - Throws: `contract.day`.
  func requireOrder(of contract: Contract, from start: Day) throws {
    let days: [(name: String, day: Day?)] = [
      ("on", start), ("due_on", contract.dueOn), ("ends_on", contract.endsOn),
    ]
    let known = days.compactMap { entry in entry.day.map { (name: entry.name, day: $0) } }
    for (first, second) in zip(known, known.dropFirst()) where second.day < first.day {
      throw ValidationError(
        "contract.day", "\(second.name) \(second.day) is before \(first.name) \(first.day)",
        remedy: "give days that follow each other", field: second.name)
    }
  }
}
