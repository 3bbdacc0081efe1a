import Lua
import SalesKernel
import SalesStore
import Values

/// `decisions`: the chain of those who decide as it stands, and whom to see next.
extension ScriptHost {
  func defineDecisionChain(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "decisions.chain", "decisions.chain(customer[, as_of])",
        "Who decides at a customer, role by role with contacts, relationship and last meeting; coverage; and "
          + "whom to see next: find (nobody known), build (below the target), keep (not met for long).",
        returns: "report",
        units:
          "relationship, coverage 0–100; gain: points of coverage; as_of: the run's day unless given",
        errors: ["policy.type", "script.argument"],
        example: """
          local d = decisions.chain(customers:get(1))
          return d.next[1].gain >= 0, #d.chain >= 5
          """, result: "true  true",
        seeAlso: ["decisions.next", "decisions.coverage", "service.visits_due"])
    ) { [unowned self] arguments, results in
      let row = try customer(arguments, of: "decisions.chain")
      let today = try arguments.decode(1, as: Day?.self) ?? options.clock.day()
      let policy = try policies.decisions()
      let reader = DecisionReader(host: self, policy: policy, today: today)
      let contacts = try reader.contacts(of: row.id)
      let chain = try reader.chain(of: row.id, contacts)
      let coverage = policy.coverage(of: contacts)
      try results.add(
        Value.object(
          ReportObject([
            .init("coverage", .number(coverage.value)),
            .init("target", .integer(policy.sight.target)),
            .init("chain", .object(Self.table(of: chain))),
            .init("next", .object(Self.table(of: chain.steps))),
            .init(why: coverage.explanation),
          ])))
    }
    try define(
      HelpEntry(
        "decisions.next", "decisions.next{of = query, each = n, limit = n, as_of = date}",
        "Whom to see next at many customers: the steps that gain most, at most so many a customer.",
        returns: "results",
        units: "each: steps a customer, 1 unless given; limit: rows shown, 1,000 unless given",
        errors: ["policy.type", "script.argument"],
        example: """
          local t = decisions.next{of = customers:where{level = "A"}, limit = 5}
          return #t, t[1].gain >= t[5].gain
          """, result: "5  true", seeAlso: ["decisions.chain", "service.visits_due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "decisions.next", allowing: ["of", "each", "limit", "as_of"])
      let reader = DecisionReader(
        host: self, policy: try policies.decisions(),
        today: try options.day("as_of") ?? self.options.clock.day())
      let table = try nextSteps(
        reader, of: try customers(options, "of"), each: try count(options, "each") ?? 1,
        limit: try count(options, "limit") ?? 1000)
      try results.add(Value.object(table))
    }
  }

  static func table(of chain: DecisionChain) -> ResultTable {
    func row(_ code: Value, _ weight: Value, _ contact: Contact?) -> [Value] {
      [
        code, weight, (contact?.id).fieldValue.scriptValue, (contact?.name).fieldValue.scriptValue,
        (contact?.title).fieldValue.scriptValue, (contact?.department).fieldValue.scriptValue,
        (contact?.relationship).fieldValue.scriptValue,
      ]
    }
    var rows: [[Value]] = []
    for link in chain.links {
      let (code, weight) = (Value.string(link.role.code), Value.integer(link.role.weight))
      if link.contacts.isEmpty { rows.append(row(code, weight, nil)) }
      rows += link.contacts.map { row(code, weight, $0) }
    }
    rows += chain.others.map { row($0.role.fieldValue.scriptValue, .nil, $0) }
    return ResultTable(
      columns: [
        .init("role"), .init("weight", .number), .init("contact", .number), .init("name"),
        .init("title"), .init("department"), .init("relationship", .number),
      ], rows: rows)
  }

  private static let stepColumns: [ResultTable.Column] = [
    .init("role"), .init("action"), .init("contact", .number), .init("name"),
    .init("gain", .number), .init("last_met"),
  ]

  private static func row(of step: DecisionChain.Step) -> [Value] {
    [
      .string(step.role.code), .string(step.action.rawValue),
      (step.contact?.id).fieldValue.scriptValue, (step.contact?.name).fieldValue.scriptValue,
      .number(step.gain), step.lastMet.fieldValue.scriptValue,
    ]
  }

  static func table(of steps: [DecisionChain.Step]) -> ResultTable {
    ResultTable(columns: stepColumns, rows: steps.map(row))
  }

  private func nextSteps(
    _ reader: DecisionReader, of query: QueryObject, each: Int, limit: Int
  ) throws -> ResultTable {
    var best = BestSteps(limit: limit)
    try reader.forEachChain(of: query.ids()) { id, chain in
      for step in chain.steps.prefix(each) { best.add(id, step) }
    }
    let shown = best.sorted
    let entity = query.entity
    let fields = try ["name", "level", "owner"].map { try entity.requireSlot(of: $0) }
    let block = try requireSession().block(
      of: entity, ids: Set(shown.map(\.customer)).sorted())
    let places = Dictionary(
      (0..<block.count).map { (block.ids[$0], $0) }, uniquingKeysWith: { first, _ in first })
    let rows = try shown.compactMap { item -> [Value]? in
      guard let place = places[item.customer] else { return nil }
      return [.integer(item.customer)]
        + (try fields.map { try block.value(place, $0).scriptValue }) + Self.row(of: item.step)
    }
    return ResultTable(
      columns: [.init("customer", .number)] + fields.map { .init(entity.fields[$0], of: entity) }
        + Self.stepColumns,
      rows: rows, omitted: best.count - shown.count)
  }
}

/// The steps that gain most, of however many, ties by customer.
private struct BestSteps {
  let limit: Int
  /// All that were added.
  private(set) var count = 0
  private var steps: [(customer: Int64, step: DecisionChain.Step)] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ customer: Int64, _ step: DecisionChain.Step) {
    count += 1
    steps.append((customer, step))
    if steps.count / 2 >= max(limit, 512) { steps = sorted }
  }

  var sorted: [(customer: Int64, step: DecisionChain.Step)] {
    Array(
      steps.enumerated().sorted { one, other in
        (other.element.step.gain, one.element.customer, one.offset)
          < (one.element.step.gain, other.element.customer, other.offset)
      }.map(\.element).prefix(limit))
  }
}
